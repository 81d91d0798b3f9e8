import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

export { Temporal }

/** Now, from the machine's clock. Only the entries call this; everything else asks `ctx.now()`. */
export const systemNow = () => Temporal.Instant.fromEpochMilliseconds(Date.now())

/** As `toString` writes it, to the millisecond: what answers carry, and ten times cheaper. */
export function isoOf(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString().replace(/\.?0*Z$/, 'Z')
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
