import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { SafetyDuplicateTable } from '../../../db/schema.ts'
import { keptOnly } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { isAdministrator } from '../../core/permission.ts'
import type { LocalText } from '../../core/text.ts'
import type { CoverageFilter, DuplicateFilter, DuplicateState } from './model.ts'

/** What of a lot is kept elsewhere, the newest first. */
export const listDuplicates = async (db: Db, lotId: string, paging: Paging) =>
  pageBy(
    db,
    {
      rows: duplicateRows(db).where('safety_duplicate.lot_id', '=', lotId),
      by: { id: 'safety_duplicate.id' },
      direction: 'desc',
    },
    paging,
  )

/** What institutions that the viewer curates keep for others, the newest first. */
export async function listKept(
  db: Db,
  viewer: Actor,
  { state, ...paging }: Paging & DuplicateFilter,
) {
  const rows = duplicateRows(db)
    .where('safety_duplicate.institution_id', 'is not', null)
    .where(isKeeper(viewer))
    .$if(state !== undefined, (some) => some.where(stateOf, '=', state ?? 'declared'))
  return pageBy(db, { rows, by: { id: 'safety_duplicate.id' }, direction: 'desc' }, paging)
}

/** Held for a change; seen by who keeps the lot, and by its keeper. */
export const lockDuplicate = async (trx: Trx, viewer: Actor, id: string) =>
  duplicateRows(trx)
    .where('safety_duplicate.id', '=', id)
    .where(sql<SqlBool>`(${keptOnly(viewer)} or ${isKeeper(viewer)})`)
    .forNoKeyUpdate('safety_duplicate')
    .executeTakeFirst()

export type DuplicateRow = NonNullable<Awaited<ReturnType<typeof lockDuplicate>>>

export async function insertDuplicate(
  trx: Trx,
  row: Insertable<SafetyDuplicateTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('safety_duplicate')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const updateDuplicate = async (
  trx: Trx,
  id: string,
  change: Updateable<SafetyDuplicateTable>,
) => trx.updateTable('safety_duplicate').set(change).where('id', '=', id).execute()

/** What is compared of two lots, whoever keeps them. */
export const findDuplicated = async (db: Db, id: string) =>
  db
    .selectFrom('lot')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .leftJoin('taxon', 'taxon.id', 'record.taxon_id')
    .where('lot.id', '=', id)
    .select([
      'lot.institution_id as institutionId',
      sql<string | null>`coalesce(taxon.scientific_name, record.taxon)`.as('taxon'),
      'lot.balance',
      'lot.frozen_at as frozenAt',
    ])
    .executeTakeFirstOrThrow()

/** How many accessions that the viewer keeps have a duplicate elsewhere, by institution and collection. */
export async function listCoverage(
  db: Db,
  viewer: Actor,
  { institution, ...paging }: Paging & CoverageFilter,
) {
  const rows = db
    .selectFrom('record')
    .innerJoin('accession', 'accession.record_id', 'record.id')
    .innerJoin('institution', 'institution.id', 'record.institution_id')
    .leftJoin('record as collected', 'collected.id', 'record.collection_id')
    .leftJoin(duplicated, (join) => join.onRef('duplicated.recordId', '=', 'record.id'))
    .where(keptOnly(viewer))
    .where('record.visibility', '<>', 'withdrawn')
    .$if(institution !== undefined, (some) =>
      some.where('record.institution_id', '=', institution ?? ''),
    )
    .groupBy(['institution.id', 'collected.id'])
    .select([
      coverageKey.as('id'),
      'institution.id as institutionId',
      named('institution'),
      sql<{
        id: string
        name: LocalText
      } | null>`case when collected.id is not null then jsonb_build_object(
        'id', collected.id, 'name', jsonb_build_object('zh', collected.title_zh, 'en', collected.title_en)
      ) end`.as('collection'),
      countOf(sql`true`).as('accessions'),
      countOf(isConfirmed).as('confirmed'),
      countOf(sql`not ${isConfirmed} and ${isDeclared}`).as('declared'),
      countOf(sql`not ${isConfirmed} and not ${isDeclared}`).as('none'),
      sql<number>`round(100.0 * count(*) filter (where ${isConfirmed}) / count(*), 1)::double precision`.as(
        'percent',
      ),
    ])
  return pageBy(db, { rows, by: { institutionId: 'institution.id', id: coverageKey } }, paging)
}

const coverageKey = sql<string>`institution.id || coalesce('+' || collected.id, '')`

const countOf = (condition: ReturnType<typeof sql>) =>
  sql<number>`count(*) filter (where ${condition})::int`

type Covered = { recordId: string; isConfirmed: boolean }

/** Records with duplicates that have not ended; a confirmed one counts while its keeper has something of it. */
const duplicated = sql<Covered>`(
  select lot.record_id as "recordId",
    bool_or(copy.balance > 0 and copy.frozen_at is null) as "isConfirmed"
  from safety_duplicate
  join lot on lot.id = safety_duplicate.lot_id
  left join lot copy on copy.id = safety_duplicate.duplicate_lot_id
  where safety_duplicate.ended_at is null
  group by lot.record_id
)`.as<'duplicated'>('duplicated')

const isConfirmed = sql<SqlBool>`coalesce(duplicated."isConfirmed", false)`
const isDeclared = sql<SqlBool>`(
  duplicated."recordId" is not null or accession.duplsite <> '{}' or accession.duplinstname <> '{}'
)`

const stateOf = sql<DuplicateState>`case
  when safety_duplicate.ended_at is not null then 'ended'
  when safety_duplicate.confirmed_at is not null then 'confirmed'
  else 'declared'
end`

/** Of an institution that the viewer curates. */
function isKeeper(viewer: Actor) {
  if (isAdministrator(viewer)) return sql<SqlBool>`true`
  const ids = viewer.type === 'person' ? [...viewer.curates.institutionIds] : []
  return sql<SqlBool>`coalesce(safety_duplicate.institution_id = any(${ids}::uuid[]), false)`
}

const namedAs = (table: string) => sql<{
  id: string
  name: LocalText
} | null>`case when ${sql.ref(`${table}.id`)} is not null then jsonb_build_object(
  'id', ${sql.ref(`${table}.id`)},
  'name', jsonb_build_object('zh', ${sql.ref(`${table}.name_zh`)}, 'en', ${sql.ref(`${table}.name_en`)})
) end`

const duplicateRows = (db: Db) =>
  db
    .selectFrom('safety_duplicate')
    .innerJoin('lot', 'lot.id', 'safety_duplicate.lot_id')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .innerJoin('institution as owner', 'owner.id', 'lot.institution_id')
    .leftJoin('institution as keeper', 'keeper.id', 'safety_duplicate.institution_id')
    .leftJoin('lot as copy', 'copy.id', 'safety_duplicate.duplicate_lot_id')
    .select([
      'safety_duplicate.id',
      'safety_duplicate.lot_id as lotId',
      'lot.institution_id as ownerId',
      'safety_duplicate.institution_id as keeperId',
      'record.institution_id as recordInstitutionId',
      sql<{ id: string; code: string }>`jsonb_build_object('id', lot.id, 'code', lot.code)`.as(
        'lot',
      ),
      sql<{ id: string; title: LocalText }>`jsonb_build_object(
        'id', record.id, 'title', jsonb_build_object('zh', record.title_zh, 'en', record.title_en)
      )`.as('record'),
      sql<{ id: string; name: LocalText }>`${namedAs('owner')}`.as('owner'),
      namedAs('keeper').as('keeper'),
      'safety_duplicate.holder',
      'safety_duplicate.deposited_on as depositedOn',
      'safety_duplicate.document',
      stateOf.as('state'),
      sql<{ id: string; code: string } | null>`case
        when copy.id is not null then jsonb_build_object('id', copy.id, 'code', copy.code)
      end`.as('duplicate'),
      'safety_duplicate.confirmed_at as confirmedAt',
      'safety_duplicate.ended_reason as endedReason',
    ])
