import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { openProcessScene, type ProcessScene } from '../support/hexi-process.ts'
import { postmasterPid } from '../support/postgres-scene.ts'
import { ask } from './scene.ts'

const run = promisify(execFile)
let scene: ProcessScene

beforeEach(async () => {
  scene = await openProcessScene()
})
afterEach(() => scene.close())

test('the embedded database that is killed is started again where it was', async () => {
  const { address, child } = await scene.serve()
  const first = await postmasterPid(join(scene.data, 'postgres'))
  process.kill(first, 'SIGKILL')
  await expect
    .poll(async () => (await ask(`${address}/readyz`)).status, { timeout: 5_000 })
    .toBe(503)
  await expect
    .poll(async () => (await ask(`${address}/readyz`)).status, { timeout: 30_000 })
    .toBe(200)
  expect((await ask(`${address}/institutions`)).status).toBe(200)
  expect(await postmasterPid(join(scene.data, 'postgres'))).not.toBe(first)
  child.kill('SIGTERM')
  await expect.poll(() => child.exitCode, { timeout: 10_000 }).toBe(0)
})

const isRoot = process.getuid?.() === 0

/** A disk of its own has to be mounted, which only root may. */
test.skipIf(process.platform !== 'linux' || !isRoot)('a full disk is called full', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-full-'))
  const isMounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'hexi', folder]).then(
    () => true,
    () => false,
  )
  try {
    if (!isMounted) {
      console.warn('SKIPPED: no disk can be mounted here')
      return
    }
    await mkdir(join(folder, 'store'))
    const store = fsObjects({ folder: join(folder, 'store'), secret: 'of this test' })
    await expect(store.check()).resolves.toBeUndefined()
    const bytes = new Uint8Array(150_000)
    const about = { contentType: 'image/png', sizeBytes: bytes.length }
    await store.put('first', bytes, about)
    await expect(store.put('second', bytes, about)).rejects.toMatchObject({ kind: 'full' })
    await expect(store.check()).rejects.toMatchObject({ kind: 'full' })
    await store.remove('first')
    await expect(store.check()).resolves.toBeUndefined()
  } finally {
    if (isMounted) await run('umount', [folder])
    await rm(folder, { recursive: true, force: true })
  }
})
