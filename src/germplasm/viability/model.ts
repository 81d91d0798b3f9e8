import { z } from 'zod'
import { Day } from '../../core/time.ts'

/** Ellis and Roberts (1980): constants of one species, with where they were published. */
export type LifeConstants = {
  species: string
  ke: number
  cw: number
  ch: number
  cq: number
  reference: string
}

/** How a lot is kept. */
export type Store = {
  /** Moisture of the seed, percent of its fresh weight. */
  moisturePercent: number
  celsius: number
}

/** One replicate of a germination test: seeds sown, and how many germinated on each day from the first on. */
export type Replicate = { seeds: number; byDay: readonly number[] }

/** What is known of a finished test of a lot. */
export type TestResult = {
  /** The day on which it was begun, `2026-11-23`. */
  on: string
  percent: number
  /** Whether it may stand as the lot's viability: enough seeds, nothing went wrong. */
  isConclusive: boolean
}

const share = z.number().gt(0).max(1)
const years = z.number().gt(0).max(100)

/**
 * When lots are tested, and when they are regenerated. By default after the FAO Genebank Standards (2014) 4.3 and 4.4;
 * a third of the predicted time and the percentages differ between genebanks, so each is a setting.
 */
export const TestingRule = z.strictObject({
  /** The first test follows within so many months of receipt. */
  firstWithinMonths: z.int().min(1).max(120).default(12),
  /** So much of the predicted time until the threshold passes between two tests. */
  shareOfPrediction: share.default(1 / 3),
  /** However long seeds are predicted to live. */
  mostYears: years.default(40),
  /** Where nothing is predicted: for long-lived and for short-lived seeds. */
  unknownYears: years.default(10),
  unknownShortLivedYears: years.default(5),
  /** A lot is regenerated at so much of its initial value. */
  regenerateAt: share.default(0.85),
  /** The initial value is the first conclusive test within so many days of propagation. */
  initialWithinDays: z.int().min(1).max(3660).default(365),
})
export type TestingRule = z.output<typeof TestingRule>

/** What decides when a lot is tested next. */
export const TestingFacts = z.strictObject({
  receivedOn: Day,
  lastTestedOn: Day.optional(),
  /** Days from the last test until viability reaches the threshold; absent where no constants are known. */
  predictedDays: z.number().min(0).optional(),
  isShortLived: z.boolean().default(false),
})
export type TestingFacts = z.output<typeof TestingFacts>
