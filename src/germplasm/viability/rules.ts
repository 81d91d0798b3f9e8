import { dayIn, type Temporal } from '../../core/time.ts'
import type {
  LifeConstants,
  Replicate,
  Store,
  TestingFacts,
  TestingRule,
  TestResult,
} from './model.ts'

/**
 * How long seeds live: Ellis and Roberts (1980), Improved equations for the prediction of seed longevity, Annals of
 * Botany 45, 13–30. v = Ki − p / 10^(KE − CW·log10 m − CH·t − CQ·t²): v is viability after p days in probits, Ki what it
 * was in the beginning, m the moisture in percent of fresh weight, t the temperature in °C.
 */

/** Days in which viability falls by one probit. */
export const daysPerProbit = (
  { ke, cw, ch, cq }: LifeConstants,
  { moisturePercent, celsius }: Store,
): number => 10 ** (ke - cw * Math.log10(moisturePercent) - ch * celsius - cq * celsius ** 2)

const wet = { moisturePercent: 10, celsius: 25 }

/**
 * Whether constants say that drying and cooling lengthen life, as they do for orthodox seeds. Eight of the 164 published
 * sets do not, being fitted to few conditions: nothing is predicted from those.
 */
export const canPredict = (constants: LifeConstants): boolean => {
  const days = (store: Store) => daysPerProbit(constants, store)
  return (
    days({ ...wet, moisturePercent: 5 }) > days(wet) && days({ ...wet, celsius: 5 }) > days(wet)
  )
}

type Kept = { percent: number; constants: LifeConstants; store: Store }

/** Viability in percent after so many days in store. */
export const viabilityAfter = (days: number, { percent, constants, store }: Kept): number =>
  percentOf(probitOf(percent) - days / daysPerProbit(constants, store))

/** Days until viability has fallen to a threshold in percent; 0 where it is there already. */
export const daysUntil = (threshold: number, { percent, constants, store }: Kept): number =>
  Math.max(0, (probitOf(percent) - probitOf(threshold)) * daysPerProbit(constants, store))

/** The day on which viability will have fallen to a threshold in percent; undefined beyond the year 9999. */
export function predictedDay(from: string, threshold: number, kept: Kept): string | undefined {
  const days = Math.floor(daysUntil(threshold, kept))
  const start = dayIn(from)
  if (!start || days > 3_000_000) return undefined
  const day = start.add({ days }).toString()
  return dayIn(day) && day
}

/** Of so many seeds none or all is not 0 or 100 percent of a lot: a quarter of a seed less or more. */
const assumedSeeds = 200

/**
 * Percent as a standard normal deviate (Acklam's approximation, within 1e-8 after one step of Halley's method). 0 and 100
 * percent, which have none, are taken as they may be among `seeds` tested ones.
 */
export function probitOf(percent: number, seeds: number = assumedSeeds): number {
  const least = 1 / (4 * seeds)
  const share = Math.min(1 - least, Math.max(least, percent / 100))
  const rough = roughDeviate(share)
  const error = normalShare(rough) - share
  const step = error * Math.sqrt(2 * Math.PI) * Math.exp(rough ** 2 / 2)
  return rough - step / (1 + (rough * step) / 2)
}

/** A standard normal deviate as percent. */
export const percentOf = (probit: number): number => normalShare(probit) * 100

/** Rational approximations of the quantile: in the tails, and between. */
const tail = {
  above: [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
    4.374664141464968, 2.938163982698783,
  ],
  below: [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1],
}
const middle = {
  above: [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
    -3.066479806614716e1, 2.506628277459239,
  ],
  below: [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
    -1.328068155288572e1, 1,
  ],
}
const tailShare = 0.02425

function roughDeviate(share: number): number {
  if (share > 1 - tailShare) return -roughDeviate(1 - share)
  if (share < tailShare) {
    const x = Math.sqrt(-2 * Math.log(share))
    return polynomial(tail.above, x) / polynomial(tail.below, x)
  }
  const x = share - 0.5
  return (x * polynomial(middle.above, x ** 2)) / polynomial(middle.below, x ** 2)
}

/** Coefficients of the highest power first. */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

/** The share of a standard normal distribution below a deviate, within 1e-15: a series, or a continued fraction. */
function normalShare(deviate: number): number {
  const size = Math.abs(deviate)
  const density = Math.exp(-(size ** 2) / 2) / Math.sqrt(2 * Math.PI)
  const upper = size < 3 ? 0.5 - density * seriesOf(size) : density / fractionOf(size)
  return deviate < 0 ? upper : 1 - upper
}

function seriesOf(x: number): number {
  let term = x
  let sum = x
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= x ** 2 / odd
    sum += term
  }
  return sum
}

const fractionOf = (x: number): number =>
  Array.from({ length: 60 }, (_, at) => 60 - at).reduce((below, at) => x + at / below, x)

/** One day of a germination curve: what has germinated so far, in percent of the seeds; the extremes of replicates. */
export type CurveDay = { day: number; percent: number; lowest: number; highest: number }

export type Germination = {
  curve: readonly CurveDay[]
  /** Seeds and seedlings of all replicates together. */
  seeds: number
  germinated: number
  percent: number
  /** Standard error of the mean of replicates, in percent; null for a single one. */
  standardError: number | null
  /** Days until half of what germinated had done so, between days by proportion; null where nothing did. */
  halfAfterDays: number | null
  /** Mean time to germinate, in days. */
  meanDays: number | null
}

/** How a lot germinated, day by day, over all replicates of a test. */
export function germinationOf(replicates: readonly Replicate[]): Germination {
  const days = Math.max(0, ...replicates.map(({ byDay }) => byDay.length))
  const seeds = sumOf(replicates.map((one) => one.seeds))
  const daily = Array.from({ length: days }, (_, at) =>
    sumOf(replicates.map(({ byDay }) => byDay[at] ?? 0)),
  )
  const germinated = sumOf(daily)
  const finals = replicates.map((one) => percentIn(one, days))
  return {
    curve: daily.map((_, at) => curveDay(replicates, at + 1)),
    seeds,
    germinated,
    percent: ofSeeds(germinated, seeds),
    standardError: standardErrorOf(finals),
    halfAfterDays: halfAfter(daily, germinated),
    meanDays:
      germinated > 0 ? sumOf(daily.map((count, at) => count * (at + 1))) / germinated : null,
  }
}

function curveDay(replicates: readonly Replicate[], day: number): CurveDay {
  const shares = replicates.map((one) => percentIn(one, day))
  const seeds = sumOf(replicates.map((one) => one.seeds))
  const until = sumOf(replicates.map(({ byDay }) => sumOf(byDay.slice(0, day))))
  return {
    day,
    percent: ofSeeds(until, seeds),
    lowest: Math.min(...shares),
    highest: Math.max(...shares),
  }
}

const percentIn = ({ seeds, byDay }: Replicate, day: number) =>
  ofSeeds(sumOf(byDay.slice(0, day)), seeds)

const ofSeeds = (count: number, seeds: number) => (seeds > 0 ? (count / seeds) * 100 : 0)
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

function standardErrorOf(values: readonly number[]): number | null {
  if (values.length < 2) return null
  const mean = sumOf(values) / values.length
  const variance = sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1)
  return Math.sqrt(variance / values.length)
}

/** Farooq et al. (2005): by proportion within the day on which half is passed. */
function halfAfter(daily: readonly number[], germinated: number): number | null {
  if (germinated === 0) return null
  const half = germinated / 2
  let before = 0
  for (const [at, count] of daily.entries()) {
    if (before + count >= half) return at + (half - before) / count
    before += count
  }
  return null
}

/**
 * The value that later tests are measured by: the first conclusive test within a year of propagation. Once there is one
 * it stays, whatever older results are entered afterwards.
 */
export function initialValue<Result extends TestResult>(
  frozen: Result | undefined,
  tests: readonly Result[],
  { propagatedOn, rule }: { propagatedOn: string; rule: Pick<TestingRule, 'initialWithinDays'> },
): Result | undefined {
  if (frozen) return frozen
  const start = dayIn(propagatedOn)
  if (!start) return undefined
  const last = start.add({ days: rule.initialWithinDays }).toString()
  return tests
    .filter(({ on, isConclusive }) => isConclusive && on >= propagatedOn && on <= last)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))[0]
}

/** Whether a lot is to be regenerated: its viability has come down to a share of the initial value, both in percent. */
export const needsRegeneration = (
  percent: number,
  initial: number,
  { regenerateAt }: Pick<TestingRule, 'regenerateAt'>,
): boolean => percent <= initial * regenerateAt

/** The day on which a lot is to be tested next; undefined where a day of the facts is none. */
export function nextTestDue(facts: TestingFacts, rule: TestingRule): string | undefined {
  const { receivedOn, lastTestedOn, predictedDays, isShortLived } = facts
  if (lastTestedOn === undefined)
    return dayIn(receivedOn)?.add({ months: rule.firstWithinMonths }).toString()
  const unknown = isShortLived ? rule.unknownShortLivedYears : rule.unknownYears
  const most = daysIn(rule.mostYears)
  const days =
    predictedDays === undefined
      ? daysIn(unknown)
      : Math.min(most, predictedDays * rule.shareOfPrediction)
  return laterBy(dayIn(lastTestedOn), days)
}

const daysIn = (years: number) => years * 365.25

const laterBy = (day: Temporal.PlainDate | undefined, days: number): string | undefined =>
  day?.add({ days: Math.floor(days) }).toString()

/** Constants of a species with how its seeds are kept, where both are known and anything can be predicted by them. */
export type Keeping = { constants: LifeConstants; store: Store }

/** What decides about a lot: what is known of its seeds, and its finished tests. */
export type LotFacts = {
  receivedOn: string
  /** Null: grown when it was received. */
  propagatedOn: string | null
  isShortLived: boolean
  keeping: Keeping | null
  /** What is its initial value already. */
  initialTestId: string | null
  tests: readonly FoundTest[]
}
export type FoundTest = TestResult & { id: string }

export type Plan = {
  initial: FoundTest | null
  /** Below what seed that comes in should have. */
  isInitialLow: boolean
  /** The last conclusive one. */
  latest: FoundTest | null
  /** At which the lot is regenerated; null without an initial value. */
  thresholdPercent: number | null
  predictedOn: string | null
  nextDueOn: string | null
  needsRegeneration: boolean
}

const hasDecayed = (latest: FoundTest | null, initial: FoundTest | null, rule: TestingRule) =>
  latest !== null && initial !== null && needsRegeneration(latest.percent, initial.percent, rule)

/** What follows for a lot from its tests: by what it is measured, when it is tested next, whether it is regenerated. */
export function planOf(lot: LotFacts, rule: TestingRule): Plan {
  const { receivedOn, propagatedOn, isShortLived, tests, initialTestId } = lot
  const frozen = tests.find(({ id }) => id === initialTestId)
  const since = { propagatedOn: propagatedOn ?? receivedOn, rule }
  const initial = initialValue(frozen, tests, since) ?? null
  const latest = latestOf(tests)
  const thresholdPercent = initial && initial.percent * rule.regenerateAt
  const prediction = predictionOf(latest, thresholdPercent, lot.keeping)
  const facts = {
    receivedOn,
    lastTestedOn: latest?.on,
    predictedDays: prediction?.days,
    isShortLived,
  }
  return {
    initial,
    isInitialLow: initial !== null && initial.percent < rule.initialAtLeast * 100,
    latest,
    thresholdPercent,
    predictedOn: prediction?.on ?? null,
    nextDueOn: nextTestDue(facts, rule) ?? null,
    needsRegeneration: hasDecayed(latest, initial, rule),
  }
}

const latestOf = (tests: readonly FoundTest[]): FoundTest | null =>
  tests
    .filter(({ isConclusive }) => isConclusive)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .at(-1) ?? null

function predictionOf(latest: FoundTest | null, threshold: number | null, keeping: Keeping | null) {
  if (!latest || threshold === null || !keeping) return undefined
  const kept = { percent: latest.percent, ...keeping }
  return { days: daysUntil(threshold, kept), on: predictedDay(latest.on, threshold, kept) }
}

const curveSteps = 24

/** How a lot is predicted to lose its viability from its last test until the threshold: some days, with percent. */
export function predictedCurve(
  { latest, predictedOn }: Pick<Plan, 'latest' | 'predictedOn'>,
  keeping: Keeping | null,
): { on: string; percent: number }[] {
  const [start, end] = [dayIn(latest?.on), dayIn(predictedOn ?? '')]
  if (!latest || !keeping || !start || !end) return []
  const days = start.until(end, { largestUnit: 'days' }).days
  return Array.from({ length: curveSteps + 1 }, (_, at) => {
    const passed = Math.round((days * at) / curveSteps)
    return {
      on: start.add({ days: passed }).toString(),
      percent: viabilityAfter(passed, { percent: latest.percent, ...keeping }),
    }
  })
}
