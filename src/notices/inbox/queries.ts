import { sql } from 'kysely'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import type { LetterName } from '../../letters.ts'

/** What a person was told, what happened last first; by `notice_of_person`. */
export async function listNotices(db: Db, { personId, ...paging }: Paging & { personId: string }) {
  const rows = db
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
    ])
  return pageBy(
    db,
    { rows, by: { occurredAt: 'notice.occurred_at', id: 'notice.id' }, direction: 'desc' },
    paging,
  )
}

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>['items'][number]

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
