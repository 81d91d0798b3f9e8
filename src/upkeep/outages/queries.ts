import { sql } from 'kysely'
import { type Db, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import { instrumentRecords } from '../../instruments/expressions.ts'
import { entriesIn, type EntryKey, ownInstrument } from '../queries.ts'
import type { OutageKind, OutageState } from './model.ts'

const entries = entriesIn('outage')
export const { insert: insertOutage, update: updateOutage } = entries

type Now = { now: Temporal.Instant }
type Since = Now & { instrumentId: string; since: Temporal.Instant }

export const findOutage = async (db: Db, { now, ...key }: EntryKey & Now) =>
  outageRows(db, now).where(entries.at(key)).executeTakeFirst()

export type OutageRow = NonNullable<Awaited<ReturnType<typeof findOutage>>>

/** Outages of an instrument that end after a moment, in order of start, cancelled ones left out. */
export async function listOutages(db: Db, { limit, after, ...asked }: Paging & Since) {
  const by = { start: 'occupancy.starts_at', id: 'outage.id' }
  return pageBy(db, { rows: outagesSince(db, asked), by }, { limit, after })
}

/** The outage that goes on, or else the next to come. */
export const findNextOutage = async (db: Db, { now, ...of }: Now & { instrumentId: string }) =>
  outagesSince(db, { ...of, now, since: now })
    .orderBy('occupancy.starts_at')
    .limit(1)
    .executeTakeFirst()

const outagesSince = (db: Db, { instrumentId, since, now }: Since) =>
  outageRows(db, now)
    .where(entries.of(instrumentId))
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
      ...ownInstrument,
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
