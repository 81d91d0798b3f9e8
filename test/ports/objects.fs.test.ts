import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'

let folder = ''
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'hexi ')), '数据', 'objects')
})
afterEach(async () => rm(join(folder, '..', '..'), { recursive: true }))

const open = () => fsObjects({ folder, secret: 'of the test' })
const bytes = new TextEncoder().encode('kept')
const about = { contentType: 'text/plain', sizeBytes: 4 }

test('what one process stored another one reads, and cannot overwrite', async () => {
  const [one, other] = [open(), open()]
  await one.put('a/b', bytes, about)
  expect(await new Response((await other.find('a/b'))?.body).text()).toBe('kept')
  await expect(other.put('a/b', bytes, about)).rejects.toMatchObject({ kind: 'conflict' })
  const again = open()
  expect(await again.findHead('a/b')).toMatchObject(about)
})

test('of two processes storing one key at once one wins', async () => {
  const stores = [open(), open()]
  const results = await Promise.allSettled(
    stores.map(async (store) => store.put('a', bytes, about)),
  )
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('an upload goes on after the process that began it', async () => {
  const { uploadId } = await open().startMultipart('big', { contentType: 'text/plain' })
  const tag = await open().putPart('big', uploadId, 1, bytes, 4)
  await open().completeMultipart('big', uploadId, [tag])
  expect(await open().findHead('big')).toMatchObject({ sizeBytes: 4 })
  expect(await readdir(join(folder, 'uploads'))).toEqual([])
})

test('what a process that died left half written is no object, and is swept away two days later', async () => {
  open()
  const [old, young] = ['old', 'young'].map((name) => join(folder, 'aside', name))
  if (!old || !young) throw new Error('Two names were given')
  await mkdir(old)
  await writeFile(join(old, 'bytes'), 'half')
  await utimes(old, new Date(0), new Date(0))
  await mkdir(young)
  open()
  expect(await readdir(join(folder, 'aside'))).toEqual(['young'])
})

test('a thousand reads that were never finished keep no file open', async () => {
  const store = open()
  await store.put('a', bytes, about)
  const before = await openFiles()
  for (let turn = 0; turn < 1000; turn += 1) await (await store.find('a'))?.body.cancel()
  expect(await openFiles()).toBeLessThan(before + 10)
})

test('a store whose folder has gone says so', async () => {
  const store = open()
  await expect(store.check()).resolves.toBeUndefined()
  await rm(folder, { recursive: true })
  await expect(store.check()).rejects.toThrow('ENOENT')
  await mkdir(folder)
})

/** Linux only; elsewhere nothing is counted. */
const openFiles = async () =>
  readdir('/proc/self/fd').then(
    (names) => names.length,
    () => 0,
  )
