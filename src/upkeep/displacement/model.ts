import { z } from 'zod'
import { BookingAnswer, SlotAnswer } from '../../bookings/bookings/model.ts'
import type { Typed } from '../../core/form.ts'

export const OnBookings = z
  .enum(['refuse', 'displace'])
  .default('displace')
  .describe('Bookings in the way: refuse and name them, or cancel them and tell their people.')
export type OnBookings = z.output<typeof OnBookings>

/** The form asks whether to cancel the bookings in the way; unless it is ticked they are named. */
export const readOnBookings = (typed: Typed): OnBookings =>
  typed['displace']?.[0] === 'true' ? 'displace' : 'refuse'

export const DisplacedAnswer = z
  .array(z.object({ booking: BookingAnswer, alternatives: z.array(SlotAnswer) }))
  .describe('Bookings that it cancelled, and the nearest free times for each (the first 20).')
