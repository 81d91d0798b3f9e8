import { z } from 'zod'
import { currentTerms } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Text } from '../../../core/text.ts'
import { chooseInstitution } from '../../../people/institutions/actions/institutions.ts'
import type { Choice } from '../../../web/components/form-choices.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { timelineWords as words } from '../../calendar/words/timeline.ts'

/** Which instruments somebody looks for; an empty field of the form narrows nothing. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .catch(undefined)
    .transform((given) => given || undefined)

export const wantedInQuery = {
  q: text(200),
  category: text(20),
  region: text(6),
  institution: text(40),
}
export type WantedInQuery = { [name in keyof typeof wantedInQuery]?: string | undefined }

export type WantedChoices = { [name in 'category' | 'region' | 'institution']: Choice[] }

/** What the form offers. */
export async function wantedChoices(ctx: Context): Promise<WantedChoices> {
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
    institution: institutions.map(({ id, nameZh, nameEn }) => ({
      value: id,
      label: { zh: nameZh, en: nameEn },
    })),
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

/** Fields of a form that narrows instruments. */
export function WantedFields({
  wanted,
  choices,
}: {
  wanted: WantedInQuery
  choices: WantedChoices
}) {
  return (
    <>
      <FormField type="search" name="q" label={words.words} value={wanted.q} maxLength={200} />
      {(['category', 'region', 'institution'] as const).map((name) => (
        <FormField
          type="select"
          name={name}
          label={words[name]}
          value={wanted[name]}
          choices={choices[name]}
        />
      ))}
    </>
  )
}
