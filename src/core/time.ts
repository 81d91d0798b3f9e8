import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

export { Temporal }

/** Now, from the machine's clock. Only the entries call this; everything else asks `ctx.now()`. */
export const systemNow = () => Temporal.Instant.fromEpochMilliseconds(Date.now())

/** As `toString` writes it, to the millisecond: what answers carry, and ten times cheaper. */
export function isoOf(instant: Temporal.Instant): string {
  const text = new Date(instant.epochMilliseconds).toISOString()
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text.replace(/0+Z$/, 'Z')
}

const words = {
  moment: {
    zh: '应为带时区的时间，例如 2026-03-02T09:00+08:00。',
    en: 'Enter a time with its offset, such as 2026-03-02T09:00+08:00.',
  },
  year: { zh: '年份应在 1 到 9999 之间。', en: 'Enter a year from 1 to 9999.' },
}

/** Years 1 to 9999 of UTC: ISO 8601 writes others with a sign, which neither browsers nor PostgreSQL read. */
const [firstMs, endMs] = [Date.parse('0001-01-01T00:00Z'), Date.parse('9999-12-31T24:00Z')]

export const isUsualMs = (ms: number) => ms >= firstMs && ms < endMs

/** The moment that a text of ISO 8601 with an offset names; undefined where it names none of the years 1 to 9999. */
export function momentIn(text: string): Temporal.Instant | undefined {
  try {
    const moment = Temporal.Instant.from(text)
    return isUsualMs(moment.epochMilliseconds) ? moment : undefined
  } catch {
    return undefined
  }
}

/** The day that `2026-03-02` names; undefined where the calendar has none, and outside the years 1 to 9999. */
export function dayIn(text = ''): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '0001') return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** An ISO 8601 date-time with its offset: a moment, never a wall clock. Left out of a bundle that parses none. */
export const Moment = /* @__PURE__ */ z.string().transform((text, issues) => {
  const moment = momentIn(text)
  if (moment) return moment
  const isOutside = /^(?:[+-]\d|0000-|9999-)/.test(text)
  issues.addIssue({
    code: 'custom',
    params: { text: isOutside ? words.year : words.moment },
  })
  return z.NEVER
})

/** A day of the calendar, as ISO text. */
export const Day = /* @__PURE__ */ z.iso
  .date({ abort: true })
  .refine((text) => dayIn(text) !== undefined, { params: { text: words.year } })

/** A moment in an answer, which `JSON.stringify` writes as ISO text. Documents; never parses. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod refuses to describe a custom type
export const InstantAnswer = /* @__PURE__ */ z
  .string()
  .meta({ format: 'date-time' }) as unknown as z.ZodType<Temporal.Instant>

/** The province's, where nothing says another zone. */
export const defaultZone = 'Asia/Shanghai'

export const isLater = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0

/** `2026-03-02T09:00`: what the clock of a zone shows. */
export const wallClockAt = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** `2026-03-02`: the day of a zone's calendar. */
export const dayAt = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().toString()

/** `2026-03-01`: the last day of what ends at a moment; a midnight ends the day before it. */
export const lastDayBefore = (end: Temporal.Instant, zone: string): string =>
  dayAt(end.subtract({ nanoseconds: 1 }), zone)

/** The midnight that ends the day of a zone's calendar on which a moment is; what ends then lasts all of that day. */
export const endOfDay = (at: Temporal.Instant, zone: string): Temporal.Instant =>
  at.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).startOfDay().toInstant()

/** `2026-03-02`: the last day of what ends at a midnight of the zone; undefined where it ends within a day. */
export function lastWholeDay(end: Temporal.Instant, zone: string): string | undefined {
  const local = end.toZonedDateTimeISO(zone)
  return local.equals(local.startOfDay())
    ? local.toPlainDate().subtract({ days: 1 }).toString()
    : undefined
}

/**
 * The moment at which the clock of a zone shows this, as ISO text; what is no time stays as it was typed. A time that a
 * change of the clocks leaves out moves on by the gap; of two, the first counts (RFC 5545 §3.3.5).
 */
export function momentText(wall: string, zone: string): string {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString()
  } catch {
    return wall
  }
}
