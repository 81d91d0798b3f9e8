import { sql } from 'kysely'
import type { Actor } from '../core/actor.ts'
import type { Db, Trx } from '../core/database.ts'
import { type InstrumentRow, instrumentColumns, instrumentTables, knownTo } from './expressions.ts'

/** An instrument that the viewer may know of, by `record_pkey` and `booking_policy_pkey`. */
export async function findInstrument(
  db: Db,
  viewer: Actor,
  id: string,
): Promise<InstrumentRow | undefined> {
  const { rows } = await sql<InstrumentRow>`
    select ${instrumentColumns}
    from ${instrumentTables}
    where record.id = ${id}::uuid and ${knownTo(viewer)}
  `.execute(db)
  return rows[0]
}

/**
 * Takes the instruments' rows in order of id, so that writers of one instrument's time come one after another and
 * never wait for each other in a circle. It covers the quotas of a person and of a lab at an instrument too: they
 * are counted while it is held.
 */
export async function lockInstrumentRows(trx: Trx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select record_id as id
    from instrument
    where record_id = any(${ids}::uuid[])
    order by record_id
    for no key update
  `.execute(trx)
  return rows.map(({ id }) => id)
}

/** Whom to tell about an instrument: stewards of its institution or collection, or else its curators. */
export async function staffToTell(db: Db, instrumentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct id
    from (
      select
        person.id,
        role_grant.role,
        bool_or(role_grant.role = 'steward') over () as "hasSteward"
      from record
      join role_grant
        on role_grant.institution_id = record.institution_id
        or role_grant.collection_id = record.collection_id
      join person on person.id = role_grant.person_id and person.disabled_at is null
      where record.id = ${instrumentId}::uuid and role_grant.role in ('steward', 'curator')
    ) staff
    where role = 'steward' or not "hasSteward"
    order by id
  `.execute(db)
  return rows.map(({ id }) => id)
}
