import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalLong, LocalName } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../words/refusals.ts'
import { labWords as words } from './words.ts'

const described = { name: LocalName, about: LocalLong.default({ zh: null, en: null }) }
const fields = {
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  about: { as: 'longPair', label: { zh: '简介', en: 'About' } },
} as const
const institution = idOf(refusalWords.noInstitution)

const NewLab = z.strictObject({ institution, ...described })
export type NewLab = z.output<typeof NewLab>
export const labForm = form(NewLab, {
  institution: { as: 'reference', label: { zh: '所属单位', en: 'Institution' } },
  ...fields,
})

/** Whose institution it is does not change. */
export const labEdit = form(z.strictObject({ ...described, closed: z.boolean() }), {
  ...fields,
  closed: { as: 'yesNo', label: { zh: '已停用', en: 'Closed' }, hint: words.closedHint },
})
export type LabChange = z.output<typeof labEdit.edit.schema>

export const labFilter = form(
  z.strictObject({ q: line().max(200).optional(), institution: institution.optional() }),
  {
    q: { as: 'text', type: 'search', label: words.find },
    institution: { as: 'reference', label: labForm.labels.institution },
  },
)
export type LabFilter = z.output<typeof labFilter.schema>

export const LabAnswer = z
  .object({
    id: z.string(),
    ...labForm.answer,
    leaders: z.array(z.object({ id: z.string(), name: z.string() })),
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Lab' })
