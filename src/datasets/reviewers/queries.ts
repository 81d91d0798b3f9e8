import { type Insertable, sql } from 'kysely'
import type { ReviewerLinkTable } from '../../../db/schema.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { LinkState } from './model.ts'

const linkRows = (db: Db, now: Temporal.Instant) =>
  db
    .selectFrom('reviewer_link')
    .innerJoin('dataset_version', 'dataset_version.id', 'reviewer_link.version_id')
    .select([
      'reviewer_link.id',
      'dataset_version.record_id as recordId',
      'dataset_version.number as version',
      'reviewer_link.note',
      'reviewer_link.hides_authors as hidesAuthors',
      sql<LinkState>`case
        when reviewer_link.revoked_at is not null then 'revoked'
        when reviewer_link.expires_at <= ${now}::timestamptz then 'expired'
        else 'valid'
      end`.as('state'),
      'reviewer_link.created_at as createdAt',
      'reviewer_link.expires_at as expiresAt',
      'reviewer_link.revoked_at as revokedAt',
      'reviewer_link.visits',
      'reviewer_link.downloads',
      'reviewer_link.last_used_at as lastUsedAt',
    ])

type OfRecord = { recordId: string; now: Temporal.Instant }

/** The reviewer links of a dataset's versions, the newest first. */
export const listLinks = async (db: Db, { recordId, now }: OfRecord, paging: Paging) =>
  pageBy(
    db,
    {
      rows: linkRows(db, now).where('dataset_version.record_id', '=', recordId),
      by: { id: 'reviewer_link.id' },
      direction: 'desc',
    },
    paging,
  )

export const findLink = async (db: Db, { recordId, now, id }: OfRecord & { id: string }) =>
  linkRows(db, now)
    .where('dataset_version.record_id', '=', recordId)
    .where('reviewer_link.id', '=', id)
    .executeTakeFirst()

export type LinkRow = NonNullable<Awaited<ReturnType<typeof findLink>>>

export const insertLink = async (trx: Trx, row: Insertable<ReviewerLinkTable>): Promise<string> => {
  const { id } = await trx
    .insertInto('reviewer_link')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Ending = { at: Temporal.Instant; by: string | null }

/** Whether there was one to revoke. */
export async function revokeLinkRow(trx: Trx, id: string, { at, by }: Ending): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('reviewer_link')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What reviewers may see, while the link is good and neither version nor dataset is withdrawn. */
export const findReviewed = async (db: Db, secretHash: Buffer, now: Temporal.Instant) =>
  db
    .selectFrom('reviewer_link')
    .innerJoin('dataset_version', 'dataset_version.id', 'reviewer_link.version_id')
    .innerJoin('record', 'record.id', 'dataset_version.record_id')
    .innerJoin('dataset', 'dataset.record_id', 'record.id')
    .where('reviewer_link.secret_hash', '=', secretHash)
    .where('reviewer_link.revoked_at', 'is', null)
    .where('reviewer_link.expires_at', '>', now)
    .where('dataset_version.withdrawn_at', 'is', null)
    .where('record.withdrawn_at', 'is', null)
    .select([
      'reviewer_link.id',
      'reviewer_link.hides_authors as hidesAuthors',
      'reviewer_link.expires_at as expiresAt',
      'dataset_version.record_id as recordId',
      'dataset_version.number',
      local('record.title'),
      local('record.summary'),
      'dataset.creators',
    ])
    .executeTakeFirst()

export type Reviewed = NonNullable<Awaited<ReturnType<typeof findReviewed>>>

export const countLinkUse = async (
  db: Db,
  id: string,
  { at, column }: { at: Temporal.Instant; column: 'visits' | 'downloads' },
) =>
  db
    .updateTable('reviewer_link')
    .set({ [column]: sql`${sql.ref(column)} + 1`, last_used_at: at })
    .where('id', '=', id)
    .execute()
