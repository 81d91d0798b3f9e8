import type { Context } from '../core/context.ts'
import { remindOfBookings } from './letters/actions/remind.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    /** Reminds people of what they booked. */
    remind_bookings: Record<string, never>
  }
}

/** Reminds people of what they booked, a day before. */
export const remindBookings = (ctx: Context): Promise<void> => remindOfBookings(ctx)
