import { type Insertable, sql, type Updateable } from 'kysely'
import type { ImportRowTable, ImportTable } from '../../../db/schema.ts'
import type { Kind } from '../../catalog/records/model/record.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText, Text } from '../../core/text.ts'
import type { Mapping } from '../mapping/model.ts'
import type { CellChange, RowProblem } from '../model.ts'
import type { ImportState } from './model.ts'

const names = ['institution.id', 'institution.name_zh as zh', 'institution.name_en as en'] as const

/** The open institution of that id, WIEWS code or name, in either language. */
export async function findInstitutionNamed(db: Db, name: string) {
  return db
    .selectFrom('institution')
    .where('closed_at', 'is', null)
    .where(
      sql<boolean>`${name.trim().toLowerCase()} in (id::text, lower(wiews), lower(name_zh), lower(name_en))`,
    )
    .select(names)
    .executeTakeFirst()
}

/** The institution that has most records of the kind already; the oldest where none has any. */
export async function findUsualOwner(db: Db, kind: string) {
  return db
    .selectFrom('institution')
    .where('closed_at', 'is', null)
    .select(names)
    .orderBy(
      (eb) =>
        eb
          .selectFrom('record')
          .whereRef('record.institution_id', '=', 'institution.id')
          .where('record.kind', '=', kind)
          .select(eb.fn.countAll().as('count')),
      'desc',
    )
    .orderBy('institution.id')
    .executeTakeFirst()
}

/** WIEWS code of an institution; null where it has none. */
export async function findWiews(db: Db, institutionId: string): Promise<string | null> {
  const row = await db
    .selectFrom('institution')
    .where('id', '=', institutionId)
    .select('wiews')
    .executeTakeFirst()
  return row?.wiews ?? null
}

function importRows(db: Db) {
  return db
    .selectFrom('import')
    .innerJoin('institution', 'institution.id', 'import.institution_id')
    .select((eb) => [
      'import.id',
      sql<Kind>`import.kind`.as('kind'),
      'import.institution_id as institutionId',
      named('institution'),
      'import.file_name as fileName',
      'import.file_key as fileKey',
      'import.size_bytes as sizeBytes',
      sql<ImportState>`import.state`.as('state'),
      'import.dry_run as dryRun',
      'import.publish',
      sql<Mapping>`import.mapping`.as('mapping'),
      sql<Text | null>`import.understood`.as('understood'),
      sql<string[] | null>`import.header`.as('header'),
      sql<string[][]>`import.sample`.as('sample'),
      sql<Text | null>`import.failure`.as('failure'),
      sql<readonly RowProblem[]>`import.notes`.as('notes'),
      'import.position',
      'import.created_at as createdAt',
      'import.ended_at as endedAt',
      sql<{
        total: number
        accepted: number
        unchanged: number
        rejected: number
      }>`json_build_object(
        'total', coalesce(${eb.ref('import.total')}, 0),
        'accepted', ${eb.ref('import.accepted')},
        'unchanged', ${eb.ref('import.unchanged')},
        'rejected', ${eb.ref('import.rejected')}
      )`.as('rows'),
    ])
}

export async function findImport(db: Db, id: string) {
  return importRows(db).where('import.id', '=', id).executeTakeFirst()
}
export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** The same, held until the transaction ends. */
export async function lockImport(trx: Trx, id: string) {
  return importRows(trx).where('import.id', '=', id).forUpdate('import').executeTakeFirst()
}

/** Imports of these institutions, or of all; newest first. */
export async function listImports(
  db: Db,
  institutionIds: readonly string[] | null,
  paging: Paging,
) {
  const rows = importRows(db).$if(institutionIds !== null, (some) =>
    some.where('import.institution_id', 'in', [...(institutionIds ?? []), nobody]),
  )
  return pageBy(db, { rows, by: { id: 'import.id' }, direction: 'desc' }, paging)
}

/** An id that nothing has, so that a list of none is still a list. */
const nobody = '00000000-0000-0000-0000-000000000000'

export async function insertImport(trx: Trx, row: Insertable<ImportTable>): Promise<string> {
  const { id } = await trx
    .insertInto('import')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateImport(
  trx: Trx,
  id: string,
  change: Updateable<ImportTable>,
): Promise<void> {
  await trx.updateTable('import').set(change).where('id', '=', id).execute()
}

/** Forgets what became of an import's rows. */
export async function deleteImportRows(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('import_row').where('import_id', '=', id).execute()
}

export async function insertImportRows(
  trx: Trx,
  rows: readonly Insertable<ImportRowTable>[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto('import_row').values(rows).execute()
}

/** A number or a name of a row, as the search folds it. */
export type Wanted = { row: number; key: string; isNumber: boolean }

const mostAlike = 5

/** Other records with the same number, or of the same name, by row; by `record_name_prefix`. */
export async function findAlike(
  trx: Trx,
  wanted: readonly Wanted[],
  made: readonly string[],
): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ row: number; ids: string[] }>`
    select wanted.row, array_agg(distinct alike.record_id) as ids
    from unnest(
      ${wanted.map(({ row }) => row)}::int[],
      ${wanted.map(({ key }) => key)}::text[],
      ${wanted.map(({ isNumber }) => isNumber)}::bool[]
    ) as wanted (row, key, is_number)
    cross join lateral (
      select record_id
      from record_name
      where record_name.key = wanted.key
        and (record_name.type = 'number') = wanted.is_number
        and record_name.type <> 'taxon'
        and record_name.record_id <> all(${made}::uuid[])
      limit ${mostAlike}
    ) as alike
    group by wanted.row`.execute(trx)
  return new Map(rows.map(({ row, ids }) => [row, ids]))
}

/** Rows that made a record, or would, beside those alike that the viewer may see. */
export async function alikeIn(db: Db, actor: Actor, importId: string, most: number) {
  return db
    .selectFrom('import_row')
    .innerJoin('record', (join) => join.on(sql<boolean>`record.id = any(import_row.alike)`))
    .where('import_row.import_id', '=', importId)
    .where(listedFor(actor))
    .select([
      'import_row.number as row',
      'import_row.record_id as recordId',
      'record.id',
      local('record.title'),
    ])
    .orderBy('import_row.number')
    .orderBy('record.id')
    .limit(most)
    .execute()
}

/** What was wrong with rows, in the order of the file. */
export async function problemsIn(db: Db, importId: string, most: number): Promise<RowProblem[]> {
  const rows = await db
    .selectFrom('import_row')
    .where('import_id', '=', importId)
    .where('outcome', '=', 'rejected')
    .select(sql<RowProblem[]>`problems`.as('problems'))
    .orderBy('number')
    .limit(most)
    .execute()
  return rows.flatMap(({ problems }) => problems).slice(0, most)
}

/** Cells that were understood otherwise than they were typed, in the order of the file. */
export async function changesIn(db: Db, importId: string, most: number): Promise<CellChange[]> {
  const rows = await db
    .selectFrom('import_row')
    .where('import_id', '=', importId)
    .where(sql<boolean>`typed <> '[]'`)
    .select(sql<CellChange[]>`typed`.as('typed'))
    .orderBy('number')
    .limit(most)
    .execute()
  return rows.flatMap(({ typed }) => typed).slice(0, most)
}

type ChangedCell = CellChange & { at: number }

/** The same, page by page. */
export async function listChanges(db: Db, importId: string, paging: Paging) {
  const rows = db
    .selectFrom('import_row')
    .innerJoin(
      sql<ChangedCell>`lateral (
        select cell->>'field' as field, cell->>'typed' as typed, cell->>'value' as value, at::int as at
        from jsonb_array_elements(import_row.typed) with ordinality as cells (cell, at)
      )`.as<'cell'>('cell'),
      (join) => join.onTrue(),
    )
    .where('import_row.import_id', '=', importId)
    .select(['import_row.number as row', 'cell.field', 'cell.typed', 'cell.value', 'cell.at'])
  return pageBy(db, { rows, by: { row: 'import_row.number', at: 'cell.at' } }, paging)
}

export async function countChanges(db: Db, importId: string): Promise<number> {
  const { count } = await db
    .selectFrom('import_row')
    .where('import_id', '=', importId)
    .select(sql<number>`coalesce(sum(jsonb_array_length(typed)), 0)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Refused rows as they came, in the order of the file; no more than the file had. */
export async function rejectedIn(db: Db, importId: string) {
  return db
    .selectFrom('import_row')
    .where('import_id', '=', importId)
    .where('outcome', '=', 'rejected')
    .select([sql<RowProblem[]>`problems`.as('problems'), sql<string[]>`cells`.as('cells')])
    .orderBy('number')
    .execute()
}

type Owner = { institutionId: string; kind: string }

/** What the institution's columns were mapped to before. */
export async function rememberedMapping(db: Db, { institutionId, kind }: Owner): Promise<Mapping> {
  const rows = await db
    .selectFrom('import_mapping')
    .where('institution_id', '=', institutionId)
    .where('kind', '=', kind)
    .select(['header', 'target'])
    .execute()
  return Object.fromEntries(rows.map(({ header, target }) => [header, target]))
}

export async function rememberMapping(
  trx: Trx,
  { institutionId, kind }: Owner,
  mapping: Mapping,
): Promise<void> {
  const rows = Object.entries(mapping).map(([header, target]) => ({
    institution_id: institutionId,
    kind,
    header,
    target,
  }))
  if (rows.length === 0) return
  await trx
    .insertInto('import_mapping')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['institution_id', 'kind', 'header'])
        .doUpdateSet((eb) => ({ target: eb.ref('excluded.target') })),
    )
    .execute()
}

/** Rows that made or changed a record, the last first, with the record's version now. */
export async function rowsToUndo(trx: Trx, importId: string) {
  return trx
    .selectFrom('import_row')
    .innerJoin('record', 'record.id', 'import_row.record_id')
    .where('import_row.import_id', '=', importId)
    .where('import_row.outcome', '=', 'accepted')
    .select([
      'import_row.number',
      'import_row.record_id as recordId',
      'import_row.is_new as isNew',
      'import_row.version',
      sql<Record<string, unknown> | null>`import_row.before`.as('before'),
      'record.version as versionNow',
      sql<LocalText>`json_build_object('zh', record.title_zh, 'en', record.title_en)`.as('title'),
      hasGrown.as('hasGrown'),
    ])
    .orderBy('import_row.number', 'desc')
    .execute()
}

/** Somebody has said more of a record since, in rows of its own, which would go with it. */
const hasGrown = sql<boolean>`(
  exists (select from relation where record.id in (relation.from_id, relation.to_id))
  or exists (select from parentage where record.id in (parentage.child_id, parentage.parent_id))
  or exists (select from introduction_step where introduction_step.record_id = record.id)
  or exists (select from observation where observation.record_id = record.id)
  or exists (select from image where image.record_id = record.id and image.removed_at is null)
  or exists (select from attached_document a where a.record_id = record.id and a.removed_at is null)
)`
