import { type Insertable, sql, type Updateable } from 'kysely'
import type { DatasetUploadTable } from '../../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import type { StoredPart } from '../../../core/ports.ts'
import type { Temporal } from '../../../core/time.ts'
import type { UploadState } from '../../sending/model.ts'
import { statesBefore } from '../rules.ts'
import type { Failure } from '../words.ts'

const uploadRows = (db: Db) =>
  db.selectFrom('dataset_upload').select((eb) => [
    'dataset_upload.id',
    'dataset_upload.version_id as versionId',
    'dataset_upload.record_id as recordId',
    'dataset_upload.path as name',
    'dataset_upload.size_bytes as sizeBytes',
    'dataset_upload.content_type as contentType',
    sql<string | null>`encode(dataset_upload.sha256, 'hex')`.as('sha256'),
    'dataset_upload.key',
    'dataset_upload.part_size_bytes as partSizeBytes',
    'dataset_upload.multipart_id as multipartId',
    sql<UploadState>`dataset_upload.state`.as('state'),
    sql<Failure | null>`dataset_upload.failure`.as('failureCode'),
    sql<number>`greatest(1, ceil(size_bytes::numeric / part_size_bytes))::int`.as('partCount'),
    eb
      .selectFrom('dataset_upload_part')
      .whereRef('dataset_upload_part.upload_id', '=', 'dataset_upload.id')
      .select(sql<number>`count(*)::int`.as('count'))
      .$asScalar()
      .$notNull()
      .as('partsNoted'),
    eb
      .selectFrom('dataset_upload_part')
      .whereRef('dataset_upload_part.upload_id', '=', 'dataset_upload.id')
      .select(sql<number>`coalesce(sum(size_bytes), 0)::bigint`.as('bytes'))
      .$asScalar()
      .$notNull()
      .as('bytesNoted'),
    'dataset_upload.verified_bytes as verifiedBytes',
    'dataset_upload.created_at as createdAt',
    'dataset_upload.created_by as createdBy',
    'dataset_upload.expires_at as expiresAt',
    'dataset_upload.ended_at as endedAt',
    'dataset_upload.cleared_at as clearedAt',
  ])

/** Uploads into a version, the oldest first; those under way where no state is wanted. */
export const listUploads = async (
  db: Db,
  { versionId, state }: { versionId: string; state: UploadState | undefined },
  paging: Paging,
) => {
  const rows = uploadRows(db).where('dataset_upload.version_id', '=', versionId)
  return pageBy(
    db,
    {
      rows:
        state === undefined
          ? rows.where('dataset_upload.ended_at', 'is', null)
          : rows.where('dataset_upload.state', '=', state),
      by: { id: 'dataset_upload.id' },
    },
    paging,
  )
}

export const findUpload = async (db: Db, id: string) =>
  uploadRows(db).where('dataset_upload.id', '=', id).executeTakeFirst()

export type UploadRow = NonNullable<Awaited<ReturnType<typeof findUpload>>>

export const findUploads = async (db: Db, versionId: string, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : uploadRows(db)
        .where('dataset_upload.version_id', '=', versionId)
        .where('dataset_upload.id', 'in', ids)
        .execute()

/** Those of the names that are being uploaded already. */
export async function namesUnderWay(
  trx: Trx,
  versionId: string,
  names: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return trx
    .selectFrom('dataset_upload')
    .where('version_id', '=', versionId)
    .where('ended_at', 'is', null)
    .where(
      'path_key',
      'in',
      names.map((name) => name.normalize('NFC')),
    )
    .orderBy('path_key')
    .select(['id', 'path as name'])
    .execute()
}

/** In the order of the rows. */
export async function insertUploads(
  trx: Trx,
  rows: readonly Insertable<DatasetUploadTable>[],
): Promise<string[]> {
  const inserted = await trx
    .insertInto('dataset_upload')
    .values([...rows])
    .returning(['id', 'key'])
    .execute()
  const idOf = new Map(inserted.map(({ id, key }) => [key, id]))
  return rows.map(({ key }) => idOf.get(key) ?? '')
}

/** Names the store's upload in parts; false where another was faster, or the upload is over. */
export async function noteMultipart(db: Db, id: string, multipartId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dataset_upload')
    .set({ multipart_id: multipartId })
    .where('id', '=', id)
    .where('multipart_id', 'is', null)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Held until the transaction ends; answers its state. */
export async function lockUpload(trx: Trx, id: string): Promise<UploadState | undefined> {
  const row = await trx
    .selectFrom('dataset_upload')
    .where('id', '=', id)
    .select(sql<UploadState>`state`.as('state'))
    .forUpdate()
    .executeTakeFirst()
  return row?.state
}

type Moved = Exclude<UploadState, 'open'>

/** Moves an upload on; false where it is not in a state before that any more. */
export async function moveUpload(
  db: Db,
  { id, to, ...change }: { id: string; to: Moved } & Updateable<DatasetUploadTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dataset_upload')
    .set({ ...change, state: to })
    .where('id', '=', id)
    .where('state', 'in', statesBefore[to])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const updateUpload = async (db: Db, id: string, change: Updateable<DatasetUploadTable>) =>
  db.updateTable('dataset_upload').set(change).where('id', '=', id).execute()

/** Notes how far the bytes were read; false where the upload is over meanwhile. */
export async function noteVerified(db: Db, id: string, bytes: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dataset_upload')
    .set({ verified_bytes: bytes })
    .where('id', '=', id)
    .where('state', '=', 'verifying')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const partsOfUpload = async (db: Db, id: string) =>
  db
    .selectFrom('dataset_upload_part')
    .where('upload_id', '=', id)
    .select(['number', 'etag', 'size_bytes as sizeBytes', 'received_at as receivedAt'])
    .orderBy('number')
    .execute()

/** A part that was sent again has the tag of its last try. */
export async function noteParts(
  trx: Trx,
  id: string,
  { parts, at }: { parts: readonly StoredPart[]; at: Temporal.Instant },
): Promise<void> {
  if (parts.length === 0) return
  await trx
    .insertInto('dataset_upload_part')
    .values(
      parts.map(({ number, etag, sizeBytes }) => ({
        upload_id: id,
        number,
        etag,
        size_bytes: sizeBytes,
        received_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['upload_id', 'number']).doUpdateSet((eb) => ({
        etag: eb.ref('excluded.etag'),
        size_bytes: eb.ref('excluded.size_bytes'),
      })),
    )
    .execute()
}

export const deleteParts = async (db: Db, id: string) =>
  db.deleteFrom('dataset_upload_part').where('upload_id', '=', id).execute()
