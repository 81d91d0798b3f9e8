import { z } from 'zod'
import { LocalAnswer } from '../core/shapes.ts'

/** What a lot is counted or weighed in. */
export const units = ['seed', 'gram', 'vial', 'straw', 'plant', 'millilitre'] as const
export type Unit = (typeof units)[number]

/** A quantity as people say it, in units of the lot; kept as {@link smallestOf} has it. */
export const Quantity = z.number().positive().max(1_000_000_000)
/** The same where there may be none. */
export const QuantityOrNone = z.number().min(0).max(1_000_000_000)

/** The record that a lot is of. */
export const TitledRecord = z.object({ id: z.string(), title: LocalAnswer })
/** Another lot, by its code. */
export const CodedLot = z.object({ id: z.string(), code: z.string() })
export type CodedLot = z.output<typeof CodedLot>
