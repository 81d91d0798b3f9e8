import { type BookingFacts, hardCodes, type Objection, type Reason } from '../model/facts.ts'
import { clockMinutes, closedDaysIn, peakPeriods, weeklyPeriods } from './hours.ts'
import { objectionsOfQuotas } from './quotas.ts'
import { objectionWords as words } from '../words.ts'
import {
  covers,
  minuteMs,
  minutesByCalendar,
  minutesInside,
  overlaps,
  type Period,
  widened,
} from '../../../core/periods.ts'
import { isWithin } from '../../../instruments/rules/standing.ts'

/**
 * Why this booking may not be made or changed so: every reason at once, none when it may (DOMAIN.md §3.2).
 * Pure: the browser asks while one types, the server decides with the facts that it holds locked.
 */
export function objectionsToBooking(period: Period, facts: BookingFacts): Objection[] {
  return [
    ...objectionsOfInstrument(facts),
    ...ofPerson(period, facts),
    ...ofClock(period, facts),
    ...ofDeadline(facts),
    ...ofLength(period, facts),
    ...ofHours(period, facts),
    ...objectionsOfQuotas(period, facts),
    ...ofOthers(period, facts),
  ]
}

/** What stands against every booking of somebody, whatever its time: the instrument, who they are, what they hold now. */
export const objectionsToPerson = (facts: BookingFacts): Objection[] => [
  ...objectionsOfInstrument(facts),
  ...ofPerson({ start: facts.now, end: facts.now }, { ...facts, hasProject: true }),
]

/** What stands against every booking of an audience, whoever of it asks. */
export function objectionsOfInstrument({
  instrument,
  policy,
  audience,
}: Pick<BookingFacts, 'instrument' | 'policy' | 'audience'>): Objection[] {
  const objections: Objection[] = []
  if (!instrument.isPublished)
    objections.push({ code: 'not_published', detail: words.notPublished })
  if (instrument.isOutOfUse) objections.push({ code: 'out_of_use', detail: words.outOfUse })
  if (instrument.isClosed && !isWithin(audience, 'institution'))
    objections.push({ code: 'closed', detail: words.closed })
  if (policy.audience && !isWithin(audience, policy.audience))
    objections.push({ code: 'audience', detail: words.audience[policy.audience] })
  return objections
}

/** What an override does not set aside. */
export const hardOnly = <R extends Reason>(objections: readonly R[]): R[] =>
  objections.filter(({ code }) => hardCodes.some((hard) => hard === code))

/** Whether staff has to say yes before it holds. */
export function needsApproval(
  period: Period,
  { policy, audience, instrument }: Pick<BookingFacts, 'policy' | 'audience' | 'instrument'>,
): boolean {
  const { always, audiences, longerThanMinutes } = policy.approval ?? {}
  return (
    always === true ||
    audiences?.includes(audience) === true ||
    (longerThanMinutes !== undefined &&
      minutesByCalendar(period, instrument.zone) > longerThanMinutes)
  )
}

function ofPerson(period: Period, { policy, qualifications, hasProject }: BookingFacts) {
  const objections = (policy.qualifications ?? []).flatMap((kind): Objection[] => {
    const held = qualifications.filter((one) => one.kind === kind)
    if (held.length === 0) return [{ code: `${kind}_missing`, detail: words.missing(kind) }]
    const lasts = held.some(
      ({ expiresAt }) => !expiresAt || expiresAt.epochMilliseconds >= period.end.epochMilliseconds,
    )
    return lasts ? [] : [{ code: `${kind}_expired`, detail: words.expired(kind) }]
  })
  if (policy.needsProject && !hasProject)
    objections.push({ code: 'project_missing', detail: words.projectMissing })
  return objections
}

/** Past, lead, horizon and the deadline for changes. A booking in use keeps its start, which is past. */
function ofClock({ start, end }: Period, facts: BookingFacts): Objection[] {
  const { now, before, isInUse } = facts
  const nowMs = now.epochMilliseconds
  const startMs = start.epochMilliseconds
  const staysAtStart = before?.start.epochMilliseconds === startMs
  const objections: Objection[] = []
  if (end.epochMilliseconds <= nowMs) objections.push({ code: 'end_past', detail: words.endPast })
  if (startMs < nowMs && !(isInUse && staysAtStart))
    objections.push({ code: 'start_past', detail: words.startPast })
  else if (!staysAtStart) objections.push(...ofNotice(startMs - nowMs, facts))
  return objections
}

function ofDeadline({ policy, now, before, isInUse }: BookingFacts): Objection[] {
  const { editDeadlineMinutes: deadline } = policy
  if (!before || isInUse || deadline === undefined) return []
  const latest = before.start.epochMilliseconds - deadline * minuteMs
  return now.epochMilliseconds > latest
    ? [{ code: 'edit_deadline', detail: words.editDeadline(deadline) }]
    : []
}

function ofNotice(aheadMs: number, { policy }: BookingFacts): Objection[] {
  const { leadMinutes, horizonDays } = policy
  const objections: Objection[] = []
  if (leadMinutes !== undefined && aheadMs < leadMinutes * minuteMs)
    objections.push({ code: 'too_soon', detail: words.tooSoon(leadMinutes) })
  if (horizonDays !== undefined && aheadMs > horizonDays * 1440 * minuteMs)
    objections.push({ code: 'too_far', detail: words.tooFar(horizonDays) })
  return objections
}

function ofLength(period: Period, { policy, instrument }: BookingFacts): Objection[] {
  const { minMinutes: min, maxMinutes: max, peak } = policy
  const { zone } = instrument
  const lengthOf = (part: Period) => minutesByCalendar(part, zone)
  const minutes = lengthOf(period)
  const objections: Objection[] = []
  if (min !== undefined && minutes < min)
    objections.push({ code: 'too_short', detail: words.tooShort({ min, max }) })
  if (max !== undefined && minutes > max)
    objections.push({ code: 'too_long', detail: words.tooLong({ min, max }) })
  if (
    peak?.maxMinutes !== undefined &&
    minutesInside(period, peakPeriods({ policy, zone }, period), lengthOf) > peak.maxMinutes
  )
    objections.push({ code: 'peak_too_long', detail: words.peakTooLong(peak.maxMinutes) })
  return objections
}

function ofHours(period: Period, { policy, instrument, before, isInUse }: BookingFacts) {
  const { zone } = instrument
  const { granularityMinutes: step = 1 } = policy
  const objections: Objection[] = []
  const startStays = isInUse && before?.start.epochMilliseconds === period.start.epochMilliseconds
  const edges = startStays ? [period.end] : [period.start, period.end]
  if (step > 1 && edges.some((at) => clockMinutes(at, zone) % step !== 0))
    objections.push({ code: 'off_grid', detail: words.offGrid(step) })
  const closed = closedDaysIn({ policy, zone }, period)
  if (closed.length > 0) objections.push({ code: 'closed_day', detail: words.closedDay(closed) })
  if (policy.hours && !covers(weeklyPeriods({ zone, hours: policy.hours }, period), period))
    objections.push({ code: 'outside_hours', detail: words.outsideHours })
  return objections
}

function ofOthers(period: Period, { policy, taken, mine }: BookingFacts): Objection[] {
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0, gapMinutes } = policy
  const occupied = widened(period, before, after)
  const hit = taken.filter((other) => overlaps(other.taken, occupied))
  const objections: Objection[] = []
  if (hit.some(({ kind }) => kind === 'outage'))
    objections.push({ code: 'outage', detail: words.outage })
  if (hit.some(({ kind }) => kind !== 'outage'))
    objections.push({ code: 'slot_taken', detail: words.slotTaken })
  if (gapMinutes !== undefined) {
    const around = widened(period, gapMinutes, gapMinutes)
    if (mine.some((own) => overlaps(own, around) && !overlaps(own, period)))
      objections.push({ code: 'too_close', detail: words.tooClose(gapMinutes) })
  }
  return objections
}
