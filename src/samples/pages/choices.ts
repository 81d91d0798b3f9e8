import { vocabulariesNamed } from '../../catalog/vocabularies/actions.ts'
import type { Context } from '../../core/context.ts'
import type { Choice } from '../../web/components/form-field.tsx'

/** What each reference of a form to a vocabulary may be chosen from. One query. */
export async function termChoices<Name extends string>(
  { db }: Context,
  vocabularies: Readonly<Record<Name, string>>,
): Promise<Record<Name, Choice[]>> {
  const entries: [string, string][] = Object.entries(vocabularies)
  const found = await vocabulariesNamed(
    db,
    entries.map(([, vocabulary]) => vocabulary),
  )
  const choices = entries.map(([name, vocabulary]) => [
    name,
    [...(found.get(vocabulary)?.terms.values() ?? [])]
      .filter(({ isCurrent }) => isCurrent)
      .map(({ code, label }) => ({ value: code, label })),
  ])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the very names that were given
  return Object.fromEntries(choices) as Record<Name, Choice[]>
}
