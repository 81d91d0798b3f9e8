import { type Period, widened } from '../../../core/periods.ts'
import type { BookingFacts, Objection } from '../model/facts.ts'
import { hardOnly, objectionsToBooking } from './objections.ts'

export type JudgedDate = { period: Period; objections: Objection[] }

/**
 * Judges dates one after the other, each as if those before it that may be were booked already: so quotas, gaps and
 * buffers hold between the dates of one wish too. With `override`, rules that staff may set aside are not asked;
 * `before` are the times that each has now, when bookings are moved.
 */
export function judgedDates(
  periods: readonly Period[],
  facts: BookingFacts,
  { override = false, before: times = [] }: { override?: boolean; before?: readonly Period[] } = {},
): JudgedDate[] {
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = facts.policy
  const mine = [...facts.mine]
  const ofLab = [...facts.ofLab]
  const taken = [...facts.taken]
  return periods.map((period, index) => {
    const now = times[index]
    const own = { ...facts, mine, ofLab, taken, ...(now && { before: now }) }
    const all = objectionsToBooking(period, own)
    const objections = override ? hardOnly(all) : all
    if (objections.length === 0) {
      mine.push(period)
      ofLab.push(period)
      taken.push({ kind: 'booking', period, taken: widened(period, before, after) })
    }
    return { period, objections }
  })
}
