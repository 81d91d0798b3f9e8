import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { SampleImportTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { keptOnly } from '../../catalog/visible.ts'
import type { SampleImportState } from './model.ts'
import type { Mapping } from './rules/columns.ts'
import type { Kept, Known } from './rules/plan.ts'
import type { Fault, Row } from './rules/row.ts'

export type KeptRow = Row & { problems?: readonly Fault[] }

/** Imports into collections that the viewer keeps. */
const importRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('sample_import')
    .innerJoin('record', 'record.id', 'sample_import.record_id')
    .where(sql<SqlBool>`${keptOnly(viewer)}`)
    .select([
      'sample_import.id',
      'sample_import.record_id as recordId',
      'sample_import.file_name as fileName',
      'sample_import.header',
      sql<Mapping>`sample_import.mapping`.as('mapping'),
      sql<SampleImportState>`sample_import.state`.as('state'),
      'sample_import.created_count as created',
      'sample_import.changed_count as changed',
      'sample_import.unchanged_count as unchanged',
      sql<number>`case sample_import.state when 'checked' then 0 else jsonb_array_length(sample_import.rows) end`.as(
        'refused',
      ),
      'sample_import.donor_ids as donorIds',
      'sample_import.source_ids as sourceIds',
      'sample_import.created_at as createdAt',
    ])

export const findImport = async (db: Db, viewer: Actor, id: string) =>
  importRows(db, viewer).where('sample_import.id', '=', id).executeTakeFirst()
export type FoundImport = NonNullable<Awaited<ReturnType<typeof findImport>>>

export const lockImport = async (trx: Trx, viewer: Actor, id: string) =>
  importRows(trx, viewer)
    .where('sample_import.id', '=', id)
    .forUpdate('sample_import')
    .executeTakeFirst()

/** By `sample_import_of_record`. */
export const listImports = async (
  db: Db,
  viewer: Actor,
  { recordId, ...paging }: Paging & { recordId: string },
) =>
  pageBy(
    db,
    {
      rows: importRows(db, viewer).where('sample_import.record_id', '=', recordId),
      by: { id: 'sample_import.id' },
      direction: 'desc',
    },
    paging,
  )

export async function rowsOf(db: Db, id: string): Promise<KeptRow[]> {
  const { rows } = await db
    .selectFrom('sample_import')
    .where('id', '=', id)
    .select(sql<KeptRow[]>`rows`.as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}

export async function insertImport(trx: Trx, row: Insertable<SampleImportTable>): Promise<string> {
  const { id } = await trx
    .insertInto('sample_import')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateImport(
  trx: Trx,
  id: string,
  change: Updateable<SampleImportTable>,
): Promise<void> {
  await trx.updateTable('sample_import').set(change).where('id', '=', id).execute()
}

const codesIn = (codes: readonly string[]) => sql`any(${[...new Set(codes)]}::text[])`

/** What happened to a sample, the way `eventText` writes it; by `sample_event_of_sample`. */
const eventTexts = sql<string[]>`array(
  select concat_ws(' ', kind, happened_on, trim_scale(age), age_unit)
  from sample_event
  where sample_id = sample.id and kind <> 'block'
  order by id
)`

/** Samples of an institution by their upper codes; by `sample_by_code`. */
export async function knownSamples(
  db: Db,
  { institutionId, codes }: { institutionId: string; codes: readonly string[] },
): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select sample.id, sample.code, sample.record_id as "recordId", sample.family, sample.version,
      sample.blocked_at is not null as "isBlocked", sample.type, sample.temperature,
      sample.created_on as "createdOn", sample.anatomical_name as "anatomicalName",
      sample.anatomical_code as "anatomicalCode", sample.diagnoses, sample.use_conditions as "useConditions",
      donor.code as "donorCode", sample_source.code as "sourceCode", sample.age_years as "ageYears",
      sample.amount::float8 as amount, sample.unit, sample.freeze_thaws as "freezeThaws", sample.sprec, sample.note,
      placement.place_id as place, placement.well, ${eventTexts} as events
    from sample
    left join donor on donor.id = sample.donor_id
    left join sample_source on sample_source.id = sample.source_id
    left join placement on placement.sample_id = sample.id
    where upper(sample.code) = ${codesIn(codes)} and sample.institution_id = ${institutionId}
  `.execute(db)
  return rows
}

/** Donors of a collection by their upper codes; by `donor_code_taken`. */
export const donorsOf = async (db: Db, recordId: string, codes: readonly string[]) =>
  db
    .selectFrom('donor')
    .where('record_id', '=', recordId)
    .where(sql<SqlBool>`upper(code) = ${codesIn(codes)}`)
    .select(['id', 'code', sql<boolean>`withdrawn_at is not null`.as('isWithdrawn')])
    .execute()

export const sourcesOf = async (db: Db, recordId: string, codes: readonly string[]) =>
  db
    .selectFrom('sample_source')
    .where('record_id', '=', recordId)
    .where(sql<SqlBool>`upper(code) = ${codesIn(codes)}`)
    .select(['id', 'code'])
    .execute()

export type Change = { id: string; values: Kept; donorId: string | null; sourceId: string | null }

/** The values of samples as given; their versions go up. */
export async function writeSamples(trx: Trx, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ id, values, donorId, sourceId }) => ({
    id,
    ...values,
    donorId,
    sourceId,
  }))
  await sql`
    update sample set
      type = given.type, temperature = given.temperature, created_on = given."createdOn",
      anatomical_name = given."anatomicalName", anatomical_code = given."anatomicalCode",
      diagnoses = given.diagnoses, use_conditions = given."useConditions", donor_id = given."donorId",
      source_id = given."sourceId", age_years = given."ageYears", amount = given.amount, unit = given.unit,
      freeze_thaws = given."freezeThaws", sprec = given.sprec, note = given.note, version = sample.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      id uuid, type text, temperature text, "createdOn" text, "anatomicalName" text, "anatomicalCode" text,
      diagnoses text[], "useConditions" text[], "donorId" uuid, "sourceId" uuid, "ageYears" int, amount numeric,
      unit text, "freezeThaws" int, sprec text, note text
    )
    where sample.id = given.id
  `.execute(trx)
}

type Noted = { sampleId: string; isNew: boolean; before: Kept | null }

/** What a file did, with the versions that it left. */
export async function insertDone(trx: Trx, importId: string, done: readonly Noted[]) {
  await sql`
    insert into sample_import_row (import_id, sample_id, is_new, version, before)
    select ${importId}, sample.id, done."isNew", sample.version, done.before
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as done ("sampleId" uuid, "isNew" boolean, before jsonb)
    join sample on sample.id = done."sampleId"
  `.execute(trx)
}

/** What a file did, with each sample as it is now. */
export async function doneBy(trx: Trx, importId: string) {
  const { rows } = await sql<{
    id: string
    code: string | null
    isNew: boolean
    isSame: boolean
    before: Kept | null
  }>`
    select done.sample_id as id, sample.code, done.is_new as "isNew", done.before,
      coalesce(sample.version = done.version and sample.blocked_at is null, false) as "isSame"
    from sample_import_row done
    left join sample on sample.id = done.sample_id
    where done.import_id = ${importId}
  `.execute(trx)
  return rows
}

/** What a file said that happened to samples. */
export async function deleteEvents(trx: Trx, importId: string): Promise<void> {
  await trx.deleteFrom('sample_event').where('import_id', '=', importId).execute()
}

/** Removes samples that a file made, those made of others first. What something else depends on is refused by it. */
export async function deleteSamples(trx: Trx, ids: readonly string[]): Promise<void> {
  const given = sql<SqlBool>`sample_id = any(${[...ids]}::uuid[])`
  await trx.deleteFrom('sample_parent').where(given).execute()
  await trx.deleteFrom('placement').where(given).execute()
  await trx
    .deleteFrom('sample')
    .where(sql<SqlBool>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** Donors and sources that a file made and nothing is of any more. */
export async function deleteOwners(
  trx: Trx,
  { donorIds, sourceIds }: { donorIds: readonly string[]; sourceIds: readonly string[] },
): Promise<void> {
  await trx
    .deleteFrom('donor')
    .where(sql<SqlBool>`id = any(${[...donorIds]}::uuid[])`)
    .where(sql<SqlBool>`withdrawn_at is null and version = 1`)
    .where(sql<SqlBool>`not exists (select from sample where sample.donor_id = donor.id)`)
    .where(
      sql<SqlBool>`not exists (select from donor_consent where donor_consent.donor_id = donor.id)`,
    )
    .execute()
  await trx
    .deleteFrom('sample_source')
    .where(sql<SqlBool>`id = any(${[...sourceIds]}::uuid[])`)
    .where(sql<SqlBool>`version = 1`)
    .where(sql<SqlBool>`not exists (select from sample where sample.source_id = sample_source.id)`)
    .execute()
}

/** Of nobody who withdrew: what every file of samples says. */
const open = sql<SqlBool>`sample.blocked_at is null and (donor.withdrawn_at is null)`

export type Exported = Kept & {
  id: string
  code: string
  family: string
  anatomicalOntology: string | null
  anatomicalVersion: string | null
  anatomicalNote: string | null
  donorSex: string | null
  parentCodes: string[]
  events: string[]
  box: string | null
  well: number | null
  columns: number | null
  wellNames: 'letters' | 'numbers' | null
}

/** The next samples of a collection, the newest first; by `sample_of_record`. */
export async function samplePart(
  db: Db,
  { recordId, before, limit }: { recordId: string; before: string | null; limit: number },
): Promise<Exported[]> {
  const { rows } = await sql<Exported>`
    select sample.id, sample.code, sample.family, sample.type, sample.temperature, sample.created_on as "createdOn",
      sample.anatomical_ontology as "anatomicalOntology", sample.anatomical_version as "anatomicalVersion",
      sample.anatomical_code as "anatomicalCode", sample.anatomical_name as "anatomicalName",
      sample.anatomical_note as "anatomicalNote", sample.diagnoses, sample.use_conditions as "useConditions",
      donor.code as "donorCode", donor.sex as "donorSex", sample_source.code as "sourceCode",
      sample.age_years as "ageYears", sample.amount::float8 as amount, sample.unit,
      sample.freeze_thaws as "freezeThaws", sample.sprec, sample.note,
      array(
        select parent.code from sample_parent
        join sample parent on parent.id = sample_parent.parent_id
        where sample_parent.sample_id = sample.id
        order by parent.code
      ) as "parentCodes",
      ${eventTexts} as events, place_path(placement.place_id) as box, placement.well, placement.column_count as columns,
      place.well_names as "wellNames"
    from sample
    left join donor on donor.id = sample.donor_id
    left join sample_source on sample_source.id = sample.source_id
    left join placement on placement.sample_id = sample.id
    left join place on place.id = placement.place_id
    where sample.record_id = ${recordId}
      and (${before}::uuid is null or sample.id < ${before}::uuid)
      and ${open}
    order by sample.id desc
    limit ${limit}
  `.execute(db)
  return rows
}

/** The next donors of a collection that have not withdrawn; by the key (record_id, id). */
export const donorPart = async (
  db: Db,
  { recordId, before, limit }: { recordId: string; before: string | null; limit: number },
) =>
  db
    .selectFrom('donor')
    .where('record_id', '=', recordId)
    .where('withdrawn_at', 'is', null)
    .$if(before !== null, (some) => some.where('id', '<', before))
    .select(['id', 'code', 'sex', 'dataset_types as datasetTypes', 'diagnoses'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** The events of some samples, by `sample_event_of_sample`. */
export const eventsOf = async (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('sample_event')
    .innerJoin('sample', 'sample.id', 'sample_event.sample_id')
    .where(sql<SqlBool>`sample_event.sample_id = any(${[...ids]}::uuid[])`)
    .select([
      'sample_event.id',
      'sample.code',
      'sample_event.kind',
      'sample_event.happened_on as happenedOn',
      sql<number | null>`sample_event.age::float8`.as('age'),
      'sample_event.age_unit as ageUnit',
    ])
    .orderBy('sample_event.id')
    .execute()

/** The biobank that hosts a collection, and the juristic person that runs it. */
export const biobankOf = async (db: Db, recordId: string) =>
  db
    .selectFrom('biobank_collection')
    .innerJoin('biobank', 'biobank.id', 'biobank_collection.biobank_id')
    .innerJoin('institution', 'institution.id', 'biobank.institution_id')
    .where('biobank_collection.record_id', '=', recordId)
    .where('biobank.closed_at', 'is', null)
    .select([
      'biobank.miabis_id as id',
      'biobank.acronym',
      local('biobank.name'),
      'biobank.url',
      'biobank.country',
      local('biobank.description'),
      named('institution'),
      'biobank.infrastructure',
      'biobank.organisation',
      'biobank.bioprocessing',
      'biobank.quality_standards as quality',
    ])
    .executeTakeFirst()
