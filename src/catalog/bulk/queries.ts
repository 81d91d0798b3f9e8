import { sql } from 'kysely'
import type { Temporal } from '../../core/time.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'

type Change = { recordId: string; before: object; after: object }
type Edit = {
  at: Temporal.Instant
  by: string | null
  fields: string[]
  changes: readonly Change[]
}

export async function insertBulkEdit(trx: Trx, { at, by, fields, changes }: Edit): Promise<string> {
  const { id } = await trx
    .insertInto('bulk_edit')
    .values({ fields, created_at: at, created_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (changes.length === 0) return id
  await trx
    .insertInto('bulk_edit_record')
    .values(
      changes.map(({ recordId, before, after }) => ({
        bulk_edit_id: id,
        record_id: recordId,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
      })),
    )
    .execute()
  return id
}

/** One edit, held until the end, so that it is undone once. */
export async function lockBulkEdit(trx: Trx, id: string) {
  return trx
    .selectFrom('bulk_edit')
    .where('id', '=', id)
    .select(['id', 'created_by as createdBy', 'undone_at as undoneAt', 'fields'])
    .forUpdate()
    .executeTakeFirst()
}

type Fields = Record<string, unknown>

/** What an edit did to each record, in the order of ids, in which they are held. */
export async function changesOfBulkEdit(trx: Trx, id: string) {
  return trx
    .selectFrom('bulk_edit_record')
    .where('bulk_edit_id', '=', id)
    .select([
      'record_id as recordId',
      sql<Fields>`before`.as('before'),
      sql<Fields>`after`.as('after'),
    ])
    .orderBy('record_id')
    .execute()
}

export async function markUndone(
  trx: Trx,
  id: string,
  { at, by }: { at: Temporal.Instant; by: string | null },
): Promise<void> {
  await trx
    .updateTable('bulk_edit')
    .set({ undone_at: at, undone_by: by })
    .where('id', '=', id)
    .execute()
}

/** Edits of one person, or of everybody, latest first. */
export async function listBulkEdits(
  db: Db,
  { by, ...paging }: Paging & { by: string | undefined },
) {
  const rows = db
    .selectFrom('bulk_edit')
    .leftJoin('person', 'person.id', 'bulk_edit.created_by')
    .$if(by !== undefined, (some) => some.where('bulk_edit.created_by', '=', by ?? ''))
    .select((eb) => [
      'bulk_edit.id',
      'bulk_edit.fields',
      'bulk_edit.created_at as at',
      'person.name as by',
      'bulk_edit.undone_at as undoneAt',
      eb
        .selectFrom('bulk_edit_record')
        .whereRef('bulk_edit_id', '=', 'bulk_edit.id')
        .select(sql<number>`count(*)::int`.as('count'))
        .$asScalar()
        .$notNull()
        .as('changed'),
    ])
  return pageBy(db, { rows, by: { id: 'bulk_edit.id' }, direction: 'desc' }, paging)
}
