import { sql } from 'kysely'
import type { Trx } from '../../core/database.ts'
import type { Finish } from './model.ts'

type Key = { instrumentId: string; id: string }
type Done = { at: string; by: string | null }

/** The use of the instrument by another booking that goes on, by `booking_used_by_one`; whether its time is over. */
export async function findOtherUse(
  trx: Trx,
  { instrumentId, id }: Key,
  now: string,
): Promise<{ id: string; isOver: boolean } | undefined> {
  const { rows } = await sql<{ id: string; isOver: boolean }>`
    select id, ends_at <= ${now}::timestamptz as "isOver"
    from booking
    where instrument_id = ${instrumentId}::uuid
      and id <> ${id}::uuid
      and started_at is not null
      and finished_at is null
      and cancelled_at is null
      and missed_at is null
  `.execute(trx)
  return rows[0]
}

export async function startBookingRow(
  trx: Trx,
  { instrumentId, id }: Key,
  { at, by }: Done,
): Promise<void> {
  await sql`
    update booking
    set started_at = ${at}::timestamptz, started_by = ${by}::uuid, version = version + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

/** Takes time from an earlier moment on; breaks `occupancy_slot_taken` when that is not free. */
export async function takeFrom(trx: Trx, { instrumentId, id }: Key, at: string): Promise<void> {
  await sql`
    update occupancy
    set
      starts_at = ${at}::timestamptz,
      taken = tstzrange(least(lower(taken), ${at}::timestamptz), upper(taken))
    where instrument_id = ${instrumentId}::uuid
      and id = ${id}::uuid
      and starts_at > ${at}::timestamptz
  `.execute(trx)
}

export async function finishBookingRow(
  trx: Trx,
  { instrumentId, id }: Key,
  { at, by, done }: Done & { done: Pick<Finish, 'samples' | 'consumables' | 'note'> },
): Promise<void> {
  await sql`
    update booking
    set
      finished_at = ${at}::timestamptz,
      finished_by = ${by}::uuid,
      sample_count = ${done.samples ?? null}::int,
      consumables = ${JSON.stringify(done.consumables ?? [])}::jsonb,
      use_note = ${done.note || null},
      version = version + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}

/** Forgets the holds of an instrument that have let go, so that they stand in nobody's way. */
export async function forgetHolds(trx: Trx, instrumentId: string, now: string): Promise<void> {
  await sql`
    delete from occupancy
    where instrument_id = ${instrumentId}::uuid
      and kind = 'hold'
      and expires_at <= ${now}::timestamptz
  `.execute(trx)
}

/**
 * Ends what an occupancy takes: earlier, and the rest is free; or later, as far as nobody else's time begins. The time
 * after it that is kept for cleaning goes along. Answers where another's time begins, in milliseconds.
 */
export async function takeUntil(
  trx: Trx,
  { instrumentId, id }: Key,
  at: string,
): Promise<{ nextMs: number | null }> {
  const end = sql`greatest(least(${at}::timestamptz, next.at), o.starts_at + interval '1 second')`
  const { rows } = await sql<{ nextMs: number | null }>`
    with next as (
      select min(lower(other.taken)) as at
      from occupancy own
      join occupancy other on other.instrument_id = own.instrument_id and other.id <> own.id
      where own.instrument_id = ${instrumentId}::uuid
        and own.id = ${id}::uuid
        and other.released_at is null
        and lower(other.taken) >= upper(own.taken)
    )
    update occupancy o
    set
      ends_at = ${end},
      taken = tstzrange(lower(o.taken), least(${end} + (upper(o.taken) - o.ends_at), next.at))
    from next
    where o.instrument_id = ${instrumentId}::uuid and o.id = ${id}::uuid
    returning round(extract(epoch from next.at) * 1000)::bigint as "nextMs"
  `.execute(trx)
  return { nextMs: rows[0]?.nextMs ?? null }
}

export async function missBookingRow(
  trx: Trx,
  { instrumentId, id }: Key,
  at: string,
): Promise<void> {
  await sql`
    update booking
    set missed_at = ${at}::timestamptz, version = version + 1, sequence = sequence + 1
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
  `.execute(trx)
}
