import { type RawBuilder, sql } from 'kysely'
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

const recipient = (kind: NoticeKind, who: RawBuilder<unknown>) => sql<Recipient>`
  select
    person.id,
    person.name,
    person.email,
    person.lang,
    not exists (
      select 1 from notice_off off where off.person_id = person.id and off.kind = ${kind}
    ) as "wantsLetter"
  from person
  where person.disabled_at is null and person.id in (${who})
  order by person.id
`

/** Those of these people whose accounts are open. */
export async function recipientsAmong(
  db: Db,
  kind: NoticeKind,
  ids: readonly string[],
): Promise<Recipient[]> {
  const { rows } = await recipient(kind, sql`select unnest(${ids}::uuid[])`).execute(db)
  return rows
}

/** Who decides about an instrument: stewards of its institution or collection, or else its curators. */
export async function staffToAsk(
  db: Db,
  kind: NoticeKind,
  instrumentId: string,
): Promise<Recipient[]> {
  const { rows } = await recipient(
    kind,
    sql`
      select person_id
      from (
        select
          role_grant.person_id,
          role_grant.role,
          bool_or(role_grant.role = 'steward') over () as "hasSteward"
        from record
        join role_grant
          on role_grant.institution_id = record.institution_id
          or role_grant.collection_id = record.collection_id
        join person on person.id = role_grant.person_id and person.disabled_at is null
        where record.id = ${instrumentId}::uuid and role_grant.role in ('steward', 'curator')
      ) granted
      where role = 'steward' or not "hasSteward"
    `,
  ).execute(db)
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
