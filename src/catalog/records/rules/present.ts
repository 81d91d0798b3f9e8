import type { Field, FieldRow, FieldValue, FieldValues } from '../../../core/fields.ts'

/** Own fields without those that only the record's curators see, nested ones included. */
export function publicValues(fields: readonly Field[], values: FieldValues): FieldValues {
  const secrets = secretsOf(fields)
  return secrets.size === 0
    ? values
    : Object.fromEntries(
        Object.entries(values).flatMap(([key, value]) => {
          const secret = secrets.get(key)
          return secret === 'whole' ? [] : [[key, secret ? withoutColumns(value, secret) : value]]
        }),
      )
}

/** What of a field everybody else does not see: all of it, or some of its columns. */
type Secret = 'whole' | ReadonlySet<string>

const secretsOfLists = new WeakMap<readonly Field[], ReadonlyMap<string, Secret>>()

/** Looked up once per list: most lists hide nothing. */
function secretsOf(fields: readonly Field[]): ReadonlyMap<string, Secret> {
  const known = secretsOfLists.get(fields)
  if (known) return known
  const made = new Map<string, Secret>()
  for (const { key, internal, columns = [] } of fields) {
    const hidden = columns.filter((column) => column.internal).map((column) => column.key)
    if (internal) made.set(key, 'whole')
    else if (hidden.length > 0) made.set(key, new Set(hidden))
  }
  secretsOfLists.set(fields, made)
  return made
}

const withoutColumns = (value: FieldValue, hidden: ReadonlySet<string>): FieldValue =>
  isRows(value)
    ? value.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key))),
      )
    : value

const isRows = (value: FieldValue): value is FieldRow[] =>
  Array.isArray(value) && value.every((row) => typeof row !== 'string')
