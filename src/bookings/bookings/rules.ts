import type { BookingState, BookingRow } from './model.ts'
import type { ActionOn } from '../../audit/model.ts'
import type { Period } from '../../core/periods.ts'
import { isoOf, Temporal } from '../../core/time.ts'

/** Whose booking it is, or staff of the instrument. */
export type Role = 'owner' | 'staff'

export type BookingCommand =
  | 'change'
  | 'cancel'
  | 'approve'
  | 'decline'
  | 'start'
  | 'finish'
  | 'release'

const both = ['owner', 'staff'] as const
const staff = ['staff'] as const

/** What may be done with a booking, and by whom, in each of its states. Cancelling another's needs a reason. */
export const transitions = {
  pending: { change: both, cancel: both, approve: staff, decline: staff },
  confirmed: { change: both, cancel: both, start: both, release: both },
  in_use: { change: both, finish: both, release: both },
  finished: {},
  cancelled: {},
  missed: {},
} as const satisfies Record<BookingState, Partial<Record<BookingCommand, readonly Role[]>>>

/** Who may do it in this state; nobody when it cannot be done at all. */
export function rolesFor(state: BookingState, command: BookingCommand): readonly Role[] {
  const open: Partial<Record<BookingCommand, readonly Role[]>> = transitions[state]
  return open[command] ?? []
}

/**
 * For how long a decision can be taken back: so long it is offered, so long accepted, for a press takes a moment on its
 * way, and only then is anybody told of it.
 */
export const undoing = { offeredSeconds: 10, acceptedSeconds: 12, toldAfterSeconds: 15 } as const

/** One entry of a booking's history: only what it changed is in `before` and `after`. */
export type Deed = {
  at: Temporal.Instant
  by: string | null
  action: ActionOn<'booking'>
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

const momentIn = (value: unknown): Temporal.Instant | undefined =>
  typeof value === 'string' ? Temporal.Instant.from(value) : undefined

/**
 * Each deed with the times before and after it, where it changed them: back from the times that the booking has now,
 * newest first like the deeds.
 */
export function deedsWithTimes(now: Period, deeds: readonly Deed[]): TimedDeed[] {
  let to: Period = { start: now.start, end: now.end }
  return deeds.map((deed) => {
    const { start, end } = deed.action === 'booking.change' ? deed.before : {}
    if (start === undefined && end === undefined) return { deed, to }
    const from = { start: momentIn(start) ?? to.start, end: momentIn(end) ?? to.end }
    const moved = { deed, from, to }
    to = from
    return moved
  })
}
/** `from`: where the deed moved the booking. */
export type TimedDeed = { deed: Deed; from?: Period; to: Period }

type Moment = Temporal.Instant
const when = (moment: Moment | null) => moment && isoOf(moment)

/** A booking as the API gives it. */
export const presentBooking = (row: BookingRow) => ({
  id: row.id,
  instrumentId: row.instrumentId,
  instrument: { id: row.instrumentId, title: { zh: row.instrumentZh, en: row.instrumentEn } },
  start: isoOf(row.start),
  end: isoOf(row.end),
  timezone: row.zone,
  state: row.state,
  person: { id: row.personId, name: row.personName },
  bookedBy: row.bookedBy ? { id: row.bookedBy, name: row.bookedByName ?? '' } : null,
  lab: row.labId ? { id: row.labId, name: { zh: row.labZh, en: row.labEn } } : null,
  purpose: row.purpose,
  project: row.project,
  audience: row.audience,
  assisted: row.assisted,
  samples: row.plannedSamples,
  policyVersion: row.policyVersion,
  seriesId: row.seriesId,
  groupId: row.groupId,
  overrideReason: row.overrideReason,
  decisionNote: row.decisionNote,
  version: row.version,
  createdAt: isoOf(row.createdAt),
  confirmedAt: when(row.confirmedAt),
  startedAt: when(row.startedAt),
  finishedAt: when(row.finishedAt),
  cancelledAt: when(row.cancelledAt),
  cancelledAs: row.cancelledAs,
  cancelReason: row.cancelReason,
  missedAt: when(row.missedAt),
  sampleCount: row.sampleCount,
  consumables: row.consumables,
  useNote: row.useNote,
})
