import { type Insertable, sql, type Updateable } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { QualificationTable } from '../../../db/schema.ts'
import type { QualificationKind } from '../../bookings/policies/model.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import {
  instrumentRecords,
  instrumentZone,
  titledInstrument,
} from '../../instruments/expressions.ts'
import type { QualificationState } from './model.ts'
import { reminderDays } from './rules.ts'

type Key = { instrumentId: string; id: string }
type Now = { now: Temporal.Instant }
type Whose = { instrumentId?: string | undefined; personId?: string | undefined }

/** Qualifications that are held, those that expire first first. */
export async function listQualifications(
  db: Db,
  { instrumentId, personId, now, ...paging }: Paging & Now & Whose,
) {
  const rows = qualificationRows(db, now)
    .where('qualification.revoked_at', 'is', null)
    .$if(instrumentId !== undefined, (some) =>
      some.where('qualification.instrument_id', '=', instrumentId ?? ''),
    )
    .$if(personId !== undefined, (some) =>
      some.where('qualification.person_id', '=', personId ?? ''),
    )
  return pageBy(db, { rows, by: { expirySeconds, id: 'qualification.id' } }, paging)
}

export async function findQualification(db: Db, { instrumentId, id, now }: Key & Now) {
  return qualificationRows(db, now)
    .where('qualification.instrument_id', '=', instrumentId)
    .where('qualification.id', '=', id)
    .executeTakeFirst()
}

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

export async function updateQualification(
  trx: Trx,
  { instrumentId, id }: Key,
  change: Updateable<QualificationTable>,
): Promise<void> {
  await trx
    .updateTable('qualification')
    .set(change)
    .where('instrument_id', '=', instrumentId)
    .where('id', '=', id)
    .execute()
}

/** Those that expire before a moment, and nobody was reminded of; by `qualification_to_expire`. Noted at once. */
export async function takeExpiring(trx: Trx, { before, now }: Now & { before: Temporal.Instant }) {
  const taken = await trx
    .updateTable('qualification')
    .set({ reminded_at: now })
    .where('revoked_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('expires_at', '>=', now)
    .where('expires_at', '<=', before)
    .returning(['instrument_id', 'id'])
    .execute()
  return qualificationRows(trx, now)
    .where(
      'qualification.instrument_id',
      '=',
      sql<string>`any(${taken.map((one) => one.instrument_id)}::uuid[])`,
    )
    .where('qualification.id', '=', sql<string>`any(${taken.map(({ id }) => id)}::uuid[])`)
    .execute()
}

export type Recipient = { id: string; name: string; email: string }

/** Somebody with an account that is open, by id or by address. */
export async function findRecipient(
  db: Db,
  { person, email }: { person?: string | undefined; email?: string | undefined },
): Promise<Recipient | undefined> {
  return db
    .selectFrom('person')
    .where('disabled_at', 'is', null)
    .where((eb) =>
      person === undefined
        ? eb(eb.fn('lower', ['email']), '=', (email ?? '').toLowerCase())
        : eb('id', '=', person),
    )
    .select(['id', 'name', 'email'])
    .executeTakeFirst()
}

/** A number, which a cursor can hold; what lasts for good comes last. */
const expirySeconds = sql<number>`coalesce(extract(epoch from expires_at)::double precision, 1e12)`

const qualificationRows = (db: Db, now: Temporal.Instant) =>
  instrumentRecords(db)
    .innerJoin('qualification', 'qualification.instrument_id', 'record.id')
    .innerJoin('person', 'person.id', 'qualification.person_id')
    .select((eb) => [
      'qualification.id',
      'qualification.instrument_id as instrumentId',
      titledInstrument,
      instrumentZone.as('zone'),
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
