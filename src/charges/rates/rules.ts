import {
  type Audience,
  audiences,
  type Policy,
  type WeeklyHours,
} from '../../bookings/policies/model.ts'
import type { Line } from '../charges/model.ts'
import type { Rate, Rates } from './model.ts'
import { chargeWords } from '../charges/words.ts'
import { estimateWords, priceWords as words } from './words.ts'
import { partOf } from '../charges/rules/fen.ts'
import { peakPeriods } from '../../bookings/verdict/rules/hours.ts'
import { Temporal } from '../../core/time.ts'
import type { Text } from '../../core/text.ts'
import {
  merged,
  minuteMs,
  minutesIn,
  minutesInside,
  type Period,
  periodOf,
} from '../../core/periods.ts'

export type Use = BilledTimes & {
  audience: Audience
  assisted: boolean
  samples: number
}

export type Terms = {
  policy: BilledPolicy
  /** IANA zone of the peak windows. */
  zone: string
  rates: Rates
}

type Price = { lines: Line[]; totalFen: number }

/**
 * What a use costs, line by line. Each line is rounded half up to whole 分, and the total is their sum. Undefined
 * where the instrument has no prices at all.
 */
export function priceOf(use: Use, { policy, zone, rates }: Terms): Price | undefined {
  const found = rateFor(rates, use.audience)
  if (!found) return undefined
  const { rate } = found
  const billed = billedTime(use, { policy, zone })
  const payer = words.audience(found.audience)
  const lines = [
    ...timeLines(billed, rate, { policy, payer }),
    ...hourLines(
      'assisted',
      use.assisted ? billed.minutes : 0,
      rate.assistedHourFen,
      words.assisted,
    ),
    ...countedLines('samples', use.samples, rate.sampleFen),
    ...countedLines('setup', 1, rate.setupFen),
  ]
  const full = [...lines, ...upToMinimum(totalOf(lines), rate.minimumFen)]
  return { lines: full, totalFen: totalOf(full) }
}

const totalOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { amountFen }) => sum + amountFen, 0)

type Why = Line['why']

function timeLines(
  { minutes, peakMinutes }: Billed,
  { hourFen, peakHourFen }: Rate,
  { policy, payer }: { policy: BilledPolicy; payer: Why },
): Line[] {
  const why = words.time(payer, policy.billBy ?? 'reserved', policy.billRoundMinutes)
  if (peakHourFen === undefined) return hourLines('time', minutes, hourFen, why)
  return [
    ...hourLines('time', minutes - peakMinutes, hourFen, why),
    ...hourLines('peak_time', peakMinutes, peakHourFen, words.peak(why)),
  ]
}

function hourLines(
  code: 'time' | 'peak_time' | 'assisted',
  minutes: number,
  hourFen: number | undefined,
  why: Why,
): Line[] {
  if (hourFen === undefined || minutes === 0) return []
  const amountFen = partOf(hourFen, minutes, 60)
  const quantity = Math.round((minutes / 60) * 1e4) / 1e4
  return [{ code, quantity, minutes, unit: 'h', unitPriceFen: hourFen, amountFen, why }]
}

function countedLines(code: 'samples' | 'setup', count: number, fen: number | undefined): Line[] {
  if (fen === undefined || count === 0) return []
  const unit = code === 'samples' ? 'sample' : 'once'
  return [
    { code, quantity: count, unit, unitPriceFen: fen, amountFen: count * fen, why: words[code] },
  ]
}

function upToMinimum(fen: number, minimumFen = 0): Line[] {
  const missing = minimumFen - fen
  if (missing <= 0) return []
  return [onceLine('minimum', missing, words.minimum(minimumFen))]
}

/** The lines of several uses, those of one kind at one price added up. */
export function addedUp(lines: readonly Line[]): Line[] {
  const alike = Map.groupBy(lines, ({ code, unitPriceFen, why }) =>
    [code, unitPriceFen, why.zh].join(' '),
  )
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [others.reduce(plus, first)] : [],
  )
}

const plus = (one: Line, other: Line): Line => ({
  ...one,
  quantity: Math.round((one.quantity + other.quantity) * 1e4) / 1e4,
  ...(one.minutes !== undefined && { minutes: one.minutes + (other.minutes ?? 0) }),
  amountFen: one.amountFen + other.amountFen,
})

type Estimated = {
  uses: number
  lines: readonly Line[]
  totalFen: number
  isPriced: boolean
  vouchers: readonly { paysFen: number }[]
}

/** `预计费用 ¥95`, `0.5 小时 × ¥190 = ¥95 · 成员单位价`: an estimate in sentences. */
export function estimateText({ uses, lines, totalFen, isPriced, vouchers }: Estimated): Text[] {
  if (!isPriced) return [estimateWords.free]
  const covered = Math.max(0, ...vouchers.map(({ paysFen }) => paysFen))
  return [
    estimateWords.total(yuanText(totalFen), uses),
    ...lines.map(lineText),
    ...(covered > 0 ? [estimateWords.vouchers(yuanText(covered))] : []),
  ]
}

function lineText({ quantity, unit, unitPriceFen, amountFen, why }: Line): Text {
  const sum = {
    quantity: numberText(quantity),
    unitPrice: yuanText(unitPriceFen),
    amount: yuanText(amountFen),
  }
  return unit === 'once' && quantity === 1
    ? estimateWords.once(sum.amount, why)
    : estimateWords.line(sum, unitWords[unit], why)
}

const unitWords: Record<Line['unit'], Text> = {
  h: chargeWords.hour,
  sample: chargeWords.sample,
  once: chargeWords.once,
}

const numberText = (value: number) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value)

/** `1,234.50`, and no decimals where there are none. */
const yuanText = (fen: number) =>
  new Intl.NumberFormat('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2 }).format(fen / 100)

/** A line of one amount: a fee, a waiver, a correction. */
export const onceLine = (code: Line['code'], amountFen: number, why: Why): Line => ({
  code,
  quantity: 1,
  unit: 'once',
  unitPriceFen: amountFen,
  amountFen,
  why,
})

export type BilledPolicy = Pick<Policy, 'billBy' | 'billRoundMinutes' | 'peak'>
type BilledTimes = { reserved: Period; actual?: Period | undefined }
type Billed = { minutes: number; peakMinutes: number; periods: Period[] }

/**
 * The time that is billed, in whole minutes: a use counts from the minute in which it began to the one in which it
 * ended. Rounding up to full steps adds minutes at its end, so that every minute lies inside the peak or outside it;
 * peak windows follow the instrument's own clock, also through changes of daylight saving time.
 */
export function billedTime(
  { reserved, actual }: BilledTimes,
  { policy, zone }: { policy: BilledPolicy; zone: string },
): Billed {
  const counted = billedPeriods(reserved, actual, policy.billBy).map(wholeMinutes)
  const periods = roundedUp(counted, policy.billRoundMinutes ?? 1)
  const minutes = minutesOfAll(periods)
  const peakMinutes = periods.reduce(
    (before, period) => before + minutesInside(period, peakPeriods({ policy, zone }, period)),
    0,
  )
  return { minutes, peakMinutes, periods }
}

/** `union` is all time reserved or used; `max` is the longer of the two. */
function billedPeriods(
  reserved: Period,
  actual: Period | undefined,
  billBy: Policy['billBy'],
): Period[] {
  if (!actual || billBy === undefined || billBy === 'reserved') return [reserved]
  if (billBy === 'actual') return [actual]
  if (billBy === 'union') return merged([wholeMinutes(reserved), wholeMinutes(actual)])
  return [minutesOf(actual) > minutesOf(reserved) ? actual : reserved]
}

const floored = (ms: number) => Math.floor(ms / minuteMs) * minuteMs
const wholeMinutes = ({ start, end }: Period): Period =>
  periodOf(floored(start.epochMilliseconds), floored(end.epochMilliseconds))
const minutesOf = (period: Period) => minutesIn(wholeMinutes(period))
const minutesOfAll = (periods: readonly Period[]) =>
  periods.reduce((before, period) => before + minutesIn(period), 0)

function roundedUp(periods: readonly Period[], step: number): Period[] {
  const minutes = minutesOfAll(periods)
  const missing = Math.ceil(minutes / step) * step - minutes
  return periods.map((period, at) =>
    at === periods.length - 1 && missing > 0
      ? periodOf(period.start.epochMilliseconds, period.end.epochMilliseconds + missing * minuteMs)
      : period,
  )
}

/**
 * The price of an audience: its own, or else that of the next wider audience that has one, or else of the widest. So a
 * nearer audience never pays more than a wider one, and a missing price never makes a use free by mistake.
 */
export function priceOfAudience<Value>(
  prices: Readonly<Partial<Record<Audience, Value | undefined>>>,
  audience: Audience,
): { price: Value; audience: Audience } | undefined {
  const at = audiences.indexOf(audience)
  for (const one of [...audiences.slice(at), ...audiences.slice(0, at).toReversed()]) {
    const price = prices[one]
    if (price !== undefined) return { price, audience: one }
  }
  return undefined
}

export function rateFor(
  rates: Rates,
  audience: Audience,
): { rate: Rate; audience: Audience } | undefined {
  const found = priceOfAudience(rates, audience)
  return found && { rate: found.price, audience: found.audience }
}

type Card = { version: number; validFrom: Temporal.Instant }

/** The rates valid at a moment: those that began last; of two at once the later version. */
export const ratesAt = <Version extends Card>(
  cards: readonly Version[],
  at: Temporal.Instant,
): Version | undefined =>
  cards
    .filter(({ validFrom }) => Temporal.Instant.compare(validFrom, at) <= 0)
    .toSorted(
      (one, other) =>
        Temporal.Instant.compare(other.validFrom, one.validFrom) || other.version - one.version,
    )[0]

/** Rates that begin later, the next first. */
export const upcomingOf = <Version extends Card>(
  cards: readonly Version[],
  at: Temporal.Instant,
): Version[] =>
  cards
    .filter(({ validFrom }) => Temporal.Instant.compare(validFrom, at) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.validFrom, other.validFrom))

const days: readonly Text[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
]

/** `周一至周五 08:00–12:00、周六 08:00–10:00`, `Mon–Fri 08:00–12:00, Sat 08:00–10:00`. */
export function windowsText(windows: readonly WeeklyHours[]): Text {
  const texts = windows.map((window) => {
    const { zh, en } = daysText(window.days.toSorted((one, other) => one - other))
    const hours = `${window.from}–${window.to}`
    return { zh: `${zh} ${hours}`, en: `${en} ${hours}` }
  })
  return {
    zh: texts.map(({ zh }) => zh).join('、'),
    en: texts.map(({ en }) => en).join(', '),
  }
}

/** Consecutive days become a span, others a list. */
function daysText(sorted: readonly number[]): Text {
  const [first = 1] = sorted
  const last = sorted.at(-1) ?? first
  const isSpan = sorted.length > 2 && last - first === sorted.length - 1
  if (isSpan) {
    const [from, to] = [days[first - 1], days[last - 1]]
    return { zh: `${from?.zh}至${to?.zh}`, en: `${from?.en}–${to?.en}` }
  }
  const names = sorted.flatMap((day) => days[day - 1] ?? [])
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(' and ') }
}
