import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalAnswer, optionalText } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { DepositAnswer, sides } from '../plans/model.ts'
import { commands } from './rules.ts'
import { packageWords as words } from './words.ts'

export const remarkForm = form(
  z.strictObject({
    about: line().min(1).max(200).optional(),
    text: z.string().trim().min(1).max(2000),
  }),
  {
    about: { as: 'text', label: words.about, hint: words.aboutHint },
    text: { as: 'long', label: words.remark },
  },
)
export type NewRemark = z.output<typeof remarkForm.schema>

export const answerForm = form(z.strictObject({ answer: z.string().trim().min(1).max(2000) }), {
  answer: { as: 'long', label: words.answer },
})
export type RemarkAnswerInput = z.output<typeof answerForm.schema>

/** With a return: one remark more, about the package as a whole. */
export const returnForm = form(
  z.strictObject({ text: z.string().trim().min(1).max(2000).optional() }),
  { text: { as: 'long', label: words.remark } },
)
export const endingForm = form(z.strictObject({ reason: line().min(1).max(500) }), {
  reason: { as: 'text', label: words.reason },
})

/** Where each part is, by its code; null empties one. */
export const PartsInput = z.strictObject({
  parts: z.record(z.string().max(40), optionalText(2000)),
})
export type PartsInput = z.output<typeof PartsInput>

export const RemarkAnswer = z
  .object({
    id: z.string(),
    about: z.string().nullable(),
    text: z.string(),
    madeFor: z.enum(['unit', 'centre']),
    madeAt: InstantAnswer,
    madeBy: z.string().nullable(),
    answer: z.string().nullable(),
    answeredAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'DepositRemark' })

/** A deposit with its package: what is missing, what was remarked, what the viewer may do. */
export const PackageAnswer = DepositAnswer.extend({
  sides: z.array(z.enum(sides)).describe('On which sides of it you are.'),
  commands: z.array(z.enum(commands)).describe('What you may do with it now.'),
  missing: z
    .array(z.object({ code: z.string(), detail: LocalAnswer }))
    .describe('What it lacks before it can be submitted.'),
  versionNumber: z.int().nullable().describe('The draft version of the dataset that is deposited.'),
  fileCount: z.int(),
  sizeBytes: z.int(),
  parts: z.array(
    z.object({
      code: z.string(),
      name: LocalAnswer,
      needed: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
}).meta({ id: 'DepositPackage' })
