import type { Period } from './periods.ts'
import type { Text } from './text.ts'
import { lastWholeDay, type Temporal } from './time.ts'

/** Clocks as they hang on the wall of a zone: `2026-11-23T09:00`. With what every browser brings along, and no more. */
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** What the clock of a zone shows at a moment, to the minute. */
export function wallClockOf(atMs: number, zone: string): string {
  const parts = formatOf(zone).formatToParts(atMs)
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The moment at which the clock of a zone shows this. A time that a change of the clocks leaves out moves on by the
 * gap; of two, the first counts (RFC 5545 §3.3.5). Undefined when the text is no time.
 */
export function momentOf(wall: string, zone: string): number | undefined {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}Z`) : Number.NaN
  if (Number.isNaN(asUtc)) return undefined
  const before = asUtc - offsetMs(asUtc - dayMs, zone)
  if (wallClockOf(before, zone) === wall) return before
  const after = asUtc - offsetMs(asUtc + dayMs, zone)
  return wallClockOf(after, zone) === wall ? after : before
}

/** `+08:00`: how far the zone is ahead of UTC at a moment. */
export function offsetOf(atMs: number, zone: string): string {
  const minutes = Math.round(offsetMs(atMs, zone) / minuteMs)
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}

/** The clock so many days and minutes on. */
export function shifted(wall: string, { days = 0, minutes = 0 }: Shift): string {
  const at = Date.parse(`${wall}Z`) + days * dayMs + minutes * minuteMs
  return new Date(at).toISOString().slice(0, 16)
}
export type Shift = { days?: number; minutes?: number }

/** `11月24日周二 09:00–11:00`, `Tue 24 Nov 09:00–24:00`: by the clock of a zone, in the words of a language. */
export function spanText({ start, end }: { start: number; end: number }, where: Where): string {
  const [from, to] = [wallClockOf(start, where.zone), wallClockOf(end, where.zone)]
  const [fromText, toText] = [clockText(start, where.zone), clockText(end, where.zone)]
  const head = `${dayText(from, where.locale)} ${fromText}`
  if (from.slice(0, 10) === to.slice(0, 10)) return `${head}–${toText}`
  if (shifted(from, { days: 1 }).slice(0, 10) + 'T00:00' === to) return `${head}–24:00`
  return `${head} – ${dayText(to, where.locale)} ${toText}`
}

/** `09:00`; with its offset where clocks that go back show it twice: `02:00 (+01:00)`. */
function clockText(atMs: number, zone: string): string {
  const wall = wallClockOf(atMs, zone)
  const clock = wall.slice(11)
  const backMs = offsetMs(atMs - dayMs / 8, zone) - offsetMs(atMs + dayMs / 8, zone)
  const isTwice =
    backMs > 0 && [-backMs, backMs].some((away) => wallClockOf(atMs + away, zone) === wall)
  return isTwice ? `${clock} (${offsetOf(atMs, zone)})` : clock
}
type Where = { zone: string; locale: string }

/** `11月24日周二`, `Tue 24 Nov`. */
export function dayText(wall: string, locale: string): string {
  const parts = { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, parts)
  return format.format(Date.parse(`${wall.slice(0, 10)}T00:00Z`)).replaceAll(',', '')
}

/** The same of clocks; what is no time is left out. */
export function clocksText({ start, end }: { start: string; end: string }, where: Where): string {
  const [from, to] = [start, end].map((clock) => momentOf(clock.slice(0, 16), where.zone))
  return from === undefined || to === undefined ? '' : spanText({ start: from, end: to }, where)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `3月2日 16:00（Asia/Shanghai）`, `2 Mar, 16:00 (Asia/Shanghai)`: for letters, which no page formats. */
export const momentInWords = (moment: Temporal.Instant, zone: string): Text =>
  withZone(clockInWords(moment, zone), zone)

/** `3月2日 16:00–18:00（Asia/Shanghai）`, or with both days where it ends on another. */
export function periodInWords({ start, end }: Period, zone: string): Text {
  const from = clockInWords(start, zone)
  const to = clockInWords(end, zone)
  const [first, last] = [start, end].map((moment) => dayInWords(moment, zone).zh)
  const clock = clockText(end.epochMilliseconds, zone)
  const text =
    first === last
      ? { zh: `${from.zh}–${clock}`, en: `${from.en}–${clock}` }
      : { zh: `${from.zh} – ${to.zh}`, en: `${from.en} – ${to.en}` }
  return withZone(text, zone)
}

const withZone = ({ zh, en }: Text, zone: string): Text => ({
  zh: `${zh}（${zone}）`,
  en: `${en} (${zone})`,
})

function clockInWords(moment: Temporal.Instant, zone: string): Text {
  const local = moment.toZonedDateTimeISO(zone)
  const clock = clockText(moment.epochMilliseconds, zone)
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

/** Until when something lasts: its last day where it ends with one, or else the moment; either way the zone is named. */
export function lastingInWords(end: Temporal.Instant, zone: string): Text {
  const isWhole = lastWholeDay(end, zone) !== undefined
  return isWhole
    ? withZone(dayInWords(end.subtract({ seconds: 1 }), zone), zone)
    : withYear(end, zone)
}

function withYear(moment: Temporal.Instant, zone: string): Text {
  const [day, clock] = [dayInWords(moment, zone), clockText(moment.epochMilliseconds, zone)]
  return withZone({ zh: `${day.zh} ${clock}`, en: `${day.en}, ${clock}` }, zone)
}

const two = (part: number) => String(part).padStart(2, '0')

const offsetMs = (atMs: number, zone: string): number =>
  Date.parse(`${wallClockOf(atMs, zone)}Z`) - Math.floor(atMs / minuteMs) * minuteMs

// Building a formatter costs more than a page's worth of formatting: each is built once.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  formats.set(timeZone, made)
  return made
}
