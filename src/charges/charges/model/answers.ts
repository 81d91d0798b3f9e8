import { idOf } from '../../../core/shapes.ts'
import { z } from 'zod'
import { audiences } from '../../../bookings/policies/model.ts'
import { bookingWords } from '../../../bookings/bookings/words/booking.ts'
import { Moment, Temporal } from '../../../core/time.ts'
import { causes, Line } from './lines.ts'
import { Rates } from '../../rates/model.ts'

const Instant = z.string().meta({ format: 'date-time' })
const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })

const Card = z.object({ version: z.int().min(0), validFrom: Instant.nullable(), rates: Rates })

/** Version 0 where no prices were ever written: nothing is charged then. */
export const RatesAnswer = Card.extend({
  instrumentId: z.string(),
  currency: z.literal('CNY'),
  timezone: z.string(),
  /** Versions that begin later. */
  upcoming: z.array(Card),
})

const inOrder = ({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }) =>
  Temporal.Instant.compare(start, end) < 0

export const NewEstimate = z
  .strictObject({
    start: Moment,
    end: Moment,
    lab: idOf(bookingWords.noLab).optional(),
    assisted: z.boolean().optional(),
    samples: z.int().min(0).max(1_000_000).optional(),
    onBehalfOf: idOf(bookingWords.noPerson).optional(),
  })
  .refine(inOrder, {
    path: ['end'],
    error: bookingWords.endAfterStart.en,
    params: { text: bookingWords.endAfterStart },
  })
export type NewEstimate = z.output<typeof NewEstimate>

const LineAnswer = Line.extend({ why: z.string() })

export const EstimateAnswer = z.object({
  instrumentId: z.string(),
  audience: z.enum(audiences),
  currency: z.literal('CNY'),
  lines: z.array(LineAnswer),
  totalFen: z.int(),
  /** False where the instrument has no prices: nothing is charged. */
  isPriced: z.boolean(),
  /** Vouchers of the lab that could pay a part of it. */
  vouchers: z.array(z.object({ id: z.string(), title: Name, paysFen: z.int() })),
})

const Somebody = z.object({ id: z.string(), name: z.string() })

export const ChargeAnswer = z
  .object({
    id: z.string(),
    instrument: z.object({ id: z.string(), title: Name }),
    cause: z.enum(causes),
    bookingId: z.string().nullable(),
    orderId: z.string().nullable(),
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
    /** The statement that tells it, once that is issued. */
    statementId: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Charge' })

export const NewCorrection = z.strictObject({
  /** What is added; negative where less is owed. */
  amountFen: z
    .int()
    .min(-100_000_000)
    .max(100_000_000)
    .refine((fen) => fen !== 0),
  reason: z.string().trim().min(1).max(500),
})
export type NewCorrection = z.output<typeof NewCorrection>
