import { type Expression, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { TraitTable } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { isId } from '../../core/shapes.ts'
import { literally } from '../../core/like.ts'
import type { Category, Scale, TraitFilter } from './model.ts'

export const findTrait = async (db: Db, id: string) =>
  traitRows(db).where('trait.id', '=', id).executeTakeFirst()

export type TraitRow = NonNullable<Awaited<ReturnType<typeof findTrait>>>

/** Traits by code; the code, a name or the crop may be searched. */
export async function listTraits(db: Db, { q, category, crop, ...paging }: Paging & TraitFilter) {
  const rows = traitRows(db)
    .where('trait.closed_at', 'is', null)
    .$if(q !== undefined, (some) => some.where(named(q ?? '')))
    .$if(category !== undefined, (some) => some.where('trait.category', '=', category ?? ''))
    .$if(crop !== undefined, (some) => some.where('trait.crop', 'ilike', likeOf(crop ?? '')))
  return pageBy(db, { rows, by: { code: 'trait.code', id: 'trait.id' } }, paging)
}

/** Open ones of these codes or ids. */
export const traitsNamed = async (db: Db, named: readonly string[]) =>
  traitRows(db)
    .where('trait.closed_at', 'is', null)
    .where(
      sql<SqlBool>`(trait.code = any(${named}::text[]) or trait.id = any(${named.filter(isId)}::uuid[]))`,
    )
    .execute()

export const lockTrait = async (trx: Trx, id: string) =>
  traitRows(trx).where('trait.id', '=', id).forUpdate('trait').executeTakeFirst()

export async function insertTrait(trx: Trx, row: Insertable<TraitTable>): Promise<string> {
  const { id } = await trx.insertInto('trait').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateTrait(trx: Trx, id: string, change: Updateable<TraitTable>) {
  await trx
    .updateTable('trait')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** What a trait's values are in all, of accessions that the viewer may list. */
export async function sumOfValues(db: Db, actor: Actor, traitId: string) {
  return observedValues(db, actor, traitId)
    .select([
      sql<number>`count(*)::int`.as('observations'),
      sql<number>`count(distinct observation.record_id)::int`.as('accessions'),
      sql<number | null>`avg(observation.number)`.as('mean'),
      sql<number | null>`stddev_samp(observation.number)`.as('deviation'),
      sql<number | null>`min(observation.number)`.as('low'),
      sql<number | null>`max(observation.number)`.as('high'),
    ])
    .executeTakeFirstOrThrow()
}

/** How many values lie in each of `bins` equal parts between two, the first numbered 1; the last holds its end too. */
export async function countsByBin(
  db: Db,
  actor: Actor,
  { traitId, low, high, bins }: { traitId: string; low: number; high: number; bins: number },
) {
  const bin = sql<number>`least(width_bucket(observation.number, ${low}::float8, ${high}::float8, ${bins}::int), ${bins}::int)`
  return observedValues(db, actor, traitId)
    .where('observation.number', 'is not', null)
    .select([bin.as('bin'), sql<number>`count(*)::int`.as('count')])
    .groupBy(sql.ref('bin'))
    .execute()
}

/** The values that occur most, with how often they do. */
export async function countsByValue(db: Db, actor: Actor, traitId: string, most: number) {
  return observedValues(db, actor, traitId)
    .select(['observation.value', sql<number>`count(*)::int`.as('count')])
    .groupBy('observation.value')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('observation.value')
    .limit(most)
    .execute()
}

const observedValues = (db: Db, actor: Actor, traitId: string) =>
  db
    .selectFrom('observation')
    .innerJoin('record', 'record.id', 'observation.record_id')
    .where(listedFor(actor))
    .where('observation.trait_id', '=', traitId)

const likeOf = (text: string) => `%${literally(text)}%`

const named = (text: string): Expression<SqlBool> =>
  sql<SqlBool>`concat_ws(' ', trait.code, trait.name_zh, trait.name_en) ilike ${likeOf(text)}`

const traitRows = (db: Db) =>
  db
    .selectFrom('trait')
    .select([
      'trait.id',
      'trait.code',
      local('trait.name'),
      'trait.crop',
      sql<Category>`trait.category`.as('category'),
      local('trait.method'),
      sql<Scale>`trait.scale`.as('scale'),
      'trait.unit',
      'trait.lowest',
      'trait.highest',
      'trait.classes',
      'trait.version',
      'trait.closed_at as closedAt',
    ])
