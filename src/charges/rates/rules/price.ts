import type { Audience } from '../../../bookings/policies/model.ts'
import type { Line } from '../../charges/model/lines.ts'
import type { Rates } from '../model.ts'
import { priceWords as words } from '../words/price.ts'
import { rateFor } from './audience.ts'
import {
  type Billed,
  billedTime,
  type BilledPolicy,
  type BilledTimes,
} from '../../charges/rules/billed.ts'
import { partOf } from '../../charges/rules/fen.ts'

export type Use = BilledTimes & {
  audience: Audience
  assisted: boolean
  samples: number
}

export type Terms = {
  policy: BilledPolicy
  /** IANA: whose clock the peak windows mean. */
  zone: string
  rates: Rates
}

export type Price = { lines: Line[]; totalFen: number }

/**
 * What a use costs, line by line. Each line is rounded half up to whole 分, and the total is their sum. Undefined
 * where the instrument has no prices at all.
 */
export function priceOf(use: Use, { policy, zone, rates }: Terms): Price | undefined {
  const found = rateFor(rates, use.audience)
  if (!found) return undefined
  const { rate } = found
  const billed = billedTime(use, { policy, zone })
  const said = words.audience(found.audience)
  const lines = [
    ...timeLines(billed, rate, { policy, said }),
    ...hours('assisted', use.assisted ? billed.minutes : 0, rate.assistedHourFen, words.assisted),
    ...counted('samples', use.samples, rate.sampleFen),
    ...counted('setup', 1, rate.setupFen),
  ]
  const full = [...lines, ...upToMinimum(totalOf(lines), rate.minimumFen)]
  return { lines: full, totalFen: totalOf(full) }
}

export const totalOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { amountFen }) => sum + amountFen, 0)

type Rate = NonNullable<ReturnType<typeof rateFor>>['rate']
type Why = Line['why']

function timeLines(
  { minutes, peakMinutes }: Billed,
  { hourFen, peakHourFen }: Rate,
  { policy, said }: { policy: BilledPolicy; said: Why },
): Line[] {
  const why = words.time(said, policy.billBy ?? 'reserved', policy.billRoundMinutes)
  if (peakHourFen === undefined) return hours('time', minutes, hourFen, why)
  return [
    ...hours('time', minutes - peakMinutes, hourFen, why),
    ...hours('peak_time', peakMinutes, peakHourFen, words.peak(why)),
  ]
}

function hours(
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

function counted(code: 'samples' | 'setup', count: number, fen: number | undefined): Line[] {
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

/** A line of one amount: a fee, a waiver, a correction. */
export const onceLine = (code: Line['code'], amountFen: number, why: Why): Line => ({
  code,
  quantity: 1,
  unit: 'once',
  unitPriceFen: amountFen,
  amountFen,
  why,
})
