import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, Named } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { refusalWords } from '../../people/words/refusals.ts'
import { absenceWords as words } from './words.ts'

const days = {
  from: Day,
  until: Day,
  delegate: line().min(1).max(320).optional(),
}
const dayFields = {
  from: { as: 'date', label: words.from },
  until: { as: 'date', label: words.until, hint: words.untilHint },
  delegate: { as: 'text', label: words.delegate, hint: words.delegateHint },
} as const

export const absenceForm = form(
  z.strictObject({ institution: idOf(refusalWords.noInstitution), ...days }),
  { institution: { as: 'reference', label: words.institution }, ...dayFields },
)
export type NewAbsence = z.output<typeof absenceForm.schema>

/** An absence stays with its institution. */
export const absenceChangeForm = form(z.strictObject(days), dayFields)
export type AbsenceChange = z.output<typeof absenceChangeForm.edit.schema>

export const absenceStates = ['planned', 'now', 'over'] as const
export type AbsenceState = (typeof absenceStates)[number]

const Person = z.object({ id: z.string(), name: z.string() })

export const AbsenceAnswer = z
  .object({
    id: z.string(),
    person: Person,
    institution: Named,
    from: z.string(),
    until: z.string(),
    delegate: Person.nullable(),
    state: z.enum(absenceStates),
    mayChange: z.boolean().describe('Whether it is yours to change and to end.'),
    version: z.int(),
  })
  .meta({ id: 'StewardAbsence' })

export const handOverForm = form(
  z.strictObject({
    person: line().min(1).max(320),
    of: line().min(1).max(320).optional(),
    reason: line().min(1).max(1000),
  }),
  {
    person: { as: 'text', label: words.to, hint: words.toHint },
    of: { as: 'text', label: words.of, hint: words.ofHint },
    reason: { as: 'text', label: words.reason },
  },
)
export type HandOver = z.output<typeof handOverForm.schema>

export const HandedOver = z
  .object({
    handedOver: z.int().describe('How many requests went over.'),
    kept: z.int().describe('How many stayed: the other may not decide them.'),
  })
  .meta({ id: 'RequestsHandedOver' })
