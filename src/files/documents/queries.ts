import { sql } from 'kysely'
import { listedFor, wholeFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'

/** Documents of records in lists and of one's own; of a withdrawn record its curators see them still. */
const visibleDocuments = (db: Db, actor: Actor) =>
  db
    .selectFrom('attached_document')
    .innerJoin('record', 'record.id', 'attached_document.record_id')
    .where('attached_document.removed_at', 'is', null)
    .where(sql<boolean>`(${listedFor(actor)} or ${wholeFor(actor)})`)
    .select([
      'attached_document.id',
      'attached_document.record_id as recordId',
      'record.institution_id as institutionId',
      'record.collection_id as collectionId',
      'attached_document.title',
      'attached_document.object_key as key',
      'attached_document.file_name as name',
      'attached_document.content_type as contentType',
      'attached_document.size_bytes as sizeBytes',
      'attached_document.sha256',
      'attached_document.added_at as addedAt',
    ])

/** The documents of a record, the first first; by `attached_document_of_record`. */
export async function documentsOfRecord(db: Db, actor: Actor, recordId: string) {
  return visibleDocuments(db, actor)
    .where('attached_document.record_id', '=', recordId)
    .orderBy('attached_document.id')
    .execute()
}

export type DocumentRow = Awaited<ReturnType<typeof documentsOfRecord>>[number]

export async function findDocument(db: Db, actor: Actor, id: string) {
  return visibleDocuments(db, actor).where('attached_document.id', '=', id).executeTakeFirst()
}

export async function insertDocument(
  trx: Trx,
  document: Omit<DocumentRow, 'id' | 'institutionId' | 'collectionId'> & { addedBy: string | null },
): Promise<string> {
  const { id } = await trx
    .insertInto('attached_document')
    .values({
      record_id: document.recordId,
      title: document.title,
      object_key: document.key,
      file_name: document.name,
      content_type: document.contentType,
      size_bytes: document.sizeBytes,
      sha256: document.sha256,
      added_at: document.addedAt,
      added_by: document.addedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function markRemoved(trx: Trx, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('attached_document')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Where the bytes of a record's documents lie. */
export async function keysOfRecord(trx: Trx, recordId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('attached_document')
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .select('object_key as key')
    .execute()
  return rows.map(({ key }) => key)
}
