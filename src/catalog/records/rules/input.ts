import type { Field, FieldRow, FieldValue, FieldValues } from '../../../core/fields.ts'
import { isEmpty } from '../../../core/fields.ts'
import type { Issue } from '../../../core/problem.ts'
import type { Access } from '../model/record.ts'
import type { Text } from '../../../core/text.ts'
import { catalogWords } from '../words/refusals.ts'

type Codes = ReadonlyMap<string, { title: Text; terms: ReadonlyMap<string, unknown> }>

/** Vocabularies that these fields take codes from, nested rows included. */
export function vocabulariesOf(fields: readonly Field[]): string[] {
  const names = fields.flatMap((field) => [
    ...(field.vocabulary ? [field.vocabulary] : []),
    ...vocabulariesOf(field.columns ?? []),
  ])
  return [...new Set(names)]
}

/** Every code that its vocabulary does not have, each with the path of its field. */
export function issuesWithCodes(
  fields: readonly Field[],
  values: FieldValues | FieldRow,
  vocabularies: Codes,
): Issue[] {
  return fields.flatMap((field) => {
    const value = values[field.key]
    if (field.columns && Array.isArray(value)) return issuesInRows(field, value, vocabularies)
    if (!field.vocabulary || isEmpty(value)) return []
    const vocabulary = vocabularies.get(field.vocabulary)
    return codesOf(value).flatMap((code, at) =>
      vocabulary?.terms.has(code)
        ? []
        : {
            path: Array.isArray(value) ? `${field.key}.${at}` : field.key,
            message: catalogWords.unknownCode(code, vocabulary?.title ?? field.label),
          },
    )
  })
}

/** Every code that these values use: all that the vocabularies need to be asked for. */
export function codesIn(fields: readonly Field[], values: FieldValues | FieldRow): string[] {
  return fields.flatMap((field) => {
    const value = values[field.key]
    if (isEmpty(value)) return []
    if (field.columns && Array.isArray(value))
      return value.flatMap((row) => (isRow(row) ? codesIn(field.columns ?? [], row) : []))
    return field.vocabulary ? codesOf(value) : []
  })
}

const codesOf = (value: FieldValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [String(value)]

function issuesInRows(field: Field, rows: readonly unknown[], vocabularies: Codes): Issue[] {
  return rows.flatMap((row, at) =>
    isRow(row)
      ? issuesWithCodes(field.columns ?? [], row, vocabularies).map((issue) => ({
          ...issue,
          path: `${field.key}.${at}.${issue.path}`,
        }))
      : [],
  )
}

const isRow = (row: unknown): row is FieldRow => typeof row === 'object' && row !== null

/** What stands in the way of publication; none when it may be published. */
export function issuesBeforePublishing(
  fields: readonly Field[],
  values: FieldValues,
  access: Access,
): Issue[] {
  const missing = fields
    .filter(({ key, neededToPublish }) => neededToPublish && isEmpty(values[key]))
    .map(({ key }) => ({ path: key, message: catalogWords.needed }))
  return [...missing, ...issuesOfGrade(values, access)]
}

/** GB/T 43697-2024: core data is never published, important data never open. */
function issuesOfGrade({ dataGrade }: FieldValues, access: Access): Issue[] {
  if (dataGrade === 'core') return [{ path: 'dataGrade', message: catalogWords.coreData }]
  if (dataGrade === 'important' && access === 'open')
    return [{ path: 'access', message: catalogWords.importantData }]
  return []
}
