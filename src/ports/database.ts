import {
  type CompiledQuery,
  type Expression,
  Kysely,
  sql,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely'
import { Client, Pool, type PoolClient, type QueryConfig, types } from 'pg'
import type { Database } from '../../db/schema.ts'
import type { Db } from '../core/database.ts'
import { Problem } from '../core/problem.ts'
import { isoOf, Temporal } from '../core/time.ts'
import { commitUnsure, databaseAway, databaseRefusal } from './database-refusals.ts'

const parsers: Record<number, (text: string) => unknown> = {
  [types.builtins.TIMESTAMPTZ]: instantIn,
  [types.builtins.DATE]: String,
  [types.builtins.NUMERIC]: Number,
  [types.builtins.INT8]: Number,
}

/** How values are read: moments as Temporal has them, counts as numbers. */
export const valueTypes: { getTypeParser: typeof types.getTypeParser } = {
  getTypeParser: (oid, format) => parsers[oid] ?? types.getTypeParser(oid, format),
}

/**
 * `2026-03-02 01:00:00.5+00`, as PostgreSQL writes a moment. Most are whole milliseconds in UTC, which the engine
 * reads ten times faster than Temporal does.
 */
function instantIn(text: string): Temporal.Instant {
  return text.length <= 26 && text.endsWith('+00')
    ? Temporal.Instant.fromEpochMilliseconds(
        Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`),
      )
    : Temporal.Instant.from(text)
}

const mostNames = 500
const nameable = /^\s*(select|with|insert|update|delete)\b/i

/**
 * Names statements by their text, so that PostgreSQL parses and plans each once per connection:
 * nearly doubles what one process answers (the driver is the cost, see docs/decisions).
 */
function statementNames() {
  const names = new Map<string, string>()
  return (text: string): string | undefined => {
    const known = names.get(text)
    if (known) return known
    if (names.size >= mostNames || !nameable.test(text)) return undefined
    const name = `hexi_${hashOf(text)}`
    names.set(text, name)
    return name
  }
}

/** FNV-1a over 64 bits: equal text gives an equal name in every process, as a pooler likes it. */
function hashOf(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let at = 0; at < text.length; at += 1) {
    low ^= text.charCodeAt(at)
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 2 ** 32)) >>> 0
    low = product >>> 0
  }
  return (
    high.toString(16).padStart(8, '0') +
    low.toString(16).padStart(8, '0') +
    text.length.toString(36)
  )
}

/** Moments of whole milliseconds, as nearly all are, are written ten times faster than Temporal writes them. */
const asParameter = (value: unknown) => {
  if (!(value instanceof Temporal.Instant)) return value
  const text = value.epochNanoseconds % 1_000_000n === 0n ? isoOf(value) : value.toString()
  return /^[+-]|^0000/.test(text) ? beyondFourDigits(text) : text
}

/**
 * What is counted from a moment may lie before year 1 or after 9999. ISO 8601 writes six digits and a sign then, and
 * the year before 1 as 0; PostgreSQL writes `10000` and `0001 BC`.
 */
function beyondFourDigits(text: string): string {
  const [, year = '', rest = ''] = /^([+-]?\d+)(-.*)$/.exec(text) ?? []
  const before = 1 - Number(year)
  return before < 1 ? `${Number(year)}${rest}` : `${String(before).padStart(4, '0')}${rest} BC`
}

/** Of one database, for both of its pools: statements' names, and whether it answers at all. */
type Server = {
  nameOf: (text: string) => string | undefined
  isAnswering: () => Promise<boolean>
}

const patienceMs = 3_000

/**
 * The result of a statement, however long it takes, as long as the database answers others meanwhile: one that is
 * frozen, or behind a connection that leads nowhere any more, is given up within seconds.
 */
async function answered<T>(asked: Promise<T>, { isAnswering }: Server): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    for (;;) {
      const late = new Promise<typeof isLate>((resolve) => {
        timer = setTimeout(() => resolve(isLate), patienceMs)
      })
      // oxlint-disable-next-line no-await-in-loop -- asked again only after each wait
      const result = await Promise.race([asked, late])
      if (result !== isLate) return result
      // oxlint-disable-next-line no-await-in-loop -- the same
      if (!(await isAnswering())) throw databaseAway()
    }
  } catch (error) {
    return refuse(error)
  } finally {
    clearTimeout(timer)
  }
}
const isLate = Symbol('late')

function refuse(error: unknown): never {
  throw databaseRefusal(error) ?? error
}

/** One statement on a connection of its own, answered in time or refused; one at a time, shared by all who ask. */
function aside(connectionString: string, statement: string): () => Promise<void> {
  let asking: Promise<void> | undefined
  const ask = async () => {
    const client = new Client({
      connectionString,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
      application_name: 'hexi-check',
    })
    client.on('error', ignore)
    try {
      await client.connect()
      await client.query(statement)
    } finally {
      client.end().catch(ignore)
      asking = undefined
    }
  }
  return () => (asking ??= ask())
}

/** Too many connections: full, but alive. */
const isFull = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '53300'
const ignore = () => {}

function preparing(pool: Pool, server: Server): PostgresPool {
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    options: {},
    connect: async () => {
      const client = await pool.connect().catch(refuse)
      const known = wrapped.get(client) ?? preparingClient(client, server)
      wrapped.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

/** The client itself, but for how it asks; one that was given up is not used again. */
function preparingClient(client: PoolClient, server: Server): PostgresPoolClient {
  let isBroken = false
  const query = async (text: unknown, values: readonly unknown[] = []) => {
    if (typeof text !== 'string') throw new Error('Cursors are not used here.')
    if (isBroken) throw databaseAway()
    const name = server.nameOf(text)
    const asked = client.query({ text, values: values.map(asParameter), ...(name && { name }) })
    try {
      return await answered(asked, server)
    } catch (error) {
      isBroken = error instanceof Problem
      throw isBroken && text === 'commit' ? commitUnsure(error) : error
    }
  }
  const release = () => client.release(isBroken)
  return Object.assign(Object.create(client), { query, release })
}

export type Connection = {
  /** For actions: reads and writes. */
  db: Db
  /** For GETs: the same database in read-only transactions. */
  reader: Db
  /** Throws when the database cannot write: for `/readyz`, which must not wait in a pool. */
  check: () => Promise<void>
  close(): Promise<void>
}

type ConnectOptions = {
  connectionString: string
  /** Connections of each of the two pools. */
  max?: number
  onError?: (error: Error) => void
}

function open(
  { connectionString, max = 10, onError }: ConnectOptions,
  server: Server,
  readOnly: boolean,
): Db {
  const pool = new Pool({
    connectionString,
    max,
    types: valueTypes,
    application_name: readOnly ? 'hexi-read' : 'hexi',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    options: readOnly ? '-c timezone=UTC -c default_transaction_read_only=on' : '-c timezone=UTC',
    statement_timeout: readOnly ? 30_000 : 60_000,
  })
  // A connection that breaks (the server restarted) is replaced by the pool; it must not end the process, whether it
  // waits in the pool or somebody uses it: whoever does is refused by its query.
  pool.on('error', (error) => onError?.(error))
  pool.on('connect', (client) => client.on('error', ignore))
  const dialect = new PostgresDialect({ pool: preparing(pool, server) })
  const db = new Kysely<Database>({ dialect })
  pools.set(db, { pool, server })
  return db
}

/** The same driver serves Node (two pools) and Workers (a Hyperdrive string). */
export function connect(options: ConnectOptions): Connection {
  const ping = aside(options.connectionString, 'select 1')
  const isAnswering = async () => ping().then(() => true, isFull)
  const server = { nameOf: statementNames(), isAnswering }
  const db = open(options, server, false)
  const reader = open(options, server, true)
  return {
    db,
    reader,
    check: aside(options.connectionString, writesAndFlushes),
    close: async () => void (await Promise.all([db.destroy(), reader.destroy()])),
  }
}

/** What stands in a text for the values that it is asked with, each bound as its own type. */
export type Bound<Values> = { readonly [Name in keyof Values]: Expression<Values[Name]> }

type Mark = { mark: string }
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of any name
const marks = new Proxy({}, { get: (_, mark: string) => sql.val<Mark>({ mark }) }) as Bound<never>

/** A query of a builder, or one written as SQL. */
export type Built<Row> = { compile(db: Db): CompiledQuery<Row> }

/**
 * A read whose text never changes, built once: where thousands are asked a second, building the query costs more than
 * asking it. What `build` binds beside the values that it is given is the same for all.
 */
export function prepared<Values extends object, Row extends object>(
  build: (db: Db, values: Bound<Values>) => Built<Row>,
) {
  let kept: (CompiledQuery<Row> & { name: string }) | undefined
  return async (db: Db, values: Values): Promise<Row[]> => {
    const own = pools.get(db)
    // A transaction, or a connection that changes what it is asked, builds its own.
    const query = own && kept ? kept : namedOf(build(db, marks).compile(db))
    if (own) kept = query
    const parameters = query.parameters.map((parameter) =>
      asParameter(isMark(parameter) ? Reflect.get(values, parameter.mark) : parameter),
    )
    const { rows } = own
      ? await askOnce<Row>(own, { name: query.name, text: query.sql, values: parameters })
      : await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}

const namedOf = <Row>(query: CompiledQuery<Row>) => ({
  ...query,
  name: `hexi_${hashOf(query.sql)}`,
})

/** The same, of which one row is wanted. */
export function preparedOne<Values extends object, Row extends object>(
  build: (db: Db, values: Bound<Values>) => Built<Row>,
) {
  const read = prepared(build)
  return async (db: Db, values: Values): Promise<Row | undefined> => (await read(db, values))[0]
}

const isMark = (value: unknown): value is Mark =>
  typeof value === 'object' && value !== null && 'mark' in value

async function askOnce<Row extends object>({ pool, server }: Own, statement: QueryConfig) {
  const client = await pool.connect().catch(refuse)
  let isBroken = false
  try {
    return await answered(client.query<Row>(statement), server)
  } catch (error) {
    isBroken = error instanceof Problem
    throw error
  } finally {
    client.release(isBroken)
  }
}

/** Outside a transaction, a read that is built already goes to its pool without a builder in between. */
const pools = new WeakMap<Db, Own>()
type Own = { pool: Pool; server: Server }

/** Leaves nothing behind but a record in the log of the database, which its commit waits for. */
const writesAndFlushes = "select pg_logical_emit_message(true, 'hexi', 'ready?')"

/** What a person who looks after the database asks first; one query. */
export async function databaseFacts(db: Db) {
  const { rows } = await sql<{
    version: number
    extensions: string[]
    applied: number
    now: Temporal.Instant
    jobsWaiting: number
    jobsDead: number
  }>`
    select
      current_setting('server_version_num')::int as version,
      array(select extname::text from pg_extension) as extensions,
      (select count(*)::int from kysely_migration) as applied,
      clock_timestamp() as now,
      (select count(*)::int from graphile_worker._private_jobs where attempts < max_attempts) as "jobsWaiting",
      (select count(*)::int from graphile_worker._private_jobs where attempts >= max_attempts) as "jobsDead"
  `.execute(db)
  const [facts] = rows
  if (!facts) throw new Error('The database answered no row.')
  return facts
}
