import { type Insertable, type SqlBool, sql } from 'kysely'
import type { PreauthorisationTable } from '../../../../db/schema.ts'
import type { Actor } from '../../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import type { LocalText } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import type { PreauthorisationState } from '../model.ts'

type NamedOrNone = { id: string; name: LocalText } | null

const namedOrNone = (table: 'lab' | 'institution') =>
  sql<NamedOrNone>`case when ${sql.ref(`${table}.id`)} is not null then jsonb_build_object(
    'id', ${sql.ref(`${table}.id`)},
    'name', jsonb_build_object('zh', ${sql.ref(`${table}.name_zh`)}, 'en', ${sql.ref(`${table}.name_en`)}))
  end`

const preauthorisationRows = (db: Db, now: Temporal.Instant) =>
  db
    .selectFrom('preauthorisation')
    .innerJoin('person', 'person.id', 'preauthorisation.person_id')
    .leftJoin('lab', 'lab.id', 'preauthorisation.lab_id')
    .leftJoin('institution', 'institution.id', 'preauthorisation.institution_id')
    .select([
      'preauthorisation.id',
      sql<{
        id: string
        name: string
      }>`jsonb_build_object('id', person.id, 'name', person.name)`.as('person'),
      namedOrNone('lab').as('lab'),
      namedOrNone('institution').as('institution'),
      'preauthorisation.since',
      'preauthorisation.until',
      'preauthorisation.revoked_at as revokedAt',
      sql<string>`coalesce(lab.institution_id, preauthorisation.institution_id)`.as(
        'institutionId',
      ),
      sql<PreauthorisationState>`case
        when preauthorisation.revoked_at is not null then 'revoked'
        when preauthorisation.until <= ${now}::timestamptz then 'expired'
        else 'valid'
      end`.as('state'),
    ])

/** One's own, those of labs that one leads, and those of institutions that one keeps; the newest first. */
export const listPreauthorisations = async (
  db: Db,
  { viewer, now, ...paging }: Paging & { viewer: Actor; now: Temporal.Instant },
) =>
  pageBy(
    db,
    {
      rows: preauthorisationRows(db, now).where(readBy(viewer)),
      by: { id: 'preauthorisation.id' },
      direction: 'desc',
    },
    paging,
  )

function readBy(viewer: Actor) {
  if (viewer.type === 'anonymous') return sql<SqlBool>`false`
  if (viewer.type === 'system' || viewer.isAdmin) return sql<SqlBool>`true`
  const led = viewer.labs.filter(({ role }) => role === 'pi').map(({ labId }) => labId)
  const kept = [...viewer.curates.institutionIds]
  return sql<SqlBool>`(
    preauthorisation.person_id = ${viewer.personId}::uuid
    or preauthorisation.lab_id = any(${led}::uuid[])
    or coalesce(lab.institution_id, preauthorisation.institution_id) = any(${kept}::uuid[])
  )`
}

type Key = { id: string; viewer: Actor; now: Temporal.Instant }

export const findPreauthorisation = async (db: Db, { id, viewer, now }: Key) =>
  preauthorisationRows(db, now)
    .where('preauthorisation.id', '=', id)
    .where(readBy(viewer))
    .executeTakeFirst()

export type PreauthorisationRow = NonNullable<Awaited<ReturnType<typeof findPreauthorisation>>>

export async function insertPreauthorisation(
  trx: Trx,
  row: Insertable<PreauthorisationTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('preauthorisation')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether it was open until now. */
export async function revokePreauthorisationRow(
  trx: Trx,
  id: string,
  { at, by }: { at: Temporal.Instant; by: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('preauthorisation')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('until', '>', at)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a person belongs to a lab, or to an institution. */
export async function isMemberOf(
  db: Db,
  personId: string,
  { lab, institution }: { lab?: string | undefined; institution?: string | undefined },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select ${
    lab === undefined
      ? sql`exists (
          select 1 from membership m where m.person_id = ${personId}::uuid
          and m.institution_id = ${institution ?? null}::uuid and m.approved_at is not null)`
      : sql`exists (
          select 1 from lab_member m where m.person_id = ${personId}::uuid and m.lab_id = ${lab}::uuid)`
  } as found`.execute(db)
  return rows[0]?.found === true
}

export type Consenting = {
  requesterId: string
  supervisorId: string
  labId: string | null
  now: Temporal.Instant
}

/**
 * Whether consent was given beforehand: by the lab for which is asked, or by its institution; for somebody who is its
 * member still, and where the supervisor still leads it. By `preauthorisation_of_person`.
 */
export async function hasPreauthorisation(
  trx: Trx,
  { requesterId, supervisorId, labId, now }: Consenting,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select 1 from preauthorisation given
    join lab_member own on own.person_id = given.person_id
    join lab on lab.id = own.lab_id
    join lab_member lead
      on lead.lab_id = lab.id and lead.role = 'pi' and lead.person_id = ${supervisorId}::uuid
    where given.person_id = ${requesterId}::uuid
      and given.revoked_at is null
      and given.since <= ${now}::timestamptz and given.until > ${now}::timestamptz
      and (${labId}::uuid is null or lab.id = ${labId}::uuid)
      and (given.lab_id = lab.id or given.institution_id = lab.institution_id)
  ) as found`.execute(trx)
  return rows[0]?.found === true
}
