import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { NoticeKind } from '../model.ts'
import { policyInForce, instrumentZone } from '../../../instruments/expressions.ts'

export type NoticeRow = {
  id: string
  kind: NoticeKind
  instrumentId: string
  titleZh: string | null
  titleEn: string | null
  bookingId: string
  start: Temporal.Instant
  end: Temporal.Instant
  zone: string
  toldAt: Temporal.Instant
  byLetter: boolean
}

/** What a person was told, newest first, one more than `limit`; by `notice_of_person`. */
export async function listNotices(
  db: Db,
  { personId, limit, after }: { personId: string; limit: number; after?: string | undefined },
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select
      notice.id,
      notice.kind,
      notice.instrument_id as "instrumentId",
      record.title_zh as "titleZh",
      record.title_en as "titleEn",
      notice.booking_id as "bookingId",
      b.starts_at as start,
      b.ends_at as "end",
      ${instrumentZone} as zone,
      notice.told_at as "toldAt",
      notice.by_letter as "byLetter"
    from notice
    join booking b on b.instrument_id = notice.instrument_id and b.id = notice.booking_id
    join record on record.id = notice.instrument_id
    ${policyInForce}
    join institution on institution.id = record.institution_id
    where notice.person_id = ${personId}::uuid
      and ${after === undefined ? sql`true` : sql`notice.id < ${after}::uuid`}
    order by notice.id desc
    limit ${limit + 1}
  `.execute(db)
  return rows
}

export async function countNotices(db: Db, personId: string, atMost: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from (
      select from notice where person_id = ${personId}::uuid limit ${atMost}
    ) counted
  `.execute(db)
  return rows[0]?.count ?? 0
}
