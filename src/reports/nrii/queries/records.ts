import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../core/database.ts'
import { instrumentZone, policyInForce } from '../../../instruments/expressions.ts'
import type { NriiItem, NriiPart, NriiValues } from '../model.ts'

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

/** A record before it is checked. */
export type NriiRow = Omit<NriiItem, 'values' | 'problems' | 'state'> & {
  facts: Record<string, unknown>
  /** The values at its last review. */
  reviewed: NriiValues | null
}

/** Records of a part, one more than the limit at most. The action checks permission. */
export async function nriiRows(db: Db, part: NriiPart, scope: NriiScope): Promise<NriiRow[]> {
  const { id, instrument, facts, tables, order, title, origin = sql`null` } = sources[part]
  const { rows } = await sql<NriiRow>`
    select
      ${id} as id,
      ${instrument} as "instrumentId",
      institution.id as "institutionId",
      ${title} as title,
      ${origin} as origin,
      ${facts(scope)} as facts,
      coalesce(report.status, 0) as status,
      report.reason,
      coalesce(report.extra, '{}') as extra,
      report.reviewed_values as reviewed,
      report.reviewed_at as "reviewedAt",
      report.told_at as "markedAt"
    from ${tables(scope)}
    left join nrii_record report
      on report.part = ${part}
      and report.subject_id = ${id}
      and report.instrument_id is not distinct from ${instrument}
    where ${isAmong(scope.ids, id)}
    order by ${order}
    limit ${scope.limit + 1}
  `.execute(db)
  return rows
}

/** Where the records of a part come from. */
type Source = {
  id: RawBuilder<unknown>
  instrument: RawBuilder<unknown>
  facts: (scope: NriiScope) => RawBuilder<unknown>
  tables: (scope: NriiScope) => RawBuilder<unknown>
  order: RawBuilder<unknown>
  title: RawBuilder<unknown>
  /** Booking or order, of service records. */
  origin?: RawBuilder<unknown>
}

const recordTitle = sql`jsonb_build_object('zh', record.title_zh, 'en', record.title_en)`

/** Published instruments of the institutions asked for, from the threshold on. */
const instrumentTables = ({ institutions, worthFrom }: NriiScope, more = sql`true`) => sql`
  record
  join instrument on instrument.record_id = record.id
    and record.visibility = 'published'
    and ${isWorth(worthFrom)}
    and ${more}
  join institution on institution.id = record.institution_id
    and ${isAmong(institutions)}
`

const isWorth = (worthFrom: number | undefined) =>
  worthFrom === undefined ? sql`true` : sql`instrument.worth >= ${worthFrom}`

/** Whether an id is one of those named; undefined: all. */
const isAmong = (
  ids: readonly string[] | undefined,
  id: RawBuilder<unknown> = sql`institution.id`,
) => (ids === undefined ? sql`true` : sql`${id} = any(${[...ids]}::uuid[])`)

/** Every column of the instrument, its record's titles and subjects, and the address of its picture. */
const instrumentFacts = ({ baseUrl }: NriiScope) => sql`
  to_jsonb(instrument) || jsonb_build_object(
    'title_zh', record.title_zh,
    'title_en', record.title_en,
    'subjects', record.subjects,
    'image', ${`${baseUrl}/api/v1/images/`}::text || coalesce((
      -- A drawing of the demo is small in every size, and made when somebody asks for it.
      select image.id || '/large'
      from image
      where image.id = record.main_image_id
        and image.format = 'svg'
    ), (
      select derivative.image_id || '/' || derivative.size
      from image_derivative derivative
      where derivative.image_id = record.main_image_id
        and derivative.format in ('jpg', 'jpeg')
        and derivative.size_bytes <= 1000000
      order by derivative.width desc
      limit 1
    ))
  )
`

const instruments: Source = {
  id: sql`record.id`,
  instrument: sql`record.id`,
  title: recordTitle,
  facts: instrumentFacts,
  tables: (scope) => instrumentTables(scope),
  order: sql`coalesce(record.title_zh, record.title_en), record.id`,
}

const organisation: Source = {
  id: sql`institution.id`,
  instrument: sql`null::uuid`,
  title: sql`jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en)`,
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
      'instrument_count', totals.instruments,
      'open_count', totals.open,
      'worth', totals.worth,
      'run_machine', totals.run,
      'service_machine', totals.service
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
        and ${isWorth(worthFrom)}
    ) totals on totals.instruments > 0
      and ${isAmong(institutions)}
  `,
  order: sql`coalesce(institution.name_zh, institution.name_en), institution.id`,
}

const customs: Source = {
  ...instruments,
  tables: (scope) => instrumentTables(scope, sql`instrument.instr_supervise`),
}

/** Finished bookings; their hours are not clipped at the edges of the period. */
const finishedUses = ({ from, to }: NriiScope) => sql`
  select
    'booking' as origin,
    b.id,
    b.person_id,
    b.finished_at as ended_at,
    extract(epoch from b.finished_at - b.started_at) / 3600 as hours,
    coalesce(b.use_note, b.purpose) as content,
    b.sample_count as samples,
    b.project,
    case when b.assisted then '技术' else '占用' end as way,
    null as comment,
    b.audience in ('member', 'external') as is_external,
    (
      select sum(c.amount_fen)
      from charge c
      where c.instrument_id = b.instrument_id and c.booking_id = b.id
    ) as fen
  from booking b
  where b.instrument_id = record.id
    and b.started_at < b.finished_at
    and b.finished_at >= ${from}::timestamptz
    and b.finished_at < ${to}::timestamptz
    and b.starts_at > ${from}::timestamptz - interval '100 days'
`

/** Delivered orders by the time of first delivery; the staff enter the machine hours. */
const deliveredOrders = ({ from, to }: NriiScope) => sql`
  select
    'order' as origin,
    o.id,
    o.person_id,
    o.delivered_at as ended_at,
    o.machine_hours as hours,
    coalesce(v.title_zh, v.title_en) as content,
    nullif(jsonb_array_length(o.samples), 0) as samples,
    null as project,
    '委托' as way,
    (array['极差', '差', '一般', '满意', '非常满意'])[o.rating] as comment,
    not exists (
      select
      from membership m
      where m.person_id = o.person_id
        and m.institution_id = record.institution_id
        and m.approved_at is not null
    ) as is_external,
    (
      select sum(c.amount_fen)
      from charge c
      where c.instrument_id = o.instrument_id and c.order_id = o.id
    ) as fen
  from service_order o
  join service_version v
    on v.instrument_id = o.instrument_id
    and v.service_id = o.service_id
    and v.number = o.service_version
  where o.instrument_id = record.id
    and o.delivered_at >= ${from}::timestamptz
    and o.delivered_at < ${to}::timestamptz
`

/** Bookings with and without assistance, and orders. */
const serviceRecords: Source = {
  id: sql`service.id`,
  instrument: sql`record.id`,
  title: recordTitle,
  origin: sql`service.origin`,
  facts: () => sql`
    jsonb_build_object(
      'record_inner_id', service.id,
      'inner_id', instrument.inner_id,
      'amounts', round(service.fen / 100.0, 2),
      'service_time', round(service.hours, 2),
      'end_time', to_char(service.ended_at at time zone ${instrumentZone}, 'YYYY-MM-DD HH24'),
      'service_content', service.content,
      'service_amount', service.samples,
      'subject_name', service.project,
      'applicant', person.name,
      'applicant_email', person.email,
      'applicant_unit', unit.names,
      'service_way', service.way,
      'comment', service.comment,
      'service_type', case when service.is_external then '130' else '120' end
    )
  `,
  tables: (scope) => sql`
    ${instrumentTables(scope)}
    ${policyInForce}
    join lateral (
      ${finishedUses(scope)}
      union all
      ${deliveredOrders(scope)}
    ) service on true
    join person on person.id = service.person_id
    left join lateral (
      select string_agg(coalesce(i.name_zh, i.name_en), '、' order by i.id) as names
      from membership m
      join institution i on i.id = m.institution_id
      where m.person_id = service.person_id and m.approved_at is not null
    ) unit on true
  `,
  order: sql`service.ended_at desc, service.id desc`,
}

const sources: Record<NriiPart, Source> = {
  instruments,
  'service-records': serviceRecords,
  organisation,
  customs,
}
