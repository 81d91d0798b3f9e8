import { isId } from '../../../core/shapes.ts'
import { writing } from '../../../core/permission.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { Period } from '../../../core/periods.ts'
import { deleteExpiredHolds, deleteHold, insertOccupancy } from '../queries/write.ts'
import { findSituation } from '../../verdict/queries.ts'
import { bookingFacts } from '../../verdict/rules/facts.ts'
import { hardOnly, objectionsToBooking } from '../../verdict/rules/objections.ts'
import { audienceOf } from '../../../instruments/rules/standing.ts'
import { bookingWords as words } from '../words/booking.ts'
import { lockInstruments } from '../../../instruments/actions.ts'
import { windowOf } from './place.ts'
import { refusal, withAlternatives } from '../../verdict/actions/refuse.ts'

/** How long a time is kept while its form is open. */
const holdMinutes = 5

export type Hold = { id: string; instrumentId: string; period: Period; expiresAt: string }

/**
 * Keeps a time for five minutes while somebody fills in the form; a person keeps one at an instrument, the next takes
 * its place. What stands in the way for good is refused; the rest the form itself says.
 */
export async function placeHold(ctx: Context, instrumentId: string, period: Period): Promise<Hold> {
  const person = writing(ctx)
  return withAlternatives(ctx, { instrumentId, period }, () =>
    transact(ctx, async (trx) => {
      await lockInstruments(trx, [instrumentId])
      const now = ctx.now()
      const situation = await findSituation(trx, {
        instrumentId,
        personId: person.personId,
        labId: null,
        now: isoOf(now),
        window: windowOf([period]),
        viewer: ctx.actor,
      })
      if (!situation) throw new Problem('not-found', instrumentWords.noInstrument)
      const audience = audienceOf(person, situation)
      const facts = bookingFacts(situation, { now, audience, hasProject: true })
      const objections = hardOnly(objectionsToBooking(period, facts))
      if (objections.length > 0) throw refusal(objections)
      const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = situation.policy
      const expiresAt = isoOf(now.add({ minutes: holdMinutes }))
      const id = await insertOccupancy(trx, {
        instrumentId,
        kind: 'hold',
        period,
        buffers: { before, after },
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
