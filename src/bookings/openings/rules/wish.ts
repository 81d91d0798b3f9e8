import type { Period } from '../../../core/periods.ts'
import { dayIn, Temporal } from '../../../core/time.ts'
import { wallClockOf } from '../../../core/wall-clock.ts'

/** Local times of day between which a use is to lie, as `14:00`; `24:00` is the end of the day. */
export type Clock = { from: string; to: string }

/** Nobody who leaves the time open means the middle of the night. */
export const usualClock: Clock = { from: '07:00', to: '22:00' }

/** Whether a use begins and ends on one day within the usual hours of its clock. */
export function isUsualTime({ start, end }: Period, zone: string): boolean {
  const [from, to] = [start, end].map((at) => wallClockOf(at.epochMilliseconds, zone))
  if (from?.slice(0, 10) !== to?.slice(0, 10)) return false
  return (from ?? '').slice(11) >= usualClock.from && (to ?? '').slice(11) <= usualClock.to
}

/** What a search says of time: “显微镜 周四 14-16”, “SEM Thu 2pm 2h”. */
export type Wish = {
  /** What is left: the thing itself. */
  rest: string
  days?: { from: Temporal.PlainDate; to: Temporal.PlainDate }
  clock?: Clock
  minutes?: number
}

type Found = {
  days?: Wish['days']
  from?: number | undefined
  to?: number | undefined
  minutes?: number | undefined
}
/** Reads one kind of phrase; undefined where it is none after all. */
type Reader = {
  pattern: RegExp
  read: (found: RegExpExecArray, today: Temporal.PlainDate) => Found | undefined
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const numerals: Record<string, number> = {
  半: 0.5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
}
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthPattern = `(${months.join('|')})[a-z]*\\.?`
const dash = String.raw`\s*(?:-|–|—|~|～|到|至|to)\s*`
const zhPart = '(上午|早上|中午|下午|晚上)?'
const zhHour = String.raw`(\d{1,2})(?:[:：]([0-5]\d)|[点时](半|[0-5]?\d分?)?)`

const two = (value: number) => String(value).padStart(2, '0')

const oneDay = (day: Temporal.PlainDate) => ({ days: { from: day, to: day } })

/** The next of this day of the week, today's included; or that of the week after this. */
function weekdayFrom(today: Temporal.PlainDate, number: number, isNext: boolean) {
  const ahead = (number - today.dayOfWeek + 7) % 7
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  return oneDay(isNext ? monday.add({ days: 6 + number }) : today.add({ days: ahead }))
}

/** In the year that lies ahead. */
function dateAhead(today: Temporal.PlainDate, month: number, day: number) {
  const inYear = (year: number) => dayIn(`${year}-${two(month)}-${two(day)}`)
  const date = inYear(today.year)
  const wanted = date && Temporal.PlainDate.compare(date, today) < 0 ? inYear(today.year + 1) : date
  return wanted && oneDay(wanted)
}

const spanOfDay: Record<string, [number, number]> = {
  上午: [480, 720],
  早上: [480, 720],
  中午: [690, 840],
  下午: [720, 1080],
  晚上: [1080, 1320],
  morning: [480, 720],
  afternoon: [720, 1080],
  evening: [1080, 1320],
}

const isLate = (part: string) => /下午|晚上|中午|pm/i.test(part)

/** Minutes since midnight; undefined where no clock says so. */
function clockIn(hour: string, minute: string | undefined, part: string | undefined) {
  const hours = hourIn(Number(hour), part)
  if (hours === undefined) return undefined
  return hours * 60 + (minute === '半' ? 30 : Number(minute?.replace('分', '') ?? 0))
}

function hourIn(typed: number, part = ''): number | undefined {
  const [least, most] = /^[ap]m$/i.test(part) ? [1, 12] : [0, 24]
  if (typed < least || typed > most) return undefined
  if (typed === 12) return /^am$/i.test(part) ? 0 : 12
  return isLate(part) && typed < 12 ? typed + 12 : typed
}

const range = (from: number | undefined, to: number | undefined) =>
  from !== undefined && to !== undefined && from < to && to <= 1440
    ? { from, to, minutes: to - from }
    : undefined
const at = (from: number | undefined) => (from === undefined || from >= 1440 ? undefined : { from })

const readers: readonly Reader[] = [
  {
    pattern: /(?<!\d)(\d{4}-\d{1,2}-\d{1,2})(?!\d)/,
    read: ([, date = '']) => {
      const [year = '', month = '', day = ''] = date.split('-')
      const found = dayIn(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
      return found && oneDay(found)
    },
  },
  {
    pattern: /(\d{1,2})月(\d{1,2})[日号]?/,
    read: ([, month, day], today) => dateAhead(today, Number(month), Number(day)),
  },
  {
    pattern: new RegExp(String.raw`\b(\d{1,2})\s+${monthPattern}(?![a-z])`, 'i'),
    read: ([, day, name = ''], today) =>
      dateAhead(today, months.indexOf(name.toLowerCase()) + 1, Number(day)),
  },
  {
    pattern: new RegExp(String.raw`\b${monthPattern}\s+(\d{1,2})(?![\d:]|\s*[ap]m)`, 'i'),
    read: ([, name = '', day], today) =>
      dateAhead(today, months.indexOf(name.toLowerCase()) + 1, Number(day)),
  },
  {
    pattern: /(下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天])/,
    read: ([, which, day = ''], today) =>
      weekdayFrom(today, '一二三四五六日'.indexOf(day === '天' ? '日' : day) + 1, which === '下'),
  },
  {
    pattern: /\b(next\s+)?(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b/i,
    read: ([, next, day = ''], today) =>
      weekdayFrom(today, weekdays.indexOf(day.toLowerCase()) + 1, next !== undefined),
  },
  {
    pattern: /(下|本|这)(?:个)?(?:周|星期|礼拜)|\b(this|next) week\b/i,
    read: ([, zh, en], today) => {
      const monday = today.subtract({ days: today.dayOfWeek - 1 })
      const isNext = zh === '下' || en?.toLowerCase() === 'next'
      const from = isNext ? monday.add({ days: 7 }) : today
      return { days: { from, to: monday.add({ days: isNext ? 13 : 6 }) } }
    },
  },
  { pattern: /后天|\bday after tomorrow\b/i, read: (_, today) => oneDay(today.add({ days: 2 })) },
  { pattern: /明天|明日|\btomorrow\b/i, read: (_, today) => oneDay(today.add({ days: 1 })) },
  { pattern: /今天|今日|\btoday\b/i, read: (_, today) => oneDay(today) },
  {
    pattern: /([半一两二三四五六七八]|\d+(?:\.\d+)?)\s*个?(?:小时|钟头)/,
    read: ([, count = '']) => ({ minutes: Math.round((numerals[count] ?? Number(count)) * 60) }),
  },
  {
    pattern: /(?<![\w.])(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?)\b/i,
    read: ([, count]) => ({ minutes: Math.round(Number(count) * 60) }),
  },
  {
    pattern: /(?<![\w.])(\d+)\s*(?:分钟|min(?:ute)?s?\b)/i,
    read: ([, count]) => ({ minutes: Number(count) }),
  },
  { pattern: /半天|\bhalf a day\b/i, read: () => ({ minutes: 240 }) },
  {
    pattern: new RegExp(`${zhPart}${zhHour}${dash}${zhPart}${zhHour}`),
    read: ([, part, hour = '', colon, past, partTo, hourTo = '', colonTo, pastTo]) =>
      range(clockIn(hour, colon ?? past, part), clockIn(hourTo, colonTo ?? pastTo, partTo ?? part)),
  },
  {
    pattern: new RegExp(
      String.raw`\b(\d{1,2})(?::([0-5]\d))?\s*([ap]m)?${dash}(\d{1,2})(?::([0-5]\d))?\s*([ap]m)\b`,
      'i',
    ),
    read: ([, hour = '', past, part, hourTo = '', pastTo, partTo]) =>
      range(clockIn(hour, past, part ?? partTo), clockIn(hourTo, pastTo, partTo)) ??
      range(clockIn(hour, past, part ?? 'am'), clockIn(hourTo, pastTo, partTo)),
  },
  {
    pattern: new RegExp(String.raw`${zhPart}(?<![\w.-])(\d{1,2})${dash}(\d{1,2})[点时]?(?![\w.-])`),
    read: ([, part, hour = '', hourTo = '']) =>
      range(clockIn(hour, undefined, part), clockIn(hourTo, undefined, part)),
  },
  {
    pattern: new RegExp(`${zhPart}${zhHour}`),
    read: ([, part, hour = '', colon, past]) => at(clockIn(hour, colon ?? past, part)),
  },
  {
    pattern: /\b(\d{1,2})(?::([0-5]\d))?\s*([ap]m)\b/i,
    read: ([, hour = '', past, part]) => at(clockIn(hour, past, part)),
  },
  {
    pattern: /上午|早上|中午|下午|晚上|\b(?:morning|afternoon|evening)\b/i,
    read: ([part]) => {
      const [from, to] = spanOfDay[part.toLowerCase()] ?? [0, 1440]
      return { from, to }
    },
  },
]

/** Two numbers alone may be anything: a part's number, a range of years. */
const bareRange = /^\d{1,2}\s*\D+\s*\d{1,2}$/

/** What somebody typed into search, read as a wish for time; undefined where nothing in it is of time. */
export function wishIn(typed: string, today: Temporal.PlainDate): Wish | undefined {
  let rest = ` ${typed.slice(0, 200)} `
  const all: Found = {}
  let isSure = false
  for (const { pattern, read } of readers) {
    const found = pattern.exec(rest)
    const meant = found && read(found, today)
    if (!meant || isSaid(all, meant)) continue
    isSure ||= !bareRange.test(found[0].trim())
    // The length of a use that is said by itself counts, not that of the time within which it may lie.
    Object.assign(all, { ...meant, minutes: all.minutes ?? meant.minutes })
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
  }
  return isSure ? wishOf(all, rest) : undefined
}

/** Whether days or hours were said before. */
const isSaid = (all: Found, { days, from }: Found) =>
  (days !== undefined && all.days !== undefined) || (from !== undefined && all.from !== undefined)

const leadingWord = /^\s*(?:[,，、的在于]|(?:at|on)\b)\s*/i

function wishOf({ days, minutes, ...hours }: Found, rest: string): Wish {
  const clock = clockOf({ ...hours, minutes })
  return {
    rest: rest.replaceAll(/\s+/g, ' ').replace(leadingWord, '').trim(),
    ...(days && { days }),
    ...(clock && { clock }),
    ...(minutes && { minutes: Math.min(minutes, 31 * 1440) }),
  }
}

const clockText = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** A time alone is when it begins: two hours long unless more is said. */
function clockOf({ from, to, minutes = 120 }: Found): Clock | undefined {
  if (from === undefined) return undefined
  return { from: clockText(from), to: clockText(to ?? Math.min(from + minutes, 1440)) }
}
