import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { DatasetVersionTable } from '../../../db/schema.ts'
import type { Access } from '../../catalog/records/model/record.ts'
import {
  filesReadBy,
  keptOnly,
  listedFor,
  onlyFilesFor,
  wholeFor,
  writableBy,
} from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { Temporal } from '../../core/time.ts'
import { type Bound, preparedOne } from '../../ports/database.ts'
import { isUnused } from '../queries.ts'
import type { VersionState } from './model.ts'

type Viewer = { actor: Actor; now: Temporal.Instant }
const guest: Viewer = {
  actor: { type: 'anonymous' },
  now: Temporal.Instant.fromEpochMilliseconds(0),
}

const stateOf = sql<VersionState>`case
  when dataset_version.withdrawn_at is not null then 'withdrawn'
  when dataset_version.published_at is not null then 'published'
  else 'draft'
end`

/** Versions that somebody may know of: published ones, withdrawn ones as their heads only, and drafts for who keeps or deposits the record. */
const isKnownTo = (actor: Actor) =>
  sql<SqlBool>`(${wholeFor(actor)} or (
    record.visibility = 'published' and ${listedFor(actor)} and dataset_version.published_at is not null
  ))`

const versionRows = (db: Db, { actor, now }: Viewer) =>
  db
    .selectFrom('dataset_version')
    .innerJoin('record', 'record.id', 'dataset_version.record_id')
    .innerJoin('dataset', 'dataset.record_id', 'dataset_version.record_id')
    .where(isKnownTo(actor))
    .select([
      'dataset_version.id',
      'dataset_version.record_id as recordId',
      'dataset_version.number',
      stateOf.as('state'),
      local('dataset_version.notes'),
      local('dataset_version.terms'),
      // How many files there are, and how large, is a fact about them.
      countedFor({ actor, now }, 'count(*)', 'file_count').as('fileCount'),
      countedFor({ actor, now }, 'sum(dataset_object.size_bytes)', 'size_bytes').as('sizeBytes'),
      sql<string[] | null>`${onlyFilesFor(actor, now)}`.as('onlyFiles'),
      // A comparison with nobody is null: whoever keeps or deposits it is then somebody else.
      sql<boolean>`(${filesReadBy(actor, now)}) is true`.as('mayReadFiles'),
      sql<boolean>`${keptOnly(actor)}`.as('isKept'),
      sql<boolean>`${wholeFor(actor)}`.as('readsWhole'),
      sql<boolean>`${writableBy(actor)}`.as('mayWrite'),
      'dataset_version.created_at as createdAt',
      'dataset_version.published_at as publishedAt',
      'dataset_version.withdrawn_at as withdrawnAt',
      'dataset_version.withdrawal_reason as withdrawalReason',
      'dataset_version.version',
      local('record.title'),
      'record.institution_id as institutionId',
      'record.collection_id as collectionId',
      'record.published_at as recordPublishedAt',
      sql<Access>`record.access`.as('access'),
    ])

/** What is kept of all files, or counted of the only ones that are for who looks; null for who may not read files. */
const countedFor = (
  { actor, now }: Viewer,
  count: 'count(*)' | 'sum(dataset_object.size_bytes)',
  kept: 'file_count' | 'size_bytes',
) => sql<number | null>`case
  when (${filesReadBy(actor, now)}) is not true then null
  when ${onlyFilesFor(actor, now)} is null then ${sql.ref(`dataset_version.${kept}`)}
  else (
    select ${sql.raw(count)}::float8
    from dataset_file join dataset_object on dataset_object.id = dataset_file.object_id
    where dataset_file.version_id = dataset_version.id
      and dataset_file.id = any(${onlyFilesFor(actor, now)})
  )
end`

/** The versions of a dataset, the newest first; by `dataset_version_number_taken`. */
export const listVersions = async (db: Db, viewer: Viewer, recordId: string, paging: Paging) =>
  pageBy(
    db,
    {
      rows: versionRows(db, viewer).where('dataset_version.record_id', '=', recordId),
      by: { number: 'dataset_version.number' },
      direction: 'desc',
    },
    paging,
  )

type VersionKey = { recordId: string; number: number }

export const findVersion = async (db: Db, viewer: Viewer, key: VersionKey) =>
  viewer.actor.type === 'anonymous'
    ? openVersion(db, key)
    : versionOf(db, viewer, key).executeTakeFirst()

const versionOf = (db: Db, viewer: Viewer, { recordId, number }: VersionKey | Bound<VersionKey>) =>
  versionRows(db, viewer)
    .where('dataset_version.record_id', '=', recordId)
    .where('dataset_version.number', '=', number)

/** Most reads are a guest's, whom no moment gives more. */
const openVersion = preparedOne((db, key: Bound<VersionKey>) => versionOf(db, guest, key))

export type VersionRow = NonNullable<Awaited<ReturnType<typeof findVersion>>>

/** The newest version that is published and not withdrawn: what a dataset's page offers. */
export const findNewest = async (db: Db, viewer: Viewer, recordId: string) =>
  versionRows(db, viewer)
    .where('dataset_version.record_id', '=', recordId)
    .where('dataset_version.published_at', 'is not', null)
    .where('dataset_version.withdrawn_at', 'is', null)
    .orderBy('dataset_version.number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The same of several datasets, one row for each that has one; by `dataset_version_number_taken`. */
export const findNewestOfEach = async (db: Db, viewer: Viewer, recordIds: readonly string[]) =>
  versionRows(db, viewer)
    .where(sql<SqlBool>`dataset_version.record_id = any(${recordIds}::uuid[])`)
    .where('dataset_version.published_at', 'is not', null)
    .where('dataset_version.withdrawn_at', 'is', null)
    .distinctOn('dataset_version.record_id')
    .orderBy('dataset_version.record_id')
    .orderBy('dataset_version.number', 'desc')
    .execute()

/** The draft of a dataset, where there is one; by `dataset_version_one_draft`. */
export const findDraft = async (db: Db, recordId: string) =>
  db
    .selectFrom('dataset_version')
    .where('record_id', '=', recordId)
    .where('published_at', 'is', null)
    .select(['id', 'number'])
    .executeTakeFirst()

/** Held until the transaction ends: nobody else adds files to it, publishes or deletes it meanwhile. */
export async function lockVersion(trx: Trx, recordId: string, number: number): Promise<void> {
  await trx
    .selectFrom('dataset_version')
    .where('record_id', '=', recordId)
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .execute()
}

export async function insertVersion(
  trx: Trx,
  row: Insertable<DatasetVersionTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('dataset_version')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const updateVersion = async (
  trx: Trx,
  id: string,
  change: Updateable<DatasetVersionTable>,
) =>
  trx
    .updateTable('dataset_version')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()

export const deleteVersion = async (trx: Trx, id: string) =>
  trx.deleteFrom('dataset_version').where('id', '=', id).execute()

/** The number of the newest version, drafts and withdrawn ones too; 0 before the first. */
export async function lastNumber(trx: Trx, recordId: string): Promise<number> {
  const row = await trx
    .selectFrom('dataset_version')
    .where('record_id', '=', recordId)
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .executeTakeFirstOrThrow()
  return row.number
}

/** The version before another that was published and not withdrawn since. */
export const findVersionBefore = async (db: Db, recordId: string, number: number) =>
  db
    .selectFrom('dataset_version')
    .where('record_id', '=', recordId)
    .where('number', '<', number)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .select(['id', 'number', 'notes_zh', 'terms_zh', 'terms_en', 'fields'])
    .executeTakeFirst()

/** What it said of the record when it was published. */
export const fieldsOfVersion = async (db: Db, id: string) =>
  db.selectFrom('dataset_version').where('id', '=', id).select('fields').executeTakeFirst()

/** Gives a version the files of another, by reference: as many rows, no bytes. */
export async function copyFiles(trx: Trx, fromId: string, toId: string): Promise<void> {
  await trx
    .insertInto('dataset_file')
    .columns([
      'version_id',
      'object_id',
      'path',
      'content_type',
      'description',
      'added_at',
      'added_by',
    ])
    .expression((eb) =>
      eb
        .selectFrom('dataset_file')
        .where('version_id', '=', fromId)
        .select([
          sql<string>`${toId}::uuid`.as('version_id'),
          'object_id',
          'path',
          'content_type',
          'description',
          'added_at',
          'added_by',
        ]),
    )
    .execute()
}

/** Files that two versions do not have alike, by name; `dataset_file_taken` of each is read in step with the other's. */
export async function listChanges(
  db: Db,
  { fromId, toId }: { fromId: string; toId: string },
  paging: Paging,
) {
  const rows = changesBetween(db, fromId, toId).select([
    sql<string>`coalesce(later.path, earlier.path)`.as('name'),
    sql<string>`coalesce(later.path_key, earlier.path_key)`.as('key'),
    sql<string>`coalesce(later.id, earlier.id)`.as('id'),
    sql<'added' | 'removed' | 'replaced'>`case
      when earlier.id is null then 'added' when later.id is null then 'removed' else 'replaced'
    end`.as('change'),
    sql<number | null>`earlier.size_bytes`.as('sizeBytesBefore'),
    sql<number | null>`later.size_bytes`.as('sizeBytes'),
  ])
  const key = sql<string>`coalesce(later.path_key, earlier.path_key) collate "C"`
  const id = sql<string>`coalesce(later.id, earlier.id)`
  return pageBy(db, { rows, by: { key, id } }, paging)
}

/** Whether two versions have the same files under the same names. */
export async function isUnchanged(db: Db, fromId: string, toId: string): Promise<boolean> {
  const found = await changesBetween(db, fromId, toId)
    .select(sql`1`.as('one'))
    .limit(1)
    .executeTakeFirst()
  return found === undefined
}

function changesBetween(db: Db, fromId: string, toId: string) {
  const filesOf = (id: string) =>
    db
      .selectFrom('dataset_file')
      .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
      .where('dataset_file.version_id', '=', id)
      .select([
        'dataset_file.id',
        'dataset_file.path',
        'dataset_file.path_key',
        'dataset_object.sha256',
        'dataset_object.size_bytes',
      ])
  return db
    .selectFrom(filesOf(fromId).as('earlier'))
    .fullJoin(filesOf(toId).as('later'), (join) =>
      join.onRef('later.path_key', '=', 'earlier.path_key'),
    )
    .where(sql<SqlBool>`earlier.sha256 is distinct from later.sha256`)
}

/** Files of a version whose stored bytes are damaged: some names, and how many. */
export async function damagedIn(db: Db, versionId: string) {
  const rows = await db
    .selectFrom('dataset_file')
    .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
    .where('dataset_file.version_id', '=', versionId)
    .where('dataset_object.damaged_at', 'is not', null)
    .orderBy('dataset_file.path_key')
    .limit(5)
    .select(['dataset_file.path', sql<number>`count(*) over ()::int`.as('count')])
    .execute()
  return { names: rows.map(({ path }) => path), count: rows[0]?.count ?? 0 }
}

export async function findManifest(db: Db, versionId: string) {
  const lines = db
    .selectFrom('dataset_file')
    .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
    .where('dataset_file.version_id', '=', versionId)
    .select([
      sql<string>`coalesce(string_agg(
        encode(dataset_object.sha256, 'hex') || '  ' || dataset_file.path || E'\\n',
        '' order by dataset_file.path_key
      ), '')`.as('text'),
      sql<number>`count(*)::int`.as('fileCount'),
      sql<number>`coalesce(sum(dataset_object.size_bytes), 0)::bigint`.as('sizeBytes'),
    ])
  return db
    .selectFrom(lines.as('manifest'))
    .select([
      'manifest.text',
      'manifest.fileCount',
      'manifest.sizeBytes',
      sql<string>`encode(sha256(convert_to(manifest.text, 'UTF8')), 'hex')`.as('sha256'),
    ])
    .executeTakeFirstOrThrow()
}

/** Objects of a record that no version has any more: their rows go, their keys are answered. */
export async function deleteUnusedObjects(trx: Trx, recordId: string): Promise<string[]> {
  const rows = await trx
    .deleteFrom('dataset_object')
    .where('record_id', '=', recordId)
    .where(isUnused)
    .returning('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** Where all bytes of a record's files lie. */
export async function keysOfRecord(trx: Trx, recordId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('dataset_object')
    .where('record_id', '=', recordId)
    .select('key')
    .execute()
  return rows.map(({ key }) => key)
}
