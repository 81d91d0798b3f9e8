import { z } from 'zod'
import { Moment, type Temporal } from '../../core/time.ts'
import { line, LocalAnswer } from '../../core/shapes.ts'
import { Answers, Fields } from '../forms/model.ts'
import { Prices, type Unit, units } from '../prices/model.ts'
import type { LocalText } from '../../core/text.ts'

export const sides = ['requester', 'staff'] as const
export type Side = (typeof sides)[number]

export const orderStates = [
  'submitted',
  'quoted',
  'accepted',
  'in_work',
  'delivered',
  'closed',
  'declined',
  'withdrawn',
  'cancelled',
] as const
export type OrderState = (typeof orderStates)[number]

export const maxOrderFileBytes = 50_000_000

const note = z.string().trim().max(2000)
/** A reason for the other side. */
const reason = note.min(1)

const Sample = z.strictObject({
  name: line().min(1).max(200),
  quantity: line().min(1).max(100).describe('As it is said of it: `3 × 5 mg`.'),
  hazards: line().max(500).optional(),
  afterwards: z.enum(['return', 'destroy']).default('destroy'),
})
export type Sample = z.output<typeof Sample>
export const Samples = z.array(Sample).max(200)

export const NewOrder = z.strictObject({
  answers: Answers.default({}).describe(
    'By the keys of the fields; files come as parts of a form.',
  ),
  samples: Samples.default([]),
  lab: z.string().nullable().optional().describe('Who pays; the only lab where there is one.'),
  note: note.optional(),
})
export type NewOrder = z.output<typeof NewOrder>

const Line = z.strictObject({
  text: z.string().trim().min(1).max(200),
  quantity: z.number().positive().max(100_000),
  priceFen: z.int().min(0).max(100_000_000).describe('0 where it is free.'),
})
export const Lines = z.array(Line).min(1).max(50)
export type Line = z.output<typeof Line>

export const Quote = z.strictObject({
  lines: Lines,
  validUntil: Moment.optional(),
  dueAt: Moment.optional().describe('When results are meant to be there.'),
  note: note.optional(),
})
export type Quote = z.output<typeof Quote>

export const OptionalNote = z.strictObject({ note: note.optional() })
export const RequiredNote = z.strictObject({ note: reason })
export const Rating = z.strictObject({
  rating: z.int().min(1).max(5).describe('5 非常满意, 4 满意, 3 一般, 2 较差, 1 极差.'),
  note: note.optional(),
})
export type Rating = z.output<typeof Rating>

/** Total hours that the instrument ran for an order. */
const MachineHours = z.number().min(0).max(99_999)

/** From a form: hours are text there, and may be empty. */
export const Delivery = z.strictObject({
  note: note.optional(),
  machineHours: z
    .string()
    .optional()
    .transform((text = '') => (text.trim() === '' ? undefined : Number(text)))
    .pipe(MachineHours.optional()),
})
export type Delivery = z.output<typeof Delivery>

export const OrderPatch = z.strictObject({
  machineHours: MachineHours.describe('In hours, all in all.'),
})

export const OrderFormShape = z.object({
  order: z.string().describe('The order as JSON.'),
  file: z.string().meta({ format: 'binary' }).optional().describe('One part for each file field.'),
})
export const DeliveryForm = z.object({
  note: z.string().optional(),
  machineHours: z
    .string()
    .optional()
    .describe('How long the instrument ran for it, in hours, all in all: `2.5`.'),
  file: z.string().meta({ format: 'binary' }).optional(),
})

const Person = z.object({ id: z.string(), name: z.string() })
const moment = z.string().nullable()

const item = {
  id: z.string(),
  number: z.string(),
  instrument: z.object({ id: z.string(), title: LocalAnswer }),
  service: z.object({ id: z.string(), version: z.int(), title: LocalAnswer }),
  state: z.enum(orderStates),
  version: z.int(),
  requester: Person,
  timezone: z.string(),
  submittedAt: z.string(),
  dueAt: moment,
  overdue: z.boolean(),
  quoteFen: z.int().nullable(),
}

export const OrderItem = z.object(item).meta({ id: 'OrderItem' })
export const OrderAnswer = z
  .object({
    ...item,
    unit: z.enum(units),
    prices: Prices,
    fields: Fields,
    answers: Answers,
    samples: Samples,
    quote: z.object({ lines: Lines, totalFen: z.int(), validUntil: moment }).nullable(),
    acceptedAt: moment,
    deliveredAt: moment,
    machineHours: z.number().nullable().describe('How long the instrument ran for it.'),
    rating: z.int().nullable(),
    ratingWords: z.string().nullable(),
    request: z
      .object({ id: z.string(), number: z.string() })
      .nullable()
      .describe('The sharing request that it follows from.'),
    sides: z.array(z.enum(sides)).describe('On which sides of the order the viewer stands.'),
    commands: z.array(z.string()).describe('What the viewer may do now.'),
    events: z.array(
      z.object({
        at: z.string(),
        type: z.string(),
        actor: Person.nullable(),
        note: z.string().nullable(),
      }),
    ),
    files: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        sizeBytes: z.int(),
        field: z.string().nullable().describe('The field that it answers; null for a result.'),
        addedAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'Order' })
export type OrderAnswer = z.output<typeof OrderAnswer>

/** An order with its service, instrument and requester. */
export type OrderRow = {
  id: string
  instrumentId: string
  instrument: LocalText
  institutionId: string
  collectionId: string | null
  zone: string
  number: string
  serviceId: string
  serviceVersion: number
  title: LocalText
  unit: Unit
  turnaroundDays: number
  prices: unknown
  fields: unknown
  personId: string
  personName: string
  labId: string | null
  state: OrderState
  version: number
  answers: unknown
  samples: unknown
  submittedAt: Temporal.Instant
  dueAt: Temporal.Instant | null
  quote: unknown
  quoteFen: number | null
  quoteUntil: Temporal.Instant | null
  acceptedAt: Temporal.Instant | null
  deliveredAt: Temporal.Instant | null
  machineHours: number | null
  rating: number | null
  ratingWords: string | null
  request: { id: string; number: string } | null
}
