import { type Insertable, sql } from 'kysely'
import type { RequestAttachmentTable } from '../../../db/schema.ts'
import type { Db, Trx } from '../../core/database.ts'

/** The sides were told of all events up to this one. */
export async function noteTold(trx: Trx, id: string, count: number): Promise<void> {
  await trx
    .updateTable('request')
    .set({ told_count: count, tell_at: null })
    .where('id', '=', id)
    .execute()
}

export async function insertAttachments(
  trx: Trx,
  rows: readonly Insertable<RequestAttachmentTable>[],
): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('request_attachment')
      .values([...rows])
      .execute()
}

/** Files of messages, and of notes where they are for the reader; by `request_attachment_of_event`. */
export const listAttachments = async (
  db: Db,
  requestId: string,
  { internal }: { internal: boolean },
) =>
  db
    .selectFrom('request_attachment as file')
    .innerJoin('request_event as event', (join) =>
      join
        .onRef('event.request_id', '=', 'file.request_id')
        .onRef('event.number', '=', 'file.event_number'),
    )
    .where('file.request_id', '=', requestId)
    .$if(!internal, (some) => some.where('event.is_public', '=', true))
    .select([
      'file.id',
      'file.event_number as eventNumber',
      'file.object_key as key',
      'file.file_name as name',
      sql<number>`file.size_bytes`.as('sizeBytes'),
    ])
    .orderBy('file.event_number')
    .orderBy('file.id')
    .execute()

export type AttachmentRow = Awaited<ReturnType<typeof listAttachments>>[number]
