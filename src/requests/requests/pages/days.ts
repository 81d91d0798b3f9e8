import type { Lang, Text } from '../../../core/text.ts'
import { defaultZone, lastDayBefore, Temporal } from '../../../core/time.ts'
import { formatDate } from '../../../web/format.ts'

/** A list has its moments as texts. */
type Moment = Temporal.Instant | string

/** The last day of what ends at a midnight: an end on the 19th at 00:00 is the whole 18th. */
export const lastDay = (moment: Moment): string =>
  lastDayBefore(Temporal.Instant.from(String(moment)), defaultZone)

const both = (say: (lang: Lang) => string): Text => ({ zh: say('zh'), en: say('en') })
export const dayWords = (at: Temporal.Instant): Text => both((lang) => formatDate(at, lang))
export const lastDayWords = (end: Moment): Text => both((lang) => formatDate(lastDay(end), lang))
