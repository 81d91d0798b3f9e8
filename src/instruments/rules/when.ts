import type { Text } from '../../core/text.ts'
import type { Period } from '../../core/periods.ts'
import { spanText } from '../../core/wall-clock.ts'

/** `11月24日周二 09:00–11:00`, `Tue 24 Nov 09:00–11:00`: by the clock of the instrument. */
export function whenText({ start, end }: Period, zone: string): Text {
  const times = { start: start.epochMilliseconds, end: end.epochMilliseconds }
  return {
    zh: spanText(times, { zone, locale: 'zh-CN' }),
    en: spanText(times, { zone, locale: 'en' }),
  }
}
