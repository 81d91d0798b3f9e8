/**
 * An import of a million MCPD passports (`--rows 20000` for fewer), killed at 40 % and gone on with, against `COPY` of the
 * very rows that it made into tables with the same indexes; then the same file once more.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { migrateToLatest } from '../../db/migrate.ts'
import type { Context } from '../../src/core/context.ts'
import { systemNow } from '../../src/core/time.ts'
import { reportOf } from '../../src/exchange/imports/actions/read.ts'
import { runImport } from '../../src/exchange/imports/actions/run.ts'
import { startImport } from '../../src/exchange/imports/actions/start.ts'
import type { Counts } from '../../src/exchange/imports/model.ts'
import { terminalIo } from '../../src/node/io.ts'
import { connect } from '../../src/ports/database.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { testServices } from '../support/services.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } })
const rowCount = Number(values.rows)
const goals = { ratio: 5, megabytes: 400 }
/** What an import writes of an accession. */
const tables = ['record', 'accession', 'plant_profile', 'record_name', 'audit']

const header =
  'ACCENUMB,COLLNUMB,GENUS,SPECIES,SPAUTHOR,CROPNAME,ACCENAME,ACQDATE,ORIGCTY,COLLSITE,DECLATITUDE,DECLONGITUDE,ELEVATION,SAMPSTAT,COLLSRC,STORAGE,REMARKS'

function* lines() {
  yield `${header}\n`
  for (let number = 1; number <= rowCount; number += 1) yield `${passport(number)}\n`
}

function passport(number: number): string {
  const place = number % 1000
  return [
    `ZXM${String(number).padStart(7, '0')}`,
    `GS-${2000 + (number % 25)}-${number}`,
    'Medicago,sativa,L.,Alfalfa',
    `陇东苜蓿${number}号`,
    `${1980 + (number % 40)}----`,
    'CHN',
    `甘肃省环县第 ${place} 采集点`,
    (36 + place / 10_000).toFixed(4),
    (107 + place / 10_000).toFixed(4),
    `${1000 + place},300,21,13,`,
  ].join(',')
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const started = performance.now()
  const result = await work()
  return { seconds: (performance.now() - started) / 1000, result }
}

/** Seconds that `COPY` takes to put the same rows into empty tables of the same shape. */
async function copySeconds(url: string, folder: string): Promise<number> {
  const client = new Client(url)
  await client.connect()
  let seconds = 0
  for (const table of tables) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    seconds += await copyOf(client, table, folder)
  }
  await client.end()
  return seconds
}

async function copyOf(client: Client, table: string, folder: string): Promise<number> {
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'
     order by ordinal_position`,
    [table],
  )
  const columns = rows.map(({ column_name: name }) => `"${name}"`).join(', ')
  const path = join(folder, `${table}.copy`)
  const rowsOut = client.query(copyTo(`copy ${table} (${columns}) to stdout`))
  await pipeline(rowsOut, createWriteStream(path))
  await client.query(`create table copied_${table} (like ${table} including all)`)
  const { seconds } = await timed(() =>
    pipeline(
      createReadStream(path),
      client.query(copyFrom(`copy copied_${table} (${columns}) from stdin`)),
    ),
  )
  await rm(path)
  return seconds
}

/** Takes the file; `stopAt` of its rows somebody kills the process, and another one goes on. Answers what became of it. */
async function taken(ctx: Context, { path, institutionId, stopAt = Infinity }: Taking) {
  const { sizeBytes, body } = await terminalIo('en').openFile(path)
  const file = { name: path, sizeBytes, body }
  const asked = { kind: 'accession', file, institutionId, publish: true } as const
  const { id } = await startImport(ctx, asked, { isRunHere: true })
  const killing = (done: number) => {
    if (done >= stopAt) throw new Error('killed')
  }
  if (stopAt < rowCount) await runImport(ctx, id, { onProgress: killing }).catch(() => {})
  await runImport(ctx, id)
  return (await reportOf(ctx, id)).rows
}

type Taking = { path: string; institutionId: string; stopAt?: number }

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  await migrateToLatest(postgres.url)
  const connection = connect({ connectionString: postgres.url, max: 4 })
  try {
    const { id: institutionId } = await connection.db
      .insertInto('institution')
      .values({ name_zh: '种质库', created_at: systemNow() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const services = await testServices(connection, { now: systemNow })
    const actor = { type: 'system', job: 'bench' } as const
    const ctx: Context = { ...services, actor, lang: 'en', requestId: 'bench' }
    const path = join(folder, 'passports.csv')
    await pipeline(Readable.from(lines()), createWriteStream(path))
    const stopAt = Math.floor(rowCount * 0.4)
    const first = await timed(() => taken(ctx, { path, institutionId, stopAt }))
    const again = await timed(() => taken(ctx, { path, institutionId }))
    // Before COPY, which is not ours.
    const megabytes = process.resourceUsage().maxRSS / 1000
    report({ first, again, megabytes, copy: await copySeconds(postgres.url, folder) })
  } finally {
    await connection.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Taken = { seconds: number; result: Counts }
type Measured = { first: Taken; again: Taken; megabytes: number; copy: number }

function report({ first, again, megabytes, copy }: Measured): void {
  const ratio = first.seconds / copy
  const isWhole =
    first.result.accepted === rowCount &&
    again.result.unchanged === rowCount &&
    again.seconds < first.seconds
  const isReached = isWhole && ratio <= goals.ratio && megabytes <= goals.megabytes
  if (!isReached) process.exitCode = 1
  console.log(
    `import  ${rowCount} rows ${first.seconds.toFixed(1)} s (${(rowCount / first.seconds).toFixed(0)}/s), ` +
      `${first.result.accepted} accepted  again ${again.seconds.toFixed(1)} s, ${again.result.unchanged} unchanged  ` +
      `copy ${copy.toFixed(1)} s  ratio ${ratio.toFixed(1)} (≤ ${goals.ratio})  ` +
      `peak ${megabytes.toFixed(0)} MB (≤ ${goals.megabytes}) ${isReached ? 'reached' : 'MISSED'}`,
  )
}

await measure()
