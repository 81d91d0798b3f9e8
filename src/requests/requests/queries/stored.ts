import { sql } from 'kysely'
import type { Db } from '../../../core/database.ts'

/** What is written beside the events of a request: what a replay of them has to give again. */
export type Stored = {
  state: string
  turn: string | null
  requester: string
  assignee: string | null
  claimedBy: string | null
  reviewers: string[]
  labels: string[]
  eventCount: number
  isSubmitted: boolean
  isEnded: boolean
  members: string[]
  items: StoredItem[]
}
type StoredItem = {
  id: string
  quantity: number | null
  unit: string | null
  isLoan: boolean
  answer: string | null
  approved: number | null
  conditions: string | null
  ended: string | null
  shipped: number
  received: number
  returned: number
  isReported: boolean
}

/** Of one request, each list sorted; items that were asked for, as drafts have no events. */
export async function storedOf(db: Db, id: string): Promise<Stored | undefined> {
  const { rows } = await sql<Stored>`
    select
      state,
      turn,
      requester_id as requester,
      assignee_id as assignee,
      claimed_by as "claimedBy",
      array(select unnest(reviewer_ids)::text order by 1) as reviewers,
      labels,
      event_count as "eventCount",
      submitted_at is not null as "isSubmitted",
      ended_at is not null as "isEnded",
      array(
        select person_id::text from request_member
        where request_id = request.id and until is null order by 1
      ) as members,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', id, 'quantity', quantity, 'unit', unit, 'isLoan', is_loan, 'answer', answer,
          'approved', approved_quantity, 'conditions', conditions, 'ended', ended,
          'shipped', shipped, 'received', received, 'returned', returned,
          'isReported', reported_at is not null) order by id)
        from request_item where request_id = request.id
      ), '[]') as items
    from request
    where id = ${id}::uuid
  `.execute(db)
  return rows[0]
}

/** All requests, or the newest, one page after the other; the newest first. */
export async function requestIds(
  db: Db,
  { before, limit }: { before: string | null; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('request')
    .$if(before !== null, (some) => some.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

export const countRequests = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('request')
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
  ).count
