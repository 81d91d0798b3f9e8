import type { BookingState } from '../../../bookings/bookings/model.ts'
import { type Period, covers, merged, minuteMs, periodOf } from '../../../core/periods.ts'
import type { Audience, Policy } from '../../../bookings/policies/model.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Line } from '../model/lines.ts'
import type { Rates } from '../../rates/model.ts'
import { priceWords as words } from '../../rates/words/price.ts'
import { onceLine, priceOf } from '../../rates/rules/price.ts'

/** What of a booking decides whether it costs something, and the terms that hold for it. */
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

export type Owed = {
  cause: 'use' | 'late_cancel' | 'no_show'
  lines: Line[]
  totalFen: number
  /** When it came about. */
  at: Temporal.Instant
}

/** What a booking costs as it ended; undefined where it costs nothing, or has not ended. */
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

/** By its person, after it was confirmed, and past the deadline; what staff or an outage ends costs nothing. */
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
 * Whether others used all of the time that was given back too late: from the quarter of an hour after it was given
 * back, or from the start where that is later, until the end. Bookings that finished count, for what they had reserved.
 */
export function isRefilled(
  fee: { start: Temporal.Instant; end: Temporal.Instant; at: Temporal.Instant },
  finished: readonly Period[],
): boolean {
  const given = Math.max(fee.start.epochMilliseconds, fee.at.epochMilliseconds)
  const from = Math.ceil(given / quarterMs) * quarterMs
  const until = fee.end.epochMilliseconds
  return from < until && covers(merged(finished), periodOf(from, until))
}

const quarterMs = 15 * minuteMs
