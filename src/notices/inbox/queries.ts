import { type SqlBool, sql } from 'kysely'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { LetterName } from '../../letters.ts'
import { type Bound, preparedOne } from '../../ports/database.ts'

/** What a person was told, what happened last first; by `notice_of_person`. */
export const listNotices = async (db: Db, { personId, ...paging }: Paging & { personId: string }) =>
  pageBy(
    db,
    {
      rows: noticesOf(db, personId),
      by: { occurredAt: 'notice.occurred_at', id: 'notice.id' },
      direction: 'desc',
    },
    paging,
  )

/** What a person was told after a revision of the inbox, first told first; by `notice_by_revision`. */
export const noticesAfter = async (
  db: Db,
  { personId, revision, most }: { personId: string; revision: number; most: number },
) =>
  noticesOf(db, personId)
    .where('notice.revision', '>', revision)
    .select('notice.revision')
    .orderBy('notice.revision')
    .limit(most)
    .execute()

const noticesOf = (db: Db, personId: string) =>
  db
    .selectFrom('notice')
    .leftJoin('record', 'record.id', 'notice.instrument_id')
    .where('notice.person_id', '=', personId)
    .select([
      'notice.id',
      sql<LetterName>`notice.kind`.as('kind'),
      local('notice.subject'),
      'notice.path',
      'notice.instrument_id as instrumentId',
      local('record.title'),
      'notice.booking_id as bookingId',
      'notice.booking_starts_at as start',
      'notice.booking_ends_at as end',
      'notice.occurred_at as occurredAt',
      'notice.told_at as toldAt',
      'notice.by_letter as byLetter',
      'notice.read_at as readAt',
    ])

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>['items'][number]

type Inbox = { revision: number; unread: number }

const inboxOf = preparedOne(
  (_, { personId, most }: Bound<{ personId: string; most: number }>) => sql<Inbox>`
    select
      coalesce((select revision from inbox where person_id = ${personId}), 0) as revision,
      (
        select count(*)::int
        from (
          select from notice where person_id = ${personId} and read_at is null limit ${most}
        ) unread
      ) as unread
  `,
)

/** How many are not read, counted to `most`, and the revision at which that was so; by `notice_unread`. */
export const findInbox = async (db: Db, personId: string, most: number): Promise<Inbox> =>
  (await inboxOf(db, { personId, most })) ?? { revision: 0, unread: 0 }

type Reading = {
  ids?: readonly string[] | undefined
  until?: number | undefined
  at: Temporal.Instant
}

/** Whether any of these was unread until now. */
export async function markRead(
  trx: Trx,
  personId: string,
  { ids, until, at }: Reading,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('notice')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where(sql<SqlBool>`id = any(${ids ?? []}::uuid[])`))
    .$if(until !== undefined, (query) => query.where('revision', '<=', until ?? 0))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Open pages learn that what is unread has changed. */
export async function turnInbox(trx: Trx, personId: string): Promise<void> {
  await trx
    .insertInto('inbox')
    .values({ person_id: personId, revision: 1 })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ revision: sql`inbox.revision + 1` }),
    )
    .execute()
}

/** Kinds of letters that a person does not want. */
export async function switchedOff(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice_off')
    .where('person_id', '=', personId)
    .select('kind')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** Exactly these are off from now on; those that were, since when they were. */
export async function switchOff(
  trx: Trx,
  personId: string,
  { kinds, at }: { kinds: readonly string[]; at: Temporal.Instant },
): Promise<void> {
  await trx
    .deleteFrom('notice_off')
    .where('person_id', '=', personId)
    .$if(kinds.length > 0, (query) => query.where('kind', 'not in', kinds))
    .execute()
  if (kinds.length === 0) return
  await trx
    .insertInto('notice_off')
    .values(kinds.map((kind) => ({ person_id: personId, kind, since: at })))
    .onConflict((conflict) => conflict.columns(['person_id', 'kind']).doNothing())
    .execute()
}
