import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { Code } from '../model.ts'
import { kitWords as words } from './words.ts'

const NewKit = z.strictObject({ code: Code })
export type NewKit = z.output<typeof NewKit>

export const kitForm = form(NewKit, {
  code: {
    as: 'text',
    label: { zh: '套件编号', en: 'Kit code' },
    hint: words.codeHint,
    short: true,
  },
})

export const kitFilter = form(z.strictObject({ code: line().max(60).optional() }), {
  code: { as: 'text', type: 'search', label: kitForm.labels.code },
})
export type KitFilter = z.output<typeof kitFilter.schema>

export const KitAnswer = z
  .object({
    id: z.string(),
    ...kitForm.answer,
    samples: z.int(),
    finishedAt: InstantAnswer.nullable(),
    createdAt: InstantAnswer,
  })
  .meta({ id: 'SampleKit' })
