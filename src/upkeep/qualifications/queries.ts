import { type Insertable, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { QualificationTable } from '../../../db/schema.ts'
import type { QualificationKind } from '../../bookings/policies/model.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import { instrumentRecords } from '../../instruments/expressions.ts'
import { entriesIn, type EntryKey, ownInstrument } from '../queries.ts'
import type { QualificationState } from './model.ts'
import { reminderDays } from './rules.ts'

const entries = entriesIn('qualification')
export const updateQualification = entries.update

type Now = { now: Temporal.Instant }
type Whose = { instrumentId?: string | undefined; personId?: string | undefined }

/** Qualifications that are held, those that expire first first. */
export async function listQualifications(
  db: Db,
  { instrumentId, personId, now, ...paging }: Paging & Now & Whose,
) {
  const rows = qualificationRows(db, now)
    .where('qualification.revoked_at', 'is', null)
    .where(entries.of(instrumentId))
    .$if(personId !== undefined, (some) =>
      some.where('qualification.person_id', '=', personId ?? ''),
    )
  return pageBy(db, { rows, by: { expirySeconds, id: 'qualification.id' } }, paging)
}

export const findQualification = async (db: Db, { now, ...key }: EntryKey & Now) =>
  qualificationRows(db, now).where(entries.at(key)).executeTakeFirst()

export type QualificationRow = NonNullable<Awaited<ReturnType<typeof findQualification>>>

/** Grants it, or moves the end of the one that is held. */
export async function putQualification(
  trx: Trx,
  row: Insertable<QualificationTable>,
): Promise<{ id: string }> {
  const { instrument_id, person_id, kind, ...values } = row
  return trx
    .insertInto('qualification')
    .values({ instrument_id, person_id, kind, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['instrument_id', 'person_id', 'kind'])
        .where('revoked_at', 'is', null)
        .doUpdateSet({ ...values, reminded_at: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** The end of what a person holds of a kind, if they hold it. */
export const findHeld = (
  db: Db,
  instrumentId: string,
  { personId, kind }: { personId: string; kind: QualificationKind },
) =>
  db
    .selectFrom('qualification')
    .where('instrument_id', '=', instrumentId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .select('expires_at as expiresAt')
    .executeTakeFirst()

/** A number, which a cursor can hold; what lasts for good comes last. */
const expirySeconds = sql<number>`coalesce(extract(epoch from expires_at)::double precision, 1e12)`

/** Qualifications, held or revoked, as they are at a moment. */
export const qualificationRows = (db: Db, now: Temporal.Instant) =>
  instrumentRecords(db)
    .innerJoin('qualification', 'qualification.instrument_id', 'record.id')
    .innerJoin('person', 'person.id', 'qualification.person_id')
    .select((eb) => [
      'qualification.id',
      ...ownInstrument,
      jsonBuildObject({ id: eb.ref('person.id'), name: eb.ref('person.name') }).as('person'),
      sql<QualificationKind>`qualification.kind`.as('kind'),
      sql<QualificationState>`case
        when qualification.revoked_at is not null then 'revoked'
        when qualification.expires_at <= ${now}::timestamptz then 'expired'
        when qualification.expires_at <= ${now.add({ hours: reminderDays * 24 })}::timestamptz
          then 'expiring'
        else 'valid'
      end`.as('state'),
      'qualification.granted_at as grantedAt',
      'qualification.expires_at as expiresAt',
      expirySeconds.as('expirySeconds'),
      'qualification.revoked_at as revokedAt',
      'qualification.note',
      'qualification.training_id as trainingId',
    ])
