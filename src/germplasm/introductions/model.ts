import { z } from 'zod'
import { form } from '../../core/form.ts'
import { partialDateOf } from '../../core/partial-date.ts'
import { line, saying } from '../../core/shapes.ts'
import { introductionWords as words, stageNames } from './words.ts'

export const stages = ['introduced', 'quarantine', 'trial', 'demonstration'] as const
export type Stage = (typeof stages)[number]

const NewStep = z.strictObject({
  stage: z.enum(stages),
  day: line()
    .max(20)
    .refine((raw) => partialDateOf(raw) !== null, saying(words.badDay)),
  place: line().min(1).max(300),
  organisation: line().max(300).optional(),
  areaHa: z.number().positive().max(1_000_000).multipleOf(0.01).optional(),
  documentNumber: line().max(100).optional(),
  note: z.string().trim().max(2000).optional(),
})
export type NewStep = z.output<typeof NewStep>

export const stepForm = form(NewStep, {
  stage: { as: 'choice', label: { zh: '阶段', en: 'Stage' }, names: stageNames },
  day: { as: 'text', label: { zh: '日期', en: 'Date' }, hint: words.dayHint, short: true },
  place: { as: 'text', label: { zh: '地点', en: 'Place' }, hint: words.placeHint },
  organisation: { as: 'text', label: { zh: '承担单位', en: 'Organisation' } },
  areaHa: { as: 'number', label: { zh: '面积', en: 'Area' }, unit: 'ha' },
  documentNumber: {
    as: 'text',
    label: { zh: '批准文件编号', en: 'Permit number' },
    hint: words.documentHint,
  },
  note: { as: 'long', label: { zh: '说明', en: 'Note' } },
})

export const StepAnswer = z
  .object({ id: z.string(), ...stepForm.answer })
  .meta({ id: 'IntroductionStep' })
