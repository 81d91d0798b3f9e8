import type { Field, FieldValues, Parsed } from '../../../core/fields.ts'
import { isoPartialDate, partialDateOf } from '../../../core/partial-date.ts'

/** What a raw value of a field says; null for other fields, and for what cannot be read. */
export function parsedValue(field: Field, raw: unknown): Parsed | null {
  if (typeof raw !== 'string') return null
  if (field.type !== 'partial_date') return field.parse?.(raw) ?? null
  const date = partialDateOf(raw)
  return date && { value: isoPartialDate(date), precision: date.precision }
}

/** What the raw texts of a record say, by field, beside the texts themselves; unset where it has none. */
export function parsedValues(
  fields: readonly Field[],
  values: FieldValues,
): Record<string, Omit<Parsed, 'words'>> | undefined {
  const read = rawFieldsOf(fields).flatMap((field) => {
    const parsed = parsedValue(field, values[field.key])
    if (!parsed) return []
    const { words: _, ...said } = parsed
    return [[field.key, said] as const]
  })
  return read.length === 0 ? undefined : Object.fromEntries(read)
}

const rawFields = new WeakMap<readonly Field[], readonly Field[]>()

/** Looked up once per list: most lists have few. */
function rawFieldsOf(fields: readonly Field[]): readonly Field[] {
  const known = rawFields.get(fields)
  if (known) return known
  const found = fields.filter(({ type, parse }) => type === 'partial_date' || parse !== undefined)
  rawFields.set(fields, found)
  return found
}
