import { z } from 'zod'
import { line } from '../../core/shapes.ts'
import type { Temporal } from '../../core/time.ts'

const lineCodes = [
  'time',
  'peak_time',
  'assisted',
  'samples',
  'setup',
  'minimum',
  'late_cancel',
  'no_show',
  'waiver',
  'order',
  'correction',
  'material',
  'cost',
] as const
export type LineCode = (typeof lineCodes)[number]

const Sentence = z.object({ zh: z.string(), en: z.string() })

/** One line of a charge's calculation, kept as it was then. */
export const Line = z.object({
  code: z.enum(lineCodes),
  /** Hours, samples, or times. */
  quantity: z.number(),
  /** Of an `h`: the minutes that the amount is calculated from. */
  minutes: z.int().optional(),
  unit: z.enum(['h', 'sample', 'once']),
  unitPriceFen: z.int(),
  amountFen: z.int(),
  why: Sentence,
})
export type Line = z.output<typeof Line>

const causes = [
  'use',
  'late_cancel',
  'no_show',
  'waiver',
  'order',
  'material',
  'correction',
] as const
export type Cause = (typeof causes)[number]

export const Instant = z.string().meta({ format: 'date-time' })
export const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })

export const LineAnswer = Line.extend({ why: z.string() })

const Somebody = z.object({ id: z.string(), name: z.string() })

export const ChargeAnswer = z
  .object({
    id: z.string(),
    instrument: z
      .object({ id: z.string(), title: Name })
      .describe('What was used; of `material` the record that was shipped.'),
    cause: z.enum(causes),
    bookingId: z.string().nullable(),
    orderId: z.string().nullable(),
    shipmentId: z.string().nullable(),
    aboutId: z.string().nullable(),
    person: Somebody,
    lab: z.object({ id: z.string(), name: Name }).nullable(),
    amountFen: z.int(),
    currency: z.literal('CNY'),
    lines: z.array(LineAnswer),
    policyVersion: z.int().nullable(),
    rateVersion: z.int().nullable(),
    at: Instant,
    timezone: z.string(),
    month: z.string(),
    /** Null until it is issued. */
    statementId: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Charge' })

export const NewCorrection = z.strictObject({
  /** The difference; negative to reduce the charge. */
  amountFen: z
    .int()
    .min(-100_000_000)
    .max(100_000_000)
    .refine((fen) => fen !== 0),
  reason: line().min(1).max(500),
})
export type NewCorrection = z.output<typeof NewCorrection>

/** A charge with what it belongs to. */
export type ChargeRow = {
  id: string
  instrumentId: string
  titleZh: string | null
  titleEn: string | null
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  collectionId: string | null
  zone: string
  cause: Cause
  bookingId: string | null
  bookingStart: Temporal.Instant | null
  bookingEnd: Temporal.Instant | null
  purpose: string | null
  orderId: string | null
  /** Of material: what was shipped of which item of a request. */
  shipmentId: string | null
  itemId: string | null
  aboutId: string | null
  personId: string
  personName: string
  labId: string | null
  labZh: string | null
  labEn: string | null
  amountFen: number
  lines: Line[]
  policyVersion: number | null
  rateVersion: number | null
  at: Temporal.Instant
  month: string
  reason: string | null
  madeAt: Temporal.Instant
  madeByName: string | null
  statementId: string | null
  issuedAt: Temporal.Instant | null
  /** The month of its statement, or of the one that it will be in. */
  statementMonth: string
}
