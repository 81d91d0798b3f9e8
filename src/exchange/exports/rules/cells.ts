import type { FoundRecord } from '../../../catalog/exports/model.ts'
import { type Field, type FieldValue, isEmpty } from '../../../core/fields.ts'
import { digitsOf } from '../../../core/numbers.ts'
import { inLang } from '../../../core/text.ts'
import type { Cell, CodeLabels, ExportFacts } from '../model.ts'
import { exportWords as words } from '../words.ts'

/** A value as its standard writes it: entries of a list joined by `;` without a space, numbers in digits, nothing for nothing. */
export function rawText({ values }: FoundRecord, key: string): string {
  const value = values[key]
  if (value === undefined || isEmpty(value)) return ''
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(';')
  return typeof value === 'number' ? digitsOf(value) : String(value)
}

/** The same with numbers left as numbers, for cells that have a type. */
export function typedCell(record: FoundRecord, key: string): Cell {
  const value = record.values[key]
  return typeof value === 'number' ? value : rawText(record, key) || null
}

/** Free text: what somebody typed, and what a spreadsheet might take for a formula. */
const freeTypes: readonly Field['type'][] = ['text', 'longtext', 'list']
export const isFreeText = ({ type }: Field) => freeTypes.includes(type)

/** A value in words: codes by their labels, yes and no, numbers as numbers. */
export function wordedCell(field: Field, value: FieldValue | undefined, facts: ExportFacts): Cell {
  if (value === undefined || isEmpty(value)) return null
  if (Array.isArray(value))
    return value
      .filter((one) => typeof one === 'string')
      .map((code) => labelOf(facts, field.vocabulary, code))
      .join(';')
  if (typeof value === 'boolean') return (value ? words.yes : words.no)[facts.lang]
  if (typeof value === 'string') return labelOf(facts, field.vocabulary, value)
  return typeof value === 'number' ? value : null
}

/** What a code is called; the code itself where its list does not have it. */
export function labelOf(
  { labels, lang }: { labels: CodeLabels; lang: 'zh' | 'en' },
  vocabulary: string | undefined,
  code: string,
): string {
  if (vocabulary === undefined) return code
  const label = labels.get(vocabulary)?.terms.get(code)?.label
  return label ? inLang(label, lang) : code
}
