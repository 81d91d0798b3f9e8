import { sql } from 'kysely'
import type { QualificationKind } from '../../../bookings/policies/model.ts'
import { readableBy } from '../../../catalog/visible.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import { policyInForce, instrumentZone } from '../../../instruments/expressions.ts'

type Key = { instrumentId: string; id: string }

export type TrainingRow = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  institutionId: string
  collectionId: string | null
  zone: string
  title: string
  about: string | null
  place: string
  start: Temporal.Instant
  end: Temporal.Instant
  seats: number
  enrolled: number
  kinds: QualificationKind[]
  validMonths: number | null
  cancelledAt: Temporal.Instant | null
  isMine: boolean
}

const columns = (viewer: Actor) => sql`
  t.id,
  t.instrument_id as "instrumentId",
  record.title_zh as "instrumentZh",
  record.title_en as "instrumentEn",
  record.institution_id as "institutionId",
  record.collection_id as "collectionId",
  ${instrumentZone} as zone,
  t.title,
  t.about,
  t.place,
  t.starts_at as start,
  t.ends_at as "end",
  t.seats,
  (
    select count(*)::int from training_attendee a
    where a.instrument_id = t.instrument_id and a.session_id = t.id
  ) as enrolled,
  t.kinds,
  t.valid_months as "validMonths",
  t.cancelled_at as "cancelledAt",
  exists (
    select 1 from training_attendee a
    where a.instrument_id = t.instrument_id
      and a.session_id = t.id
      and a.person_id = ${viewer.type === 'person' ? viewer.personId : null}::uuid
  ) as "isMine"
`
const tables = sql`
  training_session t
  join record on record.id = t.instrument_id
  ${policyInForce}
  join institution on institution.id = record.institution_id
`

type Filter = { instrumentId?: string | undefined; endsAfter: Temporal.Instant }

/** Trainings of instruments that the viewer may know of, in order of start; by `training_session_to_come`. */
export async function listTrainings(
  db: Db,
  viewer: Actor,
  { instrumentId, endsAfter }: Filter,
): Promise<TrainingRow[]> {
  const { rows } = await sql<TrainingRow>`
    select ${columns(viewer)}
    from ${tables}
    where t.cancelled_at is null
      and t.ends_at > ${endsAfter}::timestamptz
      and ${instrumentId === undefined ? sql`true` : sql`t.instrument_id = ${instrumentId}::uuid`}
      and ${readableBy(viewer)}
    order by t.starts_at, t.id
    limit 200
  `.execute(db)
  return rows
}

export async function findTraining(
  db: Db,
  viewer: Actor,
  { instrumentId, id }: Key,
): Promise<TrainingRow | undefined> {
  const { rows } = await sql<TrainingRow>`
    select ${columns(viewer)}
    from ${tables}
    where t.instrument_id = ${instrumentId}::uuid and t.id = ${id}::uuid and ${readableBy(viewer)}
  `.execute(db)
  return rows[0]
}

/** Those who enrol in one training come one after another. */
export async function lockTraining(trx: Trx, { instrumentId, id }: Key): Promise<void> {
  await sql`
    select 1 from training_session
    where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid
    for no key update
  `.execute(trx)
}

export async function insertTraining(
  trx: Trx,
  training: {
    instrumentId: string
    title: string
    about: string | null
    place: string
    start: Temporal.Instant
    end: Temporal.Instant
    seats: number
    kinds: QualificationKind[]
    validMonths: number | null
    createdAt: Temporal.Instant
    createdBy: string | null
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('training_session')
    .values({
      instrument_id: training.instrumentId,
      title: training.title,
      about: training.about,
      place: training.place,
      starts_at: training.start,
      ends_at: training.end,
      seats: training.seats,
      kinds: training.kinds,
      valid_months: training.validMonths,
      created_at: training.createdAt,
      created_by: training.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function cancelTrainingRow(
  trx: Trx,
  { instrumentId, id }: Key,
  { at, by, reason }: { at: Temporal.Instant; by: string | null; reason: string | null },
): Promise<void> {
  await trx
    .updateTable('training_session')
    .set({ cancelled_at: at, cancelled_by: by, cancel_reason: reason })
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}
