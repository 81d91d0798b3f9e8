import type { BookingRow } from '../model.ts'
import type { Context as HonoContext } from 'hono'
import type { Booked } from '../actions/book.ts'
import type { ChangedBookings } from '../actions/change.ts'
import { presentBooking } from '../rules.ts'
import type { Reason } from '../../verdict/model/facts.ts'
import type { JudgedDate } from '../../verdict/rules/dates.ts'
import type { Period } from '../../../core/periods.ts'
import { inLang } from '../../../core/text.ts'
import { isoOf } from '../../../core/time.ts'
import type { Env } from '../../../web/env.ts'
import { etagOf } from '../../../web/etag.ts'

export type C = HonoContext<Env>

export const presentPeriod = ({ start, end }: Period) => ({ start: isoOf(start), end: isoOf(end) })

export const presentSlot = (instrumentId: string, period: Period) => ({
  instrumentId,
  ...presentPeriod(period),
})

export const presentObjections = (c: C, objections: readonly Reason[]) =>
  objections.map(({ code, detail }) => ({ code, detail: inLang(detail, c.var.ctx.lang) }))

export const presentDates = (c: C, dates: readonly JudgedDate[]) =>
  dates.map(({ period, objections }) => ({
    ...presentPeriod(period),
    objections: presentObjections(c, objections),
  }))

/** One booking with its version as ETag. */
export function answerBooking(c: C, row: BookingRow) {
  c.header('etag', etagOf(row.version))
  return c.json(presentBooking(row))
}

/** One booking of a series, the ids that changed with it, and the dates that stay as they are. */
export function answerDates(c: C, { booking, changed, skipped }: ChangedBookings) {
  c.header('etag', etagOf(booking.version))
  return c.json({ ...presentBooking(booking), changed, skipped: presentDates(c, skipped) })
}

/** What was booked: the first as a booking, and all of them with what was skipped. */
export function answerBooked(c: C, { bookings: [first, ...others], skipped }: Booked) {
  c.header('etag', etagOf(first.version))
  c.header('location', `/api/v1/bookings/${first.id}`)
  return c.json(
    {
      ...presentBooking(first),
      bookings: [first, ...others].map((one) => ({
        id: one.id,
        ...presentSlot(one.instrumentId, one),
      })),
      skipped: presentDates(c, skipped),
    },
    201,
  )
}
