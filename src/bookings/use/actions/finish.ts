import type { BookingRow } from '../../bookings/model.ts'
import { asSystem, type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import type { Finish } from '../model.ts'
import { useWords as words } from '../words.ts'
import { lockBooking } from '../../bookings/actions/lock-booking.ts'
import { type Finished, finishLocked, missLocked } from './end.ts'
import { getBooking } from '../../bookings/actions/read.ts'
import { getInstrument, type InstrumentRow } from '../../../instruments/actions.ts'

type Finishing = Finished & { row: BookingRow; problemId: string | null }

/** Reports a problem that was seen during the use, in the same transaction. */
export type ProblemReport = (
  trx: Trx,
  ctx: Context,
  about: { instrument: InstrumentRow; bookingId: string },
) => Promise<{ id: string }>

/**
 * Ends a use and says what was done. What is left of its time is free at once; a use that went on too long keeps what
 * it really took, as far as that was nobody else's. A problem that was seen is reported along with it.
 */
export async function finishBooking(
  ctx: Context,
  id: string,
  done: Finish,
  report?: ProblemReport,
): Promise<Finishing> {
  const finished = await transact(ctx, async (trx) => {
    const { row } = await lockBooking(trx, ctx, { id, command: 'finish' })
    const { overlapMinutes } = await finishLocked(trx, ctx, { row, done })
    if (!report) return { overlapMinutes, problemId: null }
    // Withdrawn meanwhile, it is still theirs to say what they saw.
    const instrument = await getInstrument(
      asSystem({ ...ctx, db: trx }, 'finish'),
      row.instrumentId,
    )
    const problem = await report(trx, ctx, { instrument, bookingId: row.id })
    return { overlapMinutes, problemId: problem.id }
  })
  return { ...finished, row: await getBooking(ctx, id) }
}

/**
 * Gives the rest of a booking's time back: a use that goes on ends; where nobody came since the start, the booking is
 * missed. Before its start it is cancelled instead.
 */
export async function releaseBooking(ctx: Context, id: string): Promise<BookingRow> {
  await transact(ctx, async (trx) => {
    const { row } = await lockBooking(trx, ctx, { id, command: 'release' })
    if (row.state === 'in_use') {
      await finishLocked(trx, ctx, { row, done: {} })
      return
    }
    if (ctx.now().epochMilliseconds < row.start.epochMilliseconds)
      throw new Problem('conflict', words.releaseTooEarly, {
        objections: [{ code: 'not_begun', detail: words.releaseTooEarly }],
      })
    await missLocked(trx, ctx, row)
  })
  return getBooking(ctx, id)
}
