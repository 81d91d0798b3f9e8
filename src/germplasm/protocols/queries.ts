import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { TestProtocolTable } from '../../../db/schema.ts'
import { type Db, local, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Category, ProtocolFilter } from './model.ts'

export const findProtocol = async (db: Db, id: string) =>
  protocolRows(db).where('test_protocol.id', '=', id).executeTakeFirst()

export type ProtocolRow = NonNullable<Awaited<ReturnType<typeof findProtocol>>>

/** Protocols by code, closed ones too; the code, a name or the species group may be searched. */
export async function listProtocols(db: Db, { q, ...paging }: Paging & ProtocolFilter) {
  const rows = protocolRows(db).$if(q !== undefined, (some) => some.where(isCalled(q ?? '')))
  return pageBy(db, { rows, by: { code: 'test_protocol.code', id: 'test_protocol.id' } }, paging)
}

/** Open ones, for a form’s choice. */
export const openProtocols = async (db: Db) =>
  protocolRows(db)
    .where('test_protocol.closed_at', 'is', null)
    .orderBy('test_protocol.code')
    .limit(1000)
    .execute()

export const lockProtocol = async (trx: Trx, id: string) =>
  protocolRows(trx).where('test_protocol.id', '=', id).forUpdate('test_protocol').executeTakeFirst()

export async function insertProtocol(
  trx: Trx,
  row: Insertable<TestProtocolTable>,
): Promise<string> {
  const { id } = await trx
    .insertInto('test_protocol')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateProtocol(
  trx: Trx,
  id: string,
  change: Updateable<TestProtocolTable>,
): Promise<void> {
  await trx
    .updateTable('test_protocol')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const isCalled = (text: string) =>
  sql<SqlBool>`strpos(lower(concat_ws(
    ' ', test_protocol.code, test_protocol.name_zh, test_protocol.name_en, test_protocol.species_group
  )), lower(${text})) > 0`

const protocolRows = (db: Db) =>
  db
    .selectFrom('test_protocol')
    .select([
      'test_protocol.id',
      'test_protocol.code',
      local('test_protocol.name'),
      'test_protocol.species_group as speciesGroup',
      'test_protocol.substrate',
      'test_protocol.temperature',
      local('test_protocol.treatment'),
      'test_protocol.first_count_day as firstCountDay',
      'test_protocol.last_day as lastDay',
      'test_protocol.replicates',
      'test_protocol.seeds_per_replicate as seedsPerReplicate',
      sql<Category[]>`test_protocol.categories`.as('categories'),
      'test_protocol.hard_is_viable as hardIsViable',
      'test_protocol.version',
      'test_protocol.closed_at as closedAt',
    ])
