import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { RequestProviderTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, type Trx } from '../../core/database.ts'
import type { Provider } from './model.ts'

/** The settings of a provider; a collection without its own has those of its institution. */
export const findSettings = async (db: Db, { institutionId, collectionId }: Provider) =>
  db
    .selectFrom('request_provider')
    .where('institution_id', '=', institutionId)
    .where(
      sql<SqlBool>`(collection_id is null or collection_id is not distinct from ${collectionId}::uuid)`,
    )
    .select([
      'answer_days as answerDays',
      sql<Record<string, number>>`answer_days_by_kind`.as('answerDaysByKind'),
      'quorum',
      'needs_consent as needsConsent',
      'appeal_days as appealDays',
      'report_months as reportMonths',
      'mailbox',
    ])
    .orderBy(sql`collection_id nulls last`)
    .limit(1)
    .executeTakeFirst()

/** Open accounts of those who decide for a provider, at most 50. By `role_grant`'s institution and collection. */
export const stewardsOf = async (db: Db, { institutionId, collectionId }: Provider) =>
  db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('person.disabled_at', 'is', null)
    .where(
      sql<SqlBool>`(role_grant.institution_id = ${institutionId}::uuid
        or role_grant.collection_id = ${collectionId}::uuid)`,
    )
    .select(['person.id', 'person.name', 'person.email'])
    .distinct()
    .orderBy('person.id')
    .limit(50)
    .execute()

const columns = [
  'id',
  'version',
  'answer_days as answerDays',
  sql<Record<string, number>>`answer_days_by_kind`.as('answerDaysByKind'),
  'quorum',
  'needs_consent as needsConsent',
  'appeal_days as appealDays',
  'report_months as reportMonths',
  'mailbox',
] as const

const ownRow = (db: Db, { institutionId, collectionId }: Provider) =>
  db
    .selectFrom('request_provider')
    .where('institution_id', '=', institutionId)
    .where(sql<SqlBool>`collection_id is not distinct from ${collectionId}::uuid`)
    .select(columns)

/** What a provider chose itself. */
export const ownSettings = async (db: Db, provider: Provider) =>
  ownRow(db, provider).executeTakeFirst()

export const lockSettings = async (trx: Trx, provider: Provider) =>
  ownRow(trx, provider).forUpdate().executeTakeFirst()

export async function insertSettings(
  trx: Trx,
  row: Insertable<RequestProviderTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('request_provider')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateSettings(
  trx: Trx,
  id: string,
  change: Updateable<RequestProviderTable>,
): Promise<string> {
  await trx
    .updateTable('request_provider')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
  return id
}

/** Collections that somebody keeps, or of institutions that they keep; the first 200 by title. */
export async function collectionsKept(db: Db, viewer: Actor) {
  if (viewer.type !== 'person') return []
  const { curates, isAdmin } = viewer
  return db
    .selectFrom('record')
    .where(sql<SqlBool>`record.kind = 'collection'`)
    .where('record.withdrawn_at', 'is', null)
    .$if(!isAdmin, (some) =>
      some.where(
        sql<SqlBool>`(record.institution_id = any(${[...curates.institutionIds]}::uuid[])
          or record.id = any(${[...curates.collectionIds]}::uuid[]))`,
      ),
    )
    .select(['record.id', 'record.institution_id as institutionId', local('record.title')])
    .orderBy('record.title_zh')
    .orderBy('record.id')
    .limit(200)
    .execute()
}
