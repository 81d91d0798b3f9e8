import type { Temporal } from '../../core/time.ts'

/** How long before its end a person is reminded. */
export const reminderDays = 30

/** The same clock so many calendar months later. */
export const afterMonths = (now: Temporal.Instant, months: number, zone: string) =>
  now.toZonedDateTimeISO(zone).add({ months }).toInstant()
