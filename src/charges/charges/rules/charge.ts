import type { BookingState } from '../../../bookings/bookings/model.ts'
import { type Period, covers, merged, minuteMs, periodOf } from '../../../core/periods.ts'
import type { Audience, Policy } from '../../../bookings/policies/model.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import type { ChargeRow, Line } from '../model.ts'
import type { Rates } from '../../rates/model.ts'
import { priceWords as words } from '../../rates/words.ts'
import { onceLine, priceOf } from '../../rates/rules.ts'
import { inLang, type Lang } from '../../../core/text.ts'

/** The facts that decide what a booking costs, with its rules and prices. */
export type BookingToCharge = {
  start: Temporal.Instant
  end: Temporal.Instant
  state: BookingState
  audience: Audience
  assisted: boolean
  sampleCount: number | null
  confirmedAt: Temporal.Instant | null
  startedAt: Temporal.Instant | null
  finishedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
  cancelledAs: string | null
  missedAt: Temporal.Instant | null
  /** The rules under which it was booked. */
  policy: Policy
  zone: string
  /** The prices that held at its start. */
  rates: Rates | null
}

type Owed = {
  cause: 'use' | 'late_cancel' | 'no_show'
  lines: Line[]
  totalFen: number
  /** The time that the charge belongs to. */
  at: Temporal.Instant
}

/** What an ended booking costs; undefined where it costs nothing, or has not ended. */
export function owedFor(booking: BookingToCharge): Owed | undefined {
  if (booking.state === 'finished') return owedForUse(booking)
  if (booking.state === 'missed') return owedForNoShow(booking)
  return booking.state === 'cancelled' ? owedForCancelling(booking) : undefined
}

function owedForUse(booking: BookingToCharge): Owed | undefined {
  const { start, end, startedAt, finishedAt, policy, zone, rates } = booking
  if (!finishedAt || !rates) return undefined
  const isLogged = startedAt && startedAt.epochMilliseconds < finishedAt.epochMilliseconds
  const price = priceOf(
    {
      reserved: { start, end },
      ...(isLogged && { actual: { start: startedAt, end: finishedAt } }),
      audience: booking.audience,
      assisted: booking.assisted,
      samples: booking.sampleCount ?? 0,
    },
    { policy, zone, rates },
  )
  return price && { cause: 'use', ...price, at: finishedAt }
}

function owedForNoShow({ missedAt, policy }: BookingToCharge): Owed | undefined {
  const fee = policy.noShowFeeFen ?? 0
  if (!missedAt || fee === 0) return undefined
  const lines = [onceLine('no_show', fee, words.noShow)]
  return { cause: 'no_show', lines, totalFen: fee, at: missedAt }
}

/** A fee for a confirmed booking that its person cancelled after the deadline; free where staff or an outage cancelled it. */
function owedForCancelling(booking: BookingToCharge): Owed | undefined {
  const { start, confirmedAt, cancelledAt, cancelledAs, policy } = booking
  const { cancelDeadlineMinutes: deadline, lateCancelFeeFen: fee = 0 } = policy
  if (!cancelledAt || !confirmedAt || cancelledAs !== 'own') return undefined
  if (deadline === undefined || fee === 0) return undefined
  if (cancelledAt.epochMilliseconds <= start.epochMilliseconds - deadline * minuteMs)
    return undefined
  const lines = [onceLine('late_cancel', fee, words.lateCancel(deadline))]
  return { cause: 'late_cancel', lines, totalFen: fee, at: cancelledAt }
}

/**
 * Whether others used all of the time that was cancelled too late: from the next quarter of an hour after the
 * cancellation, or from the start where that is later, until the end. Finished bookings count with their reserved time.
 */
export function isRefilled(
  fee: { start: Temporal.Instant; end: Temporal.Instant; at: Temporal.Instant },
  finished: readonly Period[],
): boolean {
  const freeFrom = Math.max(fee.start.epochMilliseconds, fee.at.epochMilliseconds)
  const from = Math.ceil(freeFrom / quarterMs) * quarterMs
  const until = fee.end.epochMilliseconds
  return from < until && covers(merged(finished), periodOf(from, until))
}

const quarterMs = 15 * minuteMs

export const presentLines = (lines: readonly Line[], lang: Lang) =>
  lines.map((line) => ({ ...line, why: inLang(line.why, lang) }))

/** A charge as the API answers it. */
export const presentCharge = (row: ChargeRow, lang: Lang) => ({
  id: row.id,
  instrument: { id: row.instrumentId, title: { zh: row.titleZh, en: row.titleEn } },
  cause: row.cause,
  bookingId: row.bookingId,
  orderId: row.orderId,
  shipmentId: row.shipmentId,
  aboutId: row.aboutId,
  person: { id: row.personId, name: row.personName },
  lab: row.labId ? { id: row.labId, name: { zh: row.labZh, en: row.labEn } } : null,
  amountFen: row.amountFen,
  currency: 'CNY' as const,
  lines: presentLines(row.lines, lang),
  policyVersion: row.policyVersion,
  rateVersion: row.rateVersion,
  at: isoOf(row.at),
  timezone: row.zone,
  month: row.month,
  statementId: row.statementId,
  reason: row.reason,
})
