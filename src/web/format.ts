import { signed } from '../core/numbers.ts'
import { type Temporal, defaultZone, isoOf } from '../core/time.ts'
import { partialDateOf } from '../core/partial-date.ts'
import { type Lang, langTag, type Text } from '../core/text.ts'

export { bytesText, formatBytes } from '../core/bytes.ts'

/** A day (`2026-11-23`, no zone), or a moment: a Date, an Instant, or ISO text with its offset. */
export type When = Date | Temporal.Instant | string

type Style = 'date' | 'dateTime' | 'month' | 'year'

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  dateTime: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
}

/** `2026年11月23日`, `23 Nov 2026`. */
export const formatDate = (when: When, lang: Lang, zone = defaultZone) =>
  inStyle('date', when, lang, zone)
/** `2026年11月23日 14:05`, `23 Nov 2026, 14:05`. */
export const formatDateTime = (when: When, lang: Lang, zone = defaultZone) =>
  inStyle('dateTime', when, lang, zone)
/** A day of the calendar belongs to no zone: it is the same day for every reader. */
export const isDay = (when: When): boolean =>
  typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)

const partial = { year: 'year', month: 'month', day: 'date' } as const

/** `2019年9月`, `Sept 2019`; a raw text that names no day of the calendar is shown as it is. */
export function formatPartialDate(raw: string, lang: Lang): string {
  const known = partialDateOf(raw)
  if (!known) return raw
  const { year, month, day, precision } = known
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
  return dateFormat(partial[precision], lang, 'UTC').format(date)
}

/** The moment as `<time datetime>` wants it. */
export function machineTime(when: When): string {
  if (typeof when === 'string') return when
  return when instanceof Date ? when.toISOString() : isoOf(when)
}

/** `1,234.5`, `−2`; digits after the point as they are, at most `decimals` (3 when unset). */
export function formatNumber(value: number, lang: Lang, decimals = 3): string {
  return signed(numberFormat(lang, decimals).format(value))
}

/** `1,280.50`: yuan, with its 分. */
export const formatYuan = (fen: number, lang: Lang): string =>
  signed(numberFormat(lang, 2, 2).format(fen / 100))

/** How many: exactly, at least (a capped count), or about. */
export type Total = { value: number; relation: 'eq' | 'gte' | 'about' }

/** `1,234 条`, `10,000 条以上`, `约 12,000 条`; `1,234 records`, `more than 10,000 records`, `about 12,000 records`. */
export function formatCount({ value, relation }: Total, lang: Lang): string {
  const number = formatNumber(value, lang)
  const noun = value === 1 ? 'record' : 'records'
  const said: Record<Total['relation'], Text> = {
    eq: { zh: `${number} 条`, en: `${number} ${noun}` },
    gte: { zh: `${number} 条以上`, en: `more than ${number} ${noun}` },
    about: { zh: `约 ${number} 条`, en: `about ${number} ${noun}` },
  }
  return said[relation][lang]
}

/** A facet's count, short: `1,234`, `10,000+`. */
export const formatTally = ({ value, relation }: Total, lang: Lang): string =>
  `${formatNumber(value, lang)}${relation === 'gte' ? '+' : ''}`

/** A count where there is little room: `1.2万`, `12K`. */
export const formatShort = (value: number, lang: Lang): string => shortFormats[lang].format(value)

/** Units whose sign differs between the languages; every other unit is written as it is. */
const unitNames: Record<string, Text> = {
  h: { zh: '小时', en: 'h' },
  min: { zh: '分钟', en: 'min' },
  d: { zh: '天', en: 'd' },
  mo: { zh: '个月', en: 'months' },
  a: { zh: '年', en: 'years' },
  Cel: { zh: '°C', en: '°C' },
  '10^4.CNY': { zh: '万元', en: '×10⁴ CNY' },
  CNY: { zh: '元', en: 'CNY' },
}

export const formatUnit = (unit: string, lang: Lang): string => unitNames[unit]?.[lang] ?? unit

/** `1,400 小时`, `18 °C`, `85%`: value and unit do not part at the end of a line. */
export function formatQuantity(value: number, unit: string, lang: Lang): string {
  const gap = unit === '%' || unit === '°' ? '' : '\u00a0'
  return `${formatNumber(value, lang)}${gap}${formatUnit(unit, lang)}`
}

const inStyle = (style: Style, when: When, lang: Lang, zone: string): string =>
  dateFormat(style, lang, isDay(when) ? 'UTC' : zone).format(moment(when))

function moment(when: When): Date {
  if (when instanceof Date) return when
  return new Date(typeof when === 'string' ? when : when.epochMilliseconds)
}

// Building an Intl formatter costs more than a page's worth of formatting: each is built once.
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

function dateFormat(style: Style, lang: Lang, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${lang} ${timeZone}`
  const known = dateFormats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeOf(lang), { ...styles[style], timeZone })
  dateFormats.set(key, made)
  return made
}

const short = { notation: 'compact', maximumFractionDigits: 1 } as const
const shortFormats: Record<Lang, Intl.NumberFormat> = {
  zh: new Intl.NumberFormat('zh-CN', short),
  en: new Intl.NumberFormat('en', short),
}

const localeOf = (lang: Lang) => (lang === 'en' ? 'en-GB' : langTag(lang))

function numberFormat(lang: Lang, decimals: number, least = 0): Intl.NumberFormat {
  const key = `${lang} ${decimals} ${least}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(langTag(lang), {
    minimumFractionDigits: least,
    maximumFractionDigits: decimals,
  })
  numberFormats.set(key, made)
  return made
}
