import { sql } from 'kysely'
import { readableBy } from '../../../catalog/visible.ts'
import type { Policy } from '../../../bookings/policies/model.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { localText, ofLab } from './spans.ts'
import type { LocalText } from '../../../core/text.ts'
import { policyInForce, instrumentZone } from '../../../instruments/expressions.ts'

export type ReportedInstrument = {
  id: string
  title: LocalText
  institutionId: string
  institution: LocalText
  collectionId: string | null
  zone: string
  /** Code of vocabulary `nrii_type`: 1 special, 2 general purpose. */
  type: string | null
  /** In use and in the catalogue from and until then; null: without limit. */
  sinceMs: number | null
  untilMs: number | null
  /** The opening hours of each version of its policy, oldest first. */
  versions: (Pick<Policy, 'hours' | 'closedDays'> & { sinceMs: number })[]
}

type Narrowing = {
  institution?: string | undefined
  instrument?: string | undefined
  /** Only instruments that this lab ever booked, or was charged for. */
  lab?: string | undefined
}

/** Instruments that the viewer may see, withdrawn ones too, in order of title. */
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
          sql`(
            exists (select from booking b where ${ofLab(lab)} and b.instrument_id = record.id)
            or exists (select from charge b where ${ofLab(lab)} and b.instrument_id = record.id)
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
    ${localText('record', 'title')} as title,
    record.institution_id as "institutionId",
    ${localText('institution', 'name')} as institution,
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

export const labsNamed = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('lab')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .select(['id', sql<LocalText>`${localText('lab', 'name')}`.as('name')])
    .execute()

export type LabName = Awaited<ReturnType<typeof labsNamed>>[number]

export type Norms = Record<string, number>

/** Expected hours and thresholds: rows of `report_norm` by name. */
export async function yearlyNorms(db: Db): Promise<Norms> {
  const rows = await db.selectFrom('report_norm').select(['name', 'value']).execute()
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}
