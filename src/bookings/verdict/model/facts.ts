import type { Text } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Period } from '../../../core/periods.ts'
import type { Audience, Policy, QualificationKind } from '../../policies/model.ts'

/** Why something is refused: a code for programs, a sentence for people. */
export type Reason = { code: string; detail: Text }

/** Why a booking may not be made. */
export type Objection = Reason & { code: ObjectionCode }

/** Facts of the instrument: no override sets them aside. */
export const hardCodes = [
  'not_published',
  'out_of_use',
  'closed',
  'slot_taken',
  'outage',
  'start_past',
  'end_past',
  'training_missing',
  'training_expired',
  'operation_missing',
  'operation_expired',
  'safety_missing',
  'safety_expired',
] as const

/** Rules of its policy: staff may set them aside, with a reason. */
export const softCodes = [
  'outside_hours',
  'closed_day',
  'off_grid',
  'too_short',
  'too_long',
  'too_soon',
  'too_far',
  'too_close',
  'quota',
  'future_count',
  'future_minutes',
  'peak_too_long',
  'audience',
  'project_missing',
  'edit_deadline',
  'cancel_deadline',
] as const

export type ObjectionCode = (typeof hardCodes)[number] | (typeof softCodes)[number]

/** An instrument as the rules see it. */
export type InstrumentFacts = {
  isPublished: boolean
  /** Waits for repair or for scrapping, or is out of use already. */
  isOutOfUse: boolean
  /** Its record's access is `closed`: for its own institution only. */
  isClosed: boolean
  zone: string
}

/** What takes the instrument's time: `period` is shown, `taken` has the buffers around it. */
export type Taken = { kind: 'booking' | 'hold' | 'outage'; period: Period; taken: Period }

export type Qualification = { kind: QualificationKind; expiresAt: Temporal.Instant | null }

/** All that decides about one booking; nothing of it is looked up while deciding. */
export type BookingFacts = {
  now: Temporal.Instant
  instrument: InstrumentFacts
  policy: Policy
  audience: Audience
  qualifications: readonly Qualification[]
  hasProject: boolean
  /** The person's bookings of the instrument that count: all that were not cancelled, missed ones too. */
  mine: readonly Period[]
  /** The same of the lab that pays; empty without a lab. */
  ofLab: readonly Period[]
  /** What is taken around the asked period; without the booking that is being changed. */
  taken: readonly Taken[]
  /** The times that the booking has now, when it is being changed. */
  before?: Period
  /** Its use has begun: only its end may still move. */
  isInUse?: boolean
}
