import { Hono } from 'hono'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import type { Database } from '../../../db/schema.ts'
import { mapRoutes } from '../../../src/catalog/map/routes.ts'
import { searchRoutes } from '../../../src/catalog/search/routes.ts'
import type { Db } from '../../../src/core/database.ts'
import { connect, valueTypes } from '../../../src/ports/database.ts'
import { findActor } from '../../../src/people/accounts/actions/actor.ts'
import { contextual, identified } from '../../../src/web/context.ts'
import type { Env } from '../../../src/web/env.ts'
import { guarded, observed } from '../../../src/web/observe.ts'
import type { Services } from '../../../src/web/services.ts'
import { asServed, type Served } from './served.ts'
import { testServices } from '../../support/services.ts'

/** Both sides of the comparison on one database: each answers one address, and is done when it has read the answer. */
export type Sides = {
  /** Bytes of the answer. */
  app: (path: string) => Promise<number>
  bare: (path: string) => Promise<void>
  close: () => Promise<void>
}

const connections = 10

/** The app's routes in this process, and the very statements that they issue, straight to the database. */
export async function openSides(
  url: string,
  paths: readonly string[],
  make: MakeApp = finding,
): Promise<Sides> {
  const connection = connect({ connectionString: url, max: connections })
  const app = await appOn(connection.db, connection.reader, make)
  const recorded = await record(url, paths, make)
  const pool = poolOf(url)
  return {
    app: (path) => ask(app, path),
    bare: async (path) => {
      for (const stage of recorded.get(path) ?? [])
        // oxlint-disable-next-line no-await-in-loop -- the app, too, waits for one answer before the next question
        await Promise.all(stage.map((statement) => pool.query(statement)))
    },
    close: async () => void (await Promise.all([connection.close(), pool.end()])),
  }
}

/** As the app's pool of reading connections. */
function poolOf(url: string, config: PoolConfig = {}): Pool {
  const options = '-c timezone=UTC -c default_transaction_read_only=on'
  const pool = new Pool({
    connectionString: url,
    max: connections,
    options,
    keepAlive: true,
    lock_timeout: 5000,
    statement_timeout: 30000,
    idle_in_transaction_session_timeout: 30000,
    application_name: 'hexi-read',
    ...config,
  })
  // The database is dropped at the end, perhaps before a closed connection is quite gone.
  pool.on('error', () => {})
  return pool
}

type App = { request: (path: string) => Promise<Served> }
/** What is measured: the app, or some of its routes. */
export type MakeApp = (services: Services) => App

const appOn = async (db: Db, reader: Db, make: MakeApp) =>
  make(await testServices({ db, reader, check: async () => {} }))

/** Search and map. */
const finding: MakeApp = (services) => {
  const app = new Hono<Env>()
    .use(guarded)
    .use(contextual(() => services))
    .use(identified(findActor))
    .use(observed)
    .route('/api/v1', searchRoutes)
    .route('/api/v1', mapRoutes)
  const asked = asServed(app)
  return { request: (path) => asked(`/api/v1${path}`) }
}

async function ask(app: App, path: string): Promise<number> {
  const { status, bytes } = await app.request(path)
  if (status !== 200) throw new Error(`${path}: ${status} ${bytes.toString()}`)
  return bytes.byteLength
}

/** A statement as pg sends it: parsed once per connection, by its name, where the app names it too. */
type Statement = { name?: string; text: string; values: unknown[] }

/** Statements of one stage are under way together; the next stage waits for them. */
type Stages = Statement[][]

/** Asks everything once and writes down what the app says to the database. */
async function record(
  url: string,
  paths: readonly string[],
  make: MakeApp,
): Promise<Map<string, Stages>> {
  const names = new Map<string, string>()
  let stages: Stages = []
  let stageEnd = 0
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: poolOf(url, { types: valueTypes }) }),
    log: ({ query, queryDurationMillis }) => {
      const end = performance.now()
      const name = names.get(query.sql) ?? `bare${names.size}`
      names.set(query.sql, name)
      if (stages.length === 0 || end - queryDurationMillis > stageEnd) stages.push([])
      stageEnd = Math.max(stageEnd, end)
      const isNamed = /^\s*(select|with)\b/i.test(query.sql)
      const values = [...query.parameters]
      stages.at(-1)?.push({ text: query.sql, values, ...(isNamed && { name }) })
    },
  })
  const app = await appOn(db, db, make)
  const recorded = new Map<string, Stages>()
  for (const path of new Set(paths)) {
    stages = []
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that statements are told apart
    await ask(app, path)
    recorded.set(path, stages)
  }
  await db.destroy()
  return recorded
}
