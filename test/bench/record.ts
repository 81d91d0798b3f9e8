/**
 * Reading one record through the API (institution, picture, visibility, fields) against a bare Hono handler that
 * runs the same SQL as a named prepared statement. Each is a process of its own; 32 connections; turns alternate.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { migrateToLatest } from '../../db/migrate.ts'
import { readableRow } from '../../src/catalog/records/queries/records.ts'
import { connect } from '../../src/ports/database.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'

const turns = 5
const seconds = 4
const goal = 0.7
const ports = { hexi: 18_871, bare: 18_872 }

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function throughput(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: 32, duration: seconds })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`)
  return requests.average
}

function start(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- waits for a server to come up
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    // oxlint-disable-next-line no-await-in-loop -- waits for a server to come up
    await sleep(100)
  }
  throw new Error(`${url} did not answer`)
}

/** One published accession with a picture, in an institution. */
async function addRecord(db: ReturnType<typeof connect>['db']): Promise<string> {
  const at = '2026-01-01T00:00:00Z'
  const institution = await db
    .insertInto('institution')
    .values({ name_zh: '甘肃省种质资源库', name_en: 'Gansu Genebank', created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const record = await db
    .insertInto('record')
    .values({
      kind: 'accession',
      profile: 'plant',
      institution_id: institution.id,
      title_zh: '陇东紫花苜蓿',
      title_en: 'Longdong alfalfa',
      summary_zh: '甘肃庆阳地方品种，抗旱，耐寒。',
      published_at: at,
      listed_at: at,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('accession')
    .values({
      record_id: record.id,
      accenumb: 'ZXM000123',
      genus: 'Medicago',
      species: 'sativa',
      origcty: 'CHN',
    })
    .execute()
  await db.insertInto('plant_profile').values({ record_id: record.id }).execute()
  const image = await db
    .insertInto('image')
    .values({
      record_id: record.id,
      position: 0,
      original_key: 'originals/bench',
      original_name: 'bench.jpg',
      format: 'jpeg',
      size_bytes: 1,
      sha256: Buffer.alloc(32),
      width: 1600,
      height: 1200,
      colour: '#aabbcc',
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('record')
    .set({ main_image_id: image.id })
    .where('id', '=', record.id)
    .execute()
  return record.id
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  const children: ChildProcess[] = []
  try {
    await migrateToLatest(postgres.url)
    const connection = connect({ connectionString: postgres.url })
    const id = await addRecord(connection.db)
    const { sql } = readableRow(connection.db, { type: 'anonymous' }, id).compile()
    await connection.close()
    const env = { DATABASE_URL: postgres.url, HEXI_DATA: folder, HEXI_SECRET: 'x'.repeat(32) }
    children.push(
      start(['dist/cli.js', 'serve'], { ...env, PORT: String(ports.hexi), HEXI_JOBS: 'no' }),
      start(['test/bench/record/bare.ts'], {
        ...env,
        BARE_SQL: sql,
        BARE_PORT: String(ports.bare),
      }),
    )
    const urls = {
      hexi: `http://127.0.0.1:${ports.hexi}/api/v1/records/${id}`,
      bare: `http://127.0.0.1:${ports.bare}/${id}`,
    }
    await Promise.all(Object.values(urls).map(answers))
    const rates: Record<keyof typeof urls, number[]> = { hexi: [], bare: [] }
    for (let turn = 0; turn <= turns; turn += 1)
      for (const side of ['bare', 'hexi'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one load at a time, in turns
        const rate = await throughput(urls[side])
        // The first turn warms both up.
        if (turn > 0) rates[side].push(rate)
      }
    report(rates)
  } finally {
    await Promise.all(children.map(ended))
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Stops a child by its own id and waits until it has let the database go. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

function report(rates: Record<'hexi' | 'bare', number[]>): void {
  const hexi = median(rates.hexi)
  const bare = median(rates.bare)
  const ratio = hexi / bare
  if (ratio < goal) process.exitCode = 1
  console.log(
    `record  hexi ${hexi.toFixed(0)}/s  bare ${bare.toFixed(0)}/s  ratio ${ratio.toFixed(2)} (≥ ${goal}) ${ratio >= goal ? 'reached' : 'MISSED'}`,
  )
}

await measure()
