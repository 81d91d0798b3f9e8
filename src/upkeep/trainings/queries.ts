import { sql } from 'kysely'
import type { QualificationKind } from '../../bookings/policies/model.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import { instrumentRecords, instrumentZone, knownTo } from '../../instruments/expressions.ts'
import { entriesIn, type EntryKey, ownInstrument } from '../queries.ts'
import type { TrainingState } from './model.ts'

const entries = entriesIn('training_session')
export const { insert: insertTraining, update: updateTraining } = entries

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
    .where(entries.of(instrumentId))
  const by = { start: 'training_session.starts_at', id: 'training_session.id' }
  return pageBy(db, { rows, by }, paging)
}

export const findTraining = async (db: Db, { viewer, now, ...key }: EntryKey & Viewing) =>
  trainingRows(db, { viewer, now }).where(entries.at(key)).executeTakeFirst()

export type TrainingRow = NonNullable<Awaited<ReturnType<typeof findTraining>>>

/** Those who enrol in one training come one after another. */
export const lockTraining = async (trx: Trx, key: EntryKey) =>
  trx.selectFrom('training_session').where(entries.at(key)).select('id').forNoKeyUpdate().execute()

const enrolled = sql<number>`(
  select count(*)::int from training_attendee a
  where a.instrument_id = training_session.instrument_id and a.session_id = training_session.id
)`

const trainingRows = (db: Db, { viewer, now }: Viewing) =>
  instrumentRecords(db)
    .innerJoin('training_session', 'training_session.instrument_id', 'record.id')
    .where(knownTo(viewer))
    .select([
      'training_session.id',
      ...ownInstrument,
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
