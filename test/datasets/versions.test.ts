import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { Temporal } from '../../src/core/time.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { addDataset, addFiles, addVersion, publishVersion, type SceneDataset } from './scene.ts'

const problem = z.object({
  detail: z.string(),
  objections: z.array(z.object({ code: z.string() })).optional(),
})
const version = z.object({
  number: z.int(),
  state: z.enum(['draft', 'published', 'withdrawn']),
  fileCount: z.int().nullable(),
  sizeBytes: z.int().nullable(),
  mayReadFiles: z.boolean(),
  version: z.int(),
  notes: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
  withdrawalReason: z.string().nullable(),
})
const fileItem = z.object({
  id: z.string(),
  name: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
})
const momentsOfFile = z.object({
  addedAt: z.string(),
  verifiedAt: z.string(),
  damagedAt: z.string().nullable(),
})
const itemsOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable(),
    total: z.object({ value: z.int() }),
  })

const pathOf = ({ id, number }: SceneDataset) => `/api/v1/datasets/${id}/versions/${number}`
const codesOf = async (answer: Response) =>
  problem.parse(await answer.json()).objections?.map(({ code }) => code)

describe('versions of a dataset', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await testHouse()
  })
  afterAll(async () => house[Symbol.asyncDispose]())
  const curator = () => house.as('demo-curator')

  const correct = async (path: string, input: object) => {
    const etag = (await curator().get(path)).headers.get('etag') ?? ''
    return (await curator().patch(path, input, { 'if-match': etag })).status
  }
  const read = async (dataset: SceneDataset, token?: string) =>
    version.parse(await (await house.as(token).get(pathOf(dataset))).json())
  const filesOf = async (dataset: SceneDataset, query = '', token = 'demo-curator') =>
    itemsOf(fileItem).parse(
      await (await house.as(token).get(`${pathOf(dataset)}/files${query}`)).json(),
    )

  test('the first version is published together with its dataset, with its files counted', async () => {
    const draft = await addDataset(house, {
      files: { 'a.csv': 'a\n1\n', 'b/c.txt': 'c' },
      state: 'draft',
    })
    expect(await read(draft, 'demo-curator')).toMatchObject({
      state: 'draft',
      fileCount: 2,
      sizeBytes: 5,
    })
    expect((await house.as().get(pathOf(draft))).status).toBe(404)
    const published = await addDataset(house, { input: { access: 'open' } })
    expect(await read(published)).toMatchObject({ number: 1, state: 'published', fileCount: 1 })
  })

  test('a dataset is not published with an empty version: the reason is said, and nothing is published', async () => {
    const draft = await addDataset(house, { files: {}, state: 'draft' })
    const answer = await curator().post(`/api/v1/datasets/${draft.id}/publication`, {})
    expect(answer.status).toBe(409)
    expect(await codesOf(answer)).toEqual(['no_files'])
    expect((await house.as().get(`/api/v1/records/${draft.id}`)).status).toBe(404)
  })

  test('the next version has the files of the last one by reference, and is only worth publishing once they differ', async () => {
    const first = await addDataset(house, {
      input: { access: 'open' },
      files: { 'a.csv': '1', 'b.csv': '2' },
    })
    const second = await addVersion(house, first.id)
    expect((await filesOf(second)).items.map(({ name }) => name)).toEqual(['a.csv', 'b.csv'])
    const objects = await house.db
      .selectFrom('dataset_object')
      .where('record_id', '=', first.id)
      .select('id')
      .execute()
    expect(objects).toHaveLength(2)
    const unchanged = await curator().post(`${pathOf(second)}/publication`, {})
    expect(await codesOf(unchanged)).toEqual(['same_files'])
    await addFiles(house, second.versionId, { 'c.csv': '3' })
    await publishVersion(house, second)
    expect(await read(second)).toMatchObject({ number: 2, state: 'published', fileCount: 3 })
    expect((await filesOf(first)).total.value).toBe(2)
  })

  test('a file says when it was added and verified as every answer writes moments', async () => {
    const dataset = await addDataset(house, { files: { 'a.csv': '1' } })
    await house.db
      .updateTable('dataset_object')
      .set({ damaged_at: Temporal.Instant.from('2026-03-02T09:00:00.5+08:00') })
      .where('record_id', '=', dataset.id)
      .execute()
    const answer = await curator().get(`${pathOf(dataset)}/files`)
    const [file] = itemsOf(momentsOfFile).parse(await answer.json()).items
    expect(file?.damagedAt).toBe('2026-03-02T01:00:00.5Z')
    for (const at of [file?.addedAt, file?.verifiedAt])
      expect(Temporal.Instant.from(at ?? '').toString()).toBe(at)
  })

  test('a published version is never changed: not by the API, and not in the database', async () => {
    const dataset = await addDataset(house)
    const { items } = await filesOf(dataset)
    const file = `${pathOf(dataset)}/files/${items[0]?.id}`
    expect((await curator().patch(file, { name: 'x.csv' })).status).toBe(409)
    const removal = await curator().post(`${pathOf(dataset)}/files/removals`, {
      files: [items[0]?.id],
    })
    expect(removal.status).toBe(409)
    expect((await curator().delete(pathOf(dataset))).status).toBe(409)
    await expect(addFiles(house, dataset.versionId, { 'late.csv': '1' })).rejects.toMatchObject({
      constraint: 'dataset_version_published',
    })
    await expect(
      house.db.deleteFrom('dataset_file').where('version_id', '=', dataset.versionId).execute(),
    ).rejects.toMatchObject({ constraint: 'dataset_version_published' })
  })

  test('there is one draft at a time, also when two begin it at once', async () => {
    const dataset = await addDataset(house)
    const path = `/api/v1/datasets/${dataset.id}/versions`
    const answers = await Promise.all([1, 2, 3].map(async () => curator().post(path, {})))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  })

  test('files of a draft are renamed, described and taken out; bytes that no version has any more are let go', async () => {
    const dataset = await addDataset(house, {
      files: { 'a.csv': 'same', 'b/one.csv': '1', 'b/two.csv': '2' },
    })
    const draft = await addVersion(house, dataset.id, { files: { 'b/three.csv': '3' } })
    const named = async (name: string) =>
      (await filesOf(draft)).items.find((file) => file.name === name)?.id ?? ''
    const renamed = await curator().patch(`${pathOf(draft)}/files/${await named('a.csv')}`, {
      name: 'stations/Ä.csv',
      description: 'Daily means',
    })
    expect(renamed.status).toBe(200)
    const taken = await curator().patch(`${pathOf(draft)}/files/${await named('b/one.csv')}`, {
      name: 'stations/A\u0308.csv',
    })
    expect(taken.status).toBe(409)
    const removed = await curator().post(`${pathOf(draft)}/files/removals`, { folders: ['b'] })
    expect(await removed.json()).toEqual({ removed: 3 })
    expect((await filesOf(draft)).items.map(({ name }) => name)).toEqual(['stations/Ä.csv'])
    const kept = await house.db
      .selectFrom('dataset_object')
      .where('record_id', '=', dataset.id)
      .select('id')
      .execute()
    expect(kept).toHaveLength(3)
    expect((await filesOf(dataset)).total.value).toBe(3)
  })

  test.each([
    '',
    '/a',
    'a//b',
    '../a',
    'a/./b',
    'a\\b',
    'a\u0000b',
    'x'.repeat(1001),
    'é'.repeat(200),
  ])('a file is not called %j', async (name) => {
    const draft = await addDataset(house, { state: 'draft' })
    const { items } = await filesOf(draft)
    const answer = await curator().patch(`${pathOf(draft)}/files/${items[0]?.id}`, { name })
    expect(answer.status).toBe(422)
  })

  test('notes may be mended after publication, terms may not; a stale change is refused', async () => {
    const dataset = await addDataset(house)
    const { version: read1 } = await read(dataset)
    const stale = { 'if-match': '"0"' }
    expect((await curator().patch(pathOf(dataset), { notes: { zh: '更正' } }, stale)).status).toBe(
      412,
    )
    const now = { 'if-match': `"${read1}"` }
    const mended = await curator().patch(pathOf(dataset), { notes: { zh: '更正' } }, now)
    expect(version.parse(await mended.json()).notes.zh).toBe('更正')
    const { version: read2 } = await read(dataset)
    const terms = await curator().patch(
      pathOf(dataset),
      { terms: { zh: '不得商用' } },
      { 'if-match': `"${read2}"` },
    )
    expect(terms.status).toBe(409)
  })

  test('a withdrawn version keeps its number, dates and reason; its files are given to nobody', async () => {
    const dataset = await addDataset(house)
    const withdrawn = await curator().post(`${pathOf(dataset)}/withdrawal`, {
      reason: '传感器标定有误',
    })
    expect(withdrawn.status).toBe(200)
    expect(await read(dataset)).toMatchObject({
      state: 'withdrawn',
      withdrawalReason: '传感器标定有误',
      mayReadFiles: false,
    })
    expect((await filesOf(dataset, '', 'demo-outsider')).items).toEqual([])
    expect(
      (await curator().post(`${pathOf(dataset)}/withdrawal`, { reason: 'again' })).status,
    ).toBe(409)
  })

  test('what a version has otherwise than the one before is listed file by file, and the metadata with it', async () => {
    const dataset = await addDataset(house, {
      input: { access: 'open' },
      files: { 'a.csv': '1', 'b.csv': '2', 'c.csv': '3' },
    })
    const draft = await addVersion(house, dataset.id, { files: { 'b.csv': 'two', 'd.csv': '4' } })
    await curator().post(`${pathOf(draft)}/files/removals`, {
      folders: [],
      files: [(await filesOf(draft)).items[0]?.id],
    })
    await publishVersion(house, draft)
    const changes = itemsOf(z.object({ name: z.string(), change: z.string() })).parse(
      await (await house.as().get(`${pathOf(draft)}/changes`)).json(),
    )
    expect(changes.items.map(({ name, change }) => [name, change])).toEqual([
      ['a.csv', 'removed'],
      ['b.csv', 'replaced'],
      ['d.csv', 'added'],
    ])
    const page = await house.as().get(`/records/${dataset.id}/versions/2/changes`)
    expect(await page.text()).toContain('b.csv')
  })

  test('a metadata correction makes no version, and the difference to what was published is kept', async () => {
    const dataset = await addDataset(house)
    const record = await curator().get(`/api/v1/datasets/${dataset.id}`)
    await curator().patch(
      `/api/v1/datasets/${dataset.id}`,
      { title: { zh: '祁连山气象观测（更正）' } },
      { 'if-match': record.headers.get('etag') ?? '' },
    )
    const draft = await addVersion(house, dataset.id, { files: { 'new.csv': '1' } })
    await publishVersion(house, draft)
    const page = await (await house.as().get(`/records/${dataset.id}/versions/2/changes`)).text()
    expect(page).toContain('祁连山气象观测（更正）')
    expect(
      (await (await curator().get(`/api/v1/datasets/${dataset.id}/versions`)).json()).total.value,
    ).toBe(2)
  })

  test('folders open one by one, however many files lie below', async () => {
    const files = Object.fromEntries([
      ...Array.from({ length: 30 }, (_, at) => [`站点/${at % 3}/day-${at}.csv`, String(at)]),
      ['README.md', '#'],
      ['a b.txt', '1'],
    ])
    const dataset = await addDataset(house, { input: { access: 'open' }, files })
    const page = async (query: string) =>
      (await house.as().get(`/records/${dataset.id}/versions/1${query}`)).text()
    const root = await page('')
    expect(root).toContain('README.md')
    expect(root).toContain('站点/')
    expect(root).not.toContain('day-1.csv')
    const inside = await page(`?folder=${encodeURIComponent('站点/1/')}`)
    expect(inside).toContain('day-1.csv')
    expect(inside).not.toContain('day-2.csv')
    expect(await page('?q=day-2')).toContain('站点/2/day-2.csv')
  })

  test('a guest’s page that was drawn before follows every change of what it shows', async () => {
    const dataset = await addDataset(house, { input: { access: 'open' }, files: { 'a.csv': '1' } })
    const at = `/api/v1/datasets/${dataset.id}`
    const damaged_at = Temporal.Instant.from('2026-03-01T00:00:00Z')
    const damage = house.db.updateTable('dataset_object').where('record_id', '=', dataset.id)
    const changes: (() => unknown)[] = [
      async () => {},
      () => correct(pathOf(dataset), { notes: { zh: '已更正说明' } }),
      () => correct(at, { title: { zh: '更名的数据集' } }),
      () => damage.set({ damaged_at }).execute(),
      () => damage.set({ damaged_at: null }).execute(),
      () => correct(at, { access: 'registered' }),
      () => correct(at, { access: 'closed' }),
      () => curator().post(`${pathOf(dataset)}/withdrawal`, { reason: '传感器标定有误' }),
    ]
    const page = `/records/${dataset.id}/versions/1`
    let before = ''
    for (const make of changes) {
      // oxlint-disable no-await-in-loop -- one change after the other
      await make()
      const [shown, again] = [await house.as().get(page), await house.as().get(page)]
      const text = await shown.text()
      const anew = await createApp({ ...house.services }).request(page)
      expect(text).not.toBe(before)
      expect([await again.text(), await anew.text()]).toEqual([text, text])
      before = text
      // oxlint-enable no-await-in-loop
    }
    expect(before).toContain('传感器标定有误')
    const theirs = await (await house.as('demo-outsider').get(page)).text()
    expect([before.includes('/sign-out'), theirs.includes('/sign-out')]).toEqual([false, true])
  })

  test('whoever does not keep the dataset changes nothing', async () => {
    const dataset = await addDataset(house)
    const draft = await addVersion(house, dataset.id, { files: { 'x.csv': '1' } })
    const tries = [
      async (as?: string) => house.as(as).post(`/api/v1/datasets/${dataset.id}/versions`, {}),
      async (as?: string) => house.as(as).post(`${pathOf(draft)}/publication`, {}),
      async (as?: string) => house.as(as).delete(pathOf(draft)),
      async (as?: string) =>
        house.as(as).post(`${pathOf(draft)}/files/removals`, { folders: ['x'] }),
      async (as?: string) => house.as(as).post(`${pathOf(dataset)}/withdrawal`, { reason: 'no' }),
    ]
    for (const attempt of tries) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as refused writes come
      expect((await attempt()).status).toBe(401)
      // oxlint-disable-next-line no-await-in-loop
      expect([403, 404]).toContain((await attempt('demo-outsider')).status)
    }
  })

  test('deleting a draft dataset lets go of its bytes', async () => {
    const draft = await addDataset(house, { state: 'draft' })
    const gone = await curator().delete(`/api/v1/datasets/${draft.id}`, undefined, {
      'if-match': '"1"',
    })
    expect(gone.status).toBe(204)
    const left = await house.db
      .selectFrom('dataset_object')
      .where('record_id', '=', draft.id)
      .select('id')
      .execute()
    expect(left).toEqual([])
  })
})
