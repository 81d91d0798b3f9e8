import type { BookingState } from '../bookings/model.ts'
import { stateNames } from '../bookings/words/booking.ts'
import type { Policy } from '../policies/model.ts'
import { useWords as words } from './words.ts'
import type { InstrumentFacts, Qualification, Reason, Taken } from '../verdict/model/facts.ts'
import { objectionWords } from '../verdict/words.ts'
import { minuteMs, overlaps, type Period, periodOf } from '../../core/periods.ts'
import type { Temporal } from '../../core/time.ts'

/** Use may begin so long before the booked time, where the time is free. */
export const earlyMinutes = 15

/** All that decides about the start of a use. */
export type StartFacts = {
  now: Temporal.Instant
  state: BookingState
  period: Period
  instrument: Pick<InstrumentFacts, 'isOutOfUse'>
  policy: Pick<Policy, 'qualifications'>
  qualifications: readonly Qualification[]
  /** Another booking of the instrument is in use. */
  isInUse: boolean
  /** What is taken around now, without this booking. */
  taken: readonly Taken[]
}

/** Why use may not begin now: every reason at once, none when it may (DOMAIN.md §3.2). */
export const objectionsToStart = (facts: StartFacts): Reason[] => [
  ...ofState(facts),
  ...ofInstrument(facts),
  ...ofPerson(facts),
  ...ofTime(facts),
]

/** When use may begin at the earliest. */
export const earliestStart = ({ start }: Period): number =>
  start.epochMilliseconds - earlyMinutes * minuteMs

function ofState({ state }: StartFacts): Reason[] {
  if (state === 'confirmed') return []
  if (state === 'pending') return [{ code: 'not_confirmed', detail: words.notConfirmed }]
  if (state === 'in_use') return [{ code: 'begun', detail: words.begun }]
  return [{ code: 'over', detail: words.over(stateNames[state]) }]
}

function ofInstrument({ instrument, isInUse, taken, now }: StartFacts): Reason[] {
  const objections: Reason[] = []
  if (instrument.isOutOfUse) objections.push({ code: 'out_of_use', detail: words.outOfUse })
  if (isInUse) objections.push({ code: 'in_use', detail: words.inUse })
  if (taken.some(({ kind, taken: time }) => kind === 'outage' && isIn(time, now)))
    objections.push({ code: 'outage', detail: words.outage })
  return objections
}

function ofPerson({ policy, qualifications, now }: StartFacts): Reason[] {
  return (policy.qualifications ?? []).flatMap((kind): Reason[] => {
    const held = qualifications.filter((one) => one.kind === kind)
    if (held.length === 0)
      return [{ code: `${kind}_missing`, detail: objectionWords.missing(kind) }]
    const lasts = held.some(
      ({ expiresAt }) => !expiresAt || expiresAt.epochMilliseconds > now.epochMilliseconds,
    )
    return lasts ? [] : [{ code: `${kind}_expired`, detail: objectionWords.expired(kind) }]
  })
}

function ofTime({ now, period, taken }: StartFacts): Reason[] {
  const nowMs = now.epochMilliseconds
  const startMs = period.start.epochMilliseconds
  if (nowMs >= period.end.epochMilliseconds) return [{ code: 'too_late', detail: words.tooLate }]
  if (nowMs < earliestStart(period))
    return [{ code: 'too_early', detail: words.tooEarly(earlyMinutes) }]
  if (nowMs >= startMs) return []
  const before = periodOf(nowMs, startMs)
  const isTaken = taken.some(({ kind, taken: time }) => kind !== 'outage' && overlaps(time, before))
  return isTaken ? [{ code: 'slot_taken', detail: words.slotTaken }] : []
}

const isIn = ({ start, end }: Period, at: Temporal.Instant) =>
  start.epochMilliseconds <= at.epochMilliseconds && at.epochMilliseconds < end.epochMilliseconds
