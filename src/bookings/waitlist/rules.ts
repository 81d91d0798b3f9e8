import { type Period, minuteMs, periodOf } from '../../core/periods.ts'
import type { BookingFacts, Objection, ObjectionCode } from '../verdict/model/facts.ts'
import { objectionsToBooking } from '../verdict/rules/objections.ts'
import { slotsIn } from '../openings/rules.ts'

/** What waiting does not mend: who somebody is, what the instrument is, how long it is given. */
const lasting: ReadonlySet<ObjectionCode> = new Set([
  'not_published',
  'out_of_use',
  'closed',
  'audience',
  'training_missing',
  'training_expired',
  'operation_missing',
  'operation_expired',
  'safety_missing',
  'safety_expired',
  'project_missing',
  'too_short',
  'too_long',
])

/** Why it would be vain to wait for so many minutes within a window: every reason, none when it is not. */
export function objectionsToWaiting(
  { window, minutes }: { window: Period; minutes: number },
  facts: BookingFacts,
): Objection[] {
  const startMs = window.start.epochMilliseconds
  const asked = periodOf(startMs, startMs + minutes * minuteMs)
  return objectionsToBooking(asked, { ...facts, taken: [] }).filter(({ code }) => lasting.has(code))
}

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
