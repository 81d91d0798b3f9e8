import {
  type AliasedExpression,
  type ControlledTransaction,
  type Expression,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
  type Transaction,
} from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { z } from 'zod'
import type { Database } from '../../db/schema.ts'
import {
  badCursor,
  countedTo,
  type Page,
  type Paging,
  keyPart,
  pageOf,
  readKey,
  totalOf,
} from './paging.ts'
import type { Named } from './shapes.ts'
import type { LocalText } from './text.ts'
import type { Temporal } from './time.ts'

export type Db = Kysely<Database>
/** A function that locks or writes takes one of these: it cannot run outside a transaction. */
export type Trx = Transaction<Database>

/** One that stays open until it is told to commit or to roll back. */
export type OpenTrx = ControlledTransaction<Database>

/** A moment that is written into an answer as it is: `2026-03-02T01:00:00.5Z`, as Temporal writes it. */
export const isoText = <Text extends string | null = string>(column: string) =>
  sql<Text>`replace((${sql.ref(column)} at time zone 'UTC')::text, ' ', 'T') || 'Z'`

/** The key of a cursor: made once, which costs more than reading thousands. */
const Key = z.array(keyPart.any)

type Sortable = string | number | Temporal.Instant
/** `Joined` has what the query joins besides tables: a lateral one, another name of a table. */
type Listing<Joined, Tables extends keyof Joined, Row> = {
  rows: SelectQueryBuilder<Joined, Tables, Row>
  /** Properties of a row in order of weight, the last one unique, and the columns that they are. */
  by: {
    readonly [K in keyof Row]?: Row[K] extends Sortable ? string | Expression<Row[K]> : never
  }
  direction?: 'asc' | 'desc'
  /** How many there are, where that is kept or nobody asks: nothing is counted then. */
  total?: number
}

/** One page of a query, and how many rows it has in all, counted to 10,000. */
export async function pageBy<Joined, Tables extends keyof Joined, Row>(
  db: Db,
  { rows: query, by, direction = 'asc', total }: Listing<Joined, Tables, Row>,
  { limit, after }: Paging,
): Promise<Page<Row>> {
  const keys = keysOf<Row>(by)
  const columns = keys.map(([, column]) => (typeof column === 'string' ? sql.ref(column) : column))
  const last = after === undefined ? [] : readKey(after, Key)
  if (after !== undefined && last.length !== keys.length) throw badCursor()
  const beyond = sql.raw(direction === 'asc' ? '>' : '<')
  const rows = await columns
    .reduce<SelectQueryBuilder<Joined, Tables, Row>>(
      (sorted, column) => sorted.orderBy(column, direction),
      query,
    )
    .$if(last.length > 0, (some) =>
      some.where(sql<SqlBool>`(${sql.join(columns)}) ${beyond} (${sql.join(last)})`),
    )
    .limit(limit + 1)
    .execute()
    .catch((error: unknown) => {
      throw last.length > 0 && isBadValue(error) ? badCursor() : error
    })
  const page = pageOf(rows, limit, (row) => keys.map(([name]) => sortKey(row[name])))
  if (total !== undefined) return { ...page, total: totalOf(total, total) }
  const counted = query.clearSelect().limit(countedTo + 1)
  const { count } = await db
    .selectFrom(counted.as('counted'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return { ...page, total: totalOf(count) }
}

/** `Object.entries`, which forgets the names' type. */
const keysOf = <Row>(by: Listing<never, never, Row>['by']) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `Listing` allows
  Object.entries(by) as [keyof Row, string | Expression<unknown>][]

/** An instant in full: one cut to milliseconds repeats or skips rows. */
const sortKey = (value: unknown) => (typeof value === 'number' ? value : String(value))

/** SQLSTATE class 22: a cursor that somebody made holds what its column cannot. */
const isBadValue = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('22')

type Base<Column> = Column extends `${infer Name}_zh` ? Name : never
type LocalColumn = {
  [Table in keyof Database]: `${Table}.${Base<keyof Database[Table]>}`
}[keyof Database]
type NameOf<Column extends string> = Column extends `${string}.${infer Name}` ? Name : never

/** `voucher.title` in both languages, from `title_zh` and `title_en`, selected as `title`. */
export function local<Column extends LocalColumn>(
  column: Column,
): AliasedExpression<LocalText, NameOf<Column>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the very parts that the types name
  const [table, name] = column.split('.') as [string, NameOf<Column>]
  return bothLanguages(table, name).as(name)
}

type NamedTable = {
  [Table in keyof Database]: Database[Table] extends { id: unknown; name_zh: unknown }
    ? Table
    : never
}[keyof Database]

/** Somebody or something by id and name, as the table is called. */
export function named<Table extends NamedTable>(table: Table): AliasedExpression<Named, Table> {
  const name = bothLanguages(table, 'name')
  return jsonBuildObject({ id: sql.ref<string>(`${table}.id`), name }).as(table)
}

const bothLanguages = (table: string, name: string) =>
  jsonBuildObject({
    zh: sql.ref<string | null>(`${table}.${name}_zh`),
    en: sql.ref<string | null>(`${table}.${name}_en`),
  })
