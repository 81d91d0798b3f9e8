import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { TaxonTable } from '../../../db/schema.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { literally } from '../../core/like.ts'
import type { LineTaxon, Protection, Rank, TaxonFilter } from './model.ts'

export async function findTaxon(db: Db, id: string) {
  return taxonRows(db).where('taxon.id', '=', id).executeTakeFirst()
}

export type TaxonRow = NonNullable<Awaited<ReturnType<typeof findTaxon>>>

/** By its name; by `taxon_name_taken`. */
export async function findNamed(db: Db, key: string) {
  return taxonRows(db).where('taxon.key', '=', key).executeTakeFirst()
}

/** In order of name; `q` begins the scientific name or stands in a common one. */
export async function listTaxa(db: Db, { q, rank, ...paging }: Paging & TaxonFilter) {
  const rows = taxonRows(db)
    .$if(q !== undefined, (some) => some.where(called(q ?? '')))
    .$if(rank !== undefined, (some) => some.where('taxon.rank', '=', rank ?? ''))
  const by = { scientificName: 'taxon.scientific_name', id: 'taxon.id' } as const
  return pageBy(db, { rows, by }, paging)
}

/** A taxonomy has some thousands of names: each is looked at. */
function called(q: string) {
  const text = literally(q)
  const within = `%${text}%`
  return sql<SqlBool>`(
    taxon.key like ${`${text.toLowerCase()}%`}
    or taxon.name_zh like ${within}
    or taxon.name_en ilike ${within}
    or taxon.other_names ilike ${within}
  )`
}

/** What stands below it by name, or is a synonym of it; the first 500. */
export async function taxaUnder(db: Db, id: string, way: 'parent' | 'accepted') {
  return taxonRows(db)
    .where(way === 'parent' ? 'taxon.parent_id' : 'taxon.accepted_id', '=', id)
    .orderBy('taxon.scientific_name')
    .limit(500)
    .execute()
}

export async function lockTaxon(trx: Trx, id: string) {
  return taxonRows(trx).where('taxon.id', '=', id).forUpdate('taxon').executeTakeFirst()
}

/** Whether others stand below it or are its synonyms. */
export async function hasOthers(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('taxon')
    .where((eb) => eb.or([eb('parent_id', '=', id), eb('accepted_id', '=', id)]))
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertTaxon(trx: Trx, row: Insertable<TaxonTable>): Promise<string> {
  const { id } = await trx.insertInto('taxon').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateTaxon(
  trx: Trx,
  id: string,
  change: Updateable<TaxonTable>,
): Promise<void> {
  await trx
    .updateTable('taxon')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** For each name its accepted taxon and those above it, the highest first. */
export async function linesOf(db: Db, keys: readonly string[]): Promise<Map<string, LineTaxon[]>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<LineTaxon & { key: string }>`
    select line.key, taxon.id, taxon.rank, taxon.scientific_name as "scientificName",
      json_build_object('zh', taxon.name_zh, 'en', taxon.name_en) as name
    from taxon_lines(${keys}) as line
    join taxon on taxon.id = line.id
    order by line.key, line.height desc
  `.execute(db)
  const lines = new Map<string, LineTaxon[]>()
  for (const { key, ...taxon } of rows) lines.set(key, [...(lines.get(key) ?? []), taxon])
  return lines
}

/** The names of a taxon, of all that stands below it, and of their synonyms. */
export async function namesUnder(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    with recursive under as (
      select id, key from taxon where id = ${id}
      union
      select taxon.id, taxon.key
      from under
      join taxon on taxon.parent_id = under.id or taxon.accepted_id = under.id
    )
    select key from under
  `.execute(db)
  return rows.map(({ key }) => key)
}

function taxonRows(db: Db) {
  return db
    .selectFrom('taxon')
    .leftJoin('taxon as above', 'above.id', 'taxon.parent_id')
    .leftJoin('taxon as kept', 'kept.id', 'taxon.accepted_id')
    .select([
      'taxon.id',
      'taxon.key',
      'taxon.scientific_name as scientificName',
      sql<Rank>`taxon.rank`.as('rank'),
      'taxon.authorship',
      local('taxon.name'),
      'taxon.other_names as otherNames',
      sql<Protection | null>`taxon.protection`.as('protection'),
      'taxon.source',
      'taxon.parent_id as parentId',
      'above.scientific_name as parent',
      'taxon.accepted_id as acceptedId',
      'kept.scientific_name as accepted',
      'taxon.version',
    ])
}
