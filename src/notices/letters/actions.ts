import type { BookingHappened } from '../../bookings/bookings/model.ts'
import { alternativesTo } from '../../bookings/verdict/actions/refuse.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Period } from '../../core/periods.ts'
import { Temporal } from '../../core/time.ts'
import { staffToTell } from '../../instruments/actions.ts'
import { tell } from '../telling/actions.ts'
import { bookingsToTell, takeToRemind, type ToldBooking } from './queries.ts'
import { actionOf, asksStaff, bookingLetterOf, offersSlots } from './rules.ts'

/**
 * Tells those concerned what happened to a booking: whose it is, who booked it for them, and staff where a yes is asked
 * for. Dates of a series that one request did the same to are told in one letter. Done twice, it tells once.
 */
export async function writeBookingLetters(ctx: Context, happened: BookingHappened): Promise<void> {
  const { event, instrumentId, bookingId, at } = happened
  const bookings = await bookingsToTell(ctx.db, { ...happened, action: actionOf[event] })
  const [first] = bookings
  // The job of the first date tells of all.
  if (first?.id !== bookingId) return
  const letter = bookingLetterOf(event, first.state)
  const slots = letter && offersSlots(letter) ? await slotsFor(ctx, first) : []
  const occurredAt = Temporal.Instant.from(at)
  const told = { ...about(first), facts: { bookings, slots }, occurredAt }
  await transact(ctx, async (trx) => {
    if (letter) {
      const people = [first.personId, ...(first.bookedBy ? [first.bookedBy] : [])]
      await tell(trx, ctx, { ...told, letter, people })
    }
    if (asksStaff(event, first.state)) {
      const people = await staffToTell(trx, instrumentId)
      await tell(trx, ctx, { ...told, letter: 'approval_asked', people })
    }
  })
}

/** How long before its start a booking is reminded of. One made later than that is fresh in mind. */
const hoursBefore = 24

/** Reminds people of what they booked; once for each start, also when it is moved. */
export async function remindOfBookings(ctx: Context): Promise<void> {
  const now = ctx.now()
  const before = now.add({ hours: hoursBefore })
  await transact(ctx, async (trx) => {
    const due = await takeToRemind(trx, { now, before, madeHoursBefore: hoursBefore })
    for (const booking of due) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tell(trx, ctx, {
        ...about(booking),
        letter: 'reminder',
        facts: { bookings: [booking], slots: [] },
        people: [booking.personId],
        occurredAt: booking.start,
      })
    }
  })
}

/** A booking is one fact for each moment at which something happens to it. */
const about = ({ id, instrumentId, start, end }: ToldBooking) => ({
  factId: id,
  instrumentId,
  booking: { id, start, end },
})

/** The nearest free times, in order of time. */
async function slotsFor(
  ctx: Context,
  { instrumentId, personId, start, end }: ToldBooking,
): Promise<readonly Period[]> {
  const of = { personId, labId: null }
  const slots = await alternativesTo(ctx, { instrumentId, period: { start, end }, of })
  return slots.toSorted((one, other) => Temporal.Instant.compare(one.start, other.start))
}
