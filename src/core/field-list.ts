import type { Field, FieldType } from './fields.ts'
import type { Text } from './text.ts'

type Details = Omit<Field, 'key' | 'label' | 'group' | 'type'>

/** One field as a line of a table: its type, its labels, and what else is to be said of it. */
export type FieldEntry = readonly [type: FieldType, zh: string, en: string, details?: Details]

/** The fields of one group of a form, written as a table from key to entry. */
export const fieldsIn = (group: string, entries: Readonly<Record<string, FieldEntry>>): Field[] =>
  Object.entries(entries).map(([key, [type, zh, en, details]]) => ({
    key,
    label: { zh, en },
    group,
    type,
    ...details,
  }))

/** The columns of a `rows` field; they share the group of the field itself. */
export const columns = (entries: Readonly<Record<string, FieldEntry>>): Field[] =>
  fieldsIn('', entries)

/** The same fields with the hints of a message table, which is keyed by field or by `field.column`. */
export const withHints = (
  fields: readonly Field[],
  hints: Readonly<Record<string, Text>>,
  path = '',
): Field[] =>
  fields.map((field): Field => {
    const key = path + field.key
    const hint = hints[key]
    const inside = field.columns && { columns: withHints(field.columns, hints, `${key}.`) }
    return { ...field, ...inside, ...(hint && { hint }) }
  })
