import type { Actor } from '../../../core/actor.ts'
import type { Field, FieldRow, FieldValue, FieldValues } from '../../../core/fields.ts'
import type { LocalText } from '../../../core/text.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import type { Access, Audience, Identifier, Kind, Visibility } from '../model/record.ts'
import { keepsRecord } from './keeping.ts'

/** A main picture as lists and pages show it; `colour` and `thumbhash` stand in while it loads. */
export type ImageFacts = {
  id: string
  width: number
  height: number
  colour: string | null
  thumbhash: string | null
  caption: LocalText
}

type Row = {
  id: string
  kind: Kind
  profile: string | null
  library: string | null
  collection: { id: string; zh: string | null; en: string | null } | null
  collectionId: string | null
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  titleZh: string | null
  titleEn: string | null
  summaryZh: string | null
  summaryEn: string | null
  keywords: string[]
  subjects: string[]
  taxon: string | null
  region: string | null
  year: number | null
  identifiers: Identifier[]
  access: Access
  audience: Audience
  visibility: Visibility
  publishedAt: Temporal.Instant | null
  withdrawnAt: Temporal.Instant | null
  withdrawalReason: string | null
  version: number
  createdAt: Temporal.Instant
  updatedAt: Temporal.Instant
  imageId: string | null
  imageWidth: number | null
  imageHeight: number | null
  imageColour: string | null
  imageThumbhash: string | null
  imageCaptionZh: string | null
  imageCaptionEn: string | null
}

/** A record as the API gives it: common fields, then the kind's own, flat. A withdrawn one is a tombstone. */
export function presentRecord(
  row: Row,
  { actor, fields, values }: { actor: Actor; fields: readonly Field[]; values: FieldValues },
) {
  const kept = keepsRecord(actor, row)
  const head = headOf(row)
  if (row.withdrawnAt && !kept) return head
  const shown = kept ? values : publicValues(fields, values)
  const image = imageOf(row)
  return {
    ...head,
    summary: { zh: row.summaryZh, en: row.summaryEn },
    library: row.library,
    collection: row.collection && {
      id: row.collection.id,
      title: { zh: row.collection.zh, en: row.collection.en },
    },
    access: row.access,
    keywords: row.keywords,
    subjects: row.subjects,
    taxon: row.taxon,
    region: row.region,
    year: row.year,
    ...(image && { image }),
    ...shown,
  }
}

const headOf = (row: Row) => ({
  id: row.id,
  kind: row.kind,
  profile: row.profile,
  title: { zh: row.titleZh, en: row.titleEn },
  institution: { id: row.institutionId, name: { zh: row.institutionZh, en: row.institutionEn } },
  visibility: row.visibility,
  audience: row.audience,
  identifiers: row.identifiers,
  ...(row.withdrawnAt && {
    withdrawal: { at: isoOf(row.withdrawnAt), reason: row.withdrawalReason },
  }),
  publishedAt: row.publishedAt && isoOf(row.publishedAt),
  createdAt: isoOf(row.createdAt),
  updatedAt: isoOf(row.updatedAt),
})

export function imageOf(row: Row): ImageFacts | undefined {
  if (!row.imageId || !row.imageWidth || !row.imageHeight) return undefined
  return {
    id: row.imageId,
    width: row.imageWidth,
    height: row.imageHeight,
    colour: row.imageColour,
    thumbhash: row.imageThumbhash,
    caption: { zh: row.imageCaptionZh, en: row.imageCaptionEn },
  }
}

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
