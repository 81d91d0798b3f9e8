import type { Lang, Text } from '../../../core/text.ts'
import { defaultZone, type Temporal } from '../../../core/time.ts'
import { formatDate } from '../../../web/format.ts'

/** A list has its moments as texts. */
type Moment = Temporal.Instant | string

// ISO 8601, and ten times cheaper than a zoned Temporal: the desk shows a day in every row.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: defaultZone })

/** The last day of what ends at a midnight: an end on the 19th at 00:00 is the whole 18th. To the millisecond. */
export const lastDay = (moment: Moment): string => isoDay.format(Date.parse(String(moment)) - 1)

const both = (say: (lang: Lang) => string): Text => ({ zh: say('zh'), en: say('en') })
export const dayWords = (at: Temporal.Instant): Text => both((lang) => formatDate(at, lang))
export const lastDayWords = (end: Moment): Text => both((lang) => formatDate(lastDay(end), lang))
