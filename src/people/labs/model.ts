import { LocalLong, idOf, LocalName } from '../../core/shapes.ts'
import { z } from 'zod'
import { form } from '../../core/form.ts'
import { InstantAnswer } from '../../core/time.ts'
import { labWords as words } from './words.ts'
import { labRoleNames } from '../words/names.ts'
import { refusalWords } from '../words/refusals.ts'
import { labRoles } from '../model/named.ts'
import { Email } from '../accounts/model/person.ts'

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

export const labFilter = form(z.strictObject({ institution: institution.optional() }), {
  institution: { as: 'reference', label: labForm.labels.institution },
})

const Person = z.object({ id: z.string(), name: z.string() })

export const LabAnswer = z
  .object({
    id: z.string(),
    ...labForm.answer,
    leaders: z.array(Person),
    version: z.int(),
    closedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Lab' })

const role = z.enum(labRoles).default('member')

/** Somebody who has an account, by id or by address. */
export const NewLabMember = z.strictObject({
  person: idOf(refusalWords.noPerson).optional(),
  email: Email.optional(),
  role,
})
export type NewLabMember = z.output<typeof NewLabMember>

/** What people are asked for: the address. */
export const labMemberForm = form(z.strictObject({ email: Email, role }), {
  email: {
    as: 'text',
    type: 'email',
    label: { zh: '邮箱', en: 'Address' },
    hint: words.memberHint,
  },
  role: { as: 'choice', label: { zh: '角色', en: 'Role' }, names: labRoleNames },
})

export const LabMemberAnswer = z.object({
  person: Person,
  role: z.enum(labRoles),
  since: InstantAnswer,
})
