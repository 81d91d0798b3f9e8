import { sql } from 'kysely'
import { readableBy } from '../../../catalog/visible.ts'
import type { Policy } from '../../../bookings/policies/model.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { ofLab } from '../../use/queries/spans.ts'
import { policyInForce, instrumentZone } from '../../../instruments/expressions.ts'

export type ReportedInstrument = {
  id: string
  titleZh: string | null
  titleEn: string | null
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  collectionId: string | null
  zone: string
  /** Code of vocabulary `nrii_type`: 1 special, 2 general purpose. */
  type: string | null
  /** In use, and in the catalogue, from and until then; null for ever. */
  sinceMs: number | null
  untilMs: number | null
  /** What its rules said about opening, oldest first. */
  versions: (Pick<Policy, 'hours' | 'closedDays'> & { sinceMs: number })[]
}

type Narrowing = {
  institution?: string | undefined
  instrument?: string | undefined
  /** Only instruments that this lab ever booked. */
  lab?: string | undefined
}

/** Instruments that the viewer may know of, withdrawn ones too: their use was use. In order of name. */
export async function reportedInstruments(
  db: Db,
  viewer: Actor,
  { institution, instrument, lab }: Narrowing,
): Promise<ReportedInstrument[]> {
  const parts = [
    readableBy(viewer),
    ...(institution === undefined ? [] : [sql`record.institution_id = ${institution}::uuid`]),
    ...(instrument === undefined ? [] : [sql`record.id = ${instrument}::uuid`]),
    ...(lab === undefined
      ? []
      : [
          sql`exists (
            select from booking b where ${ofLab(lab)} and b.instrument_id = record.id
          )`,
        ]),
  ]
  const { rows } = await sql<ReportedInstrument>`
    select ${columns}
    from ${tables}
    where ${sql.join(parts, sql` and `)}
    order by coalesce(record.title_zh, record.title_en), record.id
  `.execute(db)
  return rows
}

const columns = sql`
    record.id,
    record.title_zh as "titleZh",
    record.title_en as "titleEn",
    record.institution_id as "institutionId",
    institution.name_zh as "institutionZh",
    institution.name_en as "institutionEn",
    record.collection_id as "collectionId",
    zoned.zone,
    instrument.type,
    (extract(epoch from instrument.begin_date::timestamp at time zone zoned.zone) * 1000)::bigint as "sinceMs",
    (extract(epoch from least(
      record.withdrawn_at,
      (instrument.decommission_date + 1)::timestamp at time zone zoned.zone
    )) * 1000)::bigint as "untilMs",
    coalesce(policies.versions, '[]') as versions
`

const tables = sql`
    record
    join instrument on instrument.record_id = record.id
    join institution on institution.id = record.institution_id
    left join lateral (
      select
        jsonb_agg(
          jsonb_strip_nulls(jsonb_build_object(
            'sinceMs', round(extract(epoch from p.created_at) * 1000)::bigint,
            'hours', p.rules->'hours',
            'closedDays', p.rules->'closedDays'
          ))
          order by p.version
        ) as versions
      from booking_policy p
      where p.instrument_id = record.id
    ) policies on true
    ${policyInForce}
    cross join lateral (select ${instrumentZone} as zone) zoned
`
