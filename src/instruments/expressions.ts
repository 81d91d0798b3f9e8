import { type Keeper, type KeptIds, readableBy } from '../catalog/visible.ts'
import { isAdministrator } from '../core/permission.ts'
import { type Expression, type SqlBool, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { Actor } from '../core/actor.ts'
import type { Db } from '../core/database.ts'
import { type StaffScope, staffScope } from './rules/standing.ts'

/**
 * What every query about instruments puts into its SQL, written once: the policy in force, the zone, whose staff
 * decides. The query must name the table `record`, and `institution` where the zone is read.
 */

const newestPolicy = sql<{ version: number | null; rules: unknown }>`lateral (
  select version, rules
  from booking_policy
  where booking_policy.instrument_id = record.id
  order by version desc
  limit 1
)`

/** Joins the policy in force as `policy` (version, rules); nulls where none was ever written. By `booking_policy_pkey`. */
export const policyInForce = sql`left join ${newestPolicy} policy on true`

/** `record` with its `institution` and its `policy` in force, to be joined with what is about an instrument. */
export const instrumentRecords = (db: Db) =>
  db
    .selectFrom('record')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .leftJoin(newestPolicy.as('policy'), (join) => join.onTrue())

/** The joined instrument by id and title. */
export const titledInstrument = jsonBuildObject({
  id: sql.ref<string>('record.id'),
  title: jsonBuildObject({
    zh: sql.ref<string | null>('record.title_zh'),
    en: sql.ref<string | null>('record.title_en'),
  }),
}).as('instrument')

/**
 * IANA zone by whose clock people read and write an instrument's times: that of the joined `policy`, else its
 * institution's. Where the clock rules of an old version are applied, that version is joined as `policy`.
 */
export const instrumentZone = sql<string>`coalesce(policy.rules->>'timezone', institution.timezone)`

/** Instruments about which somebody decides: the `where` of `isStaffOf`. */
export function staffedBy(actor: Actor): Expression<SqlBool> {
  return isAdministrator(actor) ? sql<SqlBool>`true` : ofStaff(staffScope(actor))
}

/** About whose instruments somebody decides, as values: for reads that are prepared. */
export const staffOf = (actor: Actor): Keeper => ({
  isAll: isAdministrator(actor),
  ...staffScope(actor),
})

/** {@link staffedBy} in such a read. */
export const staffedAmong = (staff: KeptIds | undefined): Expression<SqlBool> =>
  staff ? ofStaff(staff) : sql<SqlBool>`true`

const ofStaff = ({ institutionIds, collectionIds }: KeptIds | StaffScope) => sql<SqlBool>`(
  record.institution_id = any(${institutionIds}::uuid[])
  or record.collection_id = any(${collectionIds}::uuid[])
)`

/**
 * Instruments about which the viewer may read: rules, times, prices, services, trainings. A withdrawn one is its
 * staff's alone, who have things to end there. Whatever shows something of one instrument puts this into its `where`.
 */
export const knownTo = (viewer: Actor) =>
  sql<SqlBool>`(
    ${readableBy(viewer)}
    and (record.visibility <> 'withdrawn' or ${staffedBy(viewer)})
  )`

/** What is known of an instrument wherever people meet it. */
export type InstrumentRow = {
  id: string
  titleZh: string | null
  titleEn: string | null
  visibility: 'draft' | 'published' | 'withdrawn'
  access: 'open' | 'registered' | 'on_request' | 'closed'
  /** GB/T 2260. */
  region: string | null
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  collectionId: string | null
  /** Code of vocabulary `nrii_status`: 6 waits for repair, 7 for scrapping. */
  status: string | null
  decommissionDate: string | null
  zone: string
  /** Labs that it belongs to. */
  ownLabs: string[]
}

/** Columns of {@link InstrumentRow}, of {@link instrumentTables}. */
export const instrumentColumns = sql`
  record.id,
  record.title_zh as "titleZh",
  record.title_en as "titleEn",
  record.visibility,
  record.access,
  record.region,
  record.institution_id as "institutionId",
  institution.name_zh as "institutionZh",
  institution.name_en as "institutionEn",
  record.collection_id as "collectionId",
  instrument.status,
  instrument.decommission_date as "decommissionDate",
  ${instrumentZone} as zone,
  coalesce(policy.rules->'ownLabs', '[]') as "ownLabs"
`

export const instrumentTables = sql`
  record
  join instrument on instrument.record_id = record.id
  join institution on institution.id = record.institution_id
  ${policyInForce}
`
