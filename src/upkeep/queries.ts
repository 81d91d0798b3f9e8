import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Database } from '../../db/schema.ts'
import type { Trx } from '../core/database.ts'
import { isId } from '../core/shapes.ts'
import { instrumentZone, titledInstrument } from '../instruments/expressions.ts'

type EntryTable = 'maintenance_plan' | 'outage' | 'qualification' | 'training_session'
export type EntryKey = { instrumentId: string; id: string }

/** What the row of an entry says of its instrument; for `instrumentRecords`. */
export const ownInstrument = [
  'record.id as instrumentId',
  'record.institution_id as institutionId',
  titledInstrument,
  instrumentZone.as('zone'),
] as const

/** The entries of instruments in one table, whose primary key begins with the instrument. */
export const entriesIn = <Table extends EntryTable>(table: Table) => {
  const at = ({ instrumentId, id }: EntryKey) =>
    sql<SqlBool>`(${equals(`${table}.instrument_id`, instrumentId)} and ${equals(`${table}.id`, id)})`
  return {
    /** One entry. */
    at,
    /** Those of one instrument, or of all. */
    of: (instrumentId: string | undefined) =>
      instrumentId === undefined
        ? sql<SqlBool>`true`
        : equals(`${table}.instrument_id`, instrumentId),
    insert: async (trx: Trx, row: Insertable<Database[Table]>): Promise<{ id: string }> =>
      trx.insertInto(table).values(row).returning('id').executeTakeFirstOrThrow(),
    update: async (trx: Trx, key: EntryKey, change: Updateable<Database[Table]>): Promise<void> => {
      await updating(trx, table).set(change).where(at(key)).execute()
    },
  }
}

/** Kysely cannot follow a table that is a type parameter; the signature of `update` says which columns are set. */
const updating = (trx: Trx, table: EntryTable) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whichever it is, only `set` and `where` follow
  trx.updateTable(table as 'outage')

/** PostgreSQL refuses to compare what cannot be an id: it names nothing. */
const equals = (column: string, id: string) =>
  isId(id) ? sql<SqlBool>`${sql.ref(column)} = ${id}::uuid` : sql<SqlBool>`false`
