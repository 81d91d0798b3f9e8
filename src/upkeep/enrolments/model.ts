import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { NamedPerson, whom } from '../model.ts'
import { upkeepWords } from '../words/common.ts'
import { enrolmentWords as words } from './words.ts'

/** Oneself, or whom staff name. */
export const enrolmentForm = form(z.strictObject(whom), {
  person: { as: 'reference', label: upkeepWords.person },
  email: { as: 'text', type: 'email', label: upkeepWords.email },
})

const Results = z.strictObject({ passed: z.array(idOf(upkeepWords.noPerson)).min(1).max(1000) })
export type Results = z.output<typeof Results>

export const resultsForm = form(Results, { passed: { as: 'references', label: words.passed } })

export const AttendeesAnswer = z
  .array(z.object({ person: NamedPerson, passedAt: InstantAnswer.nullable() }))
  .optional()
  .describe('For staff of the instrument.')
