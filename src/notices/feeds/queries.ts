import { type Insertable, sql } from 'kysely'
import type { CalendarFeedTable } from '../../../db/schema.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { FeedKind } from './model.ts'

type Named = { id: string; name: LocalText }

/** By id and name; null where the join found none. */
const namedOrNull = (table: 'lab' | 'record', name: 'name' | 'title') => sql<Named | null>`
  case when ${sql.ref(`${table}.id`)} is null then null else jsonb_build_object(
    'id', ${sql.ref(`${table}.id`)},
    'name', jsonb_build_object(
      'zh', ${sql.ref(`${table}.${name}_zh`)},
      'en', ${sql.ref(`${table}.${name}_en`)}
    )
  ) end
`

const feedRows = (db: Db) =>
  db
    .selectFrom('calendar_feed')
    .leftJoin('lab', 'lab.id', 'calendar_feed.lab_id')
    .leftJoin('record', 'record.id', 'calendar_feed.instrument_id')
    .where('calendar_feed.revoked_at', 'is', null)
    .select([
      'calendar_feed.id',
      'calendar_feed.person_id as personId',
      sql<FeedKind>`calendar_feed.kind`.as('kind'),
      namedOrNull('lab', 'name').as('lab'),
      namedOrNull('record', 'title').as('instrument'),
      'calendar_feed.created_at as createdAt',
    ])

/** Live ones, newest first; by `calendar_feed_of_person`. */
export async function listFeeds(db: Db, { personId, ...paging }: Paging & { personId: string }) {
  const rows = feedRows(db).where('calendar_feed.person_id', '=', personId)
  return pageBy(db, { rows, by: { id: 'calendar_feed.id' }, direction: 'desc' }, paging)
}

export type FeedRow = Awaited<ReturnType<typeof getFeed>>

export const getFeed = (db: Db, id: string) =>
  feedRows(db).where('calendar_feed.id', '=', id).executeTakeFirstOrThrow()

export const findFeedByToken = (db: Db, hash: Buffer) =>
  feedRows(db).where('calendar_feed.token_hash', '=', hash).executeTakeFirst()

export async function insertFeed(trx: Trx, row: Insertable<CalendarFeedTable>): Promise<string> {
  const { id } = await trx
    .insertInto('calendar_feed')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const revokeFeedOf = (
  trx: Trx,
  { id, personId, at }: { id: string; personId: string; at: Temporal.Instant },
) =>
  trx
    .updateTable('calendar_feed')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'kind'])
    .executeTakeFirst()

/** Instruments that a person booked lately, the latest first. */
export async function instrumentsOf(db: Db, personId: string, atMost: number) {
  const late = db
    .selectFrom('booking')
    .where('person_id', '=', personId)
    .select(['instrument_id', 'starts_at'])
    .orderBy('starts_at', 'desc')
    .limit(200)
  return db
    .selectFrom(late.as('late'))
    .innerJoin('record', 'record.id', 'late.instrument_id')
    .select(['record.id', local('record.title')])
    .groupBy('record.id')
    .orderBy((eb) => eb.fn.max('late.starts_at'), 'desc')
    .limit(atMost)
    .execute()
}
