import { type Insertable, sql, type Updateable } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { TrainingAttendeeTable, TrainingSessionTable } from '../../../db/schema.ts'
import type { QualificationKind } from '../../bookings/policies/model.ts'
import { readableBy } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import {
  instrumentRecords,
  instrumentZone,
  titledInstrument,
} from '../../instruments/expressions.ts'
import type { TrainingState } from './model.ts'

type Key = { instrumentId: string; id: string }
type Viewing = { viewer: Actor; now: Temporal.Instant }
type Which = Viewing & { instrumentId?: string | undefined; endsAfter: Temporal.Instant }

/** Trainings of instruments that the viewer may know of, in order of start; by `training_session_to_come`. */
export async function listTrainings(
  db: Db,
  { instrumentId, endsAfter, viewer, now, ...paging }: Paging & Which,
) {
  const rows = trainingRows(db, { viewer, now })
    .where('training_session.cancelled_at', 'is', null)
    .where('training_session.ends_at', '>', endsAfter)
    .$if(instrumentId !== undefined, (some) =>
      some.where('training_session.instrument_id', '=', instrumentId ?? ''),
    )
  const by = { start: 'training_session.starts_at', id: 'training_session.id' }
  return pageBy(db, { rows, by }, paging)
}

export async function findTraining(db: Db, { instrumentId, id, ...viewing }: Key & Viewing) {
  return trainingRows(db, viewing)
    .where('training_session.instrument_id', '=', instrumentId)
    .where('training_session.id', '=', id)
    .executeTakeFirst()
}

export type TrainingRow = NonNullable<Awaited<ReturnType<typeof findTraining>>>

/** Those who enrol in one training come one after another. */
export async function lockTraining(trx: Trx, { instrumentId, id }: Key): Promise<void> {
  await trx
    .selectFrom('training_session')
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .select('id')
    .forNoKeyUpdate()
    .execute()
}

export async function insertTraining(
  trx: Trx,
  row: Insertable<TrainingSessionTable>,
): Promise<{ id: string }> {
  return trx.insertInto('training_session').values(row).returning('id').executeTakeFirstOrThrow()
}

export async function updateTraining(
  trx: Trx,
  { instrumentId, id }: Key,
  change: Updateable<TrainingSessionTable>,
): Promise<void> {
  await trx
    .updateTable('training_session')
    .set(change)
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

/** In the order in which they enrolled; with the address to write to. */
export async function listAttendees(db: Db, { instrumentId, id }: Key) {
  return db
    .selectFrom('training_attendee')
    .innerJoin('person', 'person.id', 'training_attendee.person_id')
    .where('training_attendee.instrument_id', '=', instrumentId)
    .where('training_attendee.session_id', '=', id)
    .orderBy('training_attendee.enrolled_at')
    .orderBy('person.name')
    .select((eb) => [
      jsonBuildObject({ id: eb.ref('person.id'), name: eb.ref('person.name') }).as('person'),
      'training_attendee.passed_at as passedAt',
    ])
    .execute()
}

export type AttendeeRow = Awaited<ReturnType<typeof listAttendees>>[number]

/** Enrolling twice is fine. */
export async function insertAttendee(
  trx: Trx,
  row: Insertable<TrainingAttendeeTable>,
): Promise<void> {
  await trx
    .insertInto('training_attendee')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteAttendee(
  trx: Trx,
  { instrumentId, id }: Key,
  personId: string,
): Promise<void> {
  await trx
    .deleteFrom('training_attendee')
    .where('instrument_id', '=', instrumentId)
    .where('session_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
}

/** Answers those among them who had not passed before. */
export async function markPassed(
  trx: Trx,
  { instrumentId, id }: Key,
  { people, at, by }: { people: readonly string[]; at: Temporal.Instant; by: string | null },
): Promise<string[]> {
  const rows = await trx
    .updateTable('training_attendee')
    .set({ passed_at: at, passed_by: by })
    .where('instrument_id', '=', instrumentId)
    .where('session_id', '=', id)
    .where('person_id', 'in', people)
    .where('passed_at', 'is', null)
    .returning('person_id as personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

const enrolled = sql<number>`(
  select count(*)::int from training_attendee a
  where a.instrument_id = training_session.instrument_id and a.session_id = training_session.id
)`

const trainingRows = (db: Db, { viewer, now }: Viewing) =>
  instrumentRecords(db)
    .innerJoin('training_session', 'training_session.instrument_id', 'record.id')
    .where(readableBy(viewer))
    .select([
      'training_session.id',
      titledInstrument,
      'training_session.instrument_id as instrumentId',
      'record.institution_id as institutionId',
      'record.collection_id as collectionId',
      instrumentZone.as('timezone'),
      'training_session.title',
      'training_session.about',
      'training_session.place',
      'training_session.starts_at as start',
      'training_session.ends_at as end',
      'training_session.seats',
      enrolled.as('enrolled'),
      sql<QualificationKind[]>`training_session.kinds`.as('kinds'),
      'training_session.valid_months as validMonths',
      sql<TrainingState>`case
        when training_session.cancelled_at is not null then 'cancelled'
        when training_session.starts_at <= ${now}::timestamptz then 'begun'
        when ${enrolled} >= training_session.seats then 'full'
        else 'open'
      end`.as('state'),
      sql<boolean>`exists (
        select 1 from training_attendee a
        where a.instrument_id = training_session.instrument_id
          and a.session_id = training_session.id
          and a.person_id = ${viewer.type === 'person' ? viewer.personId : null}::uuid
      )`.as('mine'),
    ])
