import type { BookingState } from '../../bookings/model.ts'
import type { BookingFacts, ObjectionCode, Reason } from '../model/facts.ts'
import { hardOnly, needsApproval, objectionsToBooking } from './objections.ts'
import { type Period, widened } from '../../../core/periods.ts'

/** A time that is asked for, and the booking that would move there. */
export type AskedDate = {
  period: Period
  booking?: Period & { id: string; state: BookingState }
}

export type JudgedDate<D extends AskedDate = AskedDate> = D & {
  objections: Reason[]
  needsApproval: boolean
}

export type Rules = (period: Period, facts: BookingFacts) => Reason[]

/** A hold: what the form still asks for, such as a project, is no objection yet. */
export const rulesOfHolds: Rules = (period, facts) => hardOnly(objectionsToBooking(period, facts))

/** An approval: the booking was asked for in time, however long the answer took. */
export const rulesOfApproval: Rules = (period, facts) =>
  objectionsToBooking(period, facts).filter(({ code }) => code !== 'edit_deadline')

/** A place on the waiting list: only what waiting does not change. */
export const rulesOfWaiting: Rules = (period, facts) =>
  objectionsToBooking(period, { ...facts, taken: [] }).filter(({ code }) => lasting.has(code))

/** Who somebody is, what the instrument is, how long a booking may be. */
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

/**
 * Judges dates one after the other, each as if those accepted before it were booked already: so quotas, gaps and
 * buffers hold between the dates of one series too. Staff need no approval; `isOverridden` sets soft rules aside. With
 * `skips`, a booking that cannot move stays where it is, and counts there for all others.
 */
export function judgeDates<D extends AskedDate>(
  dates: readonly D[],
  facts: BookingFacts,
  options: Options & { skips?: boolean },
): JudgedDate<D>[] {
  const staying = new Map<D, JudgedDate<D>>()
  // One that stays may keep another from moving: each round but the last adds one at least.
  for (;;) {
    const judged = judgeInTurn(dates, facts, { ...options, staying })
    const stayed = staying.size
    for (const [at, date] of dates.entries()) {
      const one = judged[at]
      if (options.skips && one && one.objections.length > 0) staying.set(date, one)
    }
    if (staying.size === stayed) return judged
  }
}

type Options = {
  rules?: Rules | undefined
  isOverridden: boolean
  isStaff: boolean
}

function judgeInTurn<D extends AskedDate>(
  dates: readonly D[],
  facts: BookingFacts,
  options: Options & { staying: ReadonlyMap<D, JudgedDate<D>> },
): JudgedDate<D>[] {
  const { rules = objectionsToBooking, isOverridden, isStaff, staying } = options
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = facts.policy
  const mine = [...facts.mine]
  const ofLab = [...facts.ofLab]
  const taken = [...facts.taken]
  const take = (period: Period) => {
    mine.push(period)
    ofLab.push(period)
    taken.push({ kind: 'booking', period, taken: widened(period, before, after) })
  }
  for (const { booking } of staying.keys()) if (booking) take(booking)
  return dates.map((date) => {
    const stays = staying.get(date)
    if (stays) return stays
    const { period, booking } = date
    const isInUse = booking?.state === 'in_use'
    const own = { ...facts, mine, ofLab, taken, ...(booking && { before: booking, isInUse }) }
    const all = rules(period, own)
    const objections = isOverridden ? hardOnly(all) : all
    if (objections.length === 0) take(period)
    const isAsked = !isStaff && !isInUse && needsApproval(period, facts)
    return { ...date, objections, needsApproval: isAsked }
  })
}
