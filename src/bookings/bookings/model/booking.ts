import { idOf, saying } from '../../../core/shapes.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { z } from 'zod'
import { Moment, Temporal } from '../../../core/time.ts'
import { bookingWords as words } from '../words/booking.ts'

const inOrder = ({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }) =>
  Temporal.Instant.compare(start, end) < 0

export const bookingStates = [
  'pending',
  'confirmed',
  'in_use',
  'finished',
  'cancelled',
  'missed',
] as const
export type BookingState = (typeof bookingStates)[number]

const LabId = idOf(words.noLab)
const PersonId = idOf(words.noPerson)
const Purpose = z.string().trim().min(1).max(500)
const Project = z.string().trim().max(200)

const particulars = {
  purpose: Purpose,
  lab: LabId.optional(),
  /** Number or name of the project that it is for (课题). */
  project: Project.optional(),
  samples: z.int().min(0).max(1_000_000).optional(),
  /** Somebody of the staff runs the instrument. */
  assisted: z.boolean().optional(),
  onBehalfOf: PersonId.optional(),
  /** Why staff sets a soft rule aside; overlap never is. */
  override: z.string().trim().min(1).max(500).optional(),
}

const times = { start: Moment, end: Moment }
const ordered = { path: ['end'], ...saying(words.endAfterStart) }

export const NewBooking = z
  .strictObject({
    ...times,
    ...particulars,
    /** RFC 5545 RRULE, in the instrument's zone. */
    recurrence: z.string().trim().max(500).optional(),
    onConflict: z.enum(['refuse', 'skip']).optional(),
  })
  .refine(inOrder, ordered)
export type NewBooking = z.output<typeof NewBooking>

/** Several instruments in one go: all or nothing. */
export const NewBookingGroup = z
  .strictObject({
    ...times,
    ...particulars,
    instruments: z.array(idOf(instrumentWords.noInstrument)).min(1).max(20),
  })
  .refine(inOrder, ordered)
export type NewBookingGroup = z.output<typeof NewBookingGroup>

/** Dates of a series: this one, this and those after it, or all that are still to come. */
export const scopes = ['one', 'following', 'all'] as const
export type Scope = (typeof scopes)[number]

/** Absent fields stay. Times go together. */
export const BookingChange = z
  .strictObject({
    start: Moment.optional(),
    end: Moment.optional(),
    purpose: Purpose.optional(),
    lab: LabId.nullable().optional(),
    project: Project.nullable().optional(),
    samples: z.int().min(0).max(1_000_000).nullable().optional(),
    assisted: z.boolean().optional(),
    override: z.string().trim().min(1).max(500).optional(),
    scope: z.enum(scopes).optional(),
    /** Of several dates: all or none, or leave those as they are that cannot be changed so. */
    onConflict: z.enum(['refuse', 'skip']).optional(),
  })
  .refine(
    ({ start, end }) => start === undefined || end === undefined || inOrder({ start, end }),
    ordered,
  )
export type BookingChange = z.output<typeof BookingChange>

export const Cancellation = z.strictObject({
  reason: z.string().trim().max(500).optional(),
  scope: z.enum(scopes).optional(),
})
export type Cancellation = z.output<typeof Cancellation>

export const Decision = z.strictObject({
  approved: z.boolean().default(true),
  note: z.string().trim().max(500).optional(),
  override: z.string().trim().min(1).max(500).optional(),
})
export type Decision = z.output<typeof Decision>

export const BookingCheck = z
  .strictObject({
    ...times,
    ...particulars,
    purpose: Purpose.optional(),
    recurrence: z.string().trim().max(500).optional(),
    /** The booking that would be moved. */
    booking: z.uuid().optional(),
  })
  .refine(inOrder, ordered)
export type BookingCheck = z.output<typeof BookingCheck>

export const NewHold = z.strictObject(times).refine(inOrder, ordered)
