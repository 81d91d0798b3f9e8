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
    en: 'A moment with its offset, such as 2026-03-02T09:00+08:00.',
  },
}

/** An ISO 8601 date-time with its offset: a moment, never a wall clock. Left out of a bundle that parses none. */
export const Moment = /* @__PURE__ */ z.string().transform((text, issues) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    issues.addIssue({ code: 'custom', params: { text: words.moment } })
    return z.NEVER
  }
})
