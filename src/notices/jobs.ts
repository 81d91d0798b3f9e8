import type { Context } from '../core/context.ts'
import type { JobPayloads } from '../core/ports.ts'
import { remindOfBookings } from './letters/actions.ts'
import { tellOfFact } from './telling/actions.ts'

declare module '../core/ports.ts' {
  interface JobPayloads {
    /** Reminds people of what they booked. */
    remind_bookings: Record<string, never>
  }
}

/** Tells those concerned of a fact that some area noted. */
export const tellPeople = (ctx: Context, fact: JobPayloads['tell_people']): Promise<void> =>
  tellOfFact(ctx, fact)

/** Reminds people of what they booked, a day before. */
export const remindBookings = (ctx: Context): Promise<void> => remindOfBookings(ctx)
