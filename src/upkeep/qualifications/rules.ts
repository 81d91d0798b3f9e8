import type { QualificationKind } from '../../bookings/policies/model.ts'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import type { Text } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'

/** How long before its end a person is reminded. */
export const reminderDays = 30

/** The same clock so many calendar months later. */
export const afterMonths = (now: Temporal.Instant, months: number, zone: string) =>
  now.toZonedDateTimeISO(zone).add({ months }).toInstant()

/** `培训、安全准入`. */
export const kindsInWords = (kinds: readonly QualificationKind[]): Text => ({
  zh: kinds.map((kind) => qualificationNames[kind].zh).join('、'),
  en: kinds.map((kind) => qualificationNames[kind].en).join(', '),
})
