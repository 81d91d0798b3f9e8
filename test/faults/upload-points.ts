import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { publishable } from '../support/publishable.ts'
import { ask, type FaultScene } from './scene.ts'

/**
 * Where a process is killed: while it writes this row, its statement begun and its transaction not ended; or, of a
 * `commit`, once that is done and before the process hears of it.
 */
export type Point = {
  name: string
  on: `${'insert' | 'update' | 'delete'} on ${string}`
  when?: string
  at?: 'commit'
  victim: 'server' | 'jobs' | 'client'
}

const server = 'server'
const jobs = 'jobs'
const of = (state: string) => `new.state = '${state}'`
const upload = 'update on dataset_upload'

/** Every row that an upload, its completion, a publication and a deletion write. */
const steps: Omit<Point, 'victim'>[] = [
  { name: 'an upload is announced', on: 'insert on dataset_upload' },
  {
    name: 'the store has begun it',
    on: upload,
    when: 'new.multipart_id is distinct from old.multipart_id',
  },
  { name: 'a part is noted', on: 'insert on dataset_upload_part' },
  { name: 'it is completed', on: upload, when: of('completing') },
  {
    name: 'the version is published',
    on: 'update on dataset_version',
    when: 'new.published_at is not null',
  },
  { name: 'a draft is deleted', on: 'delete on dataset_version' },
  { name: 'its uploads end with it', on: upload, when: of('cancelled') },
]
const jobSteps: Omit<Point, 'victim'>[] = [
  { name: 'its parts are joined', on: upload, when: of('verifying') },
  { name: 'its bytes become an object', on: 'insert on dataset_object' },
  { name: 'a file is replaced', on: 'delete on dataset_file' },
  { name: 'the file joins the version', on: 'insert on dataset_file' },
  { name: 'it is attached', on: upload, when: of('attached') },
  { name: 'what it left is cleared', on: 'delete on dataset_upload_part' },
]
export const points: Point[] = [
  ...steps.map((step) => ({ ...step, victim: server }) as const),
  ...jobSteps.map((step) => ({ ...step, victim: jobs }) as const),
  ...[...steps.slice(0, 4), ...jobSteps].map((step) => ({ ...step, victim: 'client' }) as const),
]

const lockNumber = 4_711
const mebibyte = 1024 * 1024

type Running = Awaited<ReturnType<FaultScene['serve']>>
type Child = ReturnType<FaultScene['command']>

type CallOptions = { token?: string; headers?: Record<string, string> }

const bodyOf = (body: object | undefined, { headers }: CallOptions) =>
  body && {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  }

/** A server, a job process and a client, each of which may be killed and is started again. */
export async function openUploadFaults(scene: FaultScene) {
  const database = new Client({ connectionString: scene.url })
  await database.connect()
  await database.query(`
    create function fault_point() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_lock_shared(${lockNumber});
      perform pg_advisory_unlock_shared(${lockNumber});
      return coalesce(new, old);
    end $$`)
  const folder = join(scene.folder, 'sent')
  await mkdir(join(folder, 'small'), { recursive: true })
  let running: { server: Running; jobs: Child } = {
    server: await scene.serve(),
    jobs: scene.command('jobs'),
  }
  let client: Child | undefined
  const restart = async (victim: Point['victim']) => {
    const child = victim === 'client' ? client : running[victim]
    child?.child.kill('SIGKILL')
    await child?.ended
    if (victim === 'server') running = { ...running, server: await scene.serve() }
    if (victim === 'jobs') running = { ...running, jobs: scene.command('jobs') }
  }
  /** One request until it is answered, whatever is killed meanwhile. */
  const call = async (method: string, path: string, body?: object, options: CallOptions = {}) => {
    const asked = { token: 'demo-curator', method, ...options, ...bodyOf(body, options) }
    for (let tries = 1; ; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the next try follows a failure
      const answer = await ask(`${running.server.address}/api/v1${path}`, asked).catch(
        () => undefined,
      )
      if (answer && answer.status < 500) return answer
      if (tries > 400) throw new Error(`${method} ${path}: ${answer?.status} ${answer?.text}`)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await sleep(100)
    }
  }
  /** Bytes of a part, through the service. */
  const putPart = async (path: string, body: Uint8Array<ArrayBuffer>) => {
    const url = `${running.server.address}/api/v1${path}`
    const { status, text } = await ask(url, { method: 'PUT', token: 'demo-curator', body })
    if (status > 299) throw new Error(`${path}: ${status} ${text}`)
  }
  /** `hexi upload` of the folder, until it says that all is there. */
  const send = async (dataset: string) => {
    for (let tries = 1; ; tries += 1) {
      const { address } = running.server
      const options = ['--dataset', dataset, '--url', address, '--token', 'demo-curator']
      client = scene.command('upload', ...options, folder)
      // oxlint-disable-next-line no-await-in-loop -- the next try follows a failure
      const { code, err } = await endedOrLost(client, () => running.server.address !== address)
      if (code === 0) return
      if (tries > 10) throw new Error(err)
    }
  }
  return {
    database,
    folder,
    call,
    /** A page, as a guest. */
    get: async (path: string) => ask(`${running.server.address}${path}`),
    putPart,
    send,
    restart,
    proxy: scene.proxy,
    /** Of job processes that are gone: sooner than the next one would find out. */
    unlockJobs: async () =>
      void (await database.query(`
        select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
        from graphile_worker._private_jobs where locked_by is not null`)),
    pidOf: (process: 'server' | 'jobs') => running[process].child.pid ?? 0,
    close: async () => database.end(),
  }
}

/** A client of a server that is gone is ended too: its next one is told the new address. */
async function endedOrLost({ ended, child }: Child, isLost: () => boolean) {
  const watching = setInterval(() => {
    if (isLost()) child.kill('SIGKILL')
  }, 100)
  try {
    return await ended
  } finally {
    clearInterval(watching)
  }
}

export type UploadFaults = Awaited<ReturnType<typeof openUploadFaults>>

const Made = z.looseObject({ id: z.string() })

/** Sends files into a draft and publishes it, replaces one in the next draft and deletes that, and kills at one point. */
export async function killAt(faults: UploadFaults, scene: FaultScene, point: Point) {
  const { database, call, send, folder } = faults
  const fields = { ...publishable.dataset, institution: scene.house.own, title: { en: point.name } }
  const { id } = Made.parse(JSON.parse((await call('POST', '/datasets', fields)).text))
  const versions = `/datasets/${id}/versions`
  await call('POST', versions, {})
  await writeFile(join(folder, 'large.bin'), randomBytes(17 * mebibyte))
  await writeFile(join(folder, 'small', 'day.csv'), randomBytes(1000))
  const killing = arm(faults, point)
  await send(id)
  await call('POST', `/datasets/${id}/publication`, {})
  await call('POST', versions, {})
  await writeFile(join(folder, 'small', 'day.csv'), randomBytes(1001))
  await send(id)
  // One more is on its way when the draft goes.
  await call('POST', `${versions}/2/uploads`, { name: 'never.bin', sizeBytes: 9 * mebibyte })
  await call('DELETE', `${versions}/2`)
  await killing.end()
  const { rows } = await database.query<{ state: string; files: number }>(
    `select published_at is not null as published, file_count as files
     from dataset_version where record_id = $1 order by number`,
    [id],
  )
  return { wasKilled: killing.wasKilled(), versions: rows }
}

/** Waits until a process has come to the point, kills the victim, and starts it again. */
export function arm(faults: UploadFaults, { on, when, at, victim }: Point) {
  const { database, restart, unlockJobs, proxy } = faults
  const now = { isOver: false, isKilled: false }
  const kind = at === 'commit' ? 'constraint trigger fault after' : 'trigger fault before'
  const timing = at === 'commit' ? 'deferrable initially deferred' : ''
  const table = on.split(' ').at(-1)
  const place = async () => {
    await database.query('select pg_advisory_lock($1)', [lockNumber])
    await database.query(
      `create ${kind} ${on} ${timing} for each row ${when ? `when (${when})` : ''} execute function fault_point()`,
    )
  }
  const placed = place()
  const run = async () => {
    await placed
    while (!now.isOver && !now.isKilled) {
      // oxlint-disable-next-line no-await-in-loop -- one look follows the other
      const { rows } = await database.query<{ pid: number }>(
        `select pid from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
        [lockNumber],
      )
      if (rows[0]) {
        now.isKilled = true
        // oxlint-disable-next-line no-await-in-loop -- once
        await (at === 'commit' ? killAfterCommit(rows[0].pid) : killWhileHeld())
        // oxlint-disable-next-line no-await-in-loop -- once
        if (victim === 'jobs') await unlockJobs()
      }
      // oxlint-disable-next-line no-await-in-loop -- the same
      else await sleep(10)
    }
    if (!now.isKilled) await disarm()
  }
  /** The lock goes as the victim does: who is left goes on, what the victim had begun is undone. */
  const killWhileHeld = async () => {
    const restarted = restart(victim)
    await sleep(50)
    await disarm()
    await restarted
  }
  /** What the database answers is held back until nobody is there to hear it. */
  const killAfterCommit = async (pid: number) => {
    proxy.freeze()
    await database.query('select pg_advisory_unlock($1)', [lockNumber])
    const isUnderWay = async () => {
      const { rows } = await database.query(
        `select 1 from pg_stat_activity where pid = $1 and state <> 'idle'`,
        [pid],
      )
      return rows.length > 0
    }
    // oxlint-disable-next-line no-await-in-loop -- one look follows the other
    while (await isUnderWay()) await sleep(5)
    const restarted = restart(victim)
    await sleep(50)
    proxy.mend()
    await restarted
    await disarm()
  }
  const disarm = async () => {
    await database.query('select pg_advisory_unlock($1)', [lockNumber])
    await database.query(`drop trigger fault on ${table}`)
  }
  const running = run()
  return {
    /** From now on nobody passes the point. */
    placed,
    wasKilled: () => now.isKilled,
    end: async () => {
      now.isOver = true
      await running
    },
  }
}

/** What must never be, looked for in all rows and in all of the store: nothing, where all is well. */
export async function findWrong({ database }: UploadFaults, scene: FaultScene): Promise<string[]> {
  const stored = await storedIn(join(scene.data, 'objects', 'objects'))
  const { rows: files } = await database.query<{ path: string; key: string; sha256: string }>(
    `select path, key, encode(sha256, 'hex') as sha256
     from dataset_file join dataset_object on dataset_object.id = object_id`,
  )
  const { rows: owners } = await database.query<{ key: string }>(
    `select key from dataset_object union select key from object_intent
     union select key from file_preview_picture
     union select key from dataset_upload where cleared_at is null
     union select jsonb_array_elements_text(payload::jsonb -> 'keys')
     from graphile_worker._private_jobs where payload::jsonb ? 'keys'`,
  )
  const { rows: late } = await database.query<{ path: string }>(
    `select path from dataset_upload join dataset_version on dataset_version.id = version_id
     where ended_at is null and published_at is not null`,
  )
  const owned = new Set(owners.map(({ key }) => key))
  return [
    ...files
      .filter(({ key, sha256 }) => stored.get(key) !== sha256)
      .map(({ path }) => `${path} has not got its bytes`),
    ...[...stored.keys()].filter((key) => !owned.has(key)).map((key) => `${key} is nobody’s`),
    ...late.map(({ path }) => `${path} was unverified when its version was published`),
  ]
}

const About = z.object({ key: z.string() })

/** Keys of the embedded store, with the SHA-256 of what really lies there. */
async function storedIn(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true })
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('about.json'))
      .map(async (name): Promise<[string, string][]> => {
        try {
          const { key } = About.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
          const bytes = await readFile(join(folder, name, '..', 'bytes'))
          return [[key, createHash('sha256').update(bytes).digest('hex')]]
        } catch {
          // Removed meanwhile; a file that it was would be found without its bytes.
          return []
        }
      }),
  )
  return new Map(found.flat())
}
