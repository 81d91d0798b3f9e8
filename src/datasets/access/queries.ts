import { type ExpressionBuilder, type Insertable, type SqlBool, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { Database, DatasetGrantTable } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor, PersonActor } from '../../core/actor.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'
import { type Bound, preparedOne } from '../../ports/database.ts'
import type { GrantState } from './model.ts'

type Held = { personId: string | null; now: Temporal.Instant; versionId: string }
type Asking = { actor: Actor; now: Temporal.Instant; versionId: string }

/** What of a version, its dataset and what the actor holds decides how they get the files. */
export const findAccessFacts = async (db: Db, { actor, now, versionId }: Asking) =>
  accessFacts(db, { personId: actor.type === 'person' ? actor.personId : null, now, versionId })

const accessFacts = preparedOne((db, { personId, now, versionId }: Bound<Held>) =>
  db
    .selectFrom('dataset_version')
    .innerJoin('dataset', 'dataset.record_id', 'dataset_version.record_id')
    .leftJoinLateral(
      (eb) => heldBy(eb, { personId, now }).as('held'),
      (join) => join.onTrue(),
    )
    .where('dataset_version.id', '=', versionId)
    .select([
      sql<boolean>`dataset.data_grade is not distinct from 'core'`.as('isCore'),
      sql<boolean>`dataset.protected is true`.as('isProtected'),
      'dataset.protected_until as protectedUntil',
      sql<boolean>`coalesce(dataset_version.terms_zh, dataset_version.terms_en) is not null`.as(
        'hasTerms',
      ),
      sql<boolean>`exists (
        select from dataset_acceptance
        where version_id = dataset_version.id and person_id = ${personId}::uuid
      )`.as('isAccepted'),
      sql<'none' | 'valid' | 'expired'>`case
        when held.is_held is null then 'none'
        when held.until <= ${now}::timestamptz then 'expired'
        else 'valid'
      end`.as('grant'),
      'held.until',
      'held.files as givenFiles',
      heldRequest.as('request'),
      sql<number>`(
        select count(*)::int from dataset_object
        join dataset_file on dataset_file.object_id = dataset_object.id
        where dataset_object.record_id = dataset_version.record_id
          and dataset_object.damaged_at is not null
          and dataset_file.version_id = dataset_version.id
      )`.as('damagedFiles'),
    ]),
)

const heldRequest = sql<{ id: string; number: string } | null>`case
  when held.request_id is not null
  then jsonb_build_object('id', held.request_id, 'number', held.request_number)
end`

type Versions = ExpressionBuilder<Database, 'dataset_version'>
type Holder = Pick<Bound<Held>, 'personId' | 'now'>

/**
 * What a person holds of a version, given by staff or by a request that was approved: what is valid, all files before
 * certain ones, and of all what lasts longest. Of certain ones what ends first is named, so that no address outlives any.
 */
const heldBy = (eb: Versions, holder: Holder) =>
  givenByStaff(eb, holder)
    .unionAll(givenByRequests(eb, holder))
    .orderBy('rank')
    .orderBy('lasting', 'desc')
    .limit(1)

const givenByStaff = (eb: Versions, { personId, now }: Holder) =>
  eb
    .selectFrom('dataset_grant')
    .whereRef('dataset_grant.record_id', '=', 'dataset_version.record_id')
    .where('dataset_grant.person_id', '=', personId)
    .where('dataset_grant.revoked_at', 'is', null)
    .select([
      sql<boolean>`true`.as('is_held'),
      'dataset_grant.expires_at as until',
      sql<number | null>`null::int`.as('files'),
      sql<number>`case when dataset_grant.expires_at <= ${now}::timestamptz then 2 else 0 end`.as(
        'rank',
      ),
      lastingSeconds('dataset_grant.expires_at').as('lasting'),
      sql<string | null>`null::uuid`.as('request_id'),
      sql<string | null>`null`.as('request_number'),
    ])

const givenByRequests = (eb: Versions, { personId, now }: Holder) =>
  eb
    .selectFrom('entitlement')
    .innerJoin('request', 'request.id', 'entitlement.request_id')
    .whereRef('entitlement.record_id', '=', 'dataset_version.record_id')
    .where('entitlement.person_id', '=', personId)
    .where('entitlement.ended_at', 'is', null)
    .where(
      sql<SqlBool>`(entitlement.version_id is null or entitlement.version_id = dataset_version.id)`,
    )
    .select([
      sql<boolean>`true`.as('is_held'),
      'entitlement.until',
      sql<number | null>`cardinality(entitlement.file_ids)`.as('files'),
      sql<number>`case
        when entitlement.until <= ${now}::timestamptz then 2
        when entitlement.file_ids is not null then 1
        else 0
      end`.as('rank'),
      sql<number>`case when entitlement.file_ids is null
        then ${lastingSeconds('entitlement.until')} else -${lastingSeconds('entitlement.until')} end`.as(
        'lasting',
      ),
      sql<string | null>`request.id`.as('request_id'),
      sql<string | null>`request.number`.as('request_number'),
    ])

/** For the order of ends; what has none is last. */
const lastingSeconds = (end: 'dataset_grant.expires_at' | 'entitlement.until') =>
  sql<number>`extract(epoch from coalesce(${sql.ref(end)}, '9999-01-01'))::float8`

const grantRows = (db: Db, now: Temporal.Instant) =>
  db
    .selectFrom('dataset_grant')
    .innerJoin('person', 'person.id', 'dataset_grant.person_id')
    .select((eb) => [
      'dataset_grant.id',
      'dataset_grant.record_id as recordId',
      jsonBuildObject({ id: eb.ref('person.id'), name: eb.ref('person.name') }).as('person'),
      sql<GrantState>`case
        when dataset_grant.revoked_at is not null then 'revoked'
        when dataset_grant.expires_at <= ${now}::timestamptz then 'expired'
        else 'valid'
      end`.as('state'),
      'dataset_grant.reason',
      'dataset_grant.granted_at as grantedAt',
      'dataset_grant.expires_at as expiresAt',
      'dataset_grant.revoked_at as revokedAt',
      'dataset_grant.revocation_reason as revocationReason',
    ])

/** Who was given access to a dataset, the newest first; by `dataset_grant_by_end`. */
export const listGrants = async (
  db: Db,
  { recordId, now }: { recordId: string; now: Temporal.Instant },
  paging: Paging,
) =>
  pageBy(
    db,
    {
      rows: grantRows(db, now).where('dataset_grant.record_id', '=', recordId),
      by: { grantedAt: 'dataset_grant.granted_at', id: 'dataset_grant.id' },
      direction: 'desc',
    },
    paging,
  )

/** Datasets whose files a person was given and still has, the newest first. */
export const listHeldGrants = async (
  db: Db,
  { actor, now }: { actor: PersonActor; now: Temporal.Instant },
  paging: Paging,
) =>
  pageBy(
    db,
    {
      rows: db
        .selectFrom('dataset_grant')
        .innerJoin('record', 'record.id', 'dataset_grant.record_id')
        .where('dataset_grant.person_id', '=', actor.personId)
        .where('dataset_grant.revoked_at', 'is', null)
        .where((eb) =>
          eb.or([
            eb('dataset_grant.expires_at', 'is', null),
            eb('dataset_grant.expires_at', '>', now),
          ]),
        )
        .where(listedFor(actor))
        .select([
          'dataset_grant.id',
          'dataset_grant.record_id as recordId',
          local('record.title'),
          'dataset_grant.granted_at as grantedAt',
          'dataset_grant.expires_at as expiresAt',
        ]),
      by: { grantedAt: 'dataset_grant.granted_at', id: 'dataset_grant.id' },
      direction: 'desc',
    },
    paging,
  )

type GrantKey = { recordId: string; id: string; now: Temporal.Instant }

export const findGrant = async (db: Db, { recordId, id, now }: GrantKey) =>
  grantRows(db, now)
    .where('dataset_grant.record_id', '=', recordId)
    .where('dataset_grant.id', '=', id)
    .executeTakeFirst()

export type GrantRow = NonNullable<Awaited<ReturnType<typeof findGrant>>>

/** Gives access, or moves the end of what is held; by `dataset_grant_one`. */
export async function putGrant(trx: Trx, row: Insertable<DatasetGrantTable>): Promise<string> {
  const { record_id: _, person_id: __, ...values } = row
  const { id } = await trx
    .insertInto('dataset_grant')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['record_id', 'person_id'])
        .where('revoked_at', 'is', null)
        .doUpdateSet(values),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Ending = { at: Temporal.Instant; by: string | null; reason: string }

/** Whether there was one to take back. */
export async function revokeGrantRow(trx: Trx, id: string, { at, by, reason }: Ending) {
  const { numUpdatedRows } = await trx
    .updateTable('dataset_grant')
    .set({ revoked_at: at, revoked_by: by, revocation_reason: reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Acceptance = { versionId: string; personId: string; at: Temporal.Instant }

/** Writes an acceptance down, once; answers whether it is new. */
export async function insertAcceptance(trx: Trx, { versionId, personId, at }: Acceptance) {
  const row = await trx
    .insertInto('dataset_acceptance')
    .values({ version_id: versionId, person_id: personId, accepted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('accepted_at')
    .executeTakeFirst()
  return row !== undefined
}

/** When a person accepted the terms of a version; undefined where they did not. */
export const findAcceptance = async (db: Db, versionId: string, personId: string) =>
  db
    .selectFrom('dataset_acceptance')
    .where('version_id', '=', versionId)
    .where('person_id', '=', personId)
    .select('accepted_at as acceptedAt')
    .executeTakeFirst()
