import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Lang } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'

/** Of a training. */
type Key = { instrumentId: string; id: string }

export type AttendeeRow = {
  personId: string
  name: string
  email: string
  lang: Lang
  passedAt: Temporal.Instant | null
}

export async function listAttendees(db: Db, { instrumentId, id }: Key): Promise<AttendeeRow[]> {
  const { rows } = await sql<AttendeeRow>`
    select
      person.id as "personId",
      person.name,
      person.email,
      person.lang,
      a.passed_at as "passedAt"
    from training_attendee a
    join person on person.id = a.person_id
    where a.instrument_id = ${instrumentId}::uuid and a.session_id = ${id}::uuid
    order by a.enrolled_at, person.name
  `.execute(db)
  return rows
}

/** Enrolling twice is fine. */
export async function insertAttendee(
  trx: Trx,
  { instrumentId, id }: Key,
  attendee: { personId: string; at: Temporal.Instant; by: string | null },
): Promise<void> {
  await trx
    .insertInto('training_attendee')
    .values({
      instrument_id: instrumentId,
      session_id: id,
      person_id: attendee.personId,
      enrolled_at: attendee.at,
      enrolled_by: attendee.by,
    })
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
