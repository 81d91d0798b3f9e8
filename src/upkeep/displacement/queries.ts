import { sql } from 'kysely'
import type { Trx } from '../../core/database.ts'
import type { Period } from '../../core/periods.ts'
import type { Temporal } from '../../core/time.ts'

export type HitRow = {
  id: string
  kind: 'booking' | 'outage'
  isInUse: boolean
  start: Temporal.Instant
  end: Temporal.Instant
}

/** What stands in the way of an outage, by `occupancy_slot_taken`; holds do not: a form can wait. */
export async function findHits(
  trx: Trx,
  { instrumentId, id, period }: { instrumentId: string; id: string | null; period: Period },
): Promise<HitRow[]> {
  const inTheWay = sql`
    o.instrument_id = ${instrumentId}::uuid
    and o.taken && tstzrange(${period.start}::timestamptz, ${period.end}::timestamptz)
  `
  await sql`delete from occupancy o where ${inTheWay} and o.kind = 'hold'`.execute(trx)
  const { rows } = await sql<HitRow>`
    select
      o.id,
      o.kind,
      coalesce(b.state = 'in_use', false) as "isInUse",
      o.starts_at as start,
      o.ends_at as "end"
    from occupancy o
    left join booking b on b.instrument_id = o.instrument_id and b.id = o.id
    where ${inTheWay}
      and o.released_at is null
      and o.id is distinct from ${id}::uuid
    order by o.starts_at
  `.execute(trx)
  return rows
}
