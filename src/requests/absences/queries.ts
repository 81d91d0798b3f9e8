import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { StewardAbsenceTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { staffScope } from '../../instruments/rules/standing.ts'
import { inRole } from '../requests/queries/requests.ts'
import { decidesFor } from '../stewards/queries.ts'
import type { AbsenceState } from './model.ts'

type Person = { id: string; name: string }

const absenceRows = (db: Db, today: string) =>
  db
    .selectFrom('steward_absence')
    .innerJoin('person', 'person.id', 'steward_absence.person_id')
    .innerJoin('institution', 'institution.id', 'steward_absence.institution_id')
    .leftJoin('person as delegate', 'delegate.id', 'steward_absence.delegate_id')
    .select([
      'steward_absence.id',
      sql<Person>`jsonb_build_object('id', person.id, 'name', person.name)`.as('person'),
      sql<{ id: string; name: LocalText }>`jsonb_build_object('id', institution.id,
        'name', jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en))`.as(
        'institution',
      ),
      'steward_absence.from_day as from',
      'steward_absence.until_day as until',
      sql<Person | null>`case when delegate.id is not null
        then jsonb_build_object('id', delegate.id, 'name', delegate.name) end`.as('delegate'),
      sql<AbsenceState>`case
        when ended_at is not null or until_day < ${today}::date then 'over'
        when from_day > ${today}::date then 'planned'
        else 'now'
      end`.as('state'),
      'steward_absence.version',
    ])

/** One's own, those in which one is the delegate, and those of institutions for which one decides too. */
function readBy(viewer: Actor) {
  if (viewer.type === 'anonymous') return sql<SqlBool>`false`
  if (viewer.type === 'system' || viewer.isAdmin) return sql<SqlBool>`true`
  const { institutionIds } = staffScope(viewer)
  return sql<SqlBool>`(
    steward_absence.person_id = ${viewer.personId}::uuid
    or steward_absence.delegate_id = ${viewer.personId}::uuid
    or steward_absence.institution_id = any(${institutionIds}::uuid[])
  )`
}

type Viewing = { viewer: Actor; today: string }

/** The newest first. */
export const listAbsences = async (db: Db, { viewer, today, ...paging }: Paging & Viewing) =>
  pageBy(
    db,
    {
      rows: absenceRows(db, today).where(readBy(viewer)),
      by: { id: 'steward_absence.id' },
      direction: 'desc',
    },
    paging,
  )

export const findAbsence = async (db: Db, { id, viewer, today }: Viewing & { id: string }) =>
  absenceRows(db, today)
    .where('steward_absence.id', '=', id)
    .where(readBy(viewer))
    .executeTakeFirst()

export type AbsenceRow = NonNullable<Awaited<ReturnType<typeof findAbsence>>>

/** The address by which a delegate is named. */
export async function addressOf(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .where('id', '=', personId)
    .select('email')
    .executeTakeFirst()
  return row?.email ?? null
}

/** Those who go away from an institution wait for each other: somebody has to stay. */
export async function lockInstitution(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('institution').where('id', '=', id).select('id').forNoKeyUpdate().execute()
}

export async function insertAbsence(trx: Trx, row: Insertable<StewardAbsenceTable>) {
  const { id } = await trx
    .insertInto('steward_absence')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateAbsence(trx: Trx, id: string, change: Updateable<StewardAbsenceTable>) {
  await trx
    .updateTable('steward_absence')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** A role in an institution, or in one of its collections. */
const rolesIn = (person: string, institution: string) => sql`
  select role_grant.* from role_grant
  left join record on record.id = role_grant.collection_id
  where role_grant.person_id = ${person}::uuid
    and coalesce(role_grant.institution_id, record.institution_id) = ${institution}::uuid`

type InInstitution = { personId: string; institutionId: string }

/** Whether somebody decides requests to an institution or to one of its collections. */
export async function decidesIn(db: Db, { personId, institutionId }: InInstitution) {
  return isSo(db, sql`exists (${rolesIn(personId, institutionId)})`)
}

/** Whether somebody is a member of an institution, or has a role in it. */
export async function belongsTo(db: Db, { personId, institutionId }: InInstitution) {
  return isSo(
    db,
    sql`exists (${rolesIn(personId, institutionId)}) or exists (
      select from membership
      where person_id = ${personId}::uuid and institution_id = ${institutionId}::uuid
        and approved_at is not null
    )`,
  )
}

type Days = { from: string; until: string }
const during = ({ from, until }: Days) =>
  sql`daterange(from_day, until_day, '[]') && daterange(${from}::date, ${until}::date, '[]')`

/** Whether somebody is away from an institution on any of these days. */
export async function isAwayDuring(
  db: Db,
  { personId, institutionId, ...days }: InInstitution & Days,
) {
  return isSo(
    db,
    sql`exists (
      select from steward_absence
      where person_id = ${personId}::uuid and institution_id = ${institutionId}::uuid
        and ended_at is null and ${during(days)}
    )`,
  )
}

/** Whether for each role of who goes away somebody else decides on all these days: there, or by another delegate. */
export async function someoneStays(
  db: Db,
  { personId, institutionId, ...days }: InInstitution & Days,
) {
  return isSo(
    db,
    sql`not exists (
      select from (${rolesIn(personId, institutionId)}) own
      where not exists (
        select from role_grant other
        join person on person.id = other.person_id and person.disabled_at is null
        where other.person_id <> ${personId}::uuid
          and (other.institution_id = ${institutionId}::uuid or other.collection_id = own.collection_id)
          and not exists (
            select from steward_absence
            where person_id = other.person_id and institution_id = ${institutionId}::uuid
              and ended_at is null and ${during(days)}
              and (delegate_id is null or delegate_id = ${personId}::uuid)
          )
      )
    )`,
  )
}

async function isSo(db: Db, condition: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ so: boolean }>`select (${condition}) as so`.execute(db)
  return rows[0]?.so === true
}

/** How many requests to an institution wait for who decides. */
export async function countWaiting(db: Db, institutionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('request')
    .where('institution_id', '=', institutionId)
    .where('ended_at', 'is', null)
    .where('turn', '=', 'steward')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

type Handled = { of: string; to: string; now: Temporal.Instant; today: string; limit: number }

/** What somebody is assigned or has claimed, of requests that the viewer decides; and whether another may decide it. */
export const handledBy = async (db: Db, viewer: Actor, { of, to, now, today, limit }: Handled) =>
  db
    .selectFrom('request')
    .innerJoin('person as heir', (join) => join.on('heir.id', '=', to))
    .where('request.state', '=', 'submitted')
    .where(inRole(viewer, 'steward'))
    .where(
      sql<SqlBool>`(request.assignee_id = ${of}::uuid
        or (request.claimed_by = ${of}::uuid and request.claimed_until > ${now}))`,
    )
    .select(['request.id', decidesFor('heir.id', today).as('decides')])
    .orderBy('request.id')
    .limit(limit)
    .execute()

/** Of a request of which all else was told, what just happened is told otherwise. */
export async function noteToldBut(trx: Trx, id: string, count: number): Promise<void> {
  await trx
    .updateTable('request')
    .set({ told_count: sql<number>`event_count`, tell_at: null })
    .where('id', '=', id)
    .where('told_count', '=', count)
    .execute()
}
