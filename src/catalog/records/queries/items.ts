import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import { type Temporal, isoOf } from '../../../core/time.ts'
import type { Access, Audience, Kind, Visibility } from '../model/record.ts'
import type { Highlight, SearchItem } from '../../search/model.ts'
import type { Marks, Question } from '../../search/rules/question.ts'
import { codesIn, type RecordName, commonHighlights, ownHighlights } from '../rules/sections.ts'
import { fieldsOf } from '../../../kinds.ts'
import { guardedValues } from '../rules/present.ts'
import { searchedVocabularies } from '../../vocabularies/rules.ts'
import { partsJson, valuesOf } from './parts.ts'
import { vocabulariesNamed } from '../../vocabularies/queries/terms.ts'

export type ItemRow = {
  tier: number
  listedNo: number
  id: string
  kind: Kind
  profile: string | null
  library: string | null
  titleZh: string | null
  titleEn: string | null
  summaryZh: string | null
  summaryEn: string | null
  keywords: string[]
  access: Access
  audience: Audience
  visibility: Visibility
  taxon: string | null
  year: number | null
  updatedAt: Temporal.Instant
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  imageId: string | null
  imageWidth: number | null
  imageHeight: number | null
  imageColour: string | null
  imageThumbhash: string | null
  imageZh: string | null
  imageEn: string | null
}

/** What lists show of a page of records, with institutions and main pictures: `page` has tier, id and listed_no. */
export async function itemsOf(
  db: Db,
  page: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    with page as materialized (${page})
    select ${columns}
    from page
    join record on record.id = page.id
    join institution on institution.id = record.institution_id
    left join image on image.id = record.main_image_id and image.removed_at is null
    order by ${order}
  `.execute(db)
  return rows
}

const columns = sql`
  page.tier,
  page.listed_no as "listedNo",
  record.id,
  record.kind,
  record.profile,
  record.library,
  record.title_zh as "titleZh",
  record.title_en as "titleEn",
  record.summary_zh as "summaryZh",
  record.summary_en as "summaryEn",
  record.keywords,
  record.access,
  record.audience,
  record.visibility,
  record.taxon,
  record.year,
  record.updated_at as "updatedAt",
  institution.id as "institutionId",
  institution.name_zh as "institutionZh",
  institution.name_en as "institutionEn",
  image.id as "imageId",
  image.width as "imageWidth",
  image.height as "imageHeight",
  image.colour as "imageColour",
  image.thumbhash as "imageThumbhash",
  image.caption_zh as "imageZh",
  image.caption_en as "imageEn"
`

/** Rows as the API gives them, with the places of the hits when words were searched for. */
export async function presentItems(
  db: Db,
  rows: readonly ItemRow[],
  question: Question | undefined,
): Promise<SearchItem[]> {
  const highlights = question ? await highlightsByRecord(db, rows, question.marks) : new Map()
  return rows.map((row) => ({ ...itemOf(row), ...highlightsIn(highlights.get(row.id)) }))
}

const highlightsIn = (found: Highlight[] | undefined) =>
  found && found.length > 0 ? { highlights: found } : {}

function itemOf(row: ItemRow): SearchItem {
  const title = { zh: row.titleZh, en: row.titleEn }
  const caption = { zh: row.imageZh, en: row.imageEn }
  return {
    id: row.id,
    kind: row.kind,
    profile: row.profile,
    library: row.library,
    title,
    summary: { zh: row.summaryZh, en: row.summaryEn },
    institution: { id: row.institutionId, name: { zh: row.institutionZh, en: row.institutionEn } },
    visibility: row.visibility,
    audience: row.audience,
    access: row.access,
    taxon: row.taxon,
    year: row.year,
    ...(row.imageId &&
      row.imageWidth &&
      row.imageHeight && {
        image: {
          id: row.imageId,
          width: row.imageWidth,
          height: row.imageHeight,
          colour: row.imageColour,
          thumbhash: row.imageThumbhash,
          alt: caption.zh || caption.en ? caption : title,
        },
      }),
    updatedAt: isoOf(row.updatedAt),
  }
}

async function highlightsByRecord(db: Db, rows: readonly ItemRow[], marks: Marks) {
  const names = await namesOf(
    db,
    rows.map(({ id }) => id),
  )
  const found = new Map(
    rows.map((row) => [
      row.id,
      commonHighlights(
        {
          title: { zh: row.titleZh, en: row.titleEn },
          summary: { zh: row.summaryZh, en: row.summaryEn },
          institution: { zh: row.institutionZh, en: row.institutionEn },
          keywords: row.keywords,
          names: names.get(row.id) ?? [],
        },
        marks,
      ),
    ]),
  )
  const silent = rows.filter(({ id }) => found.get(id)?.length === 0)
  for (const [id, own] of await ownByRecord(db, silent, marks)) found.set(id, own)
  return found
}

async function namesOf(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('record_name')
    .where(sql<boolean>`record_id = any(${ids}::uuid[])`)
    .select(['record_id as id', 'name', sql<RecordName['type']>`type`.as('type')])
    .orderBy('record_id')
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, ({ id }) => id)
}

/** For those that were found by something of their kind's own. */
async function ownByRecord(db: Db, rows: readonly ItemRow[], marks: Marks) {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const found = await db
    .selectFrom('record')
    .where(sql<boolean>`record.id = any(${ids}::uuid[])`)
    .select(['record.id', partsJson().as('parts')])
    .execute()
  const partsOf = new Map(found.map((row) => [row.id, row.parts]))
  const records = rows.map(({ id, kind, profile }) => ({
    id,
    kind,
    profile,
    values: guardedValues(fieldsOf(kind, profile), valuesOf(kind, profile, partsOf.get(id) ?? {})),
  }))
  const labels = await vocabulariesNamed(db, searchedVocabularies, records.flatMap(codesIn))
  return records.map((record): [string, Highlight[]] => [
    record.id,
    ownHighlights({ ...record, labels }, marks),
  ])
}
