import { z } from 'zod'
import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Text } from '../../../core/text.ts'
import { chooseInstitution } from '../../../people/institutions/actions.ts'
import { type Choice, FormField } from '../../../web/components/form-field.tsx'
import { openingWords } from '../words.ts'
import { timelineWords as words } from '../../calendar/words.ts'

/** Which instruments somebody looks for; an empty field of the form narrows nothing. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .catch(undefined)
    .transform((typed) => typed || undefined)

export const filterInQuery = {
  q: text(200),
  category: text(20),
  region: text(6),
  institution: text(40),
}
export type FilterInQuery = { [name in keyof typeof filterInQuery]?: string | undefined }

export type FilterChoices = { [name in 'category' | 'region' | 'institution']: Choice[] }

/** What the form offers. */
export async function filterChoices(ctx: Context): Promise<FilterChoices> {
  const [categories, regions, institutions] = await Promise.all([
    currentTerms(ctx, 'instrument_category'),
    currentTerms(ctx, 'region'),
    chooseInstitution(ctx),
  ])
  return {
    category: categoryChoices(categories),
    // Provinces that are told down to their prefectures.
    region: regions
      .filter(
        ({ code }) =>
          code.length === 4 || regions.some((one) => one.parent === code && one.code.length === 4),
      )
      .map(({ code, label }) => ({ value: code, label })),
    institution: institutions.map(({ id, name }) => ({ value: id, label: name })),
  }
}

type Term = { code: string; label: Text; parent: string | null }

/** Classes with their subclasses below them; finer codes are found by words. */
function categoryChoices(terms: readonly Term[]): Choice[] {
  return terms
    .filter(({ parent }) => parent === null)
    .flatMap((root) => [
      { value: root.code, label: words.allOf(root.label), group: root.label },
      ...terms
        .filter(({ parent }) => parent === root.code)
        .map(({ code, label }) => ({ value: code, label, group: root.label })),
    ])
}

type SelectProps = {
  filter: FilterInQuery
  choices: FilterChoices
  names: readonly (keyof FilterChoices)[]
}

export const FilterSelects = ({ filter, choices, names }: SelectProps) => (
  <>
    {names.map((name) => (
      <FormField
        type="select"
        name={name}
        label={words[name]}
        value={filter[name]}
        none={openingWords.any}
        choices={choices[name]}
      />
    ))}
  </>
)

/** Fields of a form that narrows instruments. */
export const FilterFields = (given: Omit<SelectProps, 'names'>) => (
  <>
    <FormField type="search" name="q" label={words.words} value={given.filter.q} maxLength={200} />
    <FilterSelects {...given} names={['category', 'region', 'institution']} />
  </>
)
