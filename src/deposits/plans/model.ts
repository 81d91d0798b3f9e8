import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalAnswer, LocalName, Named } from '../../core/shapes.ts'
import { Day, InstantAnswer } from '../../core/time.ts'
import { dataKindNames, gradeNames, sharingNames, stateNames } from '../words/names.ts'
import { planWords as words } from './words.ts'

export const grades = ['general', 'important', 'core'] as const
export type Grade = (typeof grades)[number]
export const sharings = ['open', 'registered', 'on_request', 'closed'] as const
export type Sharing = (typeof sharings)[number]
export const dataKinds = [
  'observation',
  'experiment',
  'survey',
  'simulation',
  'imagery',
  'sample',
  'derived',
  'other',
] as const
export type DataKind = (typeof dataKinds)[number]
export const depositStates = [
  'promised',
  'draft',
  'unit_check',
  'centre_check',
  'returned',
  'receipted',
  'ended',
] as const
export type DepositState = (typeof depositStates)[number]
/** Who has to do with a deposit: who makes it, the institution that carries the project, the centre that receives it. */
export const sides = ['depositor', 'unit', 'centre'] as const
export type Side = (typeof sides)[number]

const described = {
  title: LocalName,
  funder: line().min(1).max(200),
  awardNumber: line().min(1).max(100),
  leader: line().min(1).max(100),
  acceptanceOn: Day.optional(),
}
const describedFields = {
  title: { as: 'pair', label: words.projectTitle },
  funder: { as: 'text', label: words.funder, hint: words.funderHint },
  awardNumber: { as: 'text', label: words.awardNumber, short: true },
  leader: { as: 'text', label: words.leader, short: true },
  acceptanceOn: { as: 'date', label: words.acceptanceOn, hint: words.acceptanceHint },
} as const

export const projectForm = form(
  z.strictObject({
    ...described,
    institution: idOf(words.noInstitution),
    centre: idOf(words.noCentre),
    lab: idOf(words.noLab).optional(),
  }),
  {
    ...describedFields,
    institution: { as: 'reference', label: words.institution, hint: words.institutionHint },
    centre: { as: 'reference', label: words.centre },
    lab: { as: 'reference', label: words.lab, hint: words.labHint },
  },
)
export const projectEdit = form(z.strictObject(described), describedFields)
export type ProjectChange = z.output<typeof projectEdit.edit.schema>

export const itemForm = form(
  z.strictObject({
    title: LocalName,
    dataKind: z.enum(dataKinds),
    sizeGb: z.number().positive().max(1e9).optional(),
    dueOn: Day,
    grade: z.enum(grades).default('general'),
    sharing: z.enum(sharings),
    embargoUntil: Day.optional(),
  }),
  {
    title: { as: 'pair', label: words.itemTitle },
    dataKind: { as: 'choice', label: words.dataKind, names: dataKindNames },
    sizeGb: { as: 'number', label: words.sizeGb, unit: 'GB' },
    dueOn: { as: 'date', label: words.dueOn },
    grade: { as: 'choice', label: words.grade, names: gradeNames, hint: words.gradeHint },
    sharing: { as: 'choice', label: words.sharing, names: sharingNames },
    embargoUntil: { as: 'date', label: words.embargoUntil, hint: words.embargoHint },
  },
)
export type NewItem = z.output<typeof itemForm.schema>
export type ItemChange = z.output<typeof itemForm.edit.schema>

export const mostItems = 100

export const NewProject = projectForm.schema.extend({
  items: z.array(itemForm.schema).min(1).max(mostItems).describe('What is promised, one by one.'),
})
export type NewProject = z.output<typeof NewProject>

export const DepositCounts = z.object({
  promised: z.int().describe('All that was promised and not given up.'),
  late: z.int().describe('Due, and not submitted.'),
  inCheck: z.int(),
  returned: z.int(),
  receipted: z.int(),
})
export type DepositCounts = z.output<typeof DepositCounts>

export const ProjectAnswer = z
  .object({
    id: z.string(),
    ...projectForm.answer,
    depositor: z.object({ id: z.string(), name: z.string() }),
    counts: DepositCounts,
    sides: z.array(z.enum(sides)).describe('On which sides of it you are.'),
    createdAt: InstantAnswer,
    version: z.int(),
  })
  .meta({ id: 'DepositProject' })

export const DepositAnswer = z
  .object({
    id: z.string(),
    ...itemForm.answer,
    state: z.enum(depositStates),
    isLate: z.boolean().describe('Due, and not submitted.'),
    isOverrun: z.boolean().describe('The centre has had it longer than it may.'),
    project: z.object({ id: z.string(), title: LocalAnswer, awardNumber: z.string() }),
    institution: Named,
    centre: Named,
    recordId: z.string().nullable().describe('The dataset that its package is.'),
    submittedAt: InstantAnswer.nullable(),
    checkUntil: InstantAnswer.nullable().describe('The end of the last day that the centre has.'),
    receiptNumber: z.string().nullable(),
    endedReason: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Deposit' })

export const depositFilter = form(
  z.strictObject({
    state: z.enum(depositStates).optional(),
    late: z.enum(['true']).optional(),
  }),
  {
    state: { as: 'choice', label: words.state, names: stateNames },
    late: { as: 'choice', label: words.timing, names: { true: words.onlyLate } },
  },
)
export type DepositFilter = z.output<typeof depositFilter.schema>
