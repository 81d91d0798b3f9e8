import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, saying } from '../../core/shapes.ts'
import { InstantAnswer, Moment } from '../../core/time.ts'
import { TitledInstrument } from '../model.ts'
import { planWords as words } from './words.ts'

/** In the order in which they want to be seen. */
export const planStates = ['overdue', 'soon', 'fine'] as const
export type PlanState = (typeof planStates)[number]

export const planKindNames = {
  maintenance: { zh: '维护', en: 'Maintenance' },
  calibration: { zh: '校准', en: 'Calibration' },
} as const
export type PlanKind = keyof typeof planKindNames

/** What is done again and again: every so many days, every so many hours of use, or whichever comes first. */
const NewPlan = z
  .strictObject({
    name: line().min(1).max(200),
    kind: z.enum(['maintenance', 'calibration']),
    everyDays: z.int().min(1).max(3660).optional(),
    everyUseHours: z.int().min(1).max(100_000).optional(),
    lastDoneAt: Moment.optional(),
    instructions: z.string().trim().max(5000).optional(),
  })
  .refine(
    ({ everyDays, everyUseHours }) => everyDays !== undefined || everyUseHours !== undefined,
    { path: ['everyDays'], ...saying(words.recurs) },
  )
export type NewPlan = z.output<typeof NewPlan>

export const planForm = form(NewPlan, {
  name: { as: 'text', label: { zh: '计划名称', en: 'Plan name' } },
  kind: { as: 'choice', label: { zh: '类别', en: 'Kind' }, names: planKindNames },
  everyDays: { as: 'number', label: { zh: '间隔天数', en: 'Interval in days' } },
  everyUseHours: {
    as: 'number',
    label: { zh: '间隔机时（小时）', en: 'Interval in hours of use' },
  },
  lastDoneAt: {
    as: 'moment',
    label: { zh: '上次完成', en: 'Last done' },
    hint: { zh: '留空表示从现在算起。', en: 'Leave empty to count from now.' },
  },
  instructions: { as: 'long', label: { zh: '操作说明', en: 'Instructions' } },
})

export const PlanAnswer = z
  .object({
    id: z.string(),
    instrument: TitledInstrument,
    ...planForm.answer,
    countedFrom: InstantAnswer.describe('Days and hours count from here.'),
    dueAt: InstantAnswer.nullable(),
    usedHours: z.number(),
    state: z.enum(planStates),
  })
  .meta({ id: 'MaintenancePlan' })
