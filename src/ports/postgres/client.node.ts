import { realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { role } from './cluster.node.ts'

type Where = { port: number; password: string }

/** The database of the service; `postgres` beside it is where its keeper waits. */
const database = 'hexi'

export const urlOf = ({ port, password }: Where): string =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`

type Patience = {
  isRunning: () => boolean | Promise<boolean>
  /** Called once when it takes long: after a crash a large database takes its time to recover. */
  onSlow: () => void
}

const slowAfterMs = 5_000
const longestWaitMs = 10 * 60_000

/** Connects as soon as the server takes connections; undefined when it ended instead. */
export async function reach(
  where: Where,
  { isRunning, onSlow }: Patience,
): Promise<Client | undefined> {
  const started = performance.now()
  let isSlow = false
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 1.3, 250)) {
    const answer = await connect(where)
    if (!(answer instanceof Error)) return answer
    if (!(await isRunning())) return undefined
    const waitedMs = performance.now() - started
    if (waitedMs > longestWaitMs || (isSlow && isRefusal(answer))) throw answer
    if (!isSlow && waitedMs > slowAfterMs) {
      isSlow = true
      onSlow()
    }
    await sleep(pauseMs)
  }
}

async function connect({ port, password }: Where): Promise<Client | Error> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: role,
    password,
    database: 'postgres',
    application_name: `hexi process ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  })
  // When the server ends, so does this connection; nobody waits for it.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Refused by name or password: a race for the port at first, in the long run the wrong password. */
const isRefusal = (error: Error) => 'code' in error && String(error.code).startsWith('28')

/** Whether this connection leads to the server of this folder, and not to another one on the same port. */
export async function isServerOf(dataFolder: string, client: Client): Promise<boolean> {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  const said = rows[0]?.data_directory
  return said !== undefined && (await realpath(said)) === (await realpath(dataFolder))
}

/** Whatever number, as long as every Hexi takes the same: the lock of the process that owns the server. */
const ownersLock = 1_130_916_953

/** A busy server notices only after a while that the process before was killed. */
const ownershipWait = '3s'
/** SQLSTATE `lock_not_available` */
const notGiven = '55P03'

/** Whether this connection's process now owns the server; it does for as long as the connection lives. */
export async function takeOwnership(client: Client): Promise<boolean> {
  await client.query(`set lock_timeout = '${ownershipWait}'`)
  try {
    await client.query('select pg_advisory_lock($1)', [ownersLock])
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.code === notGiven) return false
    throw error
  } finally {
    await client.query('reset lock_timeout')
  }
}

/** Which process owns the server, as its connection calls itself. */
export async function findOwner(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select activity.application_name as name
       from pg_locks as locks
       join pg_stat_activity as activity on activity.pid = locks.pid
      where locks.locktype = 'advisory' and locks.granted and locks.objid = $1`,
    [ownersLock],
  )
  return rows[0]?.name ?? 'hexi'
}

const alreadyThere = new Set(['42P04', '23505'])

export async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount) return
  try {
    await client.query(`create database ${database}`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && alreadyThere.has(String(error.code))))
      throw error
  }
}

/** How many other connections there are. */
export async function countOthers(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count
       from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  return rows[0]?.count ?? 0
}

type Holding = Client & { ref(): void; unref(): void }

/** pg has these methods, its types do not. */
const canHold = (client: Client): client is Holding => 'ref' in client && 'unref' in client

/** Whether the waiting connection keeps a process running that is otherwise done. */
export function holdProcess(client: Client, hold: boolean): void {
  if (!canHold(client)) return
  if (hold) client.ref()
  else client.unref()
}
