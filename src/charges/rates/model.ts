import { bookingWords } from '../../bookings/bookings/words/booking.ts'
import { instrumentWords } from '../../instruments/words.ts'
import { Moment } from '../../core/time.ts'
import { idOf, line } from '../../core/shapes.ts'
import { longestDays, spanWithin } from '../../core/spans.ts'
import { Instant, LineAnswer, Name } from '../charges/model.ts'
import { z } from 'zod'
import { audiences } from '../../bookings/policies/model.ts'

/** 分; a million yuan at most. */
const Fen = z.int().min(0).max(100_000_000)

/** What one audience pays. A missing price is not charged. */
export const Rate = z.strictObject({
  /** An hour of the instrument. */
  hourFen: Fen.optional(),
  /** An hour inside the policy's peak windows; if missing, `hourFen` applies. */
  peakHourFen: Fen.optional(),
  /** Added to each hour in which staff run the instrument. */
  assistedHourFen: Fen.optional(),
  sampleFen: Fen.optional(),
  /** Once for each use: getting it ready. */
  setupFen: Fen.optional(),
  /** The least that a use costs. */
  minimumFen: Fen.optional(),
})
export type Rate = z.output<typeof Rate>
export type RateKey = keyof Rate

export const rateKeys = [
  'hourFen',
  'peakHourFen',
  'assistedHourFen',
  'sampleFen',
  'setupFen',
  'minimumFen',
] as const satisfies readonly RateKey[]

/** Prices by audience; see `rateFor` for missing ones. */
export const Rates = z.partialRecord(z.enum(audiences), Rate)
export type Rates = z.output<typeof Rates>

export const NewRates = z.strictObject({
  rates: Rates,
  /** Unset: at once. */
  validFrom: Moment.optional(),
  note: line().max(500).optional(),
  /** The version that was edited; refused as stale where there is a newer one. */
  version: z.int().min(0).optional(),
})
export type NewRates = z.output<typeof NewRates>

const Card = z.object({ version: z.int().min(0), validFrom: Instant.nullable(), rates: Rates })

/** Version 0 where there are no prices: nothing is charged then. */
export const RatesAnswer = Card.extend({
  instrumentId: z.string(),
  currency: z.literal('CNY'),
  timezone: z.string(),
  /** Versions that begin later. */
  upcoming: z.array(Card),
})

export const NewEstimate = z
  .strictObject({
    start: Moment,
    end: Moment,
    lab: idOf(bookingWords.noLab).nullable().optional(),
    assisted: z.boolean().optional(),
    samples: z.int().min(0).max(1_000_000).optional(),
    onBehalfOf: idOf(bookingWords.noPerson).optional(),
    /** RFC 5545 RRULE; what is refused is not charged where such dates are skipped. */
    recurrence: z.string().trim().max(500).optional(),
    onConflict: z.enum(['refuse', 'skip']).optional(),
    /** Instruments that are booked together with it. */
    also: z.array(idOf(instrumentWords.noInstrument)).max(19).optional(),
    /** The booking that would be moved: its person pays, for what was planned unless said otherwise. */
    booking: idOf(bookingWords.noBooking).optional(),
  })
  .superRefine(spanWithin(longestDays.booking))
export type NewEstimate = z.output<typeof NewEstimate>

export const EstimateAnswer = z.object({
  instrumentId: z.string(),
  audience: z.enum(audiences),
  currency: z.literal('CNY'),
  /** Of all uses; those at one price are added up. */
  lines: z.array(LineAnswer),
  /** How many uses it is for: dates of a recurrence, and instruments that are booked together. */
  uses: z.int(),
  totalFen: z.int(),
  /** False where the instrument has no prices: nothing is charged. */
  isPriced: z.boolean(),
  /** The same in sentences of the language asked for. */
  text: z.array(z.string()),
  /** Vouchers of the lab that could pay a part of it. */
  vouchers: z.array(z.object({ id: z.string(), title: Name, paysFen: z.int() })),
})
