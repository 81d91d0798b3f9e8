import { z } from 'zod'
import { scopes } from '../../../core/actor.ts'
import { form } from '../../../core/form.ts'
import { line, idOf, LangField, Named, saying } from '../../../core/shapes.ts'
import { InstantAnswer } from '../../../core/time.ts'
import { normalizedEmail } from '../rules/email.ts'
import { longestPassword } from '../rules/passwords.ts'
import { RoleAnswer } from '../../roles/model.ts'
import { labRoles } from '../../model/named.ts'
import { langNames } from '../../words/names.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { peopleWords } from '../words/people.ts'

/** A person's name goes into letters and pages: one line, no addresses, nothing that looks like markup. */
export const PersonName = line()
  .min(1)
  .max(100)
  .refine((name) => !/[\p{Cc}<>]|:\/\/|www\./iu.test(name), saying(words.badName))

export const Email = z
  .string()
  .transform(normalizedEmail)
  .refine(
    (email) => email.length <= 254 && z.email().safeParse(email).success,
    saying(words.badEmail),
  )

/** Any text: whether it is good is decided by `objectionsToPassword`, which knows whose it is. */
export const Password = z
  .string()
  .min(1)
  .max(longestPassword * 4)

const fields = {
  name: { as: 'text', label: { zh: '姓名', en: 'Name' }, autocomplete: 'name' },
  email: { as: 'text', type: 'email', label: { zh: '邮箱', en: 'Email' }, autocomplete: 'email' },
  lang: { as: 'choice', label: { zh: '语言', en: 'Language' }, names: langNames },
  isAdmin: { as: 'yesNo', label: { zh: '系统管理员', en: 'Administrator' } },
} as const

const asked = { name: PersonName, email: Email, lang: LangField.default('zh') }

/** A person made by an administrator, the command line or the seed: no letter is sent. */
export const NewPerson = z.strictObject({
  ...asked,
  password: Password.optional(),
  isAdmin: z.boolean().default(false),
})
export type NewPerson = z.output<typeof NewPerson>

/** What administrators are asked for besides a password. */
export const personForm = form(z.strictObject(asked), {
  name: fields.name,
  email: fields.email,
  lang: fields.lang,
})

/** What administrators change about a person. */
export const personEdit = form(
  z.strictObject({ name: PersonName, isAdmin: z.boolean(), disabled: z.boolean() }),
  {
    name: fields.name,
    isAdmin: fields.isAdmin,
    disabled: {
      as: 'yesNo',
      label: { zh: '停用账户', en: 'Disable account' },
      hint: peopleWords.disableHint,
    },
  },
)
export type PersonChange = z.output<typeof personEdit.edit.schema>

export const personFilter = form(z.strictObject({ q: line().max(200).optional() }), {
  q: { as: 'text', type: 'search', label: peopleWords.find },
})

/** What people change about themselves. */
export const Profile = z.strictObject({ name: PersonName, lang: LangField }).partial()
export type Profile = z.output<typeof Profile>

export const Registration = z.strictObject({
  name: PersonName,
  email: Email,
  institution: idOf(words.noInstitution).optional(),
})
export type Registration = z.output<typeof Registration>

const Membership = z.object({
  institution: Named,
  title: z.string().nullable(),
  approvedAt: z.string().meta({ format: 'date-time' }).nullable(),
})

export const PersonAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    lang: LangField,
    isAdmin: z.boolean(),
    emailVerifiedAt: InstantAnswer.nullable(),
    createdAt: InstantAnswer,
    disabledAt: InstantAnswer.nullable(),
    version: z.int(),
    memberships: z.array(Membership),
    roles: z.array(RoleAnswer),
    labs: z.array(z.object({ lab: Named, role: z.enum(labRoles) })),
  })
  .meta({ id: 'Person' })

export const MeAnswer = PersonAnswer.extend({
  via: z.enum(['session', 'token']),
  scopes: z.array(z.enum(scopes)),
}).meta({ id: 'Me' })

export const SessionAnswer = z
  .object({
    id: z.string(),
    current: z.boolean(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: InstantAnswer,
    seenAt: InstantAnswer,
    expiresAt: InstantAnswer,
  })
  .meta({ id: 'Session' })
