import { z } from 'zod'
import { form } from '../../core/form.ts'
import { partialDateOf } from '../../core/partial-date.ts'
import { idOf, line, LocalName, Named, saying } from '../../core/shapes.ts'
import { missionWords as words } from './words.ts'

const day = line()
  .max(20)
  .refine((raw) => partialDateOf(raw) !== null, saying(words.badDay))
const story = z.string().trim().max(2000)
const institution = idOf(words.noInstitution)

const described = {
  code: line().min(1).max(100),
  name: LocalName.optional(),
  startDay: day.optional(),
  endDay: day.optional(),
  places: story.optional(),
  institutes: story.optional(),
  people: story.optional(),
  permits: story.optional(),
  note: story.optional(),
}
const fields = {
  code: { as: 'text', label: { zh: '任务编号', en: 'Code' }, hint: words.codeHint },
  name: { as: 'pair', label: { zh: '名称', en: 'Name' } },
  startDay: { as: 'text', label: { zh: '开始', en: 'From' }, hint: words.dayHint, short: true },
  endDay: { as: 'text', label: { zh: '结束', en: 'To' }, hint: words.dayHint, short: true },
  places: { as: 'long', label: { zh: '地点', en: 'Places' } },
  institutes: { as: 'long', label: { zh: '参加单位', en: 'Institutes' } },
  people: { as: 'long', label: { zh: '参加人员', en: 'People' }, hint: words.peopleHint },
  permits: { as: 'long', label: { zh: '许可文号', en: 'Permits' }, hint: words.permitsHint },
  note: { as: 'long', label: { zh: '说明', en: 'Note' } },
} as const

const NewMission = z.strictObject({ institution, ...described })
export type NewMission = z.output<typeof NewMission>
export const missionForm = form(NewMission, {
  institution: { as: 'reference', label: { zh: '登记单位', en: 'Institution' } },
  ...fields,
})

/** Whose mission it is does not change. */
export const missionEdit = form(z.strictObject(described), fields)
export type MissionChange = z.output<typeof missionEdit.edit.schema>
export type Mission = z.output<typeof missionEdit.schema>

export const missionFilter = form(z.strictObject({ q: line().max(200).optional() }), {
  q: { as: 'text', type: 'search', label: words.find },
})
export type MissionFilter = z.output<typeof missionFilter.schema>

export const MissionAnswer = z
  .object({ id: z.string(), ...missionForm.answer, version: z.int() })
  .meta({ id: 'Mission' })

export const CollectedAnswer = z
  .object({
    id: z.string(),
    title: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
    accenumb: z.string().nullable(),
    collnumb: z.string().nullable(),
    institution: Named,
  })
  .meta({ id: 'CollectedAccession' })
