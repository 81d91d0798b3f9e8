import { type ExpressionBuilder, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Database, InstitutionTable } from '../../../../db/schema.ts'
import { listedFor } from '../../../catalog/visible.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Text } from '../../../core/text.ts'
import type { InstitutionKind } from '../../model/named.ts'

/** An institution with its open labs and the records that the viewer may see, counted. */
export async function findInstitution(db: Db, actor: Actor, id: string) {
  return institutionRows(db, actor).where('institution.id', '=', id).executeTakeFirst()
}

export type InstitutionRow = NonNullable<Awaited<ReturnType<typeof findInstitution>>>

type Narrowing = { q?: string; withClosed: boolean }
type Listing = Narrowing & {
  actor: Actor
  limit: number
  after?: readonly [name: string, id: string]
}

/** In order of name; one more than `limit`, so that the caller knows whether there is a next page. */
export async function listInstitutions(db: Db, { actor, limit, after, q, withClosed }: Listing) {
  return institutionRows(db, actor)
    .$if(!withClosed, (query) => query.where('institution.closed_at', 'is', null))
    .$if(q !== undefined, (query) => query.where(named(q ?? '')))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(${sortName}, institution.id) > (${after?.[0]}, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy(sortName)
    .orderBy('institution.id')
    .limit(limit + 1)
    .execute()
}

export async function countInstitutions(db: Db, { q, withClosed }: Narrowing): Promise<number> {
  const { count } = await db
    .selectFrom('institution')
    .$if(!withClosed, (query) => query.where('closed_at', 'is', null))
    .$if(q !== undefined, (query) => query.where(named(q ?? '')))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function lockInstitution(trx: Trx, id: string) {
  return trx
    .selectFrom('institution')
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
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
    .select(['id', 'name_zh as nameZh', 'name_en as nameEn'])
    .orderBy(sortName)
    .limit(1000)
    .execute()
}

const sortName = sql<string>`coalesce(institution.name_zh, institution.name_en)`

const named = (q: string) => {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(institution.name_zh ilike ${pattern} or institution.name_en ilike ${pattern})`
}

function institutionRows(db: Db, actor: Actor) {
  return db
    .selectFrom('institution')
    .select([
      'institution.id',
      'institution.name_zh as nameZh',
      'institution.name_en as nameEn',
      sql<InstitutionKind>`institution.kind`.as('kind'),
      'institution.region',
      'institution.timezone',
      'institution.credit_code as creditCode',
      'institution.ror',
      'institution.wiews',
      'institution.website',
      'institution.address',
      'institution.about_zh as aboutZh',
      'institution.about_en as aboutEn',
      'institution.approves_members as approvesMembers',
      'institution.version',
      'institution.closed_at as closedAt',
      sortName.as('sortName'),
    ])
    .select((eb) => [recordsCounted(eb, actor).as('recordCount'), labsCounted(eb).as('labCount')])
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
