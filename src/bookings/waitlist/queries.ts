import { sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { WaitState } from './model.ts'
import { policyInForce, instrumentZone, staffedBy } from '../../instruments/expressions.ts'

export type WaitRow = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  institutionId: string
  zone: string
  personId: string
  personName: string
  labId: string | null
  from: Temporal.Instant
  to: Temporal.Instant
  minutes: number
  purpose: string
  project: string | null
  samples: number | null
  assisted: boolean
  createdAt: Temporal.Instant
  state: WaitState
  position: number | null
  bookingId: string | null
}

export async function insertWait(
  trx: Trx,
  wait: {
    instrumentId: string
    personId: string
    labId: string | null
    from: Temporal.Instant
    to: Temporal.Instant
    minutes: number
    purpose: string
    project: string | null
    samples: number | null
    assisted: boolean
    createdAt: Temporal.Instant
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('waitlist_entry')
    .values({
      instrument_id: wait.instrumentId,
      person_id: wait.personId,
      lab_id: wait.labId,
      earliest_at: wait.from,
      latest_at: wait.to,
      minutes: wait.minutes,
      purpose: wait.purpose,
      project: wait.project,
      planned_samples: wait.samples,
      assisted: wait.assisted,
      created_at: wait.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** It can still be granted: there is time left for it. */
const canStillBe = (now: Temporal.Instant) => sql`
  w.promoted_at is null
  and w.left_at is null
  and w.latest_at - make_interval(mins => w.minutes) > ${now}::timestamptz
`

type WaitFilter = {
  now: Temporal.Instant
  id?: string
  instrument?: string
  person?: string
  /** Only waits that this viewer may see. */
  viewer?: Actor
  live?: boolean
  after?: string | undefined
}

/**
 * Waits in order of id, which is the order of coming: all of an instrument (`waitlist_entry_waiting`) or of a person
 * (`waitlist_entry_of_person`). `live` leaves out those that wait no more.
 */
export async function listWaits(
  db: Db,
  { limit, ...filter }: WaitFilter & { limit: number },
): Promise<WaitRow[]> {
  const { rows } = await sql<WaitRow>`
    select ${columns(filter.now)}
    from waitlist_entry w
    join record on record.id = w.instrument_id
    join institution on institution.id = record.institution_id
    join person on person.id = w.person_id
    ${policyInForce}
    where ${narrowed(filter)}
    order by w.id
    limit ${limit}
  `.execute(db)
  return rows
}

export async function countWaits(db: Db, filter: WaitFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from waitlist_entry w
    join record on record.id = w.instrument_id
    where ${narrowed(filter)}
  `.execute(db)
  return rows[0]?.count ?? 0
}

const columns = (now: Temporal.Instant) => sql`
  w.id,
  w.instrument_id as "instrumentId",
  record.title_zh as "instrumentZh",
  record.title_en as "instrumentEn",
  record.institution_id as "institutionId",
  ${instrumentZone} as zone,
  w.person_id as "personId",
  person.name as "personName",
  w.lab_id as "labId",
  w.earliest_at as "from",
  w.latest_at as "to",
  w.minutes,
  w.purpose,
  w.project,
  w.planned_samples as samples,
  w.assisted,
  w.created_at as "createdAt",
  case
    when w.promoted_at is not null then 'promoted'
    when w.left_at is not null then 'left'
    when ${canStillBe(now)} then 'waiting'
    else 'over'
  end as state,
  case when ${canStillBe(now)} then (${countBefore(now)}) + 1 end as position,
  w.booking_id as "bookingId"
`

const countBefore = (now: Temporal.Instant) => sql`
  select count(*)
  from waitlist_entry before
  where before.instrument_id = w.instrument_id
    and before.id < w.id
    and before.promoted_at is null
    and before.left_at is null
    and before.latest_at - make_interval(mins => before.minutes) > ${now}::timestamptz
`

function narrowed({ now, id, instrument, person, viewer, live, after }: WaitFilter) {
  const parts = [
    id !== undefined && sql`w.id = ${id}::uuid`,
    instrument !== undefined && sql`w.instrument_id = ${instrument}::uuid`,
    person !== undefined && sql`w.person_id = ${person}::uuid`,
    viewer !== undefined && visibleTo(viewer),
    live === true && canStillBe(now),
    after !== undefined && sql`w.id > ${after}::uuid`,
    sql`true`,
  ].filter((part) => part !== false)
  return sql.join(parts, sql` and `)
}

/** Who waits, the PI of the lab in whose name it is, who may ask for its members, and staff of the instrument. */
function visibleTo(viewer: Actor) {
  if (viewer.type !== 'person') return staffedBy(viewer)
  const led = viewer.labs.filter(({ role }) => role === 'pi').map(({ labId }) => labId)
  return sql`(
    w.person_id = ${viewer.personId}::uuid
    or w.lab_id = any(${led}::uuid[])
    or ${staffedBy(viewer)}
  )`
}

/** Instruments at which somebody waits, by `waitlist_entry_waiting`. */
export async function instrumentsWaitedFor(db: Db, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct w.instrument_id as id from waitlist_entry w where ${canStillBe(now)}
  `.execute(db)
  return rows.map(({ id }) => id)
}

type Key = { instrumentId: string; id: string }

export async function markPromoted(
  trx: Trx,
  { instrumentId, id }: Key,
  { at, bookingId }: { at: Temporal.Instant; bookingId: string },
): Promise<void> {
  await trx
    .updateTable('waitlist_entry')
    .set({ promoted_at: at, booking_id: bookingId })
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

export async function markLeft(
  trx: Trx,
  { instrumentId, id }: Key,
  at: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('waitlist_entry')
    .set({ left_at: at })
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}
