import { type SqlBool, sql, type Updateable } from 'kysely'
import { z } from 'zod'
import type { DatasetFileTable } from '../../../db/schema.ts'
import { type Db, isoText, pageBy, type Trx } from '../../core/database.ts'
import { asBuffer } from '../../core/secrets.ts'
import type { Temporal } from '../../core/time.ts'
import { type Bound, prepared } from '../../ports/database.ts'
import type { Removal } from './model.ts'
import { type Page, type Paging, keyPart, pageOf, readKey, totalOf } from '../../core/paging.ts'
import { literally } from '../../core/like.ts'

/** What lists answer of a file. */
const listedRows = (db: Db) =>
  db
    .selectFrom('dataset_file')
    .innerJoin('dataset_object', 'dataset_object.id', 'dataset_file.object_id')
    .select([
      'dataset_file.id',
      'dataset_file.path as name',
      'dataset_file.path_key as nameKey',
      'dataset_object.size_bytes as sizeBytes',
      sql<string>`encode(dataset_object.sha256, 'hex')`.as('sha256'),
      'dataset_file.content_type as contentType',
      'dataset_file.description',
      isoText('dataset_file.added_at').as('addedAt'),
      isoText('dataset_object.verified_at').as('verifiedAt'),
      isoText<string | null>('dataset_object.damaged_at').as('damagedAt'),
    ])

const fileRows = (db: Db) =>
  listedRows(db).select([
    'dataset_file.version_id as versionId',
    'dataset_object.key',
    'dataset_object.id as objectId',
  ])

/** `onlyFiles`: the only ones that are for who asks; null where all are. */
type OfVersion = { versionId: string; onlyFiles: readonly string[] | null }
type Narrowed = OfVersion & { q?: string | undefined; folder?: string | undefined }

const isAmong = (only: readonly string[] | null) =>
  only === null ? sql<SqlBool>`true` : sql<SqlBool>`dataset_file.id = any(${[...only]}::uuid[])`

/** Files of a version by name; how many there are is kept, where nothing narrows them. */
export async function listFiles(
  db: Db,
  { fileCount, ...asked }: Narrowed & { fileCount: number },
  paging: Paging,
) {
  const { versionId, onlyFiles, q, folder } = asked
  if (q || folder) return pageBy(db, filesBy(db, asked), paging)
  const { limit, after } = paging
  const [key, id] = after === undefined ? ['', firstId] : readKey(after, AfterFile)
  const only = onlyFiles && [...onlyFiles]
  const rows = await filesAfter(db, { versionId, onlyFiles: only, key, id, count: limit + 1 })
  const page = pageOf(rows, limit, (row) => [row.nameKey, row.id])
  return { ...page, total: totalOf(fileCount, fileCount) }
}

const AfterFile = z.tuple([keyPart.text, keyPart.id])
const firstId = '00000000-0000-0000-0000-000000000000'

type After = {
  versionId: string
  onlyFiles: string[] | null
  key: string
  id: string
  count: number
}

/** All files of a version, as programs walk through them. */
const filesAfter = prepared((db, { versionId, onlyFiles, key, id, count }: Bound<After>) =>
  listedRows(db)
    .where('dataset_file.version_id', '=', versionId)
    .where(
      sql<SqlBool>`(${onlyFiles}::uuid[] is null or dataset_file.id = any(${onlyFiles}::uuid[]))`,
    )
    .where(sql<SqlBool>`(dataset_file.path_key, dataset_file.id) > (${key}, ${id})`)
    .orderBy('dataset_file.path_key')
    .orderBy('dataset_file.id')
    .limit(count),
)

/** The same, where nobody asks how many there are. */
export const findFiles = async (db: Db, asked: OfVersion & { q: string }, paging: Paging) =>
  pageBy(db, { ...filesBy(db, asked), total: 0 }, paging)

/** By `dataset_file_taken`. A part of a name is looked for in the version's files one by one. */
const filesBy = (db: Db, { versionId, onlyFiles, q, folder }: Narrowed) => ({
  rows: listedRows(db)
    .where('dataset_file.version_id', '=', versionId)
    .where(isAmong(onlyFiles))
    .$if(Boolean(folder), (some) => some.where(isBelow(folder ?? '')))
    .$if(Boolean(q), (some) =>
      some.where(sql<SqlBool>`dataset_file.path_key ilike ${`%${escaped(q ?? '')}%`}`),
    ),
  by: nameKey,
})

const nameKey = { nameKey: 'dataset_file.path_key', id: 'dataset_file.id' } as const

const escaped = (text: string) => literally(text.normalize('NFC'))

/** `stations/` up to `stations0`, the character after `/`. */
const isBelow = (folder: string) => {
  const [from, to] = boundsOf(folder)
  return sql<SqlBool>`dataset_file.path_key >= ${from} and dataset_file.path_key < ${to}`
}

function boundsOf(folder: string): [from: string, to: string] {
  const whole = folder.normalize('NFC').replace(/\/?$/, '')
  return [`${whole}/`, `${whole}0`]
}

/** The first files of each of these versions by name, `limit` of each at most; by `dataset_file_taken`. */
export async function listFirstFiles(
  db: Db,
  read: readonly { id: string; onlyFiles: readonly string[] | null }[],
  limit: number,
) {
  const versions = sql<{ id: string; files: string[] | null }>`jsonb_to_recordset(${JSON.stringify(
    read.map(({ id, onlyFiles }) => ({ id, files: onlyFiles })),
  )}::jsonb)`.as<'version'>(sql`version(id uuid, files uuid[])`)
  return db
    .selectFrom(versions)
    .innerJoinLateral(
      fileRows(db)
        .where('dataset_file.version_id', '=', sql<string>`version.id`)
        .where(sql<SqlBool>`(version.files is null or dataset_file.id = any(version.files))`)
        .orderBy('dataset_file.path_key')
        .limit(limit)
        .as('file'),
      (join) => join.onTrue(),
    )
    .selectAll('file')
    .execute()
}

export const findFile = async (db: Db, versionId: string, id: string) =>
  fileRows(db)
    .where('dataset_file.version_id', '=', versionId)
    .where('dataset_file.id', '=', id)
    .executeTakeFirst()

export type FileRow = NonNullable<Awaited<ReturnType<typeof findFile>>>

/** What a folder shows of an entry; a folder has no id. */
export type Entry = {
  name: string
  id: string | null
  sizeBytes: number
  sha256: string
  isDamaged: boolean
}
type FolderRow = Entry & { follows: string }

/**
 * What a folder of a version has: folders and files together, by name. Each entry is one step of `dataset_file_taken`,
 * however many files lie below it.
 */
export async function listFolder(
  db: Db,
  { versionId, onlyFiles, folder }: OfVersion & { folder: string },
  { limit, after }: Paging,
): Promise<Omit<Page<Entry>, 'total'>> {
  const [from, to] = folder === '' ? ['', lastCharacter] : boundsOf(folder)
  const start = after === undefined ? from : readKey(after, AfterEntry)[0]
  const asked = { versionId, from, to, start, count: limit + 1 }
  const rows = onlyFiles
    ? await onlyEntries(db, { ...asked, onlyFiles: [...onlyFiles] })
    : await entries(db, asked)
  return pageOf(rows, limit, ({ follows }) => [follows])
}

const AfterEntry = z.tuple([keyPart.text])
const lastCharacter = '\u{10ffff}'

/** A folder of a version, by the first name in it and the first beyond it; and where to go on. */
type Within = { versionId: string; from: string; to: string; start: string; count: number }
type Only = { onlyFiles: string[] }

const entries = prepared((_, within: Bound<Within>) => entriesOf(within, sql`true`))
const onlyEntries = prepared((_, within: Bound<Within & Only>) =>
  entriesOf(within, sql`dataset_file.id = any(${within.onlyFiles}::uuid[])`),
)

function entriesOf(within: Bound<Within>, isAmongThem: ReturnType<typeof sql>) {
  const step = (name: ReturnType<typeof sql>) => stepFrom(within, name, isAmongThem)
  return sql<FolderRow>`
    with recursive entry as (
      (${step(sql`${within.start}::text`)})
      union all
      select next.* from entry cross join lateral (${step(sql`entry.follows`)}) next
    )
    select entry.name, entry.id, entry.follows, object.size_bytes as "sizeBytes",
      encode(object.sha256, 'hex') as sha256, object.damaged_at is not null as "isDamaged"
    from (select * from entry limit ${within.count}) entry
    left join dataset_file file on file.id = entry.id
    left join dataset_object object on object.id = file.object_id
    order by entry.follows collate "C"
  `
}

/** The first entry at or after a name: a file of this folder, or the folder that the next file lies in. */
function stepFrom(
  { versionId, from, to }: Bound<Within>,
  name: ReturnType<typeof sql>,
  isAmongThem: ReturnType<typeof sql>,
) {
  const rest = sql`substr(dataset_file.path_key, length(${from}::text) + 1)`
  const isFolder = sql`strpos(${rest}, '/') > 0`
  const first = sql`left(dataset_file.path_key, length(${from}::text) + strpos(${rest}, '/'))`
  return sql`
    select
      case when ${isFolder} then ${first} else dataset_file.path end as name,
      case when ${isFolder} then null else dataset_file.id end as id,
      case when ${isFolder} then rtrim(${first}, '/') || '0' else dataset_file.path_key || chr(1) end
        collate "C" as follows
    from dataset_file
    where dataset_file.version_id = ${versionId}
      and dataset_file.path_key >= ${name} collate "C"
      and dataset_file.path_key < ${to}::text collate "C"
      and ${isAmongThem}
    order by dataset_file.path_key
    limit 1
  `
}

export const updateFile = async (trx: Trx, id: string, change: Updateable<DatasetFileTable>) =>
  trx.updateTable('dataset_file').set(change).where('id', '=', id).execute()

/** Takes files out of a version: those named, and all below some folders. Answers their names. */
export async function deleteFiles(
  trx: Trx,
  versionId: string,
  { files = [], folders = [] }: Removal,
): Promise<string[]> {
  const rows = await trx
    .deleteFrom('dataset_file')
    .where('version_id', '=', versionId)
    .where((eb) =>
      eb.or([sql<SqlBool>`dataset_file.id = any(${files}::uuid[])`, ...folders.map(isBelow)]),
    )
    .returning('path')
    .execute()
  return rows.map(({ path }) => path)
}

/** Bytes that lie in the bucket and were verified. */
export type StoredFile = {
  name: string
  contentType: string
  key: string
  sizeBytes: number
  sha256: Uint8Array
  description?: string | null
}
type Attached = { recordId: string; versionId: string; at: Temporal.Instant; by: string | null }

/** Gives a version files; one of the same name is replaced. */
export async function insertFiles(
  trx: Trx,
  attached: Attached,
  files: readonly StoredFile[],
): Promise<void> {
  const { versionId, at, by } = attached
  const idOf = await insertObjects(trx, attached, files)
  await trx
    .deleteFrom('dataset_file')
    .where('version_id', '=', versionId)
    .where(
      'path_key',
      'in',
      files.map(({ name }) => name.normalize('NFC')),
    )
    .execute()
  await trx
    .insertInto('dataset_file')
    .values(
      files.map(({ name, key, contentType, description }) => ({
        version_id: versionId,
        object_id: idOf.get(key) ?? '',
        path: name,
        content_type: contentType,
        description: description ?? null,
        added_at: at,
        added_by: by,
      })),
    )
    .execute()
}

/** The bytes of files, as rows; answers each one's id by its key. */
async function insertObjects(
  trx: Trx,
  { recordId, at }: Attached,
  files: readonly StoredFile[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await trx
    .insertInto('dataset_object')
    .values(
      files.map(({ key, sizeBytes, sha256 }) => ({
        record_id: recordId,
        key,
        size_bytes: sizeBytes,
        sha256: asBuffer(sha256),
        verified_at: at,
        checked_at: at,
      })),
    )
    .returning(['id', 'key'])
    .execute()
  return new Map(rows.map(({ id, key }) => [key, id]))
}
