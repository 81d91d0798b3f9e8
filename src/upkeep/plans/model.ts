import { z } from 'zod'
import { Moment } from '../../core/time.ts'
import { planWords as words } from './words.ts'

export const planKinds = ['maintenance', 'calibration'] as const
export type PlanKind = (typeof planKinds)[number]

/** In the order in which they want to be seen. */
export const planStates = ['overdue', 'soon', 'fine'] as const
export type PlanState = (typeof planStates)[number]

/** What is done again and again: every so many days, every so many hours of use, or whichever comes first. */
export const NewPlan = z
  .strictObject({
    kind: z.enum(planKinds),
    name: z.string().trim().min(1).max(200),
    instructions: z.string().trim().max(5000).optional(),
    everyDays: z.int().min(1).max(3660).optional(),
    everyUseHours: z.int().min(1).max(100_000).optional(),
    /** When it was done last; from now on otherwise. */
    lastDoneAt: Moment.optional(),
  })
  .refine(
    ({ everyDays, everyUseHours }) => everyDays !== undefined || everyUseHours !== undefined,
    { path: ['everyDays'], error: words.recurs.en, params: { text: words.recurs } },
  )
export type NewPlan = z.output<typeof NewPlan>

export const Completion = z.strictObject({
  doneAt: Moment.optional(),
  note: z.string().trim().max(2000).optional(),
})
export type Completion = z.output<typeof Completion>

const Instant = z.string().meta({ format: 'date-time' })
const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })

export const PlanAnswer = z
  .object({
    id: z.string(),
    instrument: z.object({ id: z.string(), title: Name }),
    kind: z.enum(planKinds),
    name: z.string(),
    instructions: z.string().nullable(),
    everyDays: z.int().nullable(),
    everyUseHours: z.int().nullable(),
    /** Days and hours count from here. */
    countedFrom: Instant,
    dueAt: Instant.nullable(),
    usedHours: z.number(),
    state: z.enum(planStates),
    lastDoneAt: Instant.nullable(),
  })
  .meta({ id: 'MaintenancePlan' })
