import { z } from 'zod'
import { qualificationKinds } from '../../bookings/policies/model.ts'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import { form } from '../../core/form.ts'
import { idOf, LocalAnswer, saying } from '../../core/shapes.ts'
import { InstantAnswer, Moment } from '../../core/time.ts'
import { Email } from '../../people/accounts/model/person.ts'
import { qualificationWords as words } from './words.ts'

const qualificationStates = ['valid', 'expiring', 'expired', 'revoked'] as const
export type QualificationState = (typeof qualificationStates)[number]

/** Whom it is about: by id or by address. */
export const Whom = { person: idOf(words.noPerson).optional(), email: Email.optional() }

const granted = {
  kind: z.enum(qualificationKinds),
  validMonths: z.int().min(1).max(120).optional(),
  note: z.string().trim().max(500).optional(),
}

/** What staff fill in: months that it lasts, for good without. */
export const grantForm = form(z.strictObject({ email: Email, ...granted }), {
  email: { as: 'text', type: 'email', label: words.email },
  kind: { as: 'choice', label: words.kind, names: qualificationNames },
  validMonths: { as: 'number', label: words.validMonths, hint: words.validMonthsHint },
  note: { as: 'text', label: words.note },
})

/** Programs may name the person by id, and the end as a moment. Who has it already gets the new end. */
export const NewQualification = z
  .strictObject({
    ...Whom,
    ...grantForm.schema.omit({ email: true }).shape,
    expiresAt: Moment.optional(),
  })
  .refine(({ person, email }) => person !== undefined || email !== undefined, {
    path: ['email'],
    ...saying(words.personNeeded),
  })
export type NewQualification = z.output<typeof NewQualification>

export const revocationForm = form(
  z.strictObject({ reason: z.string().trim().max(500).optional() }),
  { reason: { as: 'text', label: words.revokeReason } },
)

export const QualificationAnswer = z
  .object({
    id: z.string(),
    instrument: z.object({ id: z.string(), title: LocalAnswer }),
    person: z.object({ id: z.string(), name: z.string() }),
    kind: z.enum(qualificationKinds),
    state: z.enum(qualificationStates),
    grantedAt: InstantAnswer,
    expiresAt: InstantAnswer.nullable(),
    revokedAt: InstantAnswer.nullable(),
    note: z.string().nullable(),
    trainingId: z.string().nullable(),
  })
  .meta({ id: 'Qualification' })
