import { slotsIn } from '../openings/rules/slots.ts'
import type { BookingFacts } from '../verdict/model/facts.ts'
import { objectionsToBooking } from '../verdict/rules/objections.ts'
import type { Period } from '../../core/periods.ts'

/** Free slots that are looked at for one who waits. */
const mostSlots = 100

/** The earliest time within the window that the rules give this person now; undefined while there is none. */
export function firstFit(
  { window, minutes }: { window: Period; minutes: number },
  facts: BookingFacts,
): Period | undefined {
  const { policy, instrument, now } = facts
  const taken = facts.taken.map((one) => one.taken)
  const question = { policy, zone: instrument.zone, taken, now, minutes, window }
  return slotsIn(question, mostSlots).find((slot) => objectionsToBooking(slot, facts).length === 0)
}
