import { type Insertable, sql, type Updateable } from 'kysely'
import type { LibraryTable } from '../../../db/schema.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Library } from './model.ts'

export async function findLibrary(db: Db, code: string) {
  return libraryRows(db).where('library.code', '=', code).executeTakeFirst()
}

export type LibraryRow = NonNullable<Awaited<ReturnType<typeof findLibrary>>>

/** Open libraries in their order. */
export async function listLibraries(db: Db, paging: Paging) {
  const rows = libraryRows(db).where('library.closed_at', 'is', null)
  return pageBy(db, { rows, by: { position: 'library.position', id: 'library.code' } }, paging)
}

export async function lockLibrary(trx: Trx, code: string) {
  return libraryRows(trx).where('library.code', '=', code).forUpdate('library').executeTakeFirst()
}

export async function insertLibrary(trx: Trx, row: Insertable<LibraryTable>): Promise<string> {
  const { id } = await trx
    .insertInto('library')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateLibrary(
  trx: Trx,
  code: string,
  change: Updateable<LibraryTable>,
): Promise<void> {
  await trx
    .updateTable('library')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('code', '=', code)
    .execute()
}

const libraryRows = (db: Db) =>
  db
    .selectFrom('library')
    .select([
      'library.code as id',
      'library.id as rowId',
      local('library.name'),
      local('library.about'),
      sql<Library['kind']>`library.kind`.as('kind'),
      sql<NonNullable<Library['profile']> | null>`library.profile`.as('profile'),
      'library.highlights',
      'library.position',
      'library.version',
      'library.closed_at as closedAt',
    ])
