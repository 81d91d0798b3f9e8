import type { Insertable } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { TrainingAttendeeTable } from '../../../db/schema.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { EntryKey } from '../queries.ts'

/** In the order in which they enrolled; with the address to write to. */
export async function listAttendees(db: Db, { instrumentId, id }: EntryKey) {
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
  { instrumentId, id }: EntryKey,
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
  { instrumentId, id }: EntryKey,
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
