import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openProxy } from '../faults/proxy.ts'
import { ask, type FaultScene, openFaultScene } from '../faults/scene.ts'
import { openProcessScene } from '../support/hexi-process.ts'
import { portOf } from '../support/port.ts'
import { publishable } from '../support/publishable.ts'

/** The command as a scientist types it, against a server in a process of its own. */
let scene: FaultScene
let database: Client
let address = ''
let folder = ''
beforeAll(async () => {
  scene = await openFaultScene()
  ;({ address } = await scene.serve({ HEXI_JOBS: 'yes' }))
  database = new Client({ connectionString: scene.url })
  await database.connect()
}, 60_000)
afterAll(async () => {
  await database.end()
  await scene.close()
})
beforeEach(async () => {
  folder = await mkdtemp(join(scene.folder, 'sent-'))
})

const api = async (method: string, path: string, body?: object) => {
  const { status, text } = await ask(`${address}/api/v1${path}`, {
    method,
    token: 'demo-curator',
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (status > 299) throw new Error(`${path}: ${status} ${text}`)
  return JSON.parse(text)
}
const Made = z.looseObject({ id: z.string() })
const Files = z.object({ items: z.array(z.object({ name: z.string(), sha256: z.string() })) })

const newDataset = async () => {
  const fields = { ...publishable.dataset, institution: scene.house.own, title: { en: 'Sent' } }
  return Made.parse(await api('POST', '/datasets', fields)).id
}
const filesOf = async (dataset: string) => {
  const { items } = Files.parse(await api('GET', `/datasets/${dataset}/versions/1/files`))
  return Object.fromEntries(items.map(({ name, sha256 }) => [name, sha256]))
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type Options = { url?: string; token?: string; more?: readonly string[] }
const start = (dataset: string, paths: readonly string[], options: Options = {}) => {
  const { url = address, token = 'demo-curator', more = [] } = options
  return scene.command(
    'upload',
    '--dataset',
    dataset,
    '--url',
    url,
    '--token',
    token,
    ...more,
    ...paths,
  )
}
const upload = async (dataset: string, paths: readonly string[], options?: Options) =>
  start(dataset, paths, options).ended

/** A file of four parts, and a wire to the server that is frozen once the first of them is noted. */
async function halfSent(dataset: string) {
  const path = join(folder, 'large.bin')
  await writeFile(path, randomBytes(25 * 1024 * 1024))
  const { hostname, port } = new URL(address)
  const wire = await openProxy({ host: hostname, port: Number(port) })
  const running = start(dataset, [path], {
    url: `http://127.0.0.1:${wire.port}`,
    more: ['--at-once', '1'],
  })
  const parts = async () => {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from dataset_upload_part part
       join dataset_upload on dataset_upload.id = upload_id where record_id = $1`,
      [dataset],
    )
    return rows[0]?.count ?? 0
  }
  await expect.poll(parts, { interval: 5 }).toBeGreaterThan(0)
  wire.freeze()
  return { path, wire, running }
}

const uploadsOf = async (dataset: string) =>
  (
    await database.query<{ state: string }>(
      'select state from dataset_upload where record_id = $1 order by id',
      [dataset],
    )
  ).rows.map(({ state }) => state)

describe('hexi upload', { timeout: 120_000 }, () => {
  test('sends a folder with all that is below it, and nothing twice', async () => {
    const dataset = await newDataset()
    const root = join(folder, '观测 data')
    const contents: Record<string, Uint8Array> = {
      'empty.txt': new Uint8Array(),
      'readme.md': randomBytes(1000),
      'stations/2024/day.csv': randomBytes(3000),
      'large.bin': randomBytes(9 * 1024 * 1024),
      // As macOS writes it.
      'stations/e\u0301te\u0301.csv': randomBytes(20),
    }
    await mkdir(join(root, 'stations', '2024'), { recursive: true })
    for (const [name, bytes] of Object.entries(contents)) await writeFile(join(root, name), bytes)
    await symlink(join(root, 'readme.md'), join(root, 'linked.md'))
    await symlink(root, join(root, 'round'))
    await symlink(join(root, 'gone'), join(root, 'broken'))

    const { code, out, err } = await upload(dataset, [root])
    expect({ code, out }).toEqual({ code: 0, out: '6 files uploaded and verified.\n' })
    for (const name of ['round', 'broken'])
      expect(err).toContain(`${join(root, name)} is not a file, or is a link to a folder`)
    expect(err).toMatch(/^\d+\/10 MB/m)
    expect(err.match(/^10\/10 MB/gm)).toHaveLength(1)
    const wanted = { ...contents, 'linked.md': contents['readme.md'] ?? new Uint8Array() }
    expect(await filesOf(dataset)).toEqual(
      Object.fromEntries(
        Object.entries(wanted).map(([name, bytes]) => [`观测 data/${name}`, hashOf(bytes)]),
      ),
    )
    const again = await upload(dataset, [root])
    expect([again.code, again.out]).toEqual([
      0,
      '6 files are already in the version with the same content and are not sent.\n0 files uploaded and verified.\n',
    ])
    expect(await uploadsOf(dataset)).toHaveLength(6)
  })

  test('goes on where a run that was killed had come to', async () => {
    const dataset = await newDataset()
    const { path, wire, running } = await halfSent(dataset)
    running.child.kill('SIGKILL')
    await running.ended
    await wire.close()
    expect(await uploadsOf(dataset)).toEqual(['open'])
    expect(await upload(dataset, [path])).toMatchObject({ code: 0 })
    expect(await uploadsOf(dataset)).toEqual(['attached'])
  })

  test('finds a file that changed between two runs, and takes it anew in the next', async () => {
    const dataset = await newDataset()
    const { path, wire, running } = await halfSent(dataset)
    running.child.kill('SIGKILL')
    await running.ended
    await wire.close()
    const bytes = randomBytes(25 * 1024 * 1024)
    await writeFile(path, bytes)
    const second = await upload(dataset, [path])
    expect(second).toMatchObject({ code: 1, out: '0 files uploaded and verified.\n' })
    expect(second.err).toMatch(/^large\.bin: .*SHA-256/m)
    expect(await filesOf(dataset)).toEqual({})
    expect(await upload(dataset, [path])).toMatchObject({ code: 0 })
    expect(await filesOf(dataset)).toEqual({ 'large.bin': hashOf(bytes) })
  })

  test('names a file that changes while it is sent, at once', async () => {
    const dataset = await newDataset()
    const { path, wire, running } = await halfSent(dataset)
    const later = new Date(Date.now() + 5000)
    await utimes(path, later, later)
    wire.mend()
    const { code, err } = await running.ended
    await wire.close()
    expect(code).toBe(1)
    expect(err).toContain('large.bin: The file changed during the upload.')
    expect(await filesOf(dataset)).toEqual({})
  })

  test('refuses two names that are the same to Unicode, and names both', async () => {
    const dataset = await newDataset()
    const [composed, decomposed] = [join(folder, '\u00e9.csv'), join(folder, 'e\u0301.csv')]
    await writeFile(composed, '1')
    await writeFile(decomposed, '2')
    const { code, out, err } = await upload(dataset, [folder])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(composed)
    expect(err).toContain(decomposed)
    expect(err).toContain('have the same name')
    expect(await uploadsOf(dataset)).toEqual([])
  })

  test('says of each thing that is not there or wrong what it is, and 1', async () => {
    const dataset = await newDataset()
    const path = join(folder, 'day.csv')
    await writeFile(path, 'day\n')
    const missing = await upload(dataset, [join(folder, 'none.csv')])
    expect([missing.code, missing.err]).toEqual([
      1,
      `${join(folder, 'none.csv')} does not exist.\n`,
    ])
    await mkdir(join(folder, 'bare'))
    expect(await upload(dataset, [join(folder, 'bare')])).toMatchObject({
      code: 1,
      err: 'There are no files to upload.\n',
    })
    const stranger = await upload(dataset, [path], { token: 'hexi_pat_wrong' })
    expect([stranger.code, stranger.out]).toEqual([1, ''])
    expect(stranger.err).toMatch(/token/i)
    const none = await upload('019c0000-0000-7000-8000-000000000003', [path])
    expect([none.code, none.out]).toEqual([1, ''])
    // In the language of whose token it is.
    expect(none.err).toMatch(/^该记录不存在.+\n$/)
    const away = await upload(dataset, [path], { url: 'http://127.0.0.1:9' })
    expect(away).toMatchObject({
      code: 1,
      err: expect.stringMatching(/127\.0\.0\.1:9 is not responding/),
    })
    expect(await uploadsOf(dataset)).toEqual([])
  })

  test('notices a server that is not Hexi', async () => {
    const other = createServer((_, answer) => answer.end('<p>Welcome</p>')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const path = join(folder, 'day.csv')
    await writeFile(path, 'day\n')
    const url = `http://127.0.0.1:${portOf(other)}`
    const { code, err } = await upload('019c0000-0000-7000-8000-000000000003', [path], { url })
    other.close()
    expect([code, err]).toEqual([1, `There is no Hexi service at ${url}. Check the address.\n`])
  })

  test('names what it may not read, and sends nothing', async () => {
    const dataset = await newDataset()
    const isRoot = process.getuid?.() === 0
    const client = await openProcessScene(isRoot ? { uid: 65_534 } : {})
    const open = await mkdtemp(join(tmpdir(), 'hexi-sent-'))
    try {
      await chmod(open, 0o755)
      await writeFile(join(open, 'day.csv'), 'day\n')
      await writeFile(join(open, 'secret.csv'), 'x\n')
      await chmod(join(open, 'secret.csv'), 0o000)
      const sent = ['--dataset', dataset, '--url', address, '--token', 'demo-curator', open]
      const { code, out, err } = await client.run(['upload', ...sent])
      expect([code, out]).toEqual([1, ''])
      expect(err).toBe(`Cannot read ${join(open, 'secret.csv')}. Check its permissions.\n`)
      expect(await uploadsOf(dataset)).toEqual([])
    } finally {
      await client.close()
      await rm(open, { recursive: true })
    }
  })

  test('tells its usage where it is asked for, and where it is not understood', async () => {
    const help = await scene.command('upload', '--help').ended
    expect([help.code, help.err]).toEqual([0, ''])
    expect(help.out).toContain('Usage: hexi upload --dataset … ')
    expect(help.out).toContain('HEXI_TOKEN')
    const bare = await scene.command('upload', '--dataset', 'x').ended
    expect([bare.code, bare.out]).toEqual([2, ''])
    expect(bare.err).toContain('FILE…')
    const many = await upload('x', [folder], { more: ['--at-once', '99'] })
    expect(many.code).toBe(1)
  })
})
