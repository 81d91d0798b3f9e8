import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Lang } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import type { NoticeKind } from '../../inbox/model.ts'

export type Recipient = {
  id: string
  name: string
  email: string
  lang: Lang
  wantsLetter: boolean
}

/** Those of these people whose accounts are open. */
export async function recipientsAmong(
  db: Db,
  kind: NoticeKind,
  ids: readonly string[],
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select
      person.id,
      person.name,
      person.email,
      person.lang,
      not exists (
        select 1 from notice_off off where off.person_id = person.id and off.kind = ${kind}
      ) as "wantsLetter"
    from person
    where person.disabled_at is null and person.id = any(${ids}::uuid[])
    order by person.id
  `.execute(db)
  return rows
}

/** False when they were told before. */
export async function insertNotice(
  trx: Trx,
  notice: {
    instrumentId: string
    bookingId: string
    personId: string
    kind: NoticeKind
    occurredAt: string
    toldAt: Temporal.Instant
    byLetter: boolean
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into notice
      (instrument_id, booking_id, person_id, kind, occurred_at, told_at, by_letter)
    values (
      ${notice.instrumentId}::uuid,
      ${notice.bookingId}::uuid,
      ${notice.personId}::uuid,
      ${notice.kind},
      ${notice.occurredAt}::timestamptz,
      ${notice.toldAt}::timestamptz,
      ${notice.byLetter}
    )
    on conflict (instrument_id, booking_id, person_id, kind, occurred_at) do nothing
    returning id
  `.execute(trx)
  return rows.length > 0
}
