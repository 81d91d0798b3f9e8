import { sql } from 'kysely'
import { keptOnly } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { CollectionOfYear, Recipient } from './model.ts'

export type Asked = {
  actor: Actor
  institution: string | undefined
  year: number
  from: Temporal.Instant
  before: Temporal.Instant
}

/** Collections of human material that the actor keeps; of one institution, or of all. */
const kept = ({ actor, institution }: Asked) => sql`
  record.kind = 'collection' and record.visibility <> 'withdrawn' and ${keptOnly(actor)}
  and (collection.sample_source = 'human' or exists (select from donor where donor.record_id = record.id))
  and ${institution === undefined ? sql`true` : sql`record.institution_id = ${institution}`}`

/**
 * What happened in each collection in a year. Each sample is read once, by `sample_of_record`; what was sent by
 * `request_sample_of_sample`, events by `sample_event_of_sample`.
 */
export async function listCollections(db: Db, asked: Asked): Promise<CollectionOfYear[]> {
  const { rows } = await sql<CollectionOfYear>`
    select record.id,
      jsonb_build_object('zh', record.title_zh, 'en', record.title_en) as name,
      jsonb_build_object(
        'id', institution.id,
        'name', jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en)
      ) as institution,
      collection.ethics_approval as "ethicsApproval",
      collection.hgr_filing as "hgrFiling",
      held.*, provided.*, ended.*, withdrawn.*
    from record
    join institution on institution.id = record.institution_id
    left join collection on collection.record_id = record.id
    cross join lateral (${heldIn(asked)}) as held
    cross join lateral (${providedIn(asked)}) as provided
    cross join lateral (${endedIn(asked)}) as ended
    cross join lateral (
      select count(*)::int as "withdrawnDonors"
      from donor
      where donor.record_id = record.id and ${during(asked, 'donor.withdrawn_at')}
    ) as withdrawn
    where ${kept(asked)}
    order by coalesce(institution.name_zh, institution.name_en), coalesce(record.title_zh, record.title_en), record.id
  `.execute(db)
  return rows
}

const during = ({ from, before }: Asked, column: string) =>
  sql`(${sql.ref(column)} >= ${from}::timestamptz and ${sql.ref(column)} < ${before}::timestamptz)`

const ofPeople = sql`sample.record_id = record.id and sample.family = 'human'`

const heldIn = ({ year }: Asked) => sql`
  select count(distinct sample.donor_id) filter (where ${taken(year)})::int as "collectedDonors",
    count(*) filter (where ${taken(year)})::int as "collectedSamples",
    count(distinct sample.donor_id) filter (where ${stored})::int as "storedDonors",
    count(*) filter (where ${stored})::int as "storedSamples"
  from sample
  where ${ofPeople}`

const providedIn = (asked: Asked) => sql`
  select count(*) filter (where ${during(asked, 'shipment.sent_at')})::int as "providedSamples",
    count(*) filter (
      where request_sample.ended_as = 'returned' and ${during(asked, 'request_sample.ended_at')}
    )::int as "returnedSamples"
  from request_sample
  join shipment on shipment.id = request_sample.shipment_id
  join sample on sample.id = request_sample.sample_id
  where ${ofPeople}`

const endedIn = (asked: Asked) => sql`
  select
    count(distinct sample.id) filter (
      where sample_event.kind = 'use' and sample.state = 'used_up'
    )::int as "usedUpSamples",
    count(distinct sample.id) filter (where sample_event.kind = 'destroy')::int as "destroyedSamples"
  from sample
  join sample_event on sample_event.sample_id = sample.id
  where ${ofPeople} and sample_event.kind in ('use', 'destroy') and ${during(asked, 'sample_event.at')}`

/** Not made of another sample that is here: aliquots are not collected anew. */
const taken = (year: number) => sql`sample.year = ${year}
  and not exists (select from sample_parent where sample_parent.sample_id = sample.id)`
const stored = sql`sample.state in ('stored', 'out')`

/** To whom samples were sent in the year, request by request. */
export async function listRecipients(db: Db, asked: Asked): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select jsonb_build_object(
        'id', record.id, 'name', jsonb_build_object('zh', record.title_zh, 'en', record.title_en)
      ) as collection,
      case when recipient.id is not null then jsonb_build_object(
        'id', recipient.id,
        'name', jsonb_build_object('zh', recipient.name_zh, 'en', recipient.name_en)
      ) end as institution,
      recipient.kind, recipient.country, recipient.foreign_controlled as "foreignControlled",
      jsonb_build_object('id', request.id, 'number', request.number) as request,
      count(distinct request_sample.sample_id)::int as samples,
      array(
        select distinct request_permit.number
        from request_permit
        join request_item on request_item.id = request_permit.item_id
        where request_item.request_id = request.id and request_permit.removed_at is null
        order by request_permit.number
      ) as permits
    from shipment
    join request_sample on request_sample.shipment_id = shipment.id
    join sample on sample.id = request_sample.sample_id
    join record on record.id = sample.record_id
    left join collection on collection.record_id = record.id
    join request on request.id = shipment.request_id
    left join lab on lab.id = request.lab_id
    left join institution as recipient on recipient.id = coalesce(lab.institution_id, (
      select institution_id from membership
      where person_id = request.requester_id and approved_at is not null
      order by approved_at, institution_id
      limit 1
    ))
    where sample.family = 'human' and ${during(asked, 'shipment.sent_at')} and ${kept(asked)}
    group by record.id, recipient.id, request.id
    order by request.number, record.id
  `.execute(db)
  return rows
}
