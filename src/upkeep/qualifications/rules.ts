import type { QualificationKind } from '../../bookings/policies/model.ts'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import type { Text } from '../../core/text.ts'
import { endOfDay, type Temporal } from '../../core/time.ts'

/** How long before its end a person is reminded. */
export const reminderDays = 30

/** The longest that one lasts which is not for good; `validMonths` of the shapes are as many. */
export const longestYears = 10

/** The end of the same day so many calendar months later. */
export const afterMonths = (now: Temporal.Instant, months: number, zone: string) =>
  endOfDay(now.toZonedDateTimeISO(zone).add({ months }).toInstant(), zone)

/** The later of two ends; what lasts for good has none. */
export const laterEnd = (one: Temporal.Instant | null, other: Temporal.Instant | null) =>
  one && other ? (one.epochMilliseconds < other.epochMilliseconds ? other : one) : null

/** `培训、安全准入`. */
export const kindsInWords = (kinds: readonly QualificationKind[]): Text => ({
  zh: kinds.map((kind) => qualificationNames[kind].zh).join('、'),
  en: kinds.map((kind) => qualificationNames[kind].en).join(', '),
})
