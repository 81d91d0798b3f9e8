import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { readableBy } from '../../../catalog/visible.ts'
import type { Policy } from '../../policies/model.ts'

/** What every question about an instrument's time needs of its record, institution and policy in force. */
export type InstrumentRow = {
  id: string
  titleZh: string | null
  titleEn: string | null
  visibility: 'draft' | 'published' | 'withdrawn'
  access: 'open' | 'registered' | 'on_request' | 'closed'
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  collectionId: string | null
  /** Code of vocabulary `nrii_status`: 6 waits for repair, 7 for scrapping. */
  status: string | null
  decommissionDate: string | null
  zone: string
  /** 0: no policy was ever written, nothing is limited. */
  policyVersion: number
  policy: Policy
}

/** Columns of {@link InstrumentRow}; the query names `record`, `instrument`, `institution` and `policy`. */
export const instrumentColumns = sql`
  record.id,
  record.title_zh as "titleZh",
  record.title_en as "titleEn",
  record.visibility,
  record.access,
  record.institution_id as "institutionId",
  institution.name_zh as "institutionZh",
  institution.name_en as "institutionEn",
  record.collection_id as "collectionId",
  instrument.status,
  instrument.decommission_date as "decommissionDate",
  coalesce(policy.rules->>'timezone', institution.timezone) as zone,
  coalesce(policy.version, 0) as "policyVersion",
  coalesce(policy.rules, '{}') as policy
`

export const instrumentTables = sql`
  record
  join instrument on instrument.record_id = record.id
  join institution on institution.id = record.institution_id
  left join lateral (
    select version, rules
    from booking_policy
    where booking_policy.instrument_id = record.id
    order by version desc
    limit 1
  ) policy on true
`

/** Instruments that the viewer may know of, by `record_pkey` and `booking_policy_pkey`. */
export async function findInstruments(
  db: Db,
  viewer: Actor,
  ids: readonly string[],
): Promise<InstrumentRow[]> {
  const { rows } = await sql<InstrumentRow>`
    select ${instrumentColumns}
    from ${instrumentTables}
    where record.id = any(${ids}::uuid[]) and ${readableBy(viewer)}
    order by record.id
  `.execute(db)
  return rows
}
