import { type Context, transact } from '../../core/context.ts'
import { zonedMoment } from '../../core/letters.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'
import { tellPeople } from '../../mail/actions.ts'
import { oneLine } from '../../mail/rules.ts'
import { updatePlan } from '../plans/queries.ts'
import { aboutQualification } from '../qualifications/actions.ts'
import { reminderDays } from '../qualifications/rules.ts'
import { findPlansToTell, takeExpiring } from './queries.ts'
import { dueInWords } from './rules.ts'

const planDays = 7

/** Tells staff of what is due within a week or by its hours; once until it is done. */
export async function remindOfPlans(ctx: Context): Promise<void> {
  const now = ctx.now()
  await transact(ctx, async (trx) => {
    const before = now.add({ hours: planDays * 24 })
    for (const plan of await findPlansToTell(trx, { before, now })) {
      const { instrumentId } = plan
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await updatePlan(trx, plan, { told_at: now })
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellPeople(trx, ctx, {
        letter: 'plan_due',
        to: { staffOf: instrumentId },
        instrumentId,
        facts: {
          instrumentId,
          instrument: titleInLetter(plan),
          plan: oneLine(plan.name),
          due: dueInWords(plan, now),
        },
      })
    }
  })
}

/** Tells people of what expires within a month; once for each end. */
export async function remindOfExpiry(ctx: Context): Promise<void> {
  const now = ctx.now()
  await transact(ctx, async (trx) => {
    const before = now.add({ hours: reminderDays * 24 })
    for (const row of await takeExpiring(trx, { before, now })) {
      const { facts, ...about } = aboutQualification(row)
      const expires = zonedMoment(row.expiresAt ?? now, row.zone)
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tellPeople(trx, ctx, {
        letter: 'qualification_expiring',
        ...about,
        facts: { ...facts, expires },
      })
    }
  })
}
