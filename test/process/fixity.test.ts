import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { draftDataset, storeFile } from '../datasets/stored.ts'
import { openProcessScene, type ProcessScene } from '../support/hexi-process.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { testSecret } from '../support/services.ts'

/** The command as whoever looks after an installation types it, on a database and a folder that tests have filled. */
let scene: ProcessScene
let house: TestHouse
let of: Awaited<ReturnType<typeof draftDataset>>

beforeAll(async () => {
  scene = await openProcessScene()
  const folder = join(scene.data, 'objects')
  house = await testHouse({ objects: fsObjects({ folder, secret: testSecret }) })
  of = await draftDataset(house)
})
afterAll(async () => {
  await scene.close()
  await house[Symbol.asyncDispose]()
})

const fixity = (...args: string[]) =>
  scene.run(['fixity', ...args], { DATABASE_URL: house.url, LANG: 'en' })

const store = (path: string) => storeFile(house, of, { path, text: path })

describe('hexi fixity', { timeout: 60_000 }, () => {
  test('reads what is due, or all of it, says how far it is, and 0 where all intact', async () => {
    for (const path of ['a.csv', 'b.csv', 'c.csv']) await store(path)
    expect(await fixity()).toMatchObject({ code: 0, out: 'Checked 0 files: all intact.\n' })
    const all = await fixity('--all')
    expect(all).toMatchObject({ code: 0, out: 'Checked 3 files: all intact.\n' })
    expect(all.err).toContain('3/3 files checked')
  })

  test('names what is not what was deposited, and 1', async () => {
    const { key } = await store('stations/day.csv')
    await house.services.objects.remove(key)
    const one = await fixity('--dataset', of.dataset)
    expect([one.code, one.out]).toEqual([1, ''])
    expect(one.err).toContain(`Missing: stations/day.csv (dataset ${of.dataset})`)
    expect(one.err).toContain('Checked 4 files: 1 differ from what was deposited.')
  })

  test('of a dataset that is not there says so, and 1', async () => {
    const none = await fixity('--dataset', '019c0000-0000-7000-8000-000000000003')
    expect([none.code, none.out]).toEqual([1, ''])
  })
})
