import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { FeedKind } from './model.ts'

export type FeedRow = {
  id: string
  personId: string
  kind: FeedKind
  labId: string | null
  labZh: string | null
  labEn: string | null
  instrumentId: string | null
  titleZh: string | null
  titleEn: string | null
  createdAt: Temporal.Instant
}

const columns = sql`
  f.id,
  f.person_id as "personId",
  f.kind,
  f.lab_id as "labId",
  lab.name_zh as "labZh",
  lab.name_en as "labEn",
  f.instrument_id as "instrumentId",
  record.title_zh as "titleZh",
  record.title_en as "titleEn",
  f.created_at as "createdAt"
`
const tables = sql`
  calendar_feed f
  left join lab on lab.id = f.lab_id
  left join record on record.id = f.instrument_id
`

/** Live ones, newest first; by `calendar_feed_of_person`. */
export async function listFeeds(db: Db, personId: string): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    select ${columns}
    from ${tables}
    where f.person_id = ${personId}::uuid and f.revoked_at is null
    order by f.id desc
  `.execute(db)
  return rows
}

export async function findFeedByToken(db: Db, hash: Buffer): Promise<FeedRow | undefined> {
  const { rows } = await sql<FeedRow>`
    select ${columns}
    from ${tables}
    where f.token_hash = ${hash} and f.revoked_at is null
  `.execute(db)
  return rows[0]
}

export async function insertFeed(
  trx: Trx,
  feed: {
    hash: Buffer
    personId: string
    kind: FeedKind
    labId: string | null
    instrumentId: string | null
    at: Temporal.Instant
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('calendar_feed')
    .values({
      token_hash: feed.hash,
      person_id: feed.personId,
      kind: feed.kind,
      lab_id: feed.labId,
      instrument_id: feed.instrumentId,
      created_at: feed.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function revokeFeedOf(
  trx: Trx,
  { id, personId, at }: { id: string; personId: string; at: Temporal.Instant },
) {
  return trx
    .updateTable('calendar_feed')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'kind'])
    .executeTakeFirst()
}

/** Instruments that a person booked lately, newest first. */
export async function instrumentsOf(db: Db, personId: string, atMost: number) {
  const { rows } = await sql<{ id: string; titleZh: string | null; titleEn: string | null }>`
    select record.id, record.title_zh as "titleZh", record.title_en as "titleEn"
    from (
      select instrument_id, max(starts_at) as latest
      from (
        select instrument_id, starts_at
        from booking
        where person_id = ${personId}::uuid
        order by starts_at desc
        limit 200
      ) late
      group by instrument_id
    ) used
    join record on record.id = used.instrument_id
    order by used.latest desc
    limit ${atMost}
  `.execute(db)
  return rows
}
