import { spawn } from 'node:child_process'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isAlive } from '../../src/ports/postgres/process.node.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import {
  type Scene,
  endForGood,
  isRoot,
  makeDatabase,
  nobody,
  openScene,
  postmasterPid,
  query,
  urlOf,
} from '../support/postgres-scene.ts'

const durable = false
let made: Awaited<ReturnType<typeof makeDatabase>>
let scene: Scene
let dataFolder = ''

beforeAll(async () => {
  made = await makeDatabase()
})

afterAll(() => made.remove())

beforeEach(async () => {
  scene = await openScene()
  ;({ dataFolder } = scene)
})

afterEach(() => scene.close())

describe('after a process that was killed', () => {
  test('its server is taken over with all that was committed', async () => {
    await made.copyTo(dataFolder)
    const { child, held, ended } = scene.hold({ dataFolder })
    await query(urlOf(await held), 'create table kept as select 1 as one')
    const pid = await postmasterPid(dataFolder)
    child.kill('SIGKILL')
    await ended
    expect(await isAlive(pid)).toBe(true)
    const second = await startPostgres({ dataFolder })
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }])
    await second.stop()
    expect(await isAlive(pid)).toBe(false)
  })

  test('it is waited for, where its end is not noticed at once', async () => {
    await made.copyTo(dataFolder)
    const { child, held, ended } = scene.hold({ dataFolder })
    await held
    const second = startPostgres({ dataFolder })
    await sleep(500)
    child.kill('SIGKILL')
    await ended
    const { url, stop } = await second
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  })

  test('and of a server that was killed too, what was committed is recovered', async () => {
    await made.copyTo(dataFolder)
    const { child, held, ended } = scene.hold({ dataFolder })
    await query(urlOf(await held), 'create table kept as select 1 as one')
    child.kill('SIGKILL')
    process.kill(await postmasterPid(dataFolder), 'SIGKILL')
    await ended
    const second = await startPostgres({ dataFolder })
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }])
    await second.stop()
  })

  test('a process number that now belongs to somebody else does no harm', async () => {
    await made.copyTo(dataFolder)
    const { child, held, ended } = scene.hold({ dataFolder, durable })
    await held
    const pid = await postmasterPid(dataFolder)
    const stale = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')
    child.kill('SIGKILL')
    await ended
    await endForGood(pid)
    const bystander = spawn('sleep', ['60'], isRoot ? { uid: nobody, gid: nobody } : {})
    scene.keep(bystander)
    await writeFile(
      join(dataFolder, 'postmaster.pid'),
      stale.replace(/^\d+/, String(bystander.pid)),
    )
    const second = await startPostgres({ dataFolder, durable })
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(bystander.exitCode).toBeNull()
  })

  test('in the middle of making the database, it is made anew', async () => {
    const { child, ended } = scene.hold({ dataFolder })
    while (!(await readdir(scene.folder)).some((name) => name.includes('.new-'))) await sleep(5)
    await sleep(100)
    child.kill('SIGKILL')
    await ended
    expect(await readdir(scene.folder)).not.toContain('postgres')
    const second = await startPostgres({ dataFolder, durable })
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(await readdir(scene.folder)).toEqual(['postgres'])
  })
})

describe('a process that ends', () => {
  test.each(['exit', 'SIGTERM', 'SIGINT'] as const)('by %s takes its server along', async (how) => {
    await made.copyTo(dataFolder)
    const { child, held, ended, tell } = scene.hold({ dataFolder, durable })
    await held
    const pid = await postmasterPid(dataFolder)
    if (how === 'exit') tell(how)
    else child.kill(how)
    const [, signal] = await ended
    expect(signal).toBe(how === 'exit' ? null : how)
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })

  test.runIf(process.platform === 'linux')(
    'leaves a Ctrl-C to itself: the server is in a process group of its own',
    async () => {
      await made.copyTo(dataFolder)
      const { held, tell, ended } = scene.hold({ dataFolder, durable })
      await held
      const fields = (
        await readFile(`/proc/${await postmasterPid(dataFolder)}/stat`, 'utf8')
      ).split(') ')[1]
      expect(Number(fields?.split(' ')[2])).toBe(await postmasterPid(dataFolder))
      tell('stop')
      await ended
    },
  )
})

describe('two processes on one folder', () => {
  test('the second is told which process to stop, or shares when it asks to', async () => {
    await made.copyTo(dataFolder)
    const first = scene.hold({ dataFolder, durable })
    const url = urlOf(await first.held)
    await expect(startPostgres({ dataFolder, durable })).rejects.toThrow(
      `The data folder ${dataFolder} is in use by another Hexi (hexi process ${first.child.pid}). ` +
        'Stop it first, or set HEXI_DATA to another folder.',
    )
    const guest = await startPostgres({ dataFolder, durable, attach: true })
    expect(guest.url).toBe(url)
    await guest.stop()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    first.tell('stop')
    await first.ended
  })

  test('a command that finds no server starts one, waits for its guests and stops it', async () => {
    await made.copyTo(dataFolder)
    const host = await startPostgres({ dataFolder, durable, attach: true })
    const pid = await postmasterPid(dataFolder)
    const guest = await startPostgres({ dataFolder, durable, attach: true })
    const work = query(guest.url, 'select 1 as done from pg_sleep(0.5)')
    await sleep(100)
    await Promise.all([host.stop(), expect(work).resolves.toEqual([{ done: 1 }])])
    expect(await isAlive(pid)).toBe(false)
  })

  test('that start at once on nothing: one runs, the others are told', async () => {
    const holders = [1, 2, 3].map(() => scene.hold({ dataFolder, durable }))
    const outcomes = await Promise.all(holders.map(({ held }) => held))
    const running = outcomes.filter((held) => 'url' in held)
    const refused = outcomes.filter((held) => 'refusal' in held)
    expect(running).toHaveLength(1)
    expect(refused.map(({ refusal }) => refusal)).toEqual([
      expect.stringContaining('is in use by another Hexi'),
      expect.stringContaining('is in use by another Hexi'),
    ])
    expect(await query(urlOf(running[0]), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('and many folders at once each get a port of their own', async () => {
    const names = ['a', 'b', 'c']
    const servers = await Promise.all(
      names.map((name) => startPostgres({ dataFolder: join(scene.folder, name), durable })),
    )
    expect(new Set(servers.map(({ url }) => new URL(url).port)).size).toBe(names.length)
    await Promise.all(servers.map(({ stop }) => stop()))
  })
})
