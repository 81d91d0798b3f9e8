import type { BookingHappened, BookingRow } from '../model.ts'
import { undoing } from '../rules.ts'
import { bookingWords as words, stateNames } from '../words/booking.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { signedIn } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { Temporal } from '../../../core/time.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { withAlternatives } from '../../verdict/actions/refuse.ts'
import { listDecisions } from '../queries/read.ts'
import { settleOccupancies, waitAgainRow } from '../queries/write.ts'
import { lockInAnyState } from './lock-booking.ts'
import { getBooking } from './read.ts'

/**
 * Takes a decision back within a few seconds, before anybody is told of it: the booking waits for approval again. That of
 * a declined booking is refused where its time is taken meanwhile.
 */
export async function undoDecision(ctx: Context, id: string): Promise<BookingRow> {
  const seen = await getBooking(ctx, id)
  const asked = { instrumentId: seen.instrumentId, period: seen, changing: id, of: seen }
  await withAlternatives(ctx, asked, () =>
    transact(ctx, async (trx) => {
      const { row, role } = await lockInAnyState(trx, ctx, id)
      if (role !== 'staff') throw new Problem('forbidden', instrumentWords.notStaff)
      const [decision] = await listDecisions(trx, { booking: id })
      if (!decision) throw new Problem('conflict', words.wrongState(stateNames[row.state]))
      const until = decision.at.add({ seconds: undoing.acceptedSeconds })
      if (Temporal.Instant.compare(ctx.now(), until) > 0)
        throw new Problem('conflict', words.tooLateToUndo)
      await waitAgainRow(trx, row)
      await settleOccupancies(trx, { instrumentId: row.instrumentId, ids: [id] })
      await recordChange(trx, ctx, {
        action: 'booking.undo',
        entity: 'booking',
        entityId: id,
        institutionId: row.institutionId,
        before: { state: row.state },
        after: { state: 'pending' },
      })
    }),
  )
  return getBooking(ctx, id)
}

/** Bookings that the actor decided about just now, with how many seconds are left to take that back. */
export async function decidedJustNow(
  ctx: Context,
): Promise<{ row: BookingRow; approved: boolean; secondsLeft: number }[]> {
  const { personId } = signedIn(ctx)
  const now = ctx.now()
  const since = now.subtract({ seconds: undoing.offeredSeconds })
  const decisions = await listDecisions(ctx.db, { decider: personId, since })
  const newestFirst = decisions.toSorted(
    (one, other) => other.at.epochMilliseconds - one.at.epochMilliseconds,
  )
  return Promise.all(
    newestFirst.map(async ({ id, approved, at }) => ({
      row: await getBooking(ctx, id),
      approved,
      secondsLeft: at.since(since).total('seconds'),
    })),
  )
}

/** Whether a decision was taken back before what follows from it was done. */
export async function wasUndone(
  ctx: Context,
  { event, bookingId, at }: BookingHappened,
): Promise<boolean> {
  if (event !== 'approved' && event !== 'declined') return false
  const row = await getBooking(ctx, bookingId)
  const stands = event === 'approved' ? row.confirmedAt : row.cancelledAt
  return stands?.epochMilliseconds !== Temporal.Instant.from(at).epochMilliseconds
}
