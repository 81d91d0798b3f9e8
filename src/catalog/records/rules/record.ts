import type { Access, Audience, Identifier, Visibility } from '../model/record.ts'
import type { Actor } from '../../../core/actor.ts'
import {
  type Field,
  type FieldRow,
  type FieldValue,
  type FieldValues,
  isEmpty,
} from '../../../core/fields.ts'
import type { Issue } from '../../../core/problem.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { catalogWords } from '../words.ts'

type CommonColumns = {
  institutionId: string
  collectionId: string | null
  library: string | null
  titleZh: string | null
  titleEn: string | null
  summaryZh: string | null
  summaryEn: string | null
  keywords: string[]
  subjects: string[]
  identifiers: Identifier[]
  access: Access
  audience: Audience
}

/** The common part of a record in the shape of its input: what history compares and a form shows. */
export const commonOf = (record: CommonColumns) => ({
  title: { zh: record.titleZh, en: record.titleEn },
  summary: { zh: record.summaryZh, en: record.summaryEn },
  institution: record.institutionId,
  collection: record.collectionId,
  library: record.library,
  keywords: record.keywords,
  subjects: record.subjects,
  identifiers: record.identifiers,
  access: record.access,
  audience: record.audience,
})

type ImageColumns = {
  imageId: string | null
  imageWidth: number | null
  imageHeight: number | null
  imageColour: string | null
}

/** The main picture of a row as lists show it, where there is one: spread into what is shown. */
export const listedImageOf = (row: ImageColumns, alt: LocalText) =>
  row.imageId !== null &&
  row.imageWidth !== null &&
  row.imageHeight !== null && {
    image: {
      id: row.imageId,
      width: row.imageWidth,
      height: row.imageHeight,
      colour: row.imageColour,
      alt,
    },
  }

/** Where a record belongs: what decides who keeps it. */
export type Belonging = {
  id?: string
  institutionId: string
  collectionId: string | null
  /** The centre that it was deposited with. */
  depositedWithId?: string | null
}

/** Who deposits a record, and whether it is still theirs to change. */
export type Deposited = {
  depositorId: string | null
  depositingLabId: string | null
  depositSubmittedAt: unknown
  visibility: Visibility
}

/** Whether the actor keeps this record: an administrator, or a curator of its institution, its collection or the centre it is deposited with. */
export function keepsRecord(actor: Actor, record: Belonging): boolean {
  if (actor.type === 'system') return true
  if (actor.type !== 'person' || !mayWrite(actor)) return false
  return (
    actor.isAdmin ||
    [record.institutionId, record.depositedWithId].some(
      (id) => id && actor.curates.institutionIds.includes(id),
    ) ||
    [record.collectionId, record.id].some((id) => id && actor.curates.collectionIds.includes(id))
  )
}

/** Whether the actor may read all of this record, as who keeps it may: `wholeFor` says it of rows. */
export const readsWhole = (actor: Actor, record: Belonging & Deposited): boolean =>
  keepsRecord(actor, record) || deposits(actor, record)

/** Whether the actor may change this record: who keeps it, and who deposits it until it is submitted; as `writableBy`. */
export const writesRecord = (actor: Actor, record: Belonging & Deposited): boolean =>
  keepsRecord(actor, record) ||
  (record.visibility === 'draft' &&
    record.depositSubmittedAt === null &&
    mayWrite(actor) &&
    deposits(actor, record))

const deposits = (actor: Actor, { depositorId, depositingLabId }: Deposited): boolean =>
  actor.type === 'person' &&
  (actor.personId === depositorId || actor.labs.some(({ labId }) => labId === depositingLabId))

/** A token without `write` reads as its person does, and changes nothing. */
export const mayWrite = (actor: Actor): boolean =>
  actor.type !== 'anonymous' &&
  (actor.type !== 'person' || actor.via.type === 'session' || actor.via.scopes.includes('write'))

type Codes = ReadonlyMap<string, { title: Text; terms: ReadonlyMap<string, unknown> }>

/** Vocabularies that these fields take codes from, nested rows included. */
export function vocabulariesOf(fields: readonly Field[]): string[] {
  const names = fields.flatMap((field) => [
    ...(field.vocabulary ? [field.vocabulary] : []),
    ...vocabulariesOf(field.columns ?? []),
  ])
  return [...new Set(names)]
}

/** The codes that these fields have, nested rows included. */
export const codesAmong = (fields: readonly Field[], values: FieldValues | FieldRow): string[] =>
  fields.flatMap(({ key, columns, vocabulary }) => {
    const entries = [values[key] ?? []].flat()
    if (columns)
      return entries.flatMap((entry) =>
        typeof entry === 'object' ? codesAmong(columns, entry) : [],
      )
    return vocabulary ? entries.map(String) : []
  })

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
    .filter(({ key, neededToPublish: needed }) => {
      const isNeeded = typeof needed === 'function' ? needed(values) : needed
      return isNeeded === true && isEmpty(values[key])
    })
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
