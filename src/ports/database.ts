import {
  type Compilable,
  type CompiledQuery,
  Kysely,
  sql,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely'
import { Pool, type PoolClient, types } from 'pg'
import type { Database } from '../../db/schema.ts'
import type { Db } from '../core/database.ts'
import { isoOf, Temporal } from '../core/time.ts'

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
  return value.epochNanoseconds % 1_000_000n === 0n ? isoOf(value) : value.toString()
}

function preparing(pool: Pool): PostgresPool {
  const nameOf = statementNames()
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    options: {},
    connect: async () => {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? preparingClient(client, nameOf)
      wrapped.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

/** The client itself, but for how it asks. */
function preparingClient(
  client: PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  const query = (text: unknown, values: readonly unknown[] = []) => {
    if (typeof text !== 'string') throw new Error('Cursors are not used here.')
    const name = nameOf(text)
    return client.query({ text, values: values.map(asParameter), ...(name && { name }) })
  }
  return Object.assign(Object.create(client), { query })
}

export type Connection = {
  /** For actions: reads and writes. */
  db: Db
  /** For GETs: the same database in read-only transactions. */
  reader: Db
  close(): Promise<void>
}

type ConnectOptions = {
  connectionString: string
  /** Connections of each of the two pools. */
  max?: number
  onError?: (error: Error) => void
}

function open({ connectionString, max = 10, onError }: ConnectOptions, readOnly: boolean): Db {
  const pool = new Pool({
    connectionString,
    max,
    types: valueTypes,
    application_name: readOnly ? 'hexi-read' : 'hexi',
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    options: readOnly ? '-c timezone=UTC -c default_transaction_read_only=on' : '-c timezone=UTC',
    ...(readOnly && { statement_timeout: 30_000 }),
  })
  // An idle connection that breaks (the server restarted) is replaced by the pool; it must not end the process.
  pool.on('error', (error) => onError?.(error))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  pools.set(db, pool)
  return db
}

/** The same driver serves Node (two pools) and Workers (a Hyperdrive string). */
export function connect(options: ConnectOptions): Connection {
  const db = open(options, false)
  const reader = open(options, true)
  return {
    db,
    reader,
    close: async () => void (await Promise.all([db.destroy(), reader.destroy()])),
  }
}

/**
 * A read by one key whose text never changes, built once: where thousands are asked a second, building the query
 * costs more than asking it. What `build` binds must be the key alone.
 */
export function readByKey<Row extends object, Key extends string | Buffer = string>(
  build: (db: Db, key: Key) => Compilable<Row>,
) {
  let read: ReturnType<typeof named<Row>> | undefined
  return async (db: Db, key: Key): Promise<Row | undefined> => {
    read ??= named(build(db, key).compile())
    return read(db, key)
  }
}

function named<Row extends object>(built: CompiledQuery<Row>) {
  if (built.parameters.length !== 1) throw new Error('A read by key binds its key only.')
  const { sql: text } = built
  const name = `hexi_${hashOf(text)}`
  return async (db: Db, key: string | Buffer): Promise<Row | undefined> => {
    const pool = pools.get(db)
    const { rows } = pool
      ? await pool.query<Row>({ name, text, values: [key] })
      : await db.executeQuery<Row>({ ...built, parameters: [key] })
    return rows[0]
  }
}

/** Outside a transaction, a read that is built already goes to its pool without a builder in between. */
const pools = new WeakMap<Db, Pool>()

/** Throws when the database does not answer (for `/readyz`). */
export async function checkDatabase(db: Db): Promise<void> {
  await db.selectNoFrom((eb) => eb.lit(1).as('one')).execute()
}

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
