import { once } from 'node:events'
import { chown, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findFreePort } from '../../src/ports/free-port.node.ts'
import { startPostgres } from '../../src/ports/postgres.node.ts'
import {
  type Scene,
  isRoot,
  makeDatabase,
  nobody,
  openScene,
  query,
  urlOf,
} from '../support/postgres-scene.ts'
import { projectWithoutLinks } from '../support/project-without-links.ts'

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

describe('a database in its folder', () => {
  test('lives under a name with spaces and 汉字, and is there again at the second start', async () => {
    dataFolder = join(scene.folder, '甘肃 数据 "与" it\'s', 'post gres')
    const first = await startPostgres({ dataFolder })
    await query(first.url, "create table herb as select '苜蓿' as name")
    await first.stop()
    const second = await startPostgres({ dataFolder })
    expect(await query(second.url, 'select name from herb')).toEqual([{ name: '苜蓿' }])
    expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }])
    await second.stop()
    await second.stop()
    expect(await readdir(join(dataFolder, '..'))).toEqual(['post gres'])
  })

  test('finds trigrams in Chinese and sorts the same on every system', async () => {
    const { url, stop } = await startPostgres({ dataFolder, durable })
    await query(url, 'create extension pg_trgm')
    const [row] = await query(
      url,
      `select cardinality(show_trgm('紫花苜蓿')) as trigrams, lower('ÀÉ') as lower,
              datlocprovider, datlocale, datcollate, current_database() as name
         from pg_database where datname = current_database()`,
    )
    await stop()
    expect(row).toEqual({
      trigrams: 5,
      lower: 'àé',
      datlocprovider: 'b',
      datlocale: 'C.UTF-8',
      datcollate: 'C',
      name: 'hexi',
    })
  })

  test('opens to its password alone, which only the owner may read, and on this machine alone', async () => {
    await made.copyTo(dataFolder)
    const { url, stop } = await startPostgres({ dataFolder, durable })
    expect((await stat(join(dataFolder, 'hexi.password'))).mode & 0o777).toBe(0o600)
    const stranger = new URL(url)
    stranger.password = 'guess'
    await expect(query(stranger.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(await query(url, 'show fsync')).toEqual([{ fsync: 'off' }])
    await stop()
  })

  test('is refused where something else lies, and that is left alone', async () => {
    await mkdir(dataFolder)
    await writeFile(join(dataFolder, 'thesis.txt'), 'precious')
    await expect(startPostgres({ dataFolder })).rejects.toThrow(
      /contains other files. Set HEXI_DATA to another/,
    )
    expect(await readdir(dataFolder)).toEqual(['thesis.txt'])
  })

  test('says why when it cannot start', async () => {
    await made.copyTo(dataFolder)
    await writeFile(join(dataFolder, 'PG_VERSION'), '9.6\n')
    await expect(startPostgres({ dataFolder, durable })).rejects.toThrow(
      /did not start: database files are incompatible with server \(see .*server\.log\)/,
    )
  })
})

describe('a package whose install scripts were skipped', () => {
  test('gets its library links at the start', async () => {
    await made.copyTo(dataFolder)
    const project = await projectWithoutLinks(scene.folder)
    const { held, tell, ended } = scene.hold({ project, dataFolder, durable })
    expect(urlOf(await held)).toMatch(/^postgres:/)
    tell('stop')
    await ended
    expect(await readdir(scene.folder)).not.toContain('postgres.libraries')
  })

  test('and cannot be written to, gets them beside the data', async () => {
    const project = await projectWithoutLinks(scene.folder, { readOnly: true })
    // Root may write anywhere, so it has somebody else start.
    if (isRoot) await chown(scene.folder, nobody, nobody)
    const uid = isRoot ? { uid: nobody } : {}
    const { held, tell, ended } = scene.hold({ project, dataFolder, durable, ...uid })
    expect(urlOf(await held)).toMatch(/^postgres:/)
    tell('stop')
    await ended
    expect(await readdir(scene.folder)).toContain('postgres.libraries')
  })
})

describe.runIf(isRoot)('root', () => {
  test('runs it under a folder that only root may enter, or says what to do', async () => {
    const home = join(scene.folder, 'root home')
    await mkdir(home, { mode: 0o700 })
    dataFolder = join(home, 'data', 'postgres')
    const { held, tell, ended } = scene.hold({ dataFolder, durable })
    const outcome = await held
    tell('stop')
    await ended
    const advice = 'refused: PostgreSQL refuses to run as root, and here neither'
    expect(urlOf(outcome).slice(0, advice.length)).toBeOneOf([
      advice,
      expect.stringMatching(/^postgres:/),
    ])
    expect((await stat(join(home, 'data'))).uid).toBe(0)
  })

  test('leaves the data of a user to that user', async () => {
    const daemon = 1
    await chown(scene.folder, daemon, daemon)
    const asUser = scene.hold({ dataFolder, durable, uid: daemon })
    expect(urlOf(await asUser.held)).toMatch(/^postgres:/)
    asUser.tell('stop')
    await asUser.ended
    const asRoot = await startPostgres({ dataFolder, durable })
    await asRoot.stop()
    expect((await stat(join(dataFolder, 'server.log'))).uid).toBe(daemon)
    const again = scene.hold({ dataFolder, durable, uid: daemon })
    expect(urlOf(await again.held)).toMatch(/^postgres:/)
    again.tell('stop')
    await again.ended
  })

  test('tells another user whose data they are', async () => {
    await made.copyTo(dataFolder)
    const first = await startPostgres({ dataFolder, durable })
    await first.stop()
    await chown(scene.folder, 1, 1)
    const { held } = scene.hold({ dataFolder, durable, uid: 1 })
    expect(await held).toEqual({ refusal: expect.stringContaining('belongs to another user') })
  })
})

test('a taken port gives way to the next', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  expect(await findFreePort(port)).toBeGreaterThan(port)
  server.close()
  await once(server, 'close')
  expect(await findFreePort(port)).toBe(port)
})
