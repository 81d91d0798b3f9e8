import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database } from '../../../../db/schema.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { filesOfEverybody, listedFor } from '../../visible.ts'
import type {
  Access,
  Audience,
  Identifier,
  Kind,
  RecordQuality,
  Visibility,
} from '../../records/model/record.ts'
import type { Indexed } from '../rules/document.ts'
import { partsJson } from '../../records/queries/parts.ts'
import type { TaxonOfLine } from '../../records/rules/sections.ts'

/** What documents are made of, in the order of ids; one query for all of them, by `record_pkey`. */
export async function recordsToIndex(db: Db, ids: readonly string[]) {
  return wholeRecords(db, ids).orderBy('record.id').execute()
}

/** The same in the order of listing, newest first; only those that the viewer finds. */
export async function recordsFoundBy(db: Db, actor: Actor, ids: readonly string[]) {
  return wholeRecords(db, ids).where(listedFor(actor)).orderBy('record.listed_no', 'desc').execute()
}

function wholeRecords(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('record')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .where(sql<boolean>`record.id = any(${ids}::uuid[])`)
    .select([
      'record.id',
      sql<Kind>`record.kind`.as('kind'),
      'record.profile',
      'record.library',
      'record.collection_id as collectionId',
      'record.institution_id as institutionId',
      'record.deposited_with_id as depositedWithId',
      'institution.name_zh as institutionZh',
      'institution.name_en as institutionEn',
      'institution.region as institutionRegion',
      'institution.wiews as institutionWiews',
      'institution.founded as institutionFounded',
      'record.title_zh as titleZh',
      'record.title_en as titleEn',
      'record.summary_zh as summaryZh',
      'record.summary_en as summaryEn',
      'record.keywords',
      'record.subjects',
      sql<Access>`record.access`.as('access'),
      sql<Audience>`record.audience`.as('audience'),
      sql<Visibility>`record.visibility`.as('visibility'),
      'record.listed_no as listedNo',
      'record.main_image_id as imageId',
      'record.updated_at as updatedAt',
      partsJson().as('parts'),
      openVariables.as('variables'),
    ])
    .select((eb) => identifiersOf(eb).as('identifiers'))
}

/** Of a dataset's newest version; what is in more than this many files is not described by their columns. */
const mostFiles = 1_000

/** Columns and variables of the files that everybody may read: the index is everybody's, and facts about files follow the files. */
const openVariables = sql<string[]>`coalesce((
  select array_agg(distinct name.variable)
  from (
    select dataset_version.id
    from dataset_version
    join dataset on dataset.record_id = dataset_version.record_id
    where dataset_version.record_id = record.id and ${filesOfEverybody()}
    order by dataset_version.number desc
    limit 1
  ) as newest
  cross join lateral (
    select file.object_id from dataset_file as file
    where file.version_id = newest.id order by file.path_key limit ${sql.lit(mostFiles)}
  ) as file
  join file_preview as preview on preview.object_id = file.object_id
  cross join unnest(preview.variables) as name(variable)
), '{}')`

const identifiersOf = (eb: ExpressionBuilder<Database, 'record'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('record_identifier as identifier')
      .whereRef('identifier.record_id', '=', 'record.id')
      .select(['identifier.scheme', 'identifier.value'])
      .orderBy('identifier.position'),
  ).$castTo<Identifier[]>()

/** For each name that the taxonomy has: its accepted taxon and those above it, the lowest first. */
export async function taxonLines(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly TaxonOfLine[]>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<TaxonOfLine & { key: string }>`
    select line.key, line.named_id as "namedId", taxon.scientific_name as "scientificName",
      array_remove(array[taxon.name_zh, taxon.name_en], null) as names,
      taxon.other_names as "otherNames", taxon.protection,
      array(
        select synonym.scientific_name
        from taxon as synonym
        where line.height = 0 and synonym.accepted_id = taxon.id
        order by synonym.scientific_name
      ) as synonyms
    from taxon_lines(${keys}) as line
    join taxon on taxon.id = line.id
    order by line.key, line.height
  `.execute(db)
  return Map.groupBy(rows, ({ key }) => key)
}

export type RowToIndex = Awaited<ReturnType<typeof recordsToIndex>>[number]
export type IndexedRecord = Indexed & RecordQuality & { id: string }

/** What of a record's index stands in its own row. */
export const indexColumns = (index: Indexed & RecordQuality) => ({
  document: index.document,
  taxon: index.taxon,
  taxon_id: index.taxonId,
  crop: index.crop,
  region: index.region,
  year: index.year,
  extent:
    index.extent &&
    `(${index.extent.west},${index.extent.south}),(${index.extent.east},${index.extent.north})`,
  completeness: index.completeness,
  findings: [...index.findings],
  own_facets: index.ownFacets.length > 0 ? index.ownFacets : null,
})

/** Writes documents, facets and quality of these records, replacing what was there. */
export async function updateDocuments(trx: Trx, records: readonly IndexedRecord[]): Promise<void> {
  const rows = records.map(({ id, ...record }) => ({ id, ...indexColumns(record) }))
  await sql`
    update record
    set document = made.document::tsvector,
        taxon = made.taxon,
        taxon_id = made.taxon_id,
        crop = made.crop,
        region = made.region,
        year = made.year,
        extent = made.extent::box,
        completeness = made.completeness,
        findings = made.findings,
        own_facets = made.own_facets
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as made(
        id uuid, document text, taxon text, taxon_id uuid, crop text, region text, year int,
        extent text, completeness int, findings text[], own_facets text[]
      )
    where record.id = made.id
  `.execute(trx)
}

/** Forgets the names of these records. */
export async function deleteNames(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`delete from record_name where record_id = any(${ids}::uuid[])`.execute(trx)
}

/** Writes names and words of records that have none yet. */
export async function insertNames(trx: Trx, records: readonly IndexedRecord[]): Promise<void> {
  const rows = records.flatMap(({ id, names }) =>
    names.map((name, position) => ({ id, position, ...name })),
  )
  await sql`
    insert into record_name (record_id, position, name, key, type)
    select id, position, name, key, type
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as made(id uuid, position int, name text, key text, type text)
  `.execute(trx)
  await writeWords(trx, records)
}

/** Sorted, and only new ones: two imports at once do not wait for each other's words in a circle. */
async function writeWords(trx: Trx, records: readonly IndexedRecord[]): Promise<void> {
  const words = [...new Set(records.flatMap(({ latinWords }) => latinWords))].toSorted()
  if (words.length === 0) return
  await sql`
    insert into latin_word (word)
    select word
    from unnest(${words}::text[]) as given(word)
    where not exists (select from latin_word known where known.word = given.word)
    order by word
    on conflict do nothing
  `.execute(trx)
}

type Batch = {
  after: number
  limit: number
  /** Only those whose taxon is in these genera, in lower case; by `record_of_genus`. */
  genera?: readonly string[] | undefined
}

/** The next records in the order of listing, so that reindexed rows lie as they are read; held until the end. */
export async function lockNextRecords(
  trx: Trx,
  { after, limit, genera }: Batch,
): Promise<{ id: string; listedNo: number }[]> {
  return trx
    .selectFrom('record')
    .where('listed_no', '>', after)
    .$if(genera !== undefined, (some) =>
      some
        .where('taxon', 'is not', null)
        .where(sql<boolean>`split_part(lower(taxon), ' ', 1) = any(${genera}::text[])`),
    )
    .select(['id', 'listed_no as listedNo'])
    .orderBy('listed_no')
    .limit(limit)
    .forNoKeyUpdate()
    .execute()
}

/** Some records that were written before their quality was judged; held until the end, without waiting for others. */
export async function lockUnjudged(trx: Trx, limit: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('record')
    .where('findings', 'is', null)
    .select('id')
    .orderBy('listed_no')
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ id }) => id)
}

/** Institutions that have a code, and the year from which they collect: some hundred at most. */
export const foundedInstitutions = async (db: Db) =>
  db
    .selectFrom('institution')
    .where('wiews', 'is not', null)
    .where('founded', 'is not', null)
    .select(['wiews', 'founded'])
    .execute()

export async function countRecords(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('record')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
