import { z } from 'zod'

export const lineCodes = [
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
] as const
export type LineCode = (typeof lineCodes)[number]

const Sentence = z.object({ zh: z.string(), en: z.string() })

/** One line of how an amount came about; kept with the charge as it was then. */
export const Line = z.object({
  code: z.enum(lineCodes),
  /** Hours, samples, or times. */
  quantity: z.number(),
  /** Of an `h`: what the amount is counted from. */
  minutes: z.int().optional(),
  unit: z.enum(['h', 'sample', 'once']),
  unitPriceFen: z.int(),
  amountFen: z.int(),
  why: Sentence,
})
export type Line = z.output<typeof Line>

export const causes = ['use', 'late_cancel', 'no_show', 'waiver', 'order', 'correction'] as const
export type Cause = (typeof causes)[number]
