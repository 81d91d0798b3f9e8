import { z } from 'zod'
import { line } from '../../core/shapes.ts'
import { BookingAnswer } from '../bookings/model.ts'

const Consumable = z.strictObject({
  name: line().min(1).max(200),
  quantity: z.number().positive().max(1_000_000),
  unit: line().max(30).default(''),
})

/** Begins a use; `endPrevious` ends one before it whose time is over and whose person has gone. */
export const Start = z.strictObject({ endPrevious: z.boolean().default(false) })
export type Start = z.output<typeof Start>

/** What was done with the time. */
export const Finish = z.strictObject({
  samples: z.int().min(0).max(1_000_000).optional(),
  consumables: z.array(Consumable).max(50).optional(),
  note: z.string().trim().max(2000).optional(),
})
export type Finish = z.output<typeof Finish>

export const FinishedAnswer = BookingAnswer.extend({
  /** Minutes of the use that lie in somebody else's time. */
  overlapMinutes: z.int().min(0),
  problemId: z.string().nullable(),
})
