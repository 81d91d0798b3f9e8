import { z } from 'zod'
import { Moment, Temporal } from '../../../core/time.ts'
import { bookingStates } from './booking.ts'
import { audiences, Policy } from '../../policies/model.ts'

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
  dates: z.array(JudgedAnswer),
  needsApproval: z.boolean(),
})

export const OccupancyAnswer = z.object({
  timezone: z.string(),
  items: z.array(
    z.looseObject({
      start: Instant,
      end: Instant,
      kind: z.enum(['booking', 'hold', 'outage']),
      takenFrom: Instant,
      takenTo: Instant,
    }),
  ),
  open: z.array(z.object({ start: Instant, end: Instant })),
})

/** The rules, and their version; 0 where none were ever written. */
export const PolicyAnswer = Policy.extend({ version: z.int().min(0), timezone: z.string() })

/** The rules as they are to be; with `version` it is refused as stale when another is in force. */
export const NewPolicy = Policy.extend({
  version: z.int().min(0).optional(),
  /** Why, for the list of versions. */
  note: z.string().trim().max(500).optional(),
})

/** Rules that nobody has put in force yet. */
export const NewDryRun = z.strictObject({
  rules: Policy,
  months: z.int().min(1).max(24).default(6),
})

export const DryRunAnswer = z.object({
  /** How many were replayed, and of them refused. */
  bookings: z.int(),
  refused: z.int(),
  isCut: z.boolean(),
  byCode: z.array(z.object({ code: z.string(), count: z.int() })),
  /** The first 500 of those that would have been refused. */
  items: z.array(
    z.object({
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

export const OpeningsAnswer = z.object({ items: z.array(SlotAnswer), next: z.null() })

const inOrder = ({ from, to }: { from: Temporal.Instant; to: Temporal.Instant }) =>
  Temporal.Instant.compare(from, to) < 0
const words = {
  inOrder: { zh: '结束时间要晚于开始时间。', en: 'The end comes after the start.' },
}
const ordered = { path: ['to'], error: words.inOrder.en, params: { text: words.inOrder } }

export const Window = z.object({ from: Moment, to: Moment }).refine(inOrder, ordered)

export const FactsQuery = z
  .object({
    from: Moment,
    to: Moment,
    lab: z.uuid().optional(),
    onBehalfOf: z.uuid().optional(),
    /** The booking that is to be changed. */
    booking: z.uuid().optional(),
  })
  .refine(inOrder, ordered)

const Minutes = z.coerce
  .number()
  .int()
  .min(1)
  .max(92 * 1440)
const Limit = z.coerce.number().int().min(1).max(200).default(50)

export const OpeningsQuery = z
  .object({ minutes: Minutes, from: Moment, to: Moment, limit: Limit })
  .refine(inOrder, ordered)

const wanted = {
  /** Code of vocabulary `instrument_category`; one that ends in zeros means all inside it. */
  category: z.string().max(20).optional(),
  /** GB/T 2260; a province's or prefecture's code means all inside it. */
  region: z.string().max(6).optional(),
  institution: z.string().max(40).optional(),
  /** Read as the catalogue's search reads it. */
  q: z.string().max(200).optional(),
}

export const AnyOpeningsQuery = z
  .object({ minutes: Minutes, from: Moment, to: Moment, ...wanted, limit: Limit })
  .refine(inOrder, ordered)

export const TimelineQuery = z
  .object({
    from: Moment,
    to: Moment,
    ...wanted,
    limit: Limit,
    after: z.string().max(500).optional(),
  })
  .refine(inOrder, ordered)

export const TimelineItemAnswer = OccupancyAnswer.extend({
  instrument: z.object({
    id: z.string(),
    title: Name,
    institution: z.object({ id: z.string(), name: Name }),
  }),
})
