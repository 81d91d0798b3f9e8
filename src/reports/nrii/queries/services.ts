import { sql } from 'kysely'
import { instrumentTables, type NriiScope, ofRecord, type Part } from './parts.ts'
import { policyInForce, instrumentZone } from '../../../instruments/expressions.ts'

/** Uses that were finished; their hours are whole, whatever the period. */
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

/** Orders whose results were delivered, by when they first were; somebody says for how many hours the instrument ran. */
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

/** What instruments did for people: by themselves, with help, or to order. */
export const serviceRecords: Part = {
  id: sql`service.id`,
  instrument: sql`record.id`,
  title: ofRecord,
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
