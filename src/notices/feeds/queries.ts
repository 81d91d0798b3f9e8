import { type Insertable, sql } from 'kysely'
import { jsonBuildObject, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { CalendarFeedTable } from '../../../db/schema.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { FeedKind } from './model.ts'

const feedRows = (db: Db) =>
  db
    .selectFrom('calendar_feed')
    .where('calendar_feed.revoked_at', 'is', null)
    .select((eb) => [
      'calendar_feed.id',
      'calendar_feed.person_id as personId',
      sql<FeedKind>`calendar_feed.kind`.as('kind'),
      jsonObjectFrom(
        eb
          .selectFrom('lab')
          .whereRef('lab.id', '=', 'calendar_feed.lab_id')
          .select(['lab.id', local('lab.name')]),
      ).as('lab'),
      jsonObjectFrom(
        eb
          .selectFrom('record')
          .whereRef('record.id', '=', 'calendar_feed.instrument_id')
          .select((of) => [
            'record.id',
            jsonBuildObject({ zh: of.ref('record.title_zh'), en: of.ref('record.title_en') }).as(
              'name',
            ),
          ]),
      ).as('instrument'),
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

export const insertFeed = (trx: Trx, row: Insertable<CalendarFeedTable>) =>
  trx.insertInto('calendar_feed').values(row).returning('id').executeTakeFirstOrThrow()

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
    .returning('kind')
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
