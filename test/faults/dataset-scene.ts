import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { connect } from '../../src/ports/database.ts'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { publishable } from '../support/publishable.ts'
import { startRegistries } from '../support/registries.ts'
import { testNow } from '../support/clock.ts'
import { addFiles, type Contents } from '../datasets/scene.ts'
import { openFaultScene } from './scene.ts'
import { arm, findWrong, openUploadFaults, type Point } from './upload-points.ts'

/** What is done while something is killed; answers what is wrong afterwards. */
export type Story = (world: World, kill: Kill) => Promise<string[]>
/** Does the work and kills meanwhile, at the point. */
type Kill = <T>(work: () => Promise<T>) => Promise<T>

/** A row that is written; a child of the job process as it works; or the bytes of objects, some of them removed. */
export type DatasetPoint = {
  name: string
  story: Story
  victim: Point['victim'] | 'child'
} & ({ row: Pick<Point, 'on' | 'when' | 'at'> } | { child: 'previews' | 'images' } | { half: true })

const Made = z.looseObject({ id: z.string() })
const Numbered = z.looseObject({ id: z.string(), number: z.int() })
type Asked = { token?: string; key?: string; headers?: Record<string, string> }

/** Processes that may be killed, two registries, and what every story does of datasets. */
export async function openDatasetFaults() {
  const registries = await startRegistries()
  const temporary = { folder: '' }
  const scene = await openFaultScene({ env: registries.env })
  temporary.folder = join(scene.folder, 'temporary')
  await mkdir(temporary.folder)
  scene.env['TMPDIR'] = temporary.folder
  const faults = await openUploadFaults(scene)
  const connection = connect({ connectionString: scene.url, max: 2 })
  const { db } = connection
  const folder = join(scene.data, 'objects')
  const objects = fsObjects({ folder, secret: 'of this test' })
  const { database } = faults
  const rows = async <Row extends Record<string, unknown>>(sql: string, ...values: unknown[]) =>
    (await database.query<Row>(sql, values)).rows
  const count = async (what: string, ...values: unknown[]) =>
    (await rows<{ count: number }>(`select count(*)::int as count from ${what}`, ...values))[0]
      ?.count ?? 0
  const ask = async (
    method: string,
    path: string,
    body?: object,
    { token = 'demo-curator', key, headers = {} }: Asked = {},
  ) => {
    const keyed = { ...headers, ...(key !== undefined && { 'idempotency-key': key }) }
    return faults.call(method, path, body, { token, headers: keyed })
  }
  const make = async (path: string, body: object, asked: Asked = {}) => {
    const { status, text } = await ask('POST', path, body, asked)
    if (status > 299) throw new Error(`${path}: ${status} ${text}`)
    return Made.parse(JSON.parse(text))
  }
  const addVersion = async (dataset: string, files: Contents) => {
    const made = Numbered.parse(await make(`/datasets/${dataset}/versions`, {}))
    await addFiles({ db, services: { objects, now: testNow } }, made.id, files)
    return { ...made, path: `/datasets/${dataset}/versions/${made.number}` }
  }
  return {
    scene,
    faults,
    objects,
    registries,
    temporary: temporary.folder,
    db,
    rows,
    count,
    ask,
    make,
    addVersion,
    addDataset: async (files: Contents, fields: object = {}) => {
      const whole = { ...publishable.dataset, title: { en: 'Killed' }, ...fields }
      const { id } = await make('/datasets', { ...whole, institution: scene.house.own })
      return { id, version: await addVersion(id, files) }
    },
    /** The same request under the same key, asked while something is killed and once more; both answers. */
    askTwice: async (kill: Kill, path: string, body: object, asked: Asked = {}) => {
      const keyed = { ...asked, key: randomUUID() }
      const first = await kill(async () => ask('POST', path, body, keyed))
      const second = await ask('POST', path, body, keyed)
      return [
        ...(first.status > 299 ? [`${path}: ${first.status} ${first.text}`] : []),
        ...(first.status === second.status && first.text === second.text
          ? []
          : [`${path} answers its key otherwise: ${first.text} then ${second.text}`]),
      ]
    },
    addJob: async (name: string, payload: object = {}) =>
      void (await rows('select graphile_worker.add_job($1, $2::json)', name, payload)),
    /** Waits until nothing is left to do of what is to be done by now. */
    workedOff: async () => {
      for (let tries = 1; ; tries += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one look follows the other
        const left = await rows<{ task: string; error: string }>(
          `select identifier as task, last_error as error from graphile_worker._private_jobs job
           join graphile_worker._private_tasks task on task.id = job.task_id
           where run_at < now() + interval '1 minute'`,
        )
        if (left.length === 0) return
        if (tries > 300) throw new Error(JSON.stringify(left))
        // oxlint-disable-next-line no-await-in-loop -- the same
        await sleep(100)
      }
    },
    /** Where the bytes of a version’s files lie. */
    keysOf: async (versionId: string) =>
      (
        await rows<{ key: string }>(
          `select key from dataset_file join dataset_object on dataset_object.id = object_id
           where version_id = $1`,
          versionId,
        )
      ).map(({ key }) => key),
    /** Those whose bytes are there. */
    stored: async (keys: readonly string[]) => {
      const heads = await Promise.all(keys.map(async (key) => objects.findHead(key)))
      return keys.filter((_, at) => heads[at])
    },
    /** Of whose bytes not all are removed, once some are, the job process is killed. */
    removing: { keys: [] as string[] },
    close: async () => {
      await faults.close()
      await connection.close()
      await scene.close()
      await registries[Symbol.asyncDispose]()
    },
  }
}

export type World = Awaited<ReturnType<typeof openDatasetFaults>>

/** Lives through a story and kills at its point; answers whether something was killed, and what is wrong afterwards. */
export async function killDuring(world: World, point: DatasetPoint) {
  let wasKilled = false
  const kill: Kill = async (work) => {
    const killing = armed(world, point)
    await killing.placed
    try {
      const answer = await work()
      for (let tries = 0; tries < 100 && !killing.wasKilled(); tries += 1)
        // oxlint-disable-next-line no-await-in-loop -- one look follows the other
        await sleep(100)
      return answer
    } finally {
      // What the killed process held is free again minutes later.
      await world.rows('update minted_identifier set busy_until = null')
      await world.workedOff()
      await killing.end()
      wasKilled = killing.wasKilled()
      await world.workedOff()
    }
  }
  const wrong = await point.story(world, kill)
  const left = await readdir(world.temporary)
  return {
    wasKilled,
    wrong: [
      ...wrong,
      ...left.map((name) => `${name} is left of temporary files`),
      ...(await settledWrong(world)),
    ],
  }
}

/** What is being removed at this moment is gone in the next. */
async function settledWrong({ faults, scene }: World): Promise<string[]> {
  for (let tries = 1; ; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look follows the other
    const found = await findWrong(faults, scene)
    if (found.length === 0 || tries > 20) return found
    // oxlint-disable-next-line no-await-in-loop -- the same
    await sleep(250)
  }
}

type Killing = { placed: Promise<void>; wasKilled: () => boolean; end: () => Promise<void> }

function armed(world: World, point: DatasetPoint): Killing {
  const { victim, name } = point
  if ('row' in point && victim !== 'child') return arm(world.faults, { ...point.row, name, victim })
  if ('child' in point) return watching(async () => killChild(world, point.child))
  return watching(async () => killHalfway(world))
}

/** Looks again and again until it has killed. */
function watching(look: () => Promise<boolean>): Killing {
  const now = { isOver: false, isKilled: false }
  const run = async () => {
    while (!now.isOver && !now.isKilled) {
      // oxlint-disable-next-line no-await-in-loop -- one look follows the other
      now.isKilled = await look()
      // oxlint-disable-next-line no-await-in-loop -- the same
      await sleep(1)
    }
  }
  const running = run()
  return {
    placed: Promise.resolve(),
    wasKilled: () => now.isKilled,
    end: async () => {
      now.isOver = true
      await running
    },
  }
}

async function killChild({ faults }: World, program: string): Promise<boolean> {
  const pid = faults.pidOf('jobs')
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  for (const child of children.split(' ').filter(Boolean)) {
    // oxlint-disable-next-line no-await-in-loop -- two at most
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '')
    if (!command.includes(`${program}.js`)) continue
    process.kill(Number(child), 'SIGKILL')
    return true
  }
  return false
}

async function killHalfway({ faults, removing, stored }: World): Promise<boolean> {
  const sample = removing.keys.filter((_, at) => at % 10 === 0)
  const left = await stored(sample)
  if (left.length === 0 || left.length === sample.length) return false
  await faults.restart('jobs')
  await faults.unlockJobs()
  const after = await stored(removing.keys)
  return after.length > 0
}
