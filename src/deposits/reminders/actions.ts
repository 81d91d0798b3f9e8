import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { zonedMoment } from '../../core/letters.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { tellPeople } from '../../mail/actions.ts'
import { inOneLine, oneLine } from '../../mail/rules.ts'
import { takeDue, takeLate, takeOverrun, type Told } from './queries.ts'

const dueDays = 14
const overrunDays = 2

/** Reminds depositors of what is due within two weeks and of what is late, once of each. */
export async function remindDepositors(ctx: Context): Promise<void> {
  const now = ctx.now()
  const today = dayAt(now, defaultZone)
  const until = dayAt(now.add({ hours: dueDays * 24 }), defaultZone)
  await transact(ctx, async (trx) => {
    for (const row of await takeDue(trx, { now, today, until }))
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellDepositor(trx, ctx, { row, isLate: false })
    for (const row of await takeLate(trx, { now, today }))
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellDepositor(trx, ctx, { row, isLate: true })
  })
}

const aboutOf = ({ id, title, awardNumber }: Told) => ({
  depositId: id,
  title: inOneLine(title),
  award: oneLine(awardNumber),
})

const tellDepositor = (trx: Trx, ctx: Context, { row, isLate }: { row: Told; isLate: boolean }) =>
  tellPeople(trx, ctx, {
    letter: 'deposit_due',
    to: { people: [row.depositorId] },
    facts: { ...aboutOf(row), dueOn: row.dueOn, isLate },
  })

/** Reminds a centre two days before its time for a check is over, or once it is. */
export async function remindCentres(ctx: Context): Promise<void> {
  const now = ctx.now()
  await transact(ctx, async (trx) => {
    const before = now.add({ hours: overrunDays * 24 })
    for (const row of await takeOverrun(trx, { now, before }))
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellPeople(trx, ctx, {
        letter: 'deposit_overrun',
        to: { curatorsOf: row.centreId },
        facts: { ...aboutOf(row), until: zonedMoment(row.checkUntil ?? now, defaultZone) },
      })
  })
}
