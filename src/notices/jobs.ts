import type { Context } from '../core/context.ts'
import { remindOfBookings } from './letters/actions/remind.ts'

/** Reminds people of what they booked, a day before. */
export const remindBookings = (ctx: Context): Promise<void> => remindOfBookings(ctx)
