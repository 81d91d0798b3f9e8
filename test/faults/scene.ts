import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../src/ports/database.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { migrateToLatest } from '../../db/migrate.ts'
import { testNow } from '../support/clock.ts'
import { openProcessScene } from '../support/hexi-process.ts'
import { addDemoHouse } from '../support/demo-house.ts'
import { openProxy } from './proxy.ts'

/** A database of its own with the demo's people, a proxy before it, and servers in processes of their own with `env`. */
export async function openFaultScene({ env = {} }: { env?: Record<string, string> } = {}) {
  const all = { ...env }
  const folder = await mkdtemp(join(tmpdir(), 'hexi-faults-'))
  const dataFolder = join(folder, 'postgres')
  const start = async (port?: number) => startPostgres({ dataFolder, durable: false, port })
  let postgres = await start()
  const url = new URL(postgres.url)
  await migrateToLatest(postgres.url)
  const setUp = connect({ connectionString: postgres.url, max: 1 })
  const house = await addDemoHouse(setUp.db, testNow())
  await setUp.db.insertInto('seeded').values({ part: 'demo', ids: '{}', at: testNow() }).execute()
  await setUp.close()
  const proxy = await openProxy({ host: url.hostname, port: Number(url.port) })
  const processes = await openProcessScene()
  const through = new URL(postgres.url)
  through.port = String(proxy.port)
  return {
    house,
    proxy,
    /** Straight to the database, past the proxy. */
    url: postgres.url,
    serve: async (own: Record<string, string> = {}) =>
      processes.serve(['--demo'], { DATABASE_URL: through.href, HEXI_JOBS: 'no', ...all, ...own }),
    folder,
    /** Of every process that is started from now on. */
    env: all,
    /** Of all processes: their files are below. */
    data: processes.data,
    /** A command in a process of its own, on the same data. */
    command: (...args: string[]) => processes.start(args, { DATABASE_URL: through.href, ...all }),
    stopDatabase: async () => postgres.stop(),
    startDatabase: async () => {
      postgres = await start(Number(url.port))
    },
    close: async () => {
      await processes.close()
      await proxy.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type FaultScene = Awaited<ReturnType<typeof openFaultScene>>

/** `duplex` is asked for by a body that is sent bit by bit. */
type Asked = Omit<RequestInit, 'headers'> & {
  token?: string
  headers?: Record<string, string>
  duplex?: 'half'
}

/** What came of one request, and how long it took. */
export async function ask(url: string, { token, headers, ...init }: Asked = {}) {
  const started = performance.now()
  const answer = await fetch(url, {
    redirect: 'manual',
    ...init,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
  })
  const text = await answer.text()
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    text,
    ms: performance.now() - started,
  }
}
