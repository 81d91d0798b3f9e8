import { mkdtempSync } from 'node:fs'
import { readdir, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Objects } from '../../src/core/ports.ts'
import type { Temporal } from '../../src/core/time.ts'
import { checkObjects } from '../../src/datasets/fixity/actions.ts'
import { checkFixity } from '../../src/datasets/jobs.ts'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { s3Objects } from '../../src/ports/objects.s3.ts'
import { startBucket } from '../support/bucket.ts'
import { testNow } from '../support/clock.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { houseContext } from '../support/people.ts'
import { testSecret } from '../support/services.ts'
import { inEachStore } from '../support/stores.ts'
import { tellWaiting } from '../support/told.ts'
import { draftDataset, storeFile } from './stored.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const Checks = z.object({
  items: z.array(z.looseObject({ file: z.string(), outcome: z.string() })),
})

/** A house whose clock is set on by days. */
async function openScene(objects: Objects) {
  let days = 0
  const now = (): Temporal.Instant => testNow().add({ hours: days * 24 })
  const house = await testHouse({ objects, now })
  const of = await draftDataset(house)
  const at = `/api/v1/datasets/${of.dataset}`
  const get = async (path: string, as: string | undefined = 'demo-curator') =>
    house.as(as).get(`${at}${path}`)
  return {
    house,
    of,
    get,
    ctx: houseContext(house.services, 'check_fixity'),
    pass: (more: number) => (days += more),
    store: (path: string, text: string) => storeFile(house, of, { path, text }),
    /** Other bytes under the same key, as a disk or a hand may leave them. */
    overwrite: async (key: string, text: string) => {
      const bytes = bytesOf(text)
      await objects.remove(key)
      await objects.put(key, bytes, { contentType: 'text/csv', sizeBytes: bytes.length })
    },
    outcomes: async () =>
      Checks.parse(await (await get('/fixity-checks')).json()).items.map(
        ({ file, outcome }) => `${file} ${outcome}`,
      ),
  }
}

const damage = async ({ db }: TestHouse, id: string) =>
  (
    await db
      .selectFrom('dataset_object')
      .where('id', '=', id)
      .select('damaged_at')
      .executeTakeFirstOrThrow()
  ).damaged_at

const folder = mkdtempSync(join(tmpdir(), 'hexi-fixity-'))

inEachStore('stored bytes', (store) => {
  let scene: Awaited<ReturnType<typeof openScene>>
  beforeAll(async () => {
    scene = await openScene(store().objects)
  })
  afterAll(async () => scene.house[Symbol.asyncDispose]())

  test('are read again once they are due, empty ones too, and found sound', async () => {
    await scene.store('a.csv', 'a,1\n')
    await scene.store('空.csv', '')
    expect(await checkObjects(scene.ctx, { all: false })).toMatchObject({ done: 0 })
    scene.pass(26)
    expect(await checkObjects(scene.ctx, { all: false })).toMatchObject({ done: 2, damaged: 0 })
    expect(await checkObjects(scene.ctx, { all: false })).toMatchObject({ done: 0 })
    expect(await scene.outcomes()).toEqual(['空.csv sound', 'a.csv sound'])
  })

  test('that differ are refused, told of once, and free again when they are restored', async () => {
    const { house, of, ctx } = scene
    const [one, two] = [await scene.store('b.csv', 'b,1\n'), await scene.store('c.csv', 'c,1\n')]
    await scene.overwrite(one.key, 'b,2\n')
    await scene.overwrite(two.key, 'longer than it was\n')
    const found = await checkObjects(ctx, { all: false, recordId: of.dataset })
    expect(found).toMatchObject({ done: 4, damaged: 2, unanswered: 0 })
    expect((await scene.outcomes()).slice(0, 2)).toEqual(['c.csv mismatch', 'b.csv mismatch'])
    expect(await (await scene.get('/damaged-files')).json()).toMatchObject({
      items: [{ file: 'b.csv' }, { file: 'c.csv' }],
    })

    await tellWaiting(house.services)
    const told = await house.db
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.person_id')
      .where('notice.kind', '=', 'file_damaged')
      .select(['person.name', 'notice.path'])
      .orderBy('person.name')
      .execute()
    expect(told).toEqual([
      { name: 'demo-admin', path: `/records/${of.dataset}/integrity` },
      { name: 'demo-curator', path: `/records/${of.dataset}/integrity` },
    ])

    const publishing = await house
      .as('demo-curator')
      .post(`/api/v1/datasets/${of.dataset}/publication`, {})
    expect([publishing.status, await publishing.text()]).toEqual([
      409,
      expect.stringContaining('b.csv、c.csv'),
    ])

    await scene.overwrite(one.key, 'b,1\n')
    await scene.overwrite(two.key, 'c,1\n')
    expect(await checkObjects(ctx, { all: true })).toMatchObject({ damaged: 0, recovered: 2 })
    expect(await damage(house, one.id)).toBeNull()
    expect((await scene.outcomes()).filter((line) => line.includes('recovered'))).toHaveLength(2)
    const audit = await house.db
      .selectFrom('audit')
      .where('entity_id', '=', of.dataset)
      .where('action', 'in', ['file.damage', 'file.recover'])
      .select(['action', 'actor_name'])
      .orderBy('id')
      .execute()
    expect(audit.map(({ action }) => action)).toEqual([
      'file.damage',
      'file.damage',
      'file.recover',
      'file.recover',
    ])
    expect(new Set(audit.map(({ actor_name }) => actor_name))).toEqual(new Set(['check_fixity']))
  })

  test('that are gone are missing', async () => {
    const gone = await scene.store('gone.csv', 'gone\n')
    await scene.house.services.objects.remove(gone.key)
    expect(await checkObjects(scene.ctx, { all: true })).toMatchObject({ damaged: 1 })
    expect(await damage(scene.house, gone.id)).not.toBeNull()
    expect(await (await scene.get('/fixity')).json()).toMatchObject({ damaged: 1, overdue: 0 })
  })
})

describe('a check', () => {
  let scene: Awaited<ReturnType<typeof openScene>>
  beforeAll(async () => {
    scene = await openScene(fsObjects({ folder, secret: testSecret }))
  })
  afterAll(async () => scene.house[Symbol.asyncDispose]())

  test('finds a file that a disk has cut short', async () => {
    const cut = await scene.store('cut.csv', 'twelve bytes')
    await truncateOnly(folder, 12)
    expect(await checkObjects(scene.ctx, { all: true })).toMatchObject({ damaged: 1 })
    expect(await damage(scene.house, cut.id)).not.toBeNull()
    await scene.overwrite(cut.key, 'twelve bytes')
    await checkObjects(scene.ctx, { all: true })
  })

  test('of a bucket that is not there, or does not answer, finds no damage and fails its job', async () => {
    scene.pass(40)
    const nowhere = {
      endpoint: 'http://127.0.0.1:9',
      bucket: 'none',
      region: 'auto',
      accessKeyId: 'none',
      secretAccessKey: 'none',
    }
    const silent = { ...scene.ctx, objects: s3Objects(nowhere) }
    await expect(checkFixity(silent)).rejects.toThrow('could not be read')
    const started = await startBucket()
    const elsewhere = { ...scene.ctx, objects: s3Objects({ ...started, bucket: 'another' }) }
    expect(await checkObjects(elsewhere, { all: true })).toMatchObject({ done: 0, damaged: 0 })
    await started.stop()
    expect(await (await scene.get('/fixity')).json()).toMatchObject({ damaged: 0, overdue: 1 })
    expect(await checkObjects(scene.ctx, { all: true })).toMatchObject({ done: 1, damaged: 0 })
  })

  test('stops at its bounds and goes on with the rest, the oldest first', async () => {
    for (const name of ['1.csv', '2.csv', '3.csv']) await scene.store(name, name)
    scene.pass(30)
    expect(await checkObjects(scene.ctx, { all: false }, { mostBytes: 1 })).toMatchObject({
      done: 1,
    })
    expect((await scene.outcomes())[0]).toBe('cut.csv sound')
    expect(await checkObjects(scene.ctx, { all: false }, { mostMinutes: -1 })).toMatchObject({
      done: 0,
    })
    expect(await checkObjects(scene.ctx, { all: false })).toMatchObject({ done: 3 })
  })

  test('is kept for good where it found damage, and else a year long', async () => {
    const kept = await scene.store('kept.csv', 'kept')
    const checksOf = async () => {
      const rows = await scene.house.db
        .selectFrom('fixity_check')
        .where('object_id', '=', kept.id)
        .orderBy('id')
        .select(['outcome', 'checked_at'])
        .execute()
      return rows.map(({ outcome }) => outcome)
    }
    await scene.overwrite(kept.key, 'other')
    await checkObjects(scene.ctx, { all: true })
    await scene.overwrite(kept.key, 'kept')
    for (let month = 0; month < 16; month += 1) {
      scene.pass(30)
      await checkObjects(scene.ctx, { all: false })
    }
    expect(await checksOf()).toEqual([
      'mismatch',
      'recovered',
      ...Array.from({ length: 12 }, () => 'sound'),
    ])
  })

  test('that two runs do at once reads each object once', async () => {
    for (let each = 0; each < 20; each += 1) await scene.store(`many/${each}.csv`, String(each))
    scene.pass(30)
    const runs = await Promise.all([1, 2, 3].map(() => checkObjects(scene.ctx, { all: false })))
    expect(runs.reduce((sum, { done }) => sum + done, 0)).toBe(25)
  })

  test('of a run that was killed is done again after hours', async () => {
    scene.pass(30)
    await scene.house.db
      .updateTable('dataset_object')
      .set({ check_begun_at: scene.ctx.now() })
      .execute()
    expect(await checkObjects(scene.ctx, { all: false })).toMatchObject({ done: 0 })
    scene.pass(1)
    expect(await checkObjects(scene.ctx, { all: false })).toMatchObject({ done: 25 })
  })
})

describe('what was found', () => {
  let scene: Awaited<ReturnType<typeof openScene>>
  beforeAll(async () => {
    scene = await openScene(fsObjects({ folder, secret: testSecret }))
    await scene.store('day.csv', 'a,1\n')
  })
  afterAll(async () => scene.house[Symbol.asyncDispose]())

  test('of a dataset is for who keeps it, and of all for administrators', async () => {
    const doors = ['/fixity', '/fixity-checks', '/damaged-files']
    for (const door of doors) {
      expect((await scene.get(door)).status).toBe(200)
      expect((await scene.get(door, 'demo-outsider')).status).toBe(404)
      expect(
        (await scene.house.as().get(`/api/v1/datasets/${scene.of.dataset}${door}`)).status,
      ).toBe(404)
    }
    for (const door of ['/fixity', '/fixity/damaged-files', '/fixity/notable-checks']) {
      expect((await scene.house.as('demo-admin').get(`/api/v1${door}`)).status).toBe(200)
      expect((await scene.house.as('demo-curator').get(`/api/v1${door}`)).status).toBe(403)
      expect((await scene.house.as().get(`/api/v1${door}`)).status).toBe(401)
    }
  })
})

/** Cuts the one file of this size in a folder short, past its store. */
async function truncateOnly(root: string, sizeBytes: number): Promise<void> {
  const names = await readdir(join(root, 'objects'), { recursive: true, withFileTypes: true })
  for (const { name, parentPath } of names) {
    const path = join(parentPath, name)
    if (name === 'bytes' && (await stat(path)).size === sizeBytes) await truncate(path, 5)
  }
}
