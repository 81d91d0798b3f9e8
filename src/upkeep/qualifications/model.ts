import { z } from 'zod'
import { qualificationKinds } from '../../bookings/policies/model.ts'
import { qualificationNames } from '../../bookings/verdict/words.ts'
import { form } from '../../core/form.ts'
import { saying, line } from '../../core/shapes.ts'
import { InstantAnswer, Moment } from '../../core/time.ts'
import { Email } from '../../people/accounts/model/person.ts'
import { NamedPerson, endingForm, TitledInstrument, whom } from '../model.ts'
import { upkeepWords } from '../words/common.ts'
import { qualificationWords as words } from './words.ts'

const qualificationStates = ['valid', 'expiring', 'expired', 'revoked'] as const
export type QualificationState = (typeof qualificationStates)[number]

const granted = {
  kind: z.enum(qualificationKinds),
  validMonths: z.int().min(1).max(120).optional(),
  note: line().max(500).optional(),
}

/** What staff fill in: months that it lasts, for good without. */
export const grantForm = form(z.strictObject({ email: Email, ...granted }), {
  email: { as: 'text', type: 'email', label: upkeepWords.email },
  kind: { as: 'choice', label: { zh: '资格', en: 'Qualification' }, names: qualificationNames },
  validMonths: { as: 'number', label: upkeepWords.validMonths, hint: upkeepWords.validMonthsHint },
  note: { as: 'text', label: { zh: '备注', en: 'Note' } },
})

/** Programs may name the person by id, and the end as a moment. Who has it already gets the new end. */
export const NewQualification = z
  .strictObject({
    ...whom,
    ...grantForm.schema.omit({ email: true }).shape,
    expiresAt: Moment.optional(),
  })
  .refine(({ person, email }) => person !== undefined || email !== undefined, {
    path: ['email'],
    ...saying(words.personNeeded),
  })
export type NewQualification = z.output<typeof NewQualification>

export const revocationForm = endingForm({
  zh: '原因（会发送给对方）',
  en: 'Reason (sent to the person)',
})

export const QualificationAnswer = z
  .object({
    id: z.string(),
    instrument: TitledInstrument,
    person: NamedPerson,
    kind: z.enum(qualificationKinds),
    state: z.enum(qualificationStates),
    grantedAt: InstantAnswer,
    expiresAt: InstantAnswer.nullable(),
    revokedAt: InstantAnswer.nullable(),
    note: z.string().nullable(),
    trainingId: z.string().nullable(),
  })
  .meta({ id: 'Qualification' })
