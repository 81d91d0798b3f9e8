import type { BookingFacts, Objection, ObjectionCode } from '../model/facts.ts'
import { hardOnly, objectionsToPerson } from './objections.ts'

/** What the rules of an instrument say of somebody before a time is chosen. */
export type Standing = {
  /** What stands against all of their bookings; of a guest, what signing in does not change. */
  objections: Objection[]
  /** Which of their bookings staff has to approve: all, or those longer than so many minutes. */
  approval: 'always' | number | undefined
}

type Viewer = { isSignedIn: boolean; isStaff: boolean }

export function standingIn(facts: BookingFacts, { isSignedIn, isStaff }: Viewer): Standing {
  const all = objectionsToPerson(facts)
  const lasting = isSignedIn ? all : all.filter(({ code }) => ofAnybody.has(code))
  return {
    // Staff override the rules of their policy.
    objections: isStaff ? hardOnly(lasting) : lasting,
    approval: isStaff ? undefined : approvalOf(facts),
  }
}

const ofAnybody: ReadonlySet<ObjectionCode> = new Set(['not_published', 'out_of_use', 'closed'])

function approvalOf({ policy, audience }: BookingFacts): Standing['approval'] {
  const { always, audiences, longerThanMinutes } = policy.approval ?? {}
  return always === true || audiences?.includes(audience) === true ? 'always' : longerThanMinutes
}
