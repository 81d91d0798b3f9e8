import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, saying } from '../../core/shapes.ts'
import { Day, InstantAnswer } from '../../core/time.ts'
import { Email } from '../../people/accounts/model/person.ts'
import { wayCodes } from './rules.ts'
import { grantWords as words } from './words.ts'

const grantStates = ['valid', 'expired', 'revoked'] as const
export type GrantState = (typeof grantStates)[number]

/** What staff fill in. */
export const grantForm = form(
  z.strictObject({ email: Email, reason: line().min(1).max(500), until: Day.optional() }),
  {
    email: { as: 'text', type: 'email', label: words.email, hint: words.emailHint },
    reason: { as: 'text', label: words.reason, hint: words.reasonHint },
    until: { as: 'date', label: words.until, hint: words.untilHint },
  },
)

/** Programs may name the person by id. Who has access already gets the new end. */
export const NewGrant = z
  .strictObject({
    ...grantForm.schema.shape,
    email: Email.optional(),
    person: idOf(words.noPerson).optional(),
  })
  .refine(({ person, email }) => person !== undefined || email !== undefined, {
    path: ['email'],
    ...saying(words.personNeeded),
  })
export type NewGrant = z.output<typeof NewGrant>

export const grantRevocationForm = form(z.strictObject({ reason: line().min(1).max(500) }), {
  reason: { as: 'text', label: words.revocationReason },
})
export type GrantRevocation = z.output<typeof grantRevocationForm.schema>

export const GrantAnswer = z
  .object({
    id: z.string(),
    person: z.object({ id: z.string(), name: z.string() }),
    state: z.enum(grantStates),
    reason: z.string(),
    grantedAt: InstantAnswer,
    expiresAt: InstantAnswer.nullable(),
    revokedAt: InstantAnswer.nullable(),
    revocationReason: z.string().nullable(),
  })
  .meta({ id: 'DatasetGrant' })

/** How who asks gets the files of a version. */
export const WayAnswer = z
  .object({
    code: z.enum(wayCodes),
    isFree: z.boolean().describe('Whether the files may be taken now.'),
    sentence: z.object({ zh: z.string(), en: z.string() }),
    until: InstantAnswer.nullable().describe('The end of access that was given to you alone.'),
    request: z
      .object({ id: z.string(), number: z.string() })
      .nullable()
      .describe('The request that gave it.'),
    damagedFiles: z
      .int()
      .nullable()
      .describe('How many files are damaged in storage; for who may take them.'),
  })
  .meta({ id: 'DatasetAccess' })

export const AcceptanceAnswer = z
  .object({ acceptedAt: InstantAnswer })
  .meta({ id: 'DatasetAcceptance' })
