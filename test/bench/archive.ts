/**
 * A version of 10,000 files and 1 GiB as one archive over HTTP, written to a disk, against `zip -0` of the same files in
 * a folder: MiB a second of both, in turns; memory of the server after a quarter and at its highest; `unzip -t` of the
 * last archive. `--files N --mebibytes M` measures another; `--large` one of a file of 4.5 GiB and others behind it, once,
 * for which no ratio is asked: ZIP64 has to be read by `unzip`.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import pMap from 'p-map'
import { migrateToLatest } from '../../db/migrate.ts'
import { connect } from '../../src/ports/database.ts'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { findFreePort } from '../../src/ports/free-port.node.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'

const run = promisify(execFile)
const gibibyte = 1024 ** 3
const goal = 0.7
const mostGrowthMiB = 100
const port = await findFreePort(18_881)
const mebibyte = 1024 ** 2
const secret = 'x'.repeat(32)

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    mebibytes: { type: 'string', default: '1024' },
    large: { type: 'boolean', default: false },
  },
})
const isLarge = options.large
const turns = isLarge ? 1 : 3

/** Sizes between a half and one and a half of the mean. */
const sizesOf = (count: number, totalMiB: number) =>
  Array.from({ length: count }, (_, at) =>
    Math.round(((totalMiB * mebibyte) / count) * (0.5 + ((at * 7919) % count) / count)),
  )
const sizes = isLarge
  ? [4.5 * gibibyte, 10, 2 * mebibyte, ...sizesOf(1000, 10)]
  : sizesOf(Number(options.files), Number(options.mebibytes))
const count = sizes.length
const totalMiB = Math.round(sizes.reduce((sum, size) => sum + size, 0) / mebibyte)
const nameOf = (at: number) => `stations/${at % 100}/day-${at}.csv`

type Db = ReturnType<typeof connect>['db']

const noise = randomBytes(4 * mebibyte)

/** The bytes of a file: noise, from where no other file begins. */
function* piecesOf(index: number, size: number): Generator<Uint8Array, void, void> {
  let [left, from] = [size, (index * 4093) % noise.length]
  for (; left > 0; from = 0) {
    const piece = noise.subarray(from, from + left)
    left -= piece.length
    yield piece
  }
}

const streamOf = (pieces: Iterator<Uint8Array, void>) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })

/** A published dataset whose version has the files, their bytes in the store and in a folder. */
async function addVersion(db: Db, { data, plain }: Record<'data' | 'plain', string>) {
  const at = '2026-01-01T00:00:00Z'
  const institution = await db
    .insertInto('institution')
    .values({ name_en: 'Gansu Bureau', created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const common = { published_at: at, created_at: at }
  const { id: record_id } = await db
    .insertInto('record')
    .values({
      ...common,
      kind: 'dataset',
      institution_id: institution.id,
      title_en: 'Weather',
      access: 'open',
      listed_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('dataset').values({ record_id }).execute()
  const version = await db
    .insertInto('dataset_version')
    .values({ record_id, number: 1, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const objects = fsObjects({ folder: join(data, 'objects'), secret })
  await pMap(
    sizes,
    async (size, index) => {
      const [key, path] = [`datasets/bench/${index}`, nameOf(index)]
      const digest = createHash('sha256')
      for (const piece of piecesOf(index, size)) digest.update(piece)
      const body = streamOf(piecesOf(index, size))
      await objects.put(key, body, { contentType: 'text/csv', sizeBytes: size })
      await mkdir(dirname(join(plain, path)), { recursive: true })
      await writeFile(join(plain, path), piecesOf(index, size))
      const object = await db
        .insertInto('dataset_object')
        .values({
          record_id,
          key,
          size_bytes: size,
          sha256: digest.digest(),
          verified_at: at,
          checked_at: at,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('dataset_file')
        .values({
          version_id: version.id,
          object_id: object.id,
          path,
          content_type: 'text/csv',
          added_at: at,
        })
        .execute()
    },
    { concurrency: 16 },
  )
  await db
    .updateTable('dataset_version')
    .set({ published_at: at })
    .where('id', '=', version.id)
    .execute()
  return `http://127.0.0.1:${port}/api/v1/datasets/${record_id}/versions/1/archive.zip`
}

type Run = { MiBPerSecond: number; quarterMiB: number; mostMiB: number }

/** Downloads it to a file, and looks at the server's memory on the way. */
async function download(url: string, to: string, pid: number): Promise<Run> {
  const begun = performance.now()
  // The plainest client there is here: what it costs counts against the server.
  const request = get(url)
  const [answer]: IncomingMessage[] = await once(request, 'response')
  if (answer?.statusCode !== 200) throw new Error(`${url}: ${answer?.statusCode}`)
  const expected = Number(answer.headers['content-length'])
  let [received, quarterMiB, mostMiB] = [0, 0, 0]
  const looking = setInterval(() => {
    void residentMiB(pid).then((memory) => {
      if (quarterMiB === 0 && received > expected / 4) quarterMiB = memory
      mostMiB = Math.max(mostMiB, memory)
    })
  }, 50)
  answer.on('data', (piece: Buffer) => {
    received += piece.length
  })
  await pipeline(answer, createWriteStream(to))
  clearInterval(looking)
  if (received !== expected) throw new Error(`${received} of ${expected} bytes`)
  const seconds = (performance.now() - begun) / 1000
  return { MiBPerSecond: received / mebibyte / seconds, quarterMiB, mostMiB }
}

/** Resident memory of a process; Linux alone says it. */
async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

async function zipped(folder: string, to: string): Promise<number> {
  await rm(to, { force: true })
  const begun = performance.now()
  await run('zip', ['-0', '-q', '-r', to, '.'], { cwd: folder })
  const seconds = (performance.now() - begun) / 1000
  return (await stat(to)).size / mebibyte / seconds
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-bench-'))
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), durable: false })
  let server: ChildProcess | undefined
  try {
    await migrateToLatest(postgres.url)
    const connection = connect({ connectionString: postgres.url })
    const places = { data: join(folder, 'data'), plain: join(folder, 'plain') }
    const url = await addVersion(connection.db, places)
    await connection.close()
    server = spawn(process.execPath, ['--max-semi-space-size=8', 'dist/cli.js', 'serve'], {
      env: {
        ...process.env,
        DATABASE_URL: postgres.url,
        HEXI_DATA: places.data,
        HEXI_SECRET: secret,
        HEXI_JOBS: 'no',
        PORT: String(port),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await comesUp(server)
    const [ours, theirs] = [join(folder, 'ours.zip'), join(folder, 'theirs.zip')]
    const runs: { hexi: Run[]; zip: number[] } = { hexi: [], zip: [] }
    // The first turn warms both up.
    for (let turn = isLarge ? 1 : 0; turn <= turns; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop -- in turns
      const zip = await zipped(places.plain, theirs)
      // oxlint-disable-next-line no-await-in-loop
      const hexi = await download(url, ours, server.pid ?? 0)
      if (turn > 0) {
        runs.zip.push(zip)
        runs.hexi.push(hexi)
      }
    }
    report(runs)
    await run('unzip', ['-tqq', ours])
    console.log('archive  unzip -t: no faults')
  } finally {
    if (server?.exitCode === null) {
      const exit = once(server, 'exit')
      server.kill('SIGTERM')
      await exit
    }
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function comesUp(server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150 && server.exitCode === null; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- waits for a server to come up
    const isUp = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    // oxlint-disable-next-line no-await-in-loop
    await sleep(200)
  }
  throw new Error('the server did not come up')
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function report({ hexi, zip }: { hexi: readonly Run[]; zip: readonly number[] }): void {
  const ours = median(hexi.map(({ MiBPerSecond }) => MiBPerSecond))
  const ratio = ours / median(zip)
  const ratios = hexi.map(({ MiBPerSecond }, turn) => MiBPerSecond / (zip[turn] ?? NaN))
  const [least, best] = [Math.min(...ratios), Math.max(...ratios)].map((value) => value.toFixed(2))
  const growth = median(hexi.map(({ quarterMiB, mostMiB }) => mostMiB - quarterMiB))
  const most = median(hexi.map(({ mostMiB }) => mostMiB))
  const isReached = (isLarge || ratio >= goal) && growth <= mostGrowthMiB
  if (!isReached) process.exitCode = 1
  console.log(
    `archive  ${count} files, ${totalMiB} MiB  hexi ${ours.toFixed(0)} MiB/s  zip -0 ${median(zip).toFixed(0)} MiB/s  ratio ${ratio.toFixed(2)} (${least} to ${best} by turns; ≥ ${goal})  server at most ${most.toFixed(0)} MiB, ${growth.toFixed(0)} more than after a quarter (≤ ${mostGrowthMiB}) ${isReached ? 'reached' : 'MISSED'}`,
  )
}

await measure()
