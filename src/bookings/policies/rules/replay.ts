import type { Temporal } from '../../../core/time.ts'
import { type Period, minuteMs, msOf, widened } from '../../../core/periods.ts'
import type { BookingFacts, Objection, Qualification, Taken } from '../../verdict/model/facts.ts'
import type { Audience, Policy, QualificationKind } from '../model.ts'
import { hardOnly, objectionsToBooking } from '../../verdict/rules/objections.ts'

/** A booking as it was made. */
export type PastBooking = {
  id: string
  personId: string
  labId: string | null
  madeAt: Temporal.Instant
  period: Period
  audience: Audience
  hasProject: boolean
  isOverride: boolean
}

export type HeldQualification = {
  personId: string
  kind: QualificationKind
  from: Temporal.Instant
  to: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
}

export type Replayed = { booking: PastBooking; objections: Objection[] }

type Scene = {
  policy: Policy
  zone: string
  outages: readonly { period: Period; madeAt: Temporal.Instant }[]
  qualifications: readonly HeldQualification[]
}

/** Said of the clock, not of the policy: some bookings are written down after they happened. */
const notOfPolicy = new Set(['start_past', 'end_past'])

/**
 * Makes bookings once more, in the order in which they were made, under other rules: each is judged at its own moment,
 * among those before it that these rules gave. Answers those that would have been refused, with every reason.
 * Times are those that a booking has now: what was moved counts where it went. O(n · bookings of one person).
 */
export function replay(bookings: readonly PastBooking[], scene: Scene): Replayed[] {
  const accepted: Accepted[] = []
  return bookings.toSorted(byMaking).flatMap((booking): Replayed[] => {
    const all = objectionsToBooking(booking.period, factsOf(booking, accepted, scene)).filter(
      ({ code }) => !notOfPolicy.has(code),
    )
    const objections = booking.isOverride ? hardOnly(all) : all
    if (objections.length > 0) return [{ booking, objections }]
    const [startMs, endMs] = msOf(booking.period)
    accepted.push({ booking, startMs, endMs })
    return []
  })
}

/**
 * What proposed rules refuse, in order of dates. What the rules in force refuse of the same bookings as well is not new:
 * it was booked under older rules, or by staff.
 */
export function newlyAndAlreadyRefused(
  bookings: readonly PastBooking[],
  proposed: Scene,
  inForce: Scene,
): (Replayed & { isNew: boolean })[] {
  const already = new Set(replay(bookings, inForce).map(({ booking }) => booking.id))
  return replay(bookings, proposed)
    .map((one) => ({ ...one, isNew: !already.has(one.booking.id) }))
    .toSorted((one, other) => msOf(one.booking.period)[0] - msOf(other.booking.period)[0])
}

/** Ids rise with time too: of two at one moment the first is the first. */
const byMaking = (one: PastBooking, other: PastBooking) =>
  one.madeAt.epochMilliseconds - other.madeAt.epochMilliseconds || (one.id < other.id ? -1 : 1)

type Accepted = { booking: PastBooking; startMs: number; endMs: number }

function factsOf(booking: PastBooking, accepted: readonly Accepted[], scene: Scene): BookingFacts {
  const { policy, zone } = scene
  const { personId, labId, madeAt, audience, hasProject } = booking
  return {
    now: madeAt,
    instrument: { isPublished: true, isOutOfUse: false, isClosed: false, zone },
    policy,
    audience,
    hasProject,
    qualifications: qualificationsAt(scene.qualifications, booking),
    mine: periodsOf(accepted, (one) => one.personId === personId),
    ofLab: labId === null ? [] : periodsOf(accepted, (one) => one.labId === labId),
    taken: takenAround(booking, accepted, scene),
  }
}

const periodsOf = (
  accepted: readonly Accepted[],
  isMeant: (one: PastBooking) => boolean,
): Period[] => accepted.flatMap(({ booking }) => (isMeant(booking) ? [booking.period] : []))

function takenAround({ period, madeAt }: PastBooking, accepted: readonly Accepted[], scene: Scene) {
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = scene.policy
  const reach = 2 * (before + after) * minuteMs
  const [startMs, endMs] = msOf(period)
  const bookings = accepted.flatMap((one): Taken[] => {
    if (one.startMs >= endMs + reach || one.endMs <= startMs - reach) return []
    const own = one.booking.period
    return [{ kind: 'booking', period: own, taken: widened(own, before, after) }]
  })
  const outages = scene.outages.flatMap((outage): Taken[] =>
    outage.madeAt.epochMilliseconds <= madeAt.epochMilliseconds
      ? [{ kind: 'outage', period: outage.period, taken: outage.period }]
      : [],
  )
  return [...bookings, ...outages]
}

function qualificationsAt(
  held: readonly HeldQualification[],
  { personId, madeAt }: PastBooking,
): Qualification[] {
  const atMs = madeAt.epochMilliseconds
  return held.flatMap(({ kind, from, to, revokedAt, ...one }) =>
    one.personId === personId &&
    from.epochMilliseconds <= atMs &&
    (revokedAt === null || revokedAt.epochMilliseconds > atMs)
      ? [{ kind, expiresAt: to }]
      : [],
  )
}
