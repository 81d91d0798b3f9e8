import { z } from 'zod'
import { bookingWords as words } from './words/booking.ts'
import { type Audience, audiences, Clock, NewRules, Policy } from '../policies/model.ts'
import { refuseUnusable } from '../policies/rules/usable.ts'
import { Moment, Temporal } from '../../core/time.ts'
import { instrumentWords } from '../../instruments/words.ts'
import { idOf, line } from '../../core/shapes.ts'
import { longestDays, spanWithin } from '../../core/spans.ts'

const saying = (text: { zh: string; en: string }) => ({ error: text.en, params: { text } })
const spanOfBooking = spanWithin(longestDays.booking)

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
const Purpose = line().min(1).max(500)
const Project = line().max(200)

const particulars = {
  purpose: Purpose,
  /** Null: none. Left out: the only one of the person. */
  lab: LabId.nullable().optional(),
  /** Number or name of the project that it is for (课题). */
  project: Project.optional(),
  samples: z.int().min(0).max(1_000_000).optional(),
  /** Somebody of the staff runs the instrument. */
  assisted: z.boolean().optional(),
  onBehalfOf: PersonId.optional(),
  /** Why staff sets a soft rule aside; overlap never is. */
  override: line().min(1).max(500).optional(),
}

const times = { start: Moment, end: Moment }

export const NewBooking = z
  .strictObject({
    ...times,
    ...particulars,
    /** RFC 5545 RRULE, in the instrument's zone. */
    recurrence: z.string().trim().max(500).optional(),
    onConflict: z.enum(['refuse', 'skip']).optional(),
  })
  .superRefine(spanOfBooking)
export type NewBooking = z.output<typeof NewBooking>

/** Several instruments in one go: all or nothing. */
export const NewBookingGroup = z
  .strictObject({
    ...times,
    ...particulars,
    instruments: z.array(idOf(instrumentWords.noInstrument)).min(1).max(20),
  })
  .superRefine(spanOfBooking)
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
    override: line().min(1).max(500).optional(),
    scope: z.enum(scopes).optional(),
    /** Of several dates: all or none, or leave those as they are that cannot be changed so. */
    onConflict: z.enum(['refuse', 'skip']).optional(),
  })
  .superRefine(spanOfBooking)
export type BookingChange = z.output<typeof BookingChange>

export const Cancellation = z.strictObject({
  reason: line().max(500).optional(),
  scope: z.enum(scopes).optional(),
})
export type Cancellation = z.output<typeof Cancellation>

export const Decision = z.strictObject({
  approved: z.boolean().default(true),
  note: z.string().trim().max(500).optional(),
  override: line().min(1).max(500).optional(),
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
  .superRefine(spanOfBooking)
export type BookingCheck = z.output<typeof BookingCheck>

export const NewHold = z.strictObject(times).superRefine(spanOfBooking)

/** Shapes of the API's answers. */
const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })
const Instant = z.string().meta({ format: 'date-time' })
const Somebody = z.object({ id: z.string(), name: z.string() })

export const BookingAnswer = z
  .looseObject({
    id: z.string(),
    instrumentId: z.string(),
    instrument: z.object({ id: z.string(), title: Name }),
    start: Instant,
    end: Instant,
    timezone: z.string(),
    state: z.enum(bookingStates),
    person: Somebody,
    bookedBy: Somebody.nullable(),
    lab: z.object({ id: z.string(), name: Name }).nullable(),
    purpose: z.string(),
    project: z.string().nullable(),
    audience: z.enum(audiences),
    assisted: z.boolean(),
    samples: z.int().nullable(),
    policyVersion: z.int(),
    seriesId: z.string().nullable(),
    groupId: z.string().nullable(),
    version: z.int(),
    cancelReason: z.string().nullable(),
  })
  .meta({ id: 'Booking' })

export const ObjectionAnswer = z.looseObject({ code: z.string(), detail: z.string() })
export const SlotAnswer = z.object({ instrumentId: z.string(), start: Instant, end: Instant })

const JudgedAnswer = z.object({
  start: Instant,
  end: Instant,
  objections: z.array(ObjectionAnswer),
})

export const BookedAnswer = BookingAnswer.extend({
  bookings: z.array(
    z.object({ id: z.string(), instrumentId: z.string(), start: Instant, end: Instant }),
  ),
  skipped: z.array(JudgedAnswer),
})

/** One booking, and what became of the other dates of its series where they were meant. */
export const ChangedAnswer = BookingAnswer.extend({
  changed: z.array(z.string()).optional(),
  skipped: z.array(JudgedAnswer).optional(),
})

export const CheckAnswer = z.object({
  objections: z.array(ObjectionAnswer),
  alternatives: z.array(SlotAnswer),
  /** Other instruments of its category that are free then, where it is taken itself. */
  elsewhere: z.array(SlotAnswer.extend({ title: Name, institution: Name })),
  /** Bookings of your own at the same time. */
  warnings: z.array(z.string()),
  dates: z.array(JudgedAnswer),
  needsApproval: z.boolean(),
})

export const OccupancyItemAnswer = z.looseObject({
  start: Instant,
  end: Instant,
  kind: z.enum(['booking', 'hold', 'outage']),
  takenFrom: Instant,
  takenTo: Instant,
})

/** Beside what takes its time. */
export const OpenAnswer = z.object({
  timezone: z.string(),
  open: z.array(z.object({ start: Instant, end: Instant })),
})

/** The rules, and their version; 0 where none were ever written. */
export const PolicyAnswer = Policy.extend({ version: z.int().min(0), timezone: z.string() })

/** The rules as they are to be; with `version` it is refused as stale when another is in force. */
export const NewPolicy = Policy.extend({
  version: z.int().min(0).optional(),
  /** Why, for the list of versions. */
  note: z.string().trim().max(500).optional(),
}).superRefine(refuseUnusable)

/** Rules that nobody has put in force yet. */
export const NewDryRun = z.strictObject({
  rules: NewRules,
  months: z.int().min(1).max(24).default(6),
})

export const DryRunAnswer = z.object({
  /** How many were replayed, and of them refused. */
  bookings: z.int(),
  refused: z.int(),
  newlyRefused: z.int().describe('Of those, how many the rules in force would not refuse.'),
  isCut: z.boolean(),
  byCode: z.array(z.object({ code: z.string(), count: z.int() })),
  /** The first 500 of those that would have been refused, in order of their dates. */
  items: z.array(
    z.object({
      isNew: z.boolean().describe('The rules in force would not refuse it.'),
      booking: z.looseObject({ id: z.string(), start: Instant, end: Instant, person: Somebody }),
      objections: z.array(ObjectionAnswer),
    }),
  ),
})

export const HoldAnswer = z.object({
  id: z.string(),
  instrumentId: z.string(),
  start: Instant,
  end: Instant,
  expiresAt: Instant,
})

const fromBeforeTo = ({ from, to }: { from: Temporal.Instant; to: Temporal.Instant }) =>
  Temporal.Instant.compare(from, to) < 0
const windowOrdered = { path: ['to'], ...saying(words.endAfterStart) }

export const Window = z.object({ from: Moment, to: Moment }).refine(fromBeforeTo, windowOrdered)

export const FactsQuery = z
  .object({
    from: Moment,
    to: Moment,
    lab: z.uuid().optional(),
    onBehalfOf: z.uuid().optional(),
    /** The booking that is to be changed. */
    booking: z.uuid().optional(),
  })
  .refine(fromBeforeTo, windowOrdered)

const Minutes = z.coerce
  .number()
  .int()
  .min(1)
  .max(92 * 1440)
const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
}

export const OpeningsQuery = z
  .object({ minutes: Minutes, from: Moment, to: Moment, ...paging })
  .refine(fromBeforeTo, windowOrdered)

const instrumentFilter = {
  /** Code of vocabulary `instrument_category`; one that ends in zeros means all inside it. */
  category: z.string().max(20).optional(),
  /** GB/T 2260; a province's or prefecture's code means all inside it. */
  region: z.string().max(6).optional(),
  institution: z.string().max(40).optional(),
  /** Read as the catalogue's search reads it. */
  q: z.string().max(200).optional(),
}

export const AnyOpeningsQuery = z
  .object({
    minutes: Minutes,
    from: Moment,
    to: Moment,
    /** Only within these hours of each day, by the instrument's own clock. */
    clockFrom: Clock.optional(),
    clockTo: Clock.optional(),
    ...instrumentFilter,
    ...paging,
  })
  .refine(fromBeforeTo, windowOrdered)
  .refine(({ clockFrom = '00:00', clockTo = '24:00' }) => clockFrom < clockTo, {
    path: ['clockTo'],
    ...saying(words.endAfterStart),
  })

export const TimelineQuery = z
  .object({ from: Moment, to: Moment, ...instrumentFilter, ...paging })
  .refine(fromBeforeTo, windowOrdered)

export const TimelineItemAnswer = OpenAnswer.extend({
  items: z.array(OccupancyItemAnswer),
  instrument: z.object({
    id: z.string(),
    title: Name,
    institution: z.object({ id: z.string(), name: Name }),
  }),
})

export const bookingEvents = [
  'booked',
  'changed',
  'approved',
  'declined',
  'cancelled',
  'displaced',
  'promoted',
  'started',
  'finished',
  'missed',
] as const
export type BookingEvent = (typeof bookingEvents)[number]
/** `at`: ISO 8601; `by`: the person who did it, null for the house itself. */
export type BookingHappened = {
  instrumentId: string
  bookingId: string
  event: BookingEvent
  at: string
  by: string | null
}

/** A booking with its instrument, people and lab, as queries read it. */
export type BookingRow = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  institutionId: string
  collectionId: string | null
  zone: string
  start: Temporal.Instant
  end: Temporal.Instant
  state: BookingState
  personId: string
  personName: string
  bookedBy: string | null
  bookedByName: string | null
  labId: string | null
  labZh: string | null
  labEn: string | null
  purpose: string
  project: string | null
  audience: Audience
  assisted: boolean
  plannedSamples: number | null
  policyVersion: number
  seriesId: string | null
  groupId: string | null
  overrideReason: string | null
  version: number
  sequence: number
  createdAt: Temporal.Instant
  confirmedAt: Temporal.Instant | null
  decisionNote: string | null
  startedAt: Temporal.Instant | null
  finishedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
  cancelledAs: 'own' | 'staff' | 'declined' | 'outage' | null
  cancelReason: string | null
  missedAt: Temporal.Instant | null
  sampleCount: number | null
  consumables: { name: string; quantity: number; unit: string }[]
  useNote: string | null
}
