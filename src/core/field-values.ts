import type { FieldRow, FieldValue, FieldValues } from './fields.ts'

/** The text of a field; null when it is empty or something else. */
export function textIn(values: FieldValues | FieldRow, key: string): string | null {
  const value = values[key]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

export function numberIn(values: FieldValues | FieldRow, key: string): number | null {
  const value = values[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The entries of a `rows` field. */
export function rowsIn(values: FieldValues, key: string): FieldRow[] {
  const value: FieldValue | undefined = values[key]
  return Array.isArray(value)
    ? value.filter((row): row is FieldRow => typeof row === 'object' && row !== null)
    : []
}

/** All texts of these fields, lists included, in order and without repetition. */
export function textsIn(values: FieldValues | FieldRow, keys: readonly string[]): string[] {
  const texts = keys.flatMap((key) => {
    const value = values[key]
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
    return entries
      .filter((entry): entry is string => typeof entry === 'string')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
  })
  return [...new Set(texts)]
}
