import { type Context, transact } from '../../../core/context.ts'
import { isoOf } from '../../../core/time.ts'
import { recipientsAmong } from '../queries/recipients.ts'
import { takeToRemind } from '../queries/telling.ts'
import { tell } from './tell.ts'

/** How long before its start a booking is reminded of. One made later than that is fresh in mind. */
const hoursBefore = 24

/** Reminds people of what they booked; once for each start, also when it is moved. */
export async function remindOfBookings(ctx: Context): Promise<void> {
  const now = ctx.now()
  const before = now.add({ hours: hoursBefore })
  const kind = 'reminder'
  await transact(ctx, async (trx) => {
    const due = await takeToRemind(trx, { now, before, madeHoursBefore: hoursBefore })
    for (const booking of due) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      const recipients = await recipientsAmong(trx, kind, [booking.personId])
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await tell(trx, ctx, {
        kind,
        bookings: [booking],
        slots: [],
        occurredAt: isoOf(booking.start),
        recipients,
      })
    }
  })
}
