import { Timezone, saying, line } from '../../core/shapes.ts'
import { z } from 'zod'
import { dayIn } from '../../core/time.ts'
import { type Audience, audiences } from '../../instruments/model/audiences.ts'
import { refuseUnusable } from './rules/usable.ts'
import { policyWords as words } from './words/policy.ts'

/** Minutes of the day as people write them: `08:00` … `24:00`. */
export const Clock = z
  .string()
  .refine((text) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text), saying(words.badClock))

const Day = z.string().refine((text) => dayIn(text) !== undefined, saying(words.badDay))

/** Days of the week, Monday 1 to Sunday 7 (ISO 8601), and a span of each. */
export const WeeklyHours = z
  .strictObject({
    days: z
      .array(z.int().min(1).max(7))
      .max(7)
      .refine((days) => days.length > 0, saying(words.dayNeeded))
      .meta({ minItems: 1 }),
    from: Clock,
    to: Clock,
  })
  .refine(({ from, to }) => from < to, { path: ['to'], ...saying(words.hoursInOrder) })
export type WeeklyHours = z.output<typeof WeeklyHours>

/** Days on which nothing is given, both ends included. */
const Closure = z
  .strictObject({ from: Day, to: Day.optional(), why: line().max(200).optional() })
  .refine(({ from, to }) => to === undefined || from <= to, {
    path: ['to'],
    ...saying(words.closureInOrder),
  })

export const quotaPeriods = ['day', 'week', 'month', 'year'] as const
export type QuotaPeriod = (typeof quotaPeriods)[number]

/** How much a person or a lab may take: counted over clipped overlap, so that a booking over midnight counts on both days. */
const Quota = z.strictObject({
  of: z.enum(['person', 'lab']),
  measure: z.enum(['minutes', 'count']),
  max: z.int().min(0).max(1_000_000),
  per: z.enum(quotaPeriods),
  /** In the peak windows only. */
  peakOnly: z.boolean().optional(),
})
export type Quota = z.output<typeof Quota>

export { audiences, type Audience }

export const qualificationKinds = ['training', 'operation', 'safety'] as const
export type QualificationKind = (typeof qualificationKinds)[number]

export const billings = ['reserved', 'actual', 'max', 'union'] as const
export type Billing = (typeof billings)[number]

const minutes = (max: number) => z.int().min(0).max(max)
const year = 366 * 24 * 60

/**
 * The booking rules of an instrument (DOMAIN.md §3.2). What is not there is not limited.
 * Minutes are whole, clocks and days are the instrument's own, money is 分.
 */
export const Policy = z.strictObject({
  /** IANA; the institution's where it is not said. */
  timezone: Timezone.optional(),
  hours: z.array(WeeklyHours).max(50).optional(),
  closedDays: z.array(Closure).max(500).optional(),
  granularityMinutes: z.int().min(1).max(1440).optional(),
  minMinutes: minutes(92 * 1440).optional(),
  maxMinutes: minutes(92 * 1440).optional(),
  leadMinutes: minutes(year).optional(),
  horizonDays: z.int().min(1).max(3660).optional(),
  bufferBeforeMinutes: minutes(1440).optional(),
  bufferAfterMinutes: minutes(1440).optional(),
  /** Between two bookings of one person. */
  gapMinutes: minutes(year).optional(),
  editDeadlineMinutes: minutes(year).optional(),
  cancelDeadlineMinutes: minutes(year).optional(),
  quotas: z.array(Quota).max(20).optional(),
  maxFutureCount: z.int().min(0).max(10_000).optional(),
  maxFutureMinutes: z.int().min(0).max(1_000_000).optional(),
  peak: z
    .strictObject({
      windows: z.array(WeeklyHours).min(1).max(50),
      /** Of one booking inside the windows. */
      maxMinutes: minutes(92 * 1440).optional(),
    })
    .optional(),
  approval: z
    .strictObject({
      always: z.boolean().optional(),
      audiences: z.array(z.enum(audiences)).optional(),
      longerThanMinutes: minutes(92 * 1440).optional(),
    })
    .optional(),
  qualifications: z.array(z.enum(qualificationKinds)).optional(),
  needsProject: z.boolean().optional(),
  /** Labs that the instrument belongs to: audience `own_lab`. */
  ownLabs: z.array(z.uuid()).max(50).optional(),
  /** The widest audience that may book. */
  audience: z.enum(audiences).optional(),
  noShowMinutes: minutes(1440).optional(),
  lateCancelFeeFen: z.int().min(0).max(100_000_000).optional(),
  noShowFeeFen: z.int().min(0).max(100_000_000).optional(),
  billBy: z.enum(billings).optional(),
  billRoundMinutes: z.int().min(1).max(1440).optional(),
})
export type Policy = z.output<typeof Policy>

/** Rules that are to be put in force: somebody can book under them. Those in force are readable whatever they are. */
export const NewRules = Policy.superRefine(refuseUnusable)
