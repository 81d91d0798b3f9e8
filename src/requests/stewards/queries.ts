import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import type { Provider } from '../providers/model.ts'

/** Whether somebody is away on a day from the institution of a provider. */
const isAway = (
  person: RawBuilder<unknown>,
  provider: Scope,
  today: string,
) => sql<SqlBool>`exists (
  select from steward_absence absence
  where absence.person_id = ${person} and absence.institution_id = ${provider.institution}
    and absence.ended_at is null and ${today}::date between absence.from_day and absence.until_day
)`

/** Whether somebody acts on a day for one of those who decide for a provider, and are away. */
const standsIn = (
  person: RawBuilder<unknown>,
  provider: Scope,
  today: string,
) => sql<SqlBool>`exists (
  select from standing_in s
  where s.delegate_id = ${person} and ${today}::date between s.from_day and s.until_day
    and (s.institution_id = ${provider.institution} or s.collection_id = ${provider.collection})
)`

type Scope = { institution: RawBuilder<unknown>; collection: RawBuilder<unknown> }

const ofRequest: Scope = {
  institution: sql`request.institution_id`,
  collection: sql`request.collection_id`,
}

/**
 * Whether somebody decides for the provider of a request on a day, with an open account: by a role, as an administrator,
 * or for somebody who is away. Who is away does not.
 */
export const decidesFor = (person: string, today: string) => sql<SqlBool>`exists (
  select from person decider
  where decider.id = ${sql.ref(person)} and decider.disabled_at is null
    and not ${isAway(sql`decider.id`, ofRequest, today)}
    and (decider.is_admin or ${standsIn(sql`decider.id`, ofRequest, today)} or exists (
      select from role_grant g
      where g.person_id = decider.id
        and (g.institution_id = request.institution_id or g.collection_id = request.collection_id)
    ))
)`

/**
 * Who is there on a day to decide for a provider: those with a role who are not away, and whoever acts for the others;
 * at most 50.
 */
export async function presentOf(
  db: Db,
  { institutionId, collectionId }: Provider,
  today: string,
): Promise<string[]> {
  const provider = {
    institution: sql`${institutionId}::uuid`,
    collection: sql`${collectionId}::uuid`,
  }
  const { rows } = await sql<{ id: string }>`
    select person.id from person
    where person.disabled_at is null
      and not ${isAway(sql`person.id`, provider, today)}
      and (${standsIn(sql`person.id`, provider, today)} or exists (
        select from role_grant g
        where g.person_id = person.id
          and (g.institution_id = ${provider.institution} or g.collection_id = ${provider.collection})
      ))
    order by person.id
    limit 50`.execute(db)
  return rows.map(({ id }) => id)
}

/** Who acts on a day for somebody who is away from the institution of a request. */
export async function delegateFor(
  db: Db,
  { requestId, personId, today }: Asked,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select s.delegate_id as id
    from standing_in s
    join person on person.id = s.delegate_id and person.disabled_at is null
    join request on request.id = ${requestId}::uuid
    where s.person_id = ${personId}::uuid and ${today}::date between s.from_day and s.until_day
      and (s.institution_id = request.institution_id or s.collection_id = request.collection_id)
      and not ${isAway(sql`s.delegate_id`, ofRequest, today)}
    limit 1`.execute(db)
  return rows[0]?.id
}

/** Requests that are claimed by somebody who does not decide about them today. */
export async function claimsLeft(
  db: Db,
  { today, limit }: { today: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('request')
    .where('claimed_by', 'is not', null)
    .where('state', '=', 'submitted')
    .where(sql<SqlBool>`not ${decidesFor('request.claimed_by', today)}`)
    .orderBy('id')
    .limit(limit)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

type Asked = { requestId: string; personId: string; today: string }

/** Whether a person decides about a request today. */
export async function isDecider(db: Db, { requestId, personId, today }: Asked): Promise<boolean> {
  const { rows } = await sql<{ decides: boolean }>`
    select ${decidesFor('asked.id', today)} as decides
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
