import { LangField, idOf, saying } from '../../../core/shapes.ts'
import { z } from 'zod'
import { scopes } from '../../../core/actor.ts'
import { Moment } from '../../../core/time.ts'
import { normalizedEmail } from '../rules/email.ts'
import { longestPassword } from '../rules/passwords.ts'
import { refusalWords as words } from '../../words/refusals.ts'
import { grantedRoles, roleNamesAsked } from '../../model/named.ts'

/** A person's name goes into letters and pages: one line, no addresses, nothing that looks like markup. */
export const PersonName = z
  .string()
  .trim()
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

/** A person made by an administrator, the command line or the seed: no letter is sent. */
export const NewPerson = z.strictObject({
  name: PersonName,
  email: Email,
  password: Password.optional(),
  lang: LangField.default('zh'),
  isAdmin: z.boolean().default(false),
})
export type NewPerson = z.output<typeof NewPerson>

/** What administrators change about a person. */
export const PersonChange = z
  .strictObject({ name: PersonName, isAdmin: z.boolean(), disabled: z.boolean() })
  .partial()
export type PersonChange = z.output<typeof PersonChange>

/** What people change about themselves. */
export const Profile = z.strictObject({ name: PersonName, lang: LangField }).partial()
export type Profile = z.output<typeof Profile>

/** A role in a whole institution, or for one collection record. */
export const NewRole = z
  .strictObject({
    role: z.enum(grantedRoles),
    institution: idOf(words.noInstitution).optional(),
    collection: idOf(words.noCollection).optional(),
  })
  .refine(({ institution, collection }) => Boolean(institution) !== Boolean(collection), {
    path: ['institution'],
    error: 'Name an institution or a collection, one of the two.',
    params: {
      text: {
        zh: '请指明单位或生物样本库，二者选一。',
        en: 'Name an institution or a collection, one of the two.',
      },
    },
  })
export type NewRole = z.output<typeof NewRole>

export const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
  /** Absent: a year from now. Null: never. */
  expiresAt: Moment.nullable().optional(),
})
export type NewToken = z.output<typeof NewToken>

export const NewInvitation = z.strictObject({
  email: Email,
  institution: idOf(words.noInstitution),
  role: z.enum(roleNamesAsked).default('member'),
  lang: LangField.default('zh'),
})
export type NewInvitation = z.output<typeof NewInvitation>

export const Registration = z.strictObject({
  name: PersonName,
  email: Email,
  institution: idOf(words.noInstitution).optional(),
})
export type Registration = z.output<typeof Registration>
