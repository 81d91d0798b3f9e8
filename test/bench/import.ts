/**
 * An import of a million MCPD passports (`--rows 20000` for fewer) against `COPY` of the very rows that it made into
 * tables with the same indexes; then the same file once more.
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
import { importRecords } from '../../src/exchange/imports/actions/here.ts'
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

const secondsOf = async (work: () => Promise<unknown>) => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
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
  const seconds = await secondsOf(() =>
    pipeline(
      createReadStream(path),
      client.query(copyFrom(`copy copied_${table} (${columns}) from stdin`)),
    ),
  )
  await rm(path)
  return seconds
}

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
    const ctx: Context = {
      ...services,
      actor: { type: 'system', job: 'bench' },
      lang: 'en',
      requestId: 'bench',
    }
    const path = join(folder, 'passports.csv')
    await pipeline(Readable.from(lines()), createWriteStream(path))
    const run = async () => {
      const { sizeBytes, body: bytes } = await terminalIo('en').openFile(path)
      await importRecords(ctx, {
        kind: 'accession',
        bytes,
        sizeBytes,
        institutionId,
        publish: true,
      })
    }
    const [first, again] = [await secondsOf(run), await secondsOf(run)]
    // Before COPY, which is not ours.
    const megabytes = process.resourceUsage().maxRSS / 1000
    const copy = await copySeconds(postgres.url, folder)
    const isReached = first / copy <= goals.ratio && megabytes <= goals.megabytes && again < first
    if (!isReached) process.exitCode = 1
    console.log(
      `import  ${rowCount} rows ${first.toFixed(1)} s (${(rowCount / first).toFixed(0)}/s)  again ${again.toFixed(1)} s  ` +
        `copy ${copy.toFixed(1)} s  ratio ${(first / copy).toFixed(1)} (≤ ${goals.ratio})  ` +
        `peak ${megabytes.toFixed(0)} MB (≤ ${goals.megabytes}) ${isReached ? 'reached' : 'MISSED'}`,
    )
  } finally {
    await connection.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await measure()
