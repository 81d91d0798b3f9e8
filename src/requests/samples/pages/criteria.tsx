import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Typed } from '../../../core/form.ts'
import { criteriaForm } from '../../../samples/matching/model.ts'
import { criteriaFrom, typedCriteria } from '../../../samples/matching/rules.ts'
import { Fields } from '../../../web/fields.tsx'
import { type Filled, namedUnder, typedWithin } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { criteriaVocabularies as vocabularies } from '../actions/criteria.ts'
import { criteriaOf } from '../model.ts'
import { requestSampleWords as words } from '../words.ts'

/** From what types and sexes are chosen. */
export async function criteriaChoices(ctx: Context) {
  const [types, sexes] = await Promise.all(
    vocabularies.map(async (name) => currentTerms(ctx, name)),
  )
  return { types: choicesOf(types), sex: choicesOf(sexes) }
}

const choicesOf = (terms: Awaited<ReturnType<typeof currentTerms>> = []) =>
  terms.map(({ code, label }) => ({ value: code, label }))

export type CriteriaChoices = Awaited<ReturnType<typeof criteriaChoices>>

type Fielded = {
  form: Filled
  at: string
  choices: CriteriaChoices
  scope?: string
  isOpen?: boolean
}

/** Which samples, and what they are for; folded away where it is not the first thing to say. */
export const CriteriaFields = ({ form, at, choices, scope, isOpen = false }: Fielded) => (
  <details class="add-more" open={isOpen}>
    <Local as="summary" text={words.criteria} />
    <Fields of={criteriaForm} {...{ form, at, choices, scope }} />
  </details>
)

/** The criteria that were typed under a name; undefined where none were. */
export const criteriaTyped = (typed: Typed, at: string) =>
  criteriaFrom(criteriaForm.read(typedWithin(at, typed)))

/** How a form opens with what is asked for now. */
export const criteriaOpened = (target: Readonly<Record<string, unknown>>, at: string): Typed =>
  namedUnder(at, criteriaForm.open(typedCriteria(criteriaOf(target))))
