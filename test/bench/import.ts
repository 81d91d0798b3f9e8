/**
 * An import of a million MCPD passports (`--rows 20000` for fewer) by `hexi import`, whose process is killed at 40 %, and
 * `hexi resume-import`, against `COPY` of the very rows that they made into tables with the same indexes; then the same
 * file once more.
 */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { migrateToLatest } from '../../db/migrate.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import { openProcessScene, type ProcessScene } from '../support/hexi-process.ts'

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
async function copySeconds(client: Client, folder: string): Promise<number> {
  let seconds = 0
  for (const table of tables) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    seconds += await copyOf(client, table, folder)
  }
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

type Scene = { start: ProcessScene['start']; client: Client; url: string; path: string }

/** `hexi` in a process of its own until it ends, or until `isEnough`: then it is killed. Answers what it said, and its peak. */
async function ran({ start, url }: Scene, args: readonly string[], isEnough = neverEnough) {
  const { child, ended } = start(args, { DATABASE_URL: url, LANG: 'en' })
  let megabytes = 0
  while (child.exitCode === null && child.signalCode === null) {
    megabytes = Math.max(megabytes, peakOf(child.pid))
    // oxlint-disable-next-line no-await-in-loop -- one look follows the other
    if (await isEnough()) child.kill('SIGKILL')
    // oxlint-disable-next-line no-await-in-loop -- the same
    await sleep(200)
  }
  return { out: (await ended).out, megabytes }
}

const neverEnough = async () => false

/** MB of a process at most, as the kernel counted them; 0 of one that has ended. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) / 1000
  } catch {
    return 0
  }
}

const importing = (path: string) => ['import', '--kind', 'accession', path]

/** Imports the file, is killed at 40 %, and goes on in another process. */
async function killedAndResumed(scene: Scene) {
  const { client, path } = scene
  const first = await ran(scene, importing(path), async () => {
    const { rows } = await client.query<{ position: number }>('select position from import')
    return (rows[0]?.position ?? 0) >= rowCount * 0.4
  })
  const [, id = ''] = /resume-import (\S+)/.exec(first.out) ?? []
  const then = await ran(scene, ['resume-import', id])
  return { ...countsIn(then.out), megabytes: Math.max(first.megabytes, then.megabytes) }
}

async function onceMore(scene: Scene) {
  const { out, megabytes } = await ran(scene, importing(scene.path))
  return { ...countsIn(out), megabytes }
}

function countsIn(out: string) {
  const [, accepted, unchanged] = /(\d+) accepted, (\d+) unchanged/.exec(out) ?? []
  return { accepted: Number(accepted), unchanged: Number(unchanged) }
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  const processes = await openProcessScene()
  const client = new Client(postgres.url)
  try {
    await migrateToLatest(postgres.url)
    await client.connect()
    await client.query(`insert into institution (name_zh, created_at) values ('种质库', now())`)
    const path = join(folder, 'passports.csv')
    await pipeline(Readable.from(lines()), createWriteStream(path))
    const scene = { start: processes.start, client, url: postgres.url, path }
    const first = await timed(() => killedAndResumed(scene))
    const again = await timed(() => onceMore(scene))
    report({ first, again, copy: await copySeconds(client, folder) })
  } finally {
    await client.end()
    await processes.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Counts = { accepted: number; unchanged: number; megabytes: number }
type Taken = { seconds: number; result: Counts }
type Measured = { first: Taken; again: Taken; copy: number }

function report({ first, again, copy }: Measured): void {
  const ratio = first.seconds / copy
  const megabytes = Math.max(first.result.megabytes, again.result.megabytes)
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
