import type { PreviewFacts } from '../core/preview.ts'
import { seenText } from '../core/typed-text.ts'

/** Names of variables that search finds a record by: each once, none that says nothing. */
export const keptVariables = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => seenText(name).trim().slice(0, 200)))]
    .filter((name) => /[\p{L}]{2}/u.test(name))
    .slice(0, 300)

/** Facts as the database keeps them: texts of files hold what no database takes. */
export function keptFacts(facts: PreviewFacts): PreviewFacts {
  const text = JSON.stringify(facts, (_, value: unknown) =>
    typeof value === 'string' ? seenText(value) : value,
  )
  return factsIn(text)
}

/** The same for who must not learn who made it: attributes of arrays name creators, institutions and programs. */
export function withoutAuthors(facts: PreviewFacts): PreviewFacts {
  if (facts.kind !== 'grid') return facts
  const variables = facts.variables.map((variable) => ({ ...variable, attributes: [] }))
  return { ...facts, variables, attributes: [] }
}

// oxlint-disable-next-line no-unsafe-type-assertion -- the same facts, with other texts
const factsIn = (text: string) => JSON.parse(text) as PreviewFacts
