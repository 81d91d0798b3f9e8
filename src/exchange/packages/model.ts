import type { Described } from '../described/model.ts'

/** A column of a file that is a table, as far as its preview knows it. */
export type Column = {
  name: string
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'any'
  description: string | null
}

/** Columns of tables, by the file’s id; files that are no tables have none. */
export type Columns = ReadonlyMap<string, readonly Column[]>

/** A dataset as its package describes it: with the columns of its tables. */
export type Packaged = { one: Described; columns: Columns }

export type { Described }
