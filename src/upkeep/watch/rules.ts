import type { Text } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const two = (value: number) => String(value).padStart(2, '0')

/** `3月2日 16:00`, `2 Mar, 16:00`, in a zone: for letters, which no page formats. */
export function momentInWords(moment: Temporal.Instant, zone: string): Text {
  const local = moment.toZonedDateTimeISO(zone)
  const clock = `${two(local.hour)}:${two(local.minute)}`
  return {
    zh: `${local.month}月${local.day}日 ${clock}`,
    en: `${local.day} ${months[local.month - 1] ?? ''}, ${clock}`,
  }
}

/** `2026年3月2日`, `2 Mar 2026`. */
export function dayInWords(moment: Temporal.Instant, zone: string): Text {
  const local = moment.toZonedDateTimeISO(zone)
  return {
    zh: `${local.year}年${local.month}月${local.day}日`,
    en: `${local.day} ${months[local.month - 1] ?? ''} ${local.year}`,
  }
}
