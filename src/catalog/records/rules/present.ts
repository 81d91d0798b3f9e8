import type { Field, FieldRow, FieldValue, FieldValues } from '../../../core/fields.ts'

/** Own fields as others than the record's curators see them: without what is for those alone, nested or not. */
export function publicValues(fields: readonly Field[], values: FieldValues): FieldValues {
  const secrets = secretsOf(fields)
  const shown = guardedValues(fields, values)
  return secrets.size === 0
    ? shown
    : Object.fromEntries(
        Object.entries(shown).flatMap(([key, value]) => {
          const secret = secrets.get(key)
          return secret === 'whole' ? [] : [[key, secret ? withoutColumns(value, secret) : value]]
        }),
      )
}

/**
 * Only what follows from other fields: a protected site to a degree. Search, whose index is everybody's, knows no more,
 * so that nobody finds by metres what is shown by degrees.
 */
export function guardedValues(fields: readonly Field[], values: FieldValues): FieldValues {
  const guarded = guardedFields(fields).flatMap(({ key, publicly }) => {
    const value = values[key] ?? null
    const shown = publicly?.(value, values) ?? null
    return shown === value ? [] : [[key, shown] as const]
  })
  return guarded.length === 0 ? values : { ...values, ...Object.fromEntries(guarded) }
}

const guardedOfLists = new WeakMap<readonly Field[], readonly Field[]>()

/** Looked up once per list: most lists have none. */
function guardedFields(fields: readonly Field[]): readonly Field[] {
  const known = guardedOfLists.get(fields)
  if (known) return known
  const made = fields.filter(({ publicly }) => publicly !== undefined)
  guardedOfLists.set(fields, made)
  return made
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
