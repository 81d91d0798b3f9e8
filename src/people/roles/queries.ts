import { type Insertable, sql } from 'kysely'
import type { RoleGrantTable } from '../../../db/schema.ts'
import { type Db, local, named, type Trx } from '../../core/database.ts'
import type { Lang } from '../../core/text.ts'

/** Grants a role; undefined when the person has it already. */
export async function insertRole(trx: Trx, row: Insertable<RoleGrantTable>) {
  const inserted = await trx
    .insertInto('role_grant')
    .values(row)
    .onConflict((conflict) => conflict.constraint('role_grant_taken').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export async function deleteRole(trx: Trx, { id, personId }: { id: string; personId: string }) {
  return trx
    .deleteFrom('role_grant')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning(['role', 'institution_id as institutionId', 'collection_id as collectionId'])
    .executeTakeFirst()
}

/** Who keeps an institution's people: they are told of somebody who asks to join. */
export async function curatorsOf(db: Db, institutionId: string) {
  return db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('role_grant.institution_id', '=', institutionId)
    .where('role_grant.role', '=', 'curator')
    .where('person.disabled_at', 'is', null)
    .select(['person.id', 'person.email', sql<Lang>`person.lang`.as('lang')])
    .orderBy('person.id')
    .limit(20)
    .execute()
}

/** Who keeps the installation. */
export const administratorIds = async (db: Db) =>
  db
    .selectFrom('person')
    .where('is_admin', '=', true)
    .where('disabled_at', 'is', null)
    .select('id')
    .orderBy('id')
    .limit(20)
    .execute()

/** Collections that a role may be granted for, by their institutions. */
export async function grantableCollections(db: Db) {
  return db
    .selectFrom('record')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .where('record.kind', '=', 'collection')
    .where('record.withdrawn_at', 'is', null)
    .select(['record.id', local('record.title'), named('institution')])
    .orderBy('institution.name_zh')
    .orderBy('record.title_zh')
    .orderBy('record.id')
    .limit(1000)
    .execute()
}

/** The institution of a collection record that a role may be granted for. */
export async function institutionOfCollection(db: Db, collectionId: string) {
  const row = await db
    .selectFrom('record')
    .where('id', '=', collectionId)
    .where('kind', '=', 'collection')
    .select('institution_id as institutionId')
    .executeTakeFirst()
  return row?.institutionId
}
