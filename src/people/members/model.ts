import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, LangField, optionalLine } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { Email } from '../accounts/model/person.ts'
import { labRoles, roleNamesAsked } from '../model/named.ts'
import { labRoleNames, langNames, roleNames } from '../words/names.ts'
import { refusalWords } from '../words/refusals.ts'
import { memberWords as words } from './words.ts'

const email = { as: 'text', type: 'email', label: words.email, autocomplete: 'email' } as const
const institution = idOf(refusalWords.noInstitution)
const Person = z.object({ id: z.string(), name: z.string() })

export const MemberAnswer = z.object({
  person: Person.extend({ email: z.string() }),
  title: z.string().nullable(),
  askedAt: InstantAnswer,
  approvedAt: InstantAnswer.nullable(),
})

const invited = {
  email: Email,
  role: z.enum(roleNamesAsked).default('member'),
  lang: LangField.default('zh'),
}
export const NewInvitation = z.strictObject({ ...invited, institution })
export type NewInvitation = z.output<typeof NewInvitation>

/** What the page of an institution asks for. */
export const invitationForm = form(z.strictObject(invited), {
  email,
  role: { as: 'choice', label: words.role, names: roleNames },
  lang: {
    as: 'choice',
    label: { zh: '邮件语言', en: 'Email language' },
    names: langNames,
  },
})

export const JoinRequest = z.strictObject({ title: optionalLine(100).optional() })

/** The same, asked for together with the institution. */
export const joinForm = form(JoinRequest.extend({ institution }), {
  institution: { as: 'reference', label: { zh: '所属单位', en: 'Institution' } },
  title: { as: 'text', label: { zh: '职务', en: 'Position' } },
})

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
  email: { ...email, hint: words.labMemberHint },
  role: { as: 'choice', label: words.role, names: labRoleNames },
})

export const LabMemberAnswer = z.object({
  person: Person,
  role: z.enum(labRoles),
  since: InstantAnswer,
})
