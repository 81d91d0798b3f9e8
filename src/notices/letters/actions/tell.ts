import { alternativesTo } from '../../../bookings/verdict/actions/refuse.ts'
import type { Period } from '../../../core/periods.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { BookingHappened } from '../../../bookings/bookings/model.ts'
import { Temporal } from '../../../core/time.ts'
import { staffToTell } from '../../../instruments/actions.ts'
import { enqueueLetter } from '../../../mail/actions.ts'
import type { NoticeKind } from '../../inbox/model.ts'
import { insertNotice, type Recipient, recipientsAmong } from '../queries/recipients.ts'
import { bookingsToTell, type ToldBooking } from '../queries/telling.ts'
import { calendarsFor, letterFacts } from '../rules.ts'
import { actionOf, asksStaff, noticeOf, offersSlots } from '../../inbox/rules.ts'
import { letterOf } from '../words.ts'

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
  const kind = noticeOf(event, first.state)
  const slots = kind && offersSlots(kind) ? await slotsFor(ctx, first) : []
  const told = { bookings, slots, occurredAt: at }
  await transact(ctx, async (trx) => {
    if (kind) {
      const ids = [first.personId, ...(first.bookedBy ? [first.bookedBy] : [])]
      await tell(trx, ctx, { ...told, kind, recipients: await recipientsAmong(trx, kind, ids) })
    }
    if (asksStaff(event, first.state)) {
      const asked = 'approval_asked'
      const staff = await staffToTell(trx, instrumentId)
      const ids = staff.map(({ id }) => id)
      const recipients = await recipientsAmong(trx, asked, ids)
      await tell(trx, ctx, { ...told, kind: asked, recipients })
    }
  })
}

export type Telling = {
  kind: NoticeKind
  /** At least one; the first is the one that is noted. */
  bookings: readonly ToldBooking[]
  slots: readonly Period[]
  occurredAt: string
  recipients: readonly Recipient[]
}

/** Tells each recipient who was not told before; by letter, unless they switched its kind off. */
export async function tell(trx: Trx, ctx: Context, telling: Telling): Promise<void> {
  const { kind, occurredAt, recipients, bookings } = telling
  const [first] = bookings
  if (!first) return
  for (const recipient of recipients) {
    const noted = {
      instrumentId: first.instrumentId,
      bookingId: first.id,
      personId: recipient.id,
      kind,
      occurredAt,
      toldAt: ctx.now(),
      byLetter: recipient.wantsLetter,
    }
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    const isNew = await insertNotice(trx, noted)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (isNew && recipient.wantsLetter) await write(trx, ctx, { ...telling, recipient })
  }
}

async function write(
  trx: Trx,
  { baseUrl, ...ctx }: Context,
  { kind, bookings, slots, recipient }: Telling & { recipient: Recipient },
): Promise<void> {
  const attachments = calendarsFor({ kind, bookings, recipient, baseUrl })
  const hasCalendar = attachments.length > 0
  const facts = letterFacts({ kind, bookings, slots, recipient, baseUrl, hasCalendar })
  await enqueueLetter(
    trx,
    { ...ctx, baseUrl },
    {
      to: recipient.email,
      personId: recipient.id,
      lang: recipient.lang,
      ...letterOf(kind, facts),
      attachments,
    },
  )
}

/** The nearest free times, in order of time. */
async function slotsFor(
  ctx: Context,
  { instrumentId, personId, start, end }: ToldBooking,
): Promise<readonly Period[]> {
  const of = { personId, labId: null }
  const slots = await alternativesTo(ctx, { instrumentId, period: { start, end }, of })
  return slots.toSorted((one, other) => Temporal.Instant.compare(one.start, other.start))
}
