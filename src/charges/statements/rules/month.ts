import { Temporal } from '../../../core/time.ts'

/** `2026-11`: the month of a moment by the clock of a zone. */
export const monthOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().toString().slice(0, 7)

export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)

/** The month so many after another; before it where negative. */
export function monthAfter(month: string, months = 1): string {
  const day = Temporal.PlainDate.from(`${month}-01`)
  return day.add({ months }).toString().slice(0, 7)
}
