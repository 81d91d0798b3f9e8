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
