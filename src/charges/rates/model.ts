import { z } from 'zod'
import { audiences } from '../../bookings/policies/model.ts'
import { Moment } from '../../core/time.ts'

/** 分; a million yuan at most. */
const Fen = z.int().min(0).max(100_000_000)

/** What one audience pays. What is not there is not asked for. */
export const Rate = z.strictObject({
  /** An hour of the instrument. */
  hourFen: Fen.optional(),
  /** An hour inside the policy's peak windows; where it is not there, these cost as any other. */
  peakHourFen: Fen.optional(),
  /** On top of each hour that somebody of the staff runs the instrument. */
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

/** Prices by audience; whose is missing pays as the next wider one does, or else as the widest that is there. */
export const Rates = z.partialRecord(z.enum(audiences), Rate)
export type Rates = z.output<typeof Rates>

export const NewRates = z.strictObject({
  rates: Rates,
  /** From when on; at once where it is not said. */
  validFrom: Moment.optional(),
  note: z.string().trim().max(500).optional(),
  /** The version that the writer saw; another meanwhile makes this one stale. */
  version: z.int().min(0).optional(),
})
export type NewRates = z.output<typeof NewRates>
