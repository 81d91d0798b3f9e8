import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

export { Temporal }

/** A half-open span `[start, end)`, as PostgreSQL stores it in a `tstzrange`. */
export type Period = { start: Temporal.Instant; end: Temporal.Instant }

/** Now, from the machine's clock. Only the entries call this; everything else asks `ctx.now()`. */
export const systemNow = () => Temporal.Instant.fromEpochMilliseconds(Date.now())

/** Length of a period in minutes. */
export function minutesIn({ start, end }: Period): number {
  return start.until(end).total('minutes')
}

/** An ISO 8601 date-time with its offset: a moment, never a wall clock. */
export const Moment = z.string().transform((text, issues) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    issues.addIssue('must be a date-time with an offset, such as 2026-03-02T09:00Z')
    return z.NEVER
  }
})
