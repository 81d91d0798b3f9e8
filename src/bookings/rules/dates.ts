import type { Period } from '../model/booking.ts'
import type { BookingFacts, Objection } from '../model/facts.ts'
import { hardOnly, objectionsToBooking } from './objections.ts'
import { widened } from './periods.ts'

export type JudgedDate = { period: Period; objections: Objection[] }

/**
 * Judges dates one after the other, each as if those before it that may be were booked already: so quotas, gaps and
 * buffers hold between the dates of one wish too. With `override`, rules that staff may set aside are not asked.
 */
export function judgedDates(
  periods: readonly Period[],
  facts: BookingFacts,
  { override = false }: { override?: boolean } = {},
): JudgedDate[] {
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = facts.policy
  const mine = [...facts.mine]
  const ofLab = [...facts.ofLab]
  const taken = [...facts.taken]
  return periods.map((period) => {
    const all = objectionsToBooking(period, { ...facts, mine, ofLab, taken })
    const objections = override ? hardOnly(all) : all
    if (objections.length === 0) {
      mine.push(period)
      ofLab.push(period)
      taken.push({ kind: 'booking', period, taken: widened(period, before, after) })
    }
    return { period, objections }
  })
}
