import type { Text } from '../core/text.ts'
import type { Naming, TermLabels } from './model.ts'
import { fieldNames } from './words.ts'

type Fields = Record<string, unknown>

/** The fields that differ, as they were and as they are; secrets never come here. */
export function changedFields(before: Fields, after: Fields): { before: Fields; after: Fields } {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isSame(before[key] ?? null, after[key] ?? null),
  )
  const pick = (fields: Fields) => Object.fromEntries(keys.map((key) => [key, fields[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}

/** In whatever order the parts of an object are named: a database keeps them in its own. */
const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other) ||
  (typeof one === 'object' &&
    typeof other === 'object' &&
    JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder))

const inOrder = (_key: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** A field of an entity. */
type Place = { entity: string; key: string }

export const labelOf = (naming: Naming, { entity, key }: Place): Text | undefined =>
  naming.fieldLabels[entity]?.[key] ?? fieldNames[key]

/** What a code in a field stands for; undefined for what is no code. */
export function codeNameOf(
  { codeNames, vocabulariesOf }: Naming,
  { entity, key }: Place,
  code: string,
  terms: TermLabels,
): Text | undefined {
  const own = codeNames[entity]?.[key]?.[code]
  const [term] = (vocabulariesOf[entity]?.[key] ?? []).flatMap((name) => terms(name, code) ?? [])
  return own ?? term ?? codeNames['any']?.[key]?.[code]
}

/** The codes in some rows, with the vocabularies that they may be of. */
export function termsIn(
  { vocabulariesOf }: Naming,
  rows: readonly { entity: string; before: Fields; after: Fields }[],
): { vocabularies: string[]; codes: string[] } {
  const found = rows.flatMap(({ entity, before, after }) =>
    [before, after].flatMap((fields) => textsIn(fields).map((one) => ({ ...one, entity }))),
  )
  const coded = found.flatMap(({ entity, key, text }) =>
    (vocabulariesOf[entity]?.[key] ?? []).map((vocabulary) => ({ vocabulary, text })),
  )
  return {
    vocabularies: [...new Set(coded.map(({ vocabulary }) => vocabulary))],
    codes: [...new Set(coded.map(({ text }) => text))],
  }
}

/** Every text in a value, with the field that it stands in, however deep. */
export function textsIn(value: unknown, key = ''): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value)
    ? value.flatMap((one) => textsIn(one, key))
    : Object.entries(value).flatMap(([name, one]) => textsIn(one, name))
}
