/**
 * Bookings through HTTP against the very statements of one booking's transaction (the lock, the facts, the exclusion,
 * audit and job) sent straight through pg; 32 at once, each side in turns. Then `openings` among 1,000 instruments with
 * 200,000 bookings against its own statements.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { migrateToLatest } from '../../db/migrate.ts'
import { bookInstrument } from '../../src/bookings/bookings/actions/book.ts'
import { openingsAmong } from '../../src/bookings/openings/actions.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { atOnce, dayFromNow, hourMs, instant, rateOf, rateOfHttp, slots } from './bookings/rates.ts'
import { addBookings, type BenchScene, openScene } from './bookings/scene.ts'
import { replay, statementsOf, transactionIn } from './bookings/statements.ts'

const port = 18_873
const origin = `http://127.0.0.1:${port}`
const turns = 4
const goals = { bookings: 0.5, openings: 1.5 }

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function compareBookings(scene: BenchScene, pool: Pool): Promise<void> {
  const [first = ''] = scene.ids
  const seenMs = dayFromNow(5)
  const seen = { start: instant(seenMs), end: instant(seenMs + hourMs), purpose: '成像' }
  const transaction = transactionIn(
    await statementsOf(() => bookInstrument(scene.ctx, first, seen)),
  )
  const sides = {
    pg: slots(scene.ids, dayFromNow(10)),
    http: slots(scene.ids, dayFromNow(120)),
  }
  const straight = (worker: number) => {
    const { instrument, startMs } = sides.pg()
    return replay(pool, transaction, {
      ids: new Map([
        [first, instrument],
        [scene.people[0]?.id ?? '', scene.people[worker]?.id ?? ''],
      ]),
      afterMs: Date.now() + 0.5 * hourMs,
      shiftMs: startMs - seenMs,
    })
  }
  const rates: Record<keyof typeof sides, number[]> = { pg: [], http: [] }
  for (let turn = 0; turn <= turns; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
    const pg = await rateOf(straight)
    // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
    const http = await rateOfHttp(origin, scene, sides.http)
    // The first turn warms both up.
    if (turn > 0) {
      rates.pg.push(pg)
      rates.http.push(http)
    }
  }
  const [http, pg] = [median(rates.http), median(rates.pg)]
  said(
    'bookings',
    http / pg >= goals.bookings,
    `http ${http.toFixed(0)}/s  pg ${pg.toFixed(0)}/s  ratio ${(http / pg).toFixed(2)} (≥ ${goals.bookings})`,
  )
}

async function compareOpenings(scene: BenchScene, pool: Pool): Promise<void> {
  const window = { start: instant(dayFromNow(1)), end: instant(dayFromNow(8)) }
  const [from, to] = [window.start.toString(), window.end.toString()]
  await addBookings(scene, 200_000, from)
  const path = `/openings?category=020000&minutes=120&from=${from}&to=${to}&limit=50`
  const asked = { category: '020000', minutes: 120, window, limit: 50 }
  const statements = await statementsOf(() => openingsAmong(scene.ctx, asked))
  if (statements.length !== 2)
    throw new Error(`Openings are two queries, not ${statements.length}.`)
  const times: Record<'hexi' | 'sql', number[]> = { hexi: [], sql: [] }
  for (let turn = 0; turn < 12; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, in turns
    const sql = await timeOf(() => replay(pool, statements))
    // oxlint-disable-next-line no-await-in-loop -- one after the other, in turns
    const hexi = await timeOf(() => read(path))
    if (turn > 1) {
      times.sql.push(sql)
      times.hexi.push(hexi)
    }
  }
  const [hexi, sql] = [median(times.hexi), median(times.sql)]
  said(
    'openings',
    hexi / sql <= goals.openings,
    `hexi ${hexi.toFixed(0)} ms  sql ${sql.toFixed(0)} ms  ratio ${(hexi / sql).toFixed(2)} (≤ ${goals.openings})`,
  )
}

async function read(path: string): Promise<void> {
  const answer = await fetch(`${origin}/api/v1${path}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${text}`)
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function said(name: string, isReached: boolean, figures: string): void {
  if (!isReached) process.exitCode = 1
  console.log(`${name}  ${figures} ${isReached ? 'reached' : 'MISSED'}`)
}

async function untilUp(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- waits for a server to come up
    const isUp = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    // oxlint-disable-next-line no-await-in-loop -- waits for a server to come up
    await sleep(100)
  }
  throw new Error('The server did not come up.')
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  await migrateToLatest(postgres.url)
  const pool = new Pool({ connectionString: postgres.url, max: atOnce })
  const child = spawn(process.execPath, ['dist/cli.js', 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      HEXI_DATA: folder,
      HEXI_SECRET: 'x'.repeat(32),
      PORT: String(port),
      HEXI_JOBS: 'no',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const few = await openScene(postgres.url, { instruments: 64 })
  try {
    await untilUp()
    await compareBookings(few, pool)
    const many = await openScene(postgres.url, { instruments: 1000 })
    await compareOpenings(many, pool)
    await many.close()
  } finally {
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    await exit
    await few.close()
    await pool.end()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await measure()
