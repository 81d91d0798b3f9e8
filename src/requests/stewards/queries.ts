import { type SqlBool, sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'

/** Whether somebody decides for the provider of a request: by a role, or as an administrator, with an open account. */
export const decidesFor = (person: string) => sql<SqlBool>`exists (
  select from person decider
  where decider.id = ${sql.ref(person)} and decider.disabled_at is null
    and (decider.is_admin or exists (
      select from role_grant g
      where g.person_id = decider.id
        and (g.institution_id = request.institution_id or g.collection_id = request.collection_id)
    ))
)`

/** Requests that are claimed by somebody who no longer decides about them. */
export async function claimsLeft(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('request')
    .where('claimed_by', 'is not', null)
    .where('state', '=', 'submitted')
    .where(sql<SqlBool>`not ${decidesFor('request.claimed_by')}`)
    .orderBy('id')
    .limit(limit)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether a person decides about a request. */
export async function isDecider(db: Db, requestId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ decides: boolean }>`
    select ${decidesFor('asked.id')} as decides
    from request, (select ${personId}::uuid as id) asked
    where request.id = ${requestId}::uuid`.execute(db)
  return rows[0]?.decides ?? false
}

/** People with a role that they were not told about, each held until the end of the transaction. */
export const rolesToTell = async (trx: Trx, limit: number) =>
  trx
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .where('role_grant.told_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .select([
      'role_grant.id',
      'role_grant.person_id as personId',
      sql<number>`(
        select count(*)::int from request
        where request.ended_at is null and request.turn = 'steward'
          and (request.institution_id = role_grant.institution_id
            or request.collection_id = role_grant.collection_id)
      )`.as('count'),
    ])
    .orderBy('role_grant.id')
    .limit(limit)
    .forUpdate('role_grant')
    .skipLocked()
    .execute()

export async function noteRolesTold(trx: Trx, ids: readonly string[], at: Temporal.Instant) {
  await trx
    .updateTable('role_grant')
    .set({ told_at: at })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}
