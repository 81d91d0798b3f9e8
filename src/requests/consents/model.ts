import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, Named, saying } from '../../core/shapes.ts'
import { Day, InstantAnswer } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { consentWords as words } from './words.ts'

/** What the link of a letter is good for: nothing but the one answer that it asks for. */
export const linkStates = ['open', 'used', 'ended', 'answered', 'changed', 'expired'] as const
export type LinkState = (typeof linkStates)[number]

/** What a supervisor answers by the link of a letter. */
export const LinkAnswer = z
  .strictObject({ given: z.enum(['yes', 'no']), note: z.string().trim().max(5000).default('') })
  .refine(({ given, note }) => given === 'yes' || note !== '', {
    path: ['note'],
    ...saying(words.reasonNeeded),
  })
export type LinkAnswer = z.output<typeof LinkAnswer>

const Given = z
  .strictObject({
    person: line().min(1).max(320),
    lab: idOf(refusalWords.noLab).optional(),
    institution: idOf(refusalWords.noInstitution).optional(),
    until: Day.optional(),
  })
  .refine(({ lab, institution }) => (lab === undefined) !== (institution === undefined), {
    path: ['lab'],
    ...saying(words.oneScope),
  })
export type NewPreauthorisation = z.output<typeof Given>

export const preauthorisationForm = form(Given, {
  person: { as: 'text', label: words.person, hint: words.personHint },
  lab: { as: 'reference', label: words.lab },
  institution: { as: 'reference', label: words.institution, hint: words.institutionHint },
  until: { as: 'date', label: words.until, hint: words.untilHint },
})

export const preauthorisationStates = ['valid', 'expired', 'revoked'] as const
export type PreauthorisationState = (typeof preauthorisationStates)[number]

export const PreauthorisationAnswer = z
  .object({
    id: z.string(),
    person: z.object({ id: z.string(), name: z.string() }),
    lab: Named.nullable(),
    institution: Named.nullable(),
    since: InstantAnswer,
    until: InstantAnswer,
    state: z.enum(preauthorisationStates),
    revokedAt: InstantAnswer.nullable(),
    mayRevoke: z.boolean().describe('Whether it is yours to revoke.'),
  })
  .meta({ id: 'Preauthorisation' })
