import { writing } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { buffersOf, deleteExpiredHolds, deleteHold, insertOccupancy } from '../queries/write.ts'
import { bookingWords as words } from '../words/booking.ts'
import { judge } from '../../verdict/actions/judge.ts'
import { acceptDates, withAlternatives } from '../../verdict/actions/refuse.ts'
import { rulesOfHolds } from '../../verdict/rules/dates.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Period } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { lockInstruments } from '../../../instruments/actions.ts'

/** How long a time is kept while its form is open. */
const holdMinutes = 5

export type Hold = { id: string; instrumentId: string; period: Period; expiresAt: string }

/**
 * Keeps a time for five minutes while somebody fills in the form. A person has one hold at an instrument: the next
 * replaces it. Only hard rules refuse it; the form shows the others.
 */
export async function placeHold(ctx: Context, instrumentId: string, period: Period): Promise<Hold> {
  const person = writing(ctx)
  return withAlternatives(ctx, { instrumentId, period }, () =>
    transact(ctx, async (trx) => {
      await lockInstruments(trx, [instrumentId])
      const of = { person, labId: null }
      const asked = { instrumentId, of, dates: [{ period }], rules: rulesOfHolds } as const
      const verdict = await judge(ctx, asked, trx)
      acceptDates(verdict)
      const expiresAt = isoOf(ctx.now().add({ minutes: holdMinutes }))
      const id = await insertOccupancy(trx, {
        instrumentId,
        kind: 'hold',
        period,
        buffers: buffersOf(verdict.situation.policy),
        personId: person.personId,
        expiresAt,
      })
      return { id, instrumentId, period, expiresAt }
    }),
  )
}

/** Lets one's own hold go; one that is gone already is not-found. */
export async function releaseHold(ctx: Context, instrumentId: string, id: string): Promise<void> {
  const { personId } = writing(ctx)
  const gone =
    isId(id) &&
    isId(instrumentId) &&
    (await transact(ctx, (trx) => deleteHold(trx, { instrumentId, id, personId })))
  if (!gone) throw new Problem('not-found', words.noHold)
}

/** What nobody asked for again: a job takes expired holds away. They take no time even before it comes. */
export const releaseExpiredHolds = (ctx: Context): Promise<number> =>
  deleteExpiredHolds(ctx.db, isoOf(ctx.now()))
