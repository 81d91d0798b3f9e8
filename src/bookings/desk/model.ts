import { z } from 'zod'
import { idOf, saying } from '../../core/shapes.ts'
import { bookingStates, Decision } from '../bookings/model.ts'
import { bookingWords } from '../bookings/words/booking.ts'
import { deskWords as words } from './words.ts'

/** How many bookings are decided at once: as many as the page shows. */
export const mostAtOnce = 20

/** One decision for several bookings; each is judged by itself. */
export const NewDecisions = Decision.omit({ override: true }).extend({
  bookings: z
    .array(idOf(bookingWords.noBooking))
    .max(mostAtOnce)
    .refine((ids) => ids.length > 0, saying(words.noneChosen))
    .describe('Bookings that wait for approval.'),
})
export type NewDecisions = z.output<typeof NewDecisions>

/** What became of each booking. */
export const DecisionsAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.enum(bookingStates).nullable().describe('Null where it was refused.'),
      refusal: z.string().nullable(),
    }),
  ),
})
