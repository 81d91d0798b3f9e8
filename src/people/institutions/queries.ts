import { type ExpressionBuilder, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { Database, InstitutionTable } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Text } from '../../core/text.ts'
import { literally } from '../../core/like.ts'
import type { InstitutionKind } from '../model/named.ts'

/** An institution with its open labs and the records that the viewer may see, counted. */
export async function findInstitution(db: Db, actor: Actor, id: string) {
  return countedRows(db, actor).where('institution.id', '=', id).executeTakeFirst()
}

export type InstitutionRow = NonNullable<Awaited<ReturnType<typeof findInstitution>>>

type Narrowing = { actor: Actor; q: string | undefined; withClosed: boolean }

/** In order of name. */
export async function listInstitutions(
  db: Db,
  { actor, q, withClosed, ...paging }: Paging & Narrowing,
) {
  const rows = countedRows(db, actor)
    .$if(!withClosed, (query) => query.where('institution.closed_at', 'is', null))
    .$if(q !== undefined, (query) => query.where(called(q ?? '')))
  return pageBy(db, { rows, by: { sortName, id: 'institution.id' } }, paging)
}

export async function lockInstitution(trx: Trx, id: string) {
  return institutionRows(trx)
    .where('institution.id', '=', id)
    .forUpdate('institution')
    .executeTakeFirst()
}

export async function insertInstitution(
  trx: Trx,
  row: Insertable<InstitutionTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('institution')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateInstitution(
  trx: Trx,
  id: string,
  change: Updateable<InstitutionTable>,
): Promise<void> {
  await trx
    .updateTable('institution')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Open institutions for a form's choice, by name. */
export async function institutionChoices(db: Db) {
  return db
    .selectFrom('institution')
    .where('closed_at', 'is', null)
    .select(['id', local('institution.name')])
    .orderBy(sortName)
    .limit(1000)
    .execute()
}

/** Where an institution is, and whether it is controlled from abroad: what the law asks about a recipient. */
export const findSeat = async (db: Db, id: string) =>
  db
    .selectFrom('institution')
    .where('id', '=', id)
    .select(['country', 'foreign_controlled as isForeignControlled'])
    .executeTakeFirst()

/** What a region code is called, in the newest version of its vocabulary. */
export async function findRegionName(db: Db, code: string): Promise<Text | undefined> {
  return db
    .selectFrom('vocabulary_term as term')
    .innerJoin('vocabulary', (join) =>
      join
        .onRef('vocabulary.name', '=', 'term.vocabulary')
        .onRef('vocabulary.version', '=', 'term.version'),
    )
    .where('vocabulary.name', '=', 'region')
    .where('vocabulary.is_current', '=', true)
    .where('term.code', 'in', [code, code.replace(/00$/, ''), code.slice(0, 2)])
    .orderBy(sql`length(term.code)`, 'desc')
    .select(['term.label_zh as zh', 'term.label_en as en'])
    .executeTakeFirst()
}

const sortName = sql<string>`coalesce(institution.name_zh, institution.name_en)`

const called = (q: string) => {
  const pattern = `%${literally(q)}%`
  return sql<SqlBool>`(institution.name_zh ilike ${pattern} or institution.name_en ilike ${pattern})`
}

const countedRows = (db: Db, actor: Actor) =>
  institutionRows(db).select((eb) =>
    jsonBuildObject({ records: recordsCounted(eb, actor), labs: labsCounted(eb) }).as('counts'),
  )

function institutionRows(db: Db) {
  return db
    .selectFrom('institution')
    .select([
      'institution.id',
      local('institution.name'),
      sql<InstitutionKind>`institution.kind`.as('kind'),
      local('institution.about'),
      'institution.region',
      'institution.credit_code as creditCode',
      'institution.ror',
      'institution.wiews',
      'institution.founded',
      'institution.website',
      'institution.address',
      'institution.country',
      'institution.foreign_controlled as foreignControlled',
      'institution.timezone',
      'institution.approves_members as approvesMembers',
      'institution.version',
      'institution.closed_at as closedAt',
      sortName.as('sortName'),
    ])
}

type OfInstitution = ExpressionBuilder<Database, 'institution'>

const recordsCounted = (eb: OfInstitution, actor: Actor) =>
  eb
    .selectFrom('record')
    .whereRef('record.institution_id', '=', 'institution.id')
    .where(listedFor(actor))
    .select(sql<number>`count(*)::int`.as('count'))
    .$asScalar()
    .$notNull()

const labsCounted = (eb: OfInstitution) =>
  eb
    .selectFrom('lab')
    .whereRef('lab.institution_id', '=', 'institution.id')
    .where('lab.closed_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('count'))
    .$asScalar()
    .$notNull()
