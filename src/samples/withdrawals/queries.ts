import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Text } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { Named } from '../../core/shapes.ts'
import { staffedBy } from '../queries.ts'
import type { Standing } from './words.ts'

const donorRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('donor')
    .innerJoin('record', 'record.id', 'donor.record_id')
    .where(staffedBy(viewer))
    .select([
      'donor.id',
      'donor.code',
      'donor.withdrawn_at as withdrawnAt',
      'record.id as recordId',
      'record.title_zh as titleZh',
      'record.title_en as titleEn',
      'record.institution_id as institutionId',
    ])

/** A donor of a collection that the viewer keeps. */
export const findDonor = async (db: Db, viewer: Actor, id: string) =>
  donorRows(db, viewer).where('donor.id', '=', id).executeTakeFirst()

/** The same, held until the end of the transaction: no sample of theirs is added meanwhile. */
export const lockDonor = async (trx: Trx, viewer: Actor, id: string) =>
  donorRows(trx, viewer).where('donor.id', '=', id).forUpdate('donor').executeTakeFirst()

type Done = { id: string; at: Temporal.Instant; by: string | null }

export async function setWithdrawn(trx: Trx, { id, at, by, note }: Done & { note: string | null }) {
  await trx
    .updateTable('donor')
    .set({
      withdrawn_at: at,
      withdrawn_by: by,
      withdrawn_note: note,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** As if it had not been recorded. */
export async function clearWithdrawn(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('donor')
    .set({
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_note: null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** The samples of a donor and all that was made of them, pools too. By `sample_of_donor` and `sample_parent_of`. */
const descent = (donorId: string) => sql`with recursive descent (id) as (
    select id from sample where donor_id = ${donorId}::uuid
    union
    select sample_parent.sample_id
    from descent
    join sample_parent on sample_parent.parent_id = descent.id
  )`

/** Blocks what is not blocked yet, with its event; answers how many. */
export async function blockSamples(trx: Trx, { id, at, by }: Done): Promise<number> {
  const { rows } = await sql<{ count: number }>`${descent(id)}, blocked as (
      update sample set blocked_at = ${at}, version = version + 1
      where id in (select id from descent) and blocked_at is null
      returning id
    ), noted as (
      insert into sample_event (sample_id, kind, at, by)
      select id, 'block', ${at}, ${by}::uuid from blocked
      returning id
    )
    select count(*)::int as count from noted`.execute(trx)
  return rows[0]?.count ?? 0
}

/** A sample with all that it was made of. */
const ascent = (sampleId: RawBuilder<unknown>) => sql`with recursive ascent (id) as (
    select ${sampleId}
    union
    select sample_parent.parent_id
    from ascent
    join sample_parent on sample_parent.sample_id = ascent.id
  )`

/** Holds whoever else is in the pools of a donor: one of them who is withdrawing comes first, or waits. */
export async function holdOthers(trx: Trx, id: string): Promise<void> {
  await sql`${descent(id)}
    select from donor
    where id in (
      select sample.donor_id
      from descent
      cross join lateral (${ascent(sql`descent.id`)} select id from ascent) up
      join sample on sample.id = up.id
    )
    order by id
    for share`.execute(trx)
}

/**
 * Lets what a withdrawal blocked be used again, with its event; answers how many. What another donor of a pool withdrew
 * from stays blocked, since then; and so does what was blocked at another time.
 */
export async function unblockSamples(
  trx: Trx,
  { id, since, at, by }: Done & { since: Temporal.Instant },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`${descent(id)}, looked as (
      select sample.id, (
        ${ascent(sql`sample.id`)}
        select min(donor.withdrawn_at)
        from ascent
        join sample up on up.id = ascent.id
        join donor on donor.id = up.donor_id
      ) as others
      from descent
      join sample on sample.id = descent.id
      where sample.blocked_at = ${since}
    ), changed as (
      update sample set blocked_at = looked.others, version = version + 1
      from looked
      where sample.id = looked.id
      returning sample.id, sample.blocked_at
    ), noted as (
      insert into sample_event (sample_id, kind, at, by)
      select id, 'unblock', ${at}, ${by}::uuid from changed where blocked_at is null
      returning id
    )
    select count(*)::int as count from noted`.execute(trx)
  return rows[0]?.count ?? 0
}

/** Whether a sample of a donor, or one made of them, was destroyed since. By `sample_event_of_sample`. */
export async function hasDestroyed(
  db: Db,
  { id, since }: { id: string; since: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`${descent(id)}
    select exists (
      select from descent
      join sample_event on sample_event.sample_id = descent.id
      where sample_event.kind = 'destroy' and sample_event.at >= ${since}
    ) as found`.execute(db)
  return rows[0]?.found ?? false
}

/** Ends what is held of a donor's samples and has not left. */
export async function endHolds(trx: Trx, { id, at, by }: Done): Promise<void> {
  await sql`${descent(id)}
    update request_sample set ended_as = 'blocked', ended_at = ${at}, ended_by = ${by}::uuid
    where sample_id in (select id from descent) and ended_at is null and shipment_id is null`.execute(
    trx,
  )
}

/** What was let go of then counts as well; by a withdrawal that was corrected, it does not. */
const isOutstanding = (donorId: string) => sql<SqlBool>`(
  request_sample.ended_at is null
  or request_sample.ended_as = 'blocked'
    and request_sample.ended_at = (select withdrawn_at from donor where id = ${donorId}::uuid)
)`

const outstandingRows = (db: Db, donorId: string) =>
  db
    .selectFrom('request_sample')
    .innerJoin('sample', 'sample.id', 'request_sample.sample_id')
    .innerJoin('request_item', 'request_item.id', 'request_sample.item_id')
    .innerJoin('request', 'request.id', 'request_item.request_id')
    .innerJoin('person', 'person.id', 'request.requester_id')
    .leftJoin('lab', 'lab.id', 'request.lab_id')
    .leftJoin('institution', 'institution.id', 'lab.institution_id')
    .leftJoin('shipment', 'shipment.id', 'request_sample.shipment_id')
    .where(sql<SqlBool>`sample.id in (${descent(donorId)} select id from descent)`)
    .where(isOutstanding(donorId))

/** What of a donor is held for requests or left with one; after a withdrawal, what was held then. */
export const listOutstanding = async (
  db: Db,
  { id: donorId, ...paging }: Paging & { id: string },
) =>
  pageBy(
    db,
    {
      rows: outstandingRows(db, donorId).select([
        'sample.id',
        'request_sample.id as holdId',
        'sample.code',
        sql<Standing>`case
          when request_sample.shipment_id is null then 'reserved'
          when request_item.is_loan then 'on_loan'
          else 'shipped' end`.as('standing'),
        sql<{ id: string; number: string }>`jsonb_build_object(
          'id', request.id, 'number', request.number)`.as('request'),
        sql<{ id: string; name: string }>`jsonb_build_object(
          'id', person.id, 'name', person.name)`.as('requester'),
        sql<Named | null>`case when institution.id is not null then jsonb_build_object(
          'id', institution.id,
          'name', jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en)) end`.as(
          'institution',
        ),
        sql<Temporal.Instant>`coalesce(shipment.sent_at, request_sample.reserved_at)`.as('since'),
      ]),
      by: { holdId: 'request_sample.id' },
    },
    paging,
  )

type Told = {
  requestId: string
  number: string
  collection: Text
  codes: string[]
  sentCodes: string[]
  count: number
  sent: number
  requesters: string[]
  stewards: string[]
}

/** So many labels stand in a letter. */
const mostCodes = 50

/** Whom to tell of what is outstanding, a row for each request: its members, and whoever decides about it or acts for them. */
export async function outstandingByRequest(
  trx: Trx,
  { id, today }: { id: string; today: string },
): Promise<Told[]> {
  const { rows } = await sql<Told>`${descent(id)}
    select request.id as "requestId", request.number,
      jsonb_build_object('zh', coalesce(record.title_zh, record.title_en),
        'en', coalesce(record.title_en, record.title_zh)) as collection,
      (array_agg(sample.code order by sample.code))[1:${mostCodes}] as codes,
      coalesce((array_agg(sample.code order by sample.code)
        filter (where request_sample.shipment_id is not null))[1:${mostCodes}], '{}') as "sentCodes",
      count(*)::int as count,
      count(request_sample.shipment_id)::int as sent,
      array(select person_id from request_member where request_id = request.id and until is null) as requesters,
      array(
        select person_id from role_grant
        where institution_id = request.institution_id or collection_id = request.collection_id
        union
        select delegate_id from standing_in
        where (institution_id = request.institution_id or collection_id = request.collection_id)
          and ${today}::date between from_day and until_day
      ) as stewards
    from request_sample
    join sample on sample.id = request_sample.sample_id
    join request_item on request_item.id = request_sample.item_id
    join request on request.id = request_item.request_id
    join record on record.id = request_item.record_id
    where sample.id in (select id from descent) and ${isOutstanding(id)}
    group by request.id, record.id`.execute(trx)
  return rows
}
