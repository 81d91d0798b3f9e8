import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line } from '../../core/shapes.ts'
import { InstantAnswer, Moment } from '../../core/time.ts'

const Completion = z.strictObject({
  doneAt: Moment.optional(),
  note: line().max(2000).optional(),
})
export type Completion = z.output<typeof Completion>

export const completionForm = form(Completion, {
  doneAt: { as: 'moment', label: { zh: '完成时间', en: 'Completed at' } },
  note: { as: 'text', label: { zh: '记录', en: 'Note' } },
})

export const DoneAnswer = z
  .object({
    id: z.string(),
    plan: z.object({ id: z.string(), name: z.string() }),
    doneAt: InstantAnswer,
    doneBy: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'MaintenanceDone' })
