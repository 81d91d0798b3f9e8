import { sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'

export async function findByCode(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('kiosk')
    .where('code', '=', code)
    .select('instrument_id as id')
    .executeTakeFirst()
  return row?.id
}

export async function findCode(db: Db, instrumentId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('kiosk')
    .where('instrument_id', '=', instrumentId)
    .select('code')
    .executeTakeFirst()
  return row?.code
}

export async function putCode(
  trx: Trx,
  instrumentId: string,
  made: { code: string; at: Temporal.Instant; by: string | null },
): Promise<void> {
  const values = { code: made.code, made_at: made.at, made_by: made.by }
  await trx
    .insertInto('kiosk')
    .values({ instrument_id: instrumentId, ...values })
    .onConflict((conflict) => conflict.column('instrument_id').doUpdateSet(values))
    .execute()
}

export type UseRow = {
  id: string
  state: 'confirmed' | 'in_use'
  start: Temporal.Instant
  end: Temporal.Instant
  personId: string
  personName: string
  bookedBy: string | null
  labId: string | null
  purpose: string
}

/** The use that goes on, and confirmed bookings of the next day that are not over, in order of start. */
export async function listUses(
  db: Db,
  { instrumentId, now }: { instrumentId: string; now: Temporal.Instant },
): Promise<UseRow[]> {
  const { rows } = await sql<UseRow>`
    select
      b.id,
      b.state,
      b.starts_at as start,
      b.ends_at as "end",
      b.person_id as "personId",
      person.name as "personName",
      b.booked_by as "bookedBy",
      b.lab_id as "labId",
      b.purpose
    from booking b
    join person on person.id = b.person_id
    where b.instrument_id = ${instrumentId}::uuid
      and b.starts_at > ${now}::timestamptz - interval '92 days'
      and b.starts_at < ${now}::timestamptz + interval '1 day'
      and (
        b.state = 'in_use'
        or (b.state = 'confirmed' and b.ends_at > ${now}::timestamptz)
      )
    order by b.starts_at, b.id
    limit 50
  `.execute(db)
  return rows
}
