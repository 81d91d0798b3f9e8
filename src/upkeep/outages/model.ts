import { z } from 'zod'
import { Moment, Temporal } from '../../core/time.ts'
import { BookingAnswer, SlotAnswer } from '../../bookings/bookings/model.ts'
import { outageWords as words } from './words.ts'

export const outageKinds = ['fault', 'maintenance', 'calibration', 'training', 'other'] as const
export type OutageKind = (typeof outageKinds)[number]

export const outageStates = ['planned', 'running', 'over', 'cancelled'] as const
export type OutageState = (typeof outageStates)[number]

const Reason = z.string().trim().min(1).max(500)
/** Bookings in the way: refuse and name them, or cancel them and tell their people. */
const onBookings = z.enum(['refuse', 'displace']).default('displace')

type Times = { start?: Temporal.Instant | undefined; end?: Temporal.Instant | undefined }
const inOrder = ({ start, end }: Times) =>
  !start || !end || Temporal.Instant.compare(start, end) < 0
const ordered = {
  path: ['end'],
  error: words.endAfterStart.en,
  params: { text: words.endAfterStart },
}

/** Without a start it begins now; without an end nobody knows yet, and it takes a day until staff say better. */
export const NewOutage = z
  .strictObject({
    start: Moment.optional(),
    end: Moment.optional(),
    isEstimate: z.boolean().optional(),
    kind: z.enum(outageKinds),
    reason: Reason,
    onBookings,
  })
  .refine(inOrder, ordered)
export type NewOutage = z.output<typeof NewOutage>

export const OutageChange = z
  .strictObject({
    start: Moment.optional(),
    end: Moment.optional(),
    isEstimate: z.boolean().optional(),
    kind: z.enum(outageKinds).optional(),
    reason: Reason.optional(),
    onBookings,
  })
  .refine(inOrder, ordered)
export type OutageChange = z.output<typeof OutageChange>

const Instant = z.string().meta({ format: 'date-time' })

export const OutageAnswer = z
  .object({
    id: z.string(),
    instrumentId: z.string(),
    start: Instant,
    end: Instant,
    /** Nobody knows yet when it ends. */
    isEstimate: z.boolean(),
    kind: z.enum(outageKinds),
    reason: z.string(),
    planned: z.boolean(),
    state: z.enum(outageStates),
    createdAt: Instant,
  })
  .meta({ id: 'Outage' })

export const OpenedAnswer = OutageAnswer.extend({
  /** Bookings that it cancelled, and the nearest free times for each (for the first 20). */
  displaced: z.array(z.object({ booking: BookingAnswer, alternatives: z.array(SlotAnswer) })),
})
