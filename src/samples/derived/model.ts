import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, Named, saying } from '../../core/shapes.ts'
import { amountUnits, Code, PartialMoment, Term } from '../model.ts'
import { Amount, sampleFieldsOf, sampleForm, Sprec } from '../samples/model.ts'
import { deriveWords as words } from './words.ts'

const taken = {
  as: 'number',
  label: { zh: '用量', en: 'Amount used' },
  hint: words.takenHint,
} as const
const Taken = Amount.default(0)
const own = {
  temperature: Term.optional(),
  createdOn: PartialMoment.optional(),
}
const { type, amount, unit, temperature, createdOn, sprec } = sampleFieldsOf
const { code } = sampleForm.fields

/** Equal parts of a sample. */
export const aliquotForm = form(
  z.strictObject({ count: z.int().min(1).max(200), amount: Amount, ...own }),
  {
    count: { as: 'number', label: { zh: '份数', en: 'Number' }, hint: words.countHint },
    amount: { ...amount, label: { zh: '每份的量', en: 'Amount each' } },
    temperature,
    createdOn,
  },
)
export type Aliquots = z.output<typeof aliquotForm.schema>

/** Something else that is made of a sample: DNA of blood. */
export const derivativeForm = form(
  z.strictObject({
    code: Code,
    type: Term,
    amount: Amount,
    unit: z.enum(amountUnits),
    taken: Taken,
    ...own,
    sprec: Sprec.optional(),
  }),
  { code, type, amount, unit, taken, temperature, createdOn, sprec },
)
export type Derivative = z.output<typeof derivativeForm.schema>

const codesIn = (text: string) => [...new Set(text.split(/[\s,，、;；]+/).filter(Boolean))]

export const poolForm = form(
  z.strictObject({
    code: Code,
    codes: line()
      .max(10_000)
      .overwrite((text) => codesIn(text).join(' '))
      .refine((text) => codesIn(text).length > 1, saying(words.twoNeeded)),
    taken: Amount,
    type: Term.optional(),
    ...own,
  }),
  {
    code,
    codes: {
      as: 'text',
      type: 'scans',
      label: { zh: '混合的样本', en: 'Pooled samples' },
      hint: words.codesHint,
    },
    taken: {
      ...taken,
      label: { zh: '每份的用量', en: 'Amount used of each' },
      hint: words.takenEachHint,
    },
    type,
    temperature,
    createdOn,
  },
)
export type Pool = z.output<typeof poolForm.schema>

export const MadeAnswer = z
  .object({
    id: z.string().describe('Of the sample that they were made of.'),
    made: z.array(z.object({ id: z.string(), code: z.string() })),
  })
  .meta({ id: 'SamplesMade' })

/** One sample of a genealogy; `from` is the sample that leads to it. */
const Relation = z.object({ from: z.string(), id: z.string(), code: z.string(), type: Named })
export const GenealogyAnswer = z
  .object({
    ancestors: z.array(Relation),
    descendants: z.array(Relation),
    isWhole: z.boolean().describe('False where there are more than are listed.'),
  })
  .meta({ id: 'SampleGenealogy' })
