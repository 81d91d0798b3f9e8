import { type Insertable, sql } from 'kysely'
import type { MailTable } from '../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../core/database.ts'
import type { Paging } from '../core/paging.ts'
import type { Letter } from '../core/ports.ts'
import type { Temporal } from '../core/time.ts'

export async function insertMail(trx: Trx, row: Insertable<MailTable>): Promise<string> {
  const { id } = await trx.insertInto('mail').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function findMail(db: Db, id: string) {
  return mailRows(db)
    .where('id', '=', id)
    .select(['body', sql<NonNullable<Letter['attachments']>>`attachments`.as('attachments')])
    .executeTakeFirst()
}

/** Newest first. */
export const listMail = async (db: Db, paging: Paging) =>
  pageBy(db, { rows: mailRows(db), by: { id: 'id' }, direction: 'desc' }, paging)

const mailRows = (db: Db) =>
  db
    .selectFrom('mail')
    .select([
      'id',
      'to_address as toAddress',
      'subject',
      'created_at as createdAt',
      'sent_at as sentAt',
      'failed_at as failedAt',
      'failure',
    ])

/** The text of a sent letter is not kept: it may hold a link that opens an account. */
export async function markSent(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('mail')
    .set({ sent_at: at, failed_at: null, failure: null, body: '', attachments: '[]' })
    .where('id', '=', id)
    .execute()
}

export async function markFailed(
  db: Db,
  id: string,
  { at, failure }: { at: Temporal.Instant; failure: string },
): Promise<void> {
  await db.updateTable('mail').set({ failed_at: at, failure }).where('id', '=', id).execute()
}

export async function deleteMailBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('mail').where('created_at', '<', before).execute()
}
