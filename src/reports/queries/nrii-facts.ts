import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { NriiPart, NriiStatus, NriiValues } from '../model/nrii.ts'

/** One record of a part with what we know of it, and how far its report has come. */
export type NriiRow = {
  id: string
  instrumentId: string | null
  institutionId: string
  titleZh: string | null
  titleEn: string | null
  facts: Record<string, unknown>
  status: NriiStatus
  reason: string | null
  extra: Record<string, string>
  reviewed: NriiValues | null
  reviewedAt: Temporal.Instant | null
  toldAt: Temporal.Instant | null
}

export type NriiScope = {
  /** Undefined: all. */
  institutions: readonly string[] | undefined
  /** Least original value, in 10,000 yuan. */
  worthFrom: number | undefined
  /** Service records that ended between these moments. */
  from: string
  to: string
  ids?: readonly string[] | undefined
  baseUrl: string
  limit: number
}

type Part = {
  id: RawBuilder<unknown>
  instrument: RawBuilder<unknown>
  facts: (scope: NriiScope) => RawBuilder<unknown>
  tables: (scope: NriiScope) => RawBuilder<unknown>
  order: RawBuilder<unknown>
  title: RawBuilder<unknown>
}

/** Records of a part, with at most one more than the limit. Whoever asks is allowed to by the action. */
export async function nriiRows(db: Db, part: NriiPart, scope: NriiScope): Promise<NriiRow[]> {
  const { id, instrument, facts, tables, order, title } = parts[part]
  const { rows } = await sql<NriiRow>`
    select
      ${id} as id,
      ${instrument} as "instrumentId",
      institution.id as "institutionId",
      ${title},
      ${facts(scope)} as facts,
      coalesce(report.status, 0) as status,
      report.reason,
      coalesce(report.extra, '{}') as extra,
      report.reviewed_values as reviewed,
      report.reviewed_at as "reviewedAt",
      report.told_at as "toldAt"
    from ${tables(scope)}
    left join nrii_record report
      on report.part = ${part}
      and report.subject_id = ${id}
      and report.instrument_id is not distinct from ${instrument}
    where ${scope.ids === undefined ? sql`true` : sql`${id} = any(${[...scope.ids]}::uuid[])`}
    order by ${order}
    limit ${scope.limit + 1}
  `.execute(db)
  return rows
}

const ofRecord = sql`record.title_zh as "titleZh", record.title_en as "titleEn"`

const instrumentTables = ({ institutions, worthFrom }: NriiScope, more = sql`true`) => sql`
  record
  join instrument on instrument.record_id = record.id
    and record.visibility = 'published'
    and ${worthFrom === undefined ? sql`true` : sql`instrument.worth >= ${worthFrom}`}
    and ${more}
  join institution on institution.id = record.institution_id
    and ${institutions === undefined ? sql`true` : sql`institution.id = any(${[...institutions]}::uuid[])`}
`

/** Every column of the instrument under its own name, and what the record and its picture say. */
const instrumentFacts = ({ baseUrl }: NriiScope) => sql`
  to_jsonb(instrument) || jsonb_build_object(
    'title_zh', record.title_zh,
    'title_en', record.title_en,
    'subjects', record.subjects,
    'image', (
      select ${`${baseUrl}/api/v1/images/`}::text || derivative.image_id || '/' || derivative.size
      from image_derivative derivative
      where derivative.image_id = record.main_image_id
        and derivative.format in ('jpg', 'jpeg')
        and derivative.size_bytes <= 1000000
      order by derivative.width desc
      limit 1
    )
  )
`

const instruments: Part = {
  id: sql`record.id`,
  instrument: sql`record.id`,
  title: ofRecord,
  facts: instrumentFacts,
  tables: (scope) => instrumentTables(scope),
  order: sql`coalesce(record.title_zh, record.title_en), record.id`,
}

/** A finished use; its hours are whole, whatever the period. */
const serviceFacts = sql`
  jsonb_build_object(
    'record_inner_id', b.id,
    'inner_id', instrument.inner_id,
    'amounts', round(charged.fen / 100.0, 2),
    'service_time', round(extract(epoch from b.finished_at - b.started_at) / 3600, 2),
    'end_time', to_char(b.finished_at at time zone institution.timezone, 'YYYY-MM-DD HH24'),
    'service_content', coalesce(b.use_note, b.purpose),
    'service_amount', b.sample_count,
    'subject_name', b.project,
    'applicant', person.name,
    'applicant_email', person.email,
    'applicant_unit', unit.names,
    'service_way', case when b.assisted then '技术' else '占用' end,
    'service_type', case when b.audience in ('member', 'external') then '130' else '120' end
  )
`

const serviceRecords: Part = {
  id: sql`b.id`,
  instrument: sql`b.instrument_id`,
  title: ofRecord,
  facts: () => serviceFacts,
  tables: (scope) => sql`
    ${instrumentTables(scope)}
    join booking b on b.instrument_id = record.id
      and b.started_at < b.finished_at
      and b.finished_at >= ${scope.from}::timestamptz
      and b.finished_at < ${scope.to}::timestamptz
      and b.starts_at > ${scope.from}::timestamptz - interval '100 days'
    join person on person.id = b.person_id
    left join lateral (
      select sum(c.amount_fen) as fen
      from charge c
      where c.instrument_id = b.instrument_id and c.booking_id = b.id
    ) charged on true
    left join lateral (
      select string_agg(coalesce(i.name_zh, i.name_en), '、' order by i.id) as names
      from membership m
      join institution i on i.id = m.institution_id
      where m.person_id = b.person_id and m.approved_at is not null
    ) unit on true
  `,
  order: sql`b.finished_at desc, b.id desc`,
}

const organisation: Part = {
  id: sql`institution.id`,
  instrument: sql`null::uuid`,
  title: sql`institution.name_zh as "titleZh", institution.name_en as "titleEn"`,
  facts: () => sql`
    jsonb_build_object(
      'name_zh', institution.name_zh,
      'name_en', institution.name_en,
      'credit_code', institution.credit_code,
      'province', left(institution.region, 2),
      'city', left(institution.region, 4),
      'county', case when institution.region like '%00' then null else institution.region end,
      'address', institution.address,
      'website', institution.website,
      'instrument_count', kept.instruments,
      'open_count', kept.open,
      'worth', kept.worth,
      'run_machine', kept.run,
      'service_machine', kept.service
    )
  `,
  tables: ({ institutions, worthFrom }) => sql`
    institution
    join lateral (
      select
        count(*)::int as instruments,
        count(*) filter (where record.access <> 'closed')::int as open,
        sum(instrument.worth) as worth,
        sum(instrument.run_machine) as run,
        sum(instrument.service_machine) as service
      from record
      join instrument on instrument.record_id = record.id
      where record.institution_id = institution.id
        and record.visibility = 'published'
        and ${worthFrom === undefined ? sql`true` : sql`instrument.worth >= ${worthFrom}`}
    ) kept on kept.instruments > 0
      and ${institutions === undefined ? sql`true` : sql`institution.id = any(${[...institutions]}::uuid[])`}
  `,
  order: sql`coalesce(institution.name_zh, institution.name_en), institution.id`,
}

const customs: Part = {
  ...instruments,
  tables: (scope) => instrumentTables(scope, sql`instrument.instr_supervise`),
}

const parts: Record<NriiPart, Part> = {
  instruments,
  'service-records': serviceRecords,
  organisation,
  customs,
}
