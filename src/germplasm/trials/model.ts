import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalLong, LocalName, saying } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { trialWords as words } from './words.ts'

const institution = idOf(refusalWords.noInstitution)
const described = {
  code: line().min(1).max(60),
  name: LocalName,
  season: line().refine((text) => /^\d{4}(?:\/\d{2})?$/.test(text), saying(words.badSeason)),
  site: line().max(300).optional(),
  startsOn: Day.optional(),
  endsOn: Day.optional(),
  about: LocalLong.default({ zh: null, en: null }),
}

const isInOrder = ({
  startsOn,
  endsOn,
}: {
  startsOn?: string | undefined
  endsOn?: string | undefined
}) => !startsOn || !endsOn || startsOn <= endsOn
const order = { path: ['endsOn'], ...saying(words.inOrder) }

const fields = {
  code: { as: 'text', label: { zh: '编号', en: 'Code' }, short: true },
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  season: { as: 'text', label: { zh: '年度', en: 'Season' }, hint: words.seasonHint, short: true },
  site: { as: 'text', label: { zh: '地点', en: 'Site' } },
  startsOn: { as: 'date', label: { zh: '开始', en: 'From' } },
  endsOn: { as: 'date', label: { zh: '结束', en: 'Until' } },
  about: { as: 'longPair', label: { zh: '说明', en: 'About' } },
} as const

const NewTrial = z.strictObject({ institution, ...described }).refine(isInOrder, order)
export type NewTrial = z.output<typeof NewTrial>
export const trialForm = form(NewTrial, {
  institution: { as: 'reference', label: { zh: '单位', en: 'Institution' } },
  ...fields,
})

/** Whose trial it is does not change. */
export const trialEdit = form(z.strictObject(described).refine(isInOrder, order), fields)
export type TrialChange = z.output<typeof trialEdit.edit.schema>

export const trialFilter = form(
  z.strictObject({ institution: institution.optional(), season: line().max(20).optional() }),
  {
    institution: { as: 'reference', label: trialForm.labels.institution },
    season: { as: 'text', label: fields.season.label, short: true },
  },
)
export type TrialFilter = z.output<typeof trialFilter.schema>

export const TrialAnswer = z
  .object({ id: z.string(), ...trialForm.answer, version: z.int() })
  .meta({ id: 'Trial' })
