import { type Insertable, sql, type Updateable } from 'kysely'
import type { OutageTable } from '../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Period } from '../../core/periods.ts'
import type { Temporal } from '../../core/time.ts'
import { instrumentRecords, instrumentZone } from '../../instruments/expressions.ts'
import type { OutageKind, OutageState } from './model.ts'

type Key = { instrumentId: string; id: string }
type Now = { now: Temporal.Instant }
type Since = Now & { instrumentId: string; since: Temporal.Instant }

export async function findOutage(db: Db, { instrumentId, id, now }: Key & Now) {
  return outageRows(db, now)
    .where('outage.instrument_id', '=', instrumentId)
    .where('outage.id', '=', id)
    .executeTakeFirst()
}

export type OutageRow = NonNullable<Awaited<ReturnType<typeof findOutage>>>

/** Outages of an instrument that end after a moment, in order of start, cancelled ones left out. */
export async function listOutages(db: Db, { limit, after, ...asked }: Paging & Since) {
  const by = { start: 'occupancy.starts_at', id: 'outage.id' }
  return pageBy(db, { rows: outagesSince(db, asked), by }, { limit, after })
}

/** The outage that goes on, or else the next to come. */
export async function findNextOutage(
  db: Db,
  { instrumentId, now }: Now & { instrumentId: string },
) {
  return outagesSince(db, { instrumentId, now, since: now })
    .orderBy('occupancy.starts_at')
    .limit(1)
    .executeTakeFirst()
}

export async function insertOutage(trx: Trx, row: Insertable<OutageTable>): Promise<void> {
  await trx.insertInto('outage').values(row).execute()
}

export async function updateOutage(
  trx: Trx,
  { instrumentId, id }: Key,
  change: Updateable<OutageTable>,
): Promise<void> {
  await trx
    .updateTable('outage')
    .set(change)
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

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

const outagesSince = (db: Db, { instrumentId, since, now }: Since) =>
  outageRows(db, now)
    .where('outage.instrument_id', '=', instrumentId)
    .where('outage.cancelled_at', 'is', null)
    .where('occupancy.ends_at', '>', since)

const outageRows = (db: Db, now: Temporal.Instant) =>
  instrumentRecords(db)
    .innerJoin('outage', 'outage.instrument_id', 'record.id')
    .innerJoin('occupancy', (join) =>
      join
        .onRef('occupancy.instrument_id', '=', 'outage.instrument_id')
        .onRef('occupancy.id', '=', 'outage.id'),
    )
    .select([
      'outage.id',
      'outage.instrument_id as instrumentId',
      'record.institution_id as institutionId',
      instrumentZone.as('zone'),
      'occupancy.starts_at as start',
      'occupancy.ends_at as end',
      'outage.is_estimate as isEstimate',
      sql<OutageKind>`outage.kind`.as('kind'),
      'outage.reason',
      'outage.planned',
      'outage.created_at as createdAt',
      sql<OutageState>`case
        when outage.cancelled_at is not null then 'cancelled'
        when occupancy.ends_at <= ${now}::timestamptz then 'over'
        when occupancy.starts_at <= ${now}::timestamptz then 'running'
        else 'planned'
      end`.as('state'),
    ])
