import { idOf } from '../../core/shapes.ts'
import { z } from 'zod'
import { qualificationKinds } from '../../bookings/policies/model.ts'
import { Moment } from '../../core/time.ts'
import { Email } from '../../people/accounts/model/person.ts'
import { qualificationWords as words } from './words.ts'

export const qualificationStates = ['valid', 'expiring', 'expired', 'revoked'] as const
export type QualificationState = (typeof qualificationStates)[number]

/** Whom it is about: by id or by address. */
export const Whom = { person: idOf(words.noPerson).optional(), email: Email.optional() }

const needsPerson = {
  path: ['email'],
  error: words.personNeeded.en,
  params: { text: words.personNeeded },
}

/** Without an end it lasts for good. Who has it already gets the new end. */
export const NewQualification = z
  .strictObject({
    ...Whom,
    kind: z.enum(qualificationKinds),
    expiresAt: Moment.optional(),
    /** Instead of a moment: so many months from now. */
    validMonths: z.int().min(1).max(120).optional(),
    note: z.string().trim().max(500).optional(),
  })
  .refine(({ person, email }) => person !== undefined || email !== undefined, needsPerson)
export type NewQualification = z.output<typeof NewQualification>

export const Revocation = z.strictObject({ reason: z.string().trim().max(500).optional() })

const Instant = z.string().meta({ format: 'date-time' })
const Name = z.object({ zh: z.string().nullable(), en: z.string().nullable() })

export const QualificationAnswer = z
  .object({
    id: z.string(),
    instrument: z.object({ id: z.string(), title: Name }),
    person: z.object({ id: z.string(), name: z.string() }),
    kind: z.enum(qualificationKinds),
    state: z.enum(qualificationStates),
    grantedAt: Instant,
    expiresAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    note: z.string().nullable(),
    trainingId: z.string().nullable(),
  })
  .meta({ id: 'Qualification' })
