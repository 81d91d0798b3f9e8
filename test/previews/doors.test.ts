import { expect, test } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import { childPreviews } from '../../src/ports/previews.child.node.ts'
import { addDataset } from '../datasets/scene.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { inEachStore } from '../support/stores.ts'
import sharp from 'sharp'
import * as made from './files.ts'

const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a63' } })
  .jpeg()
  .toBuffer()

const files = {
  'data/day.csv': made.table,
  'data/rain.nc': made.netcdf(),
  'photo.jpg': new Uint8Array(photo),
  'notes.xyz': 'nothing that is known',
  'cut.parquet': made.parquet(100).slice(0, 200),
}

/** Addresses of a version's files, by their names. */
async function addressesOf(
  { db }: TestHouse,
  { id, number, versionId }: Awaited<ReturnType<typeof addDataset>>,
) {
  const rows = await db
    .selectFrom('dataset_file')
    .where('version_id', '=', versionId)
    .select(['id', 'path'])
    .execute()
  return (name: string) =>
    `/api/v1/datasets/${id}/versions/${number}/files/${rows.find(({ path }) => path === name)?.id}`
}

inEachStore('files', (store) => {
  test('are looked at once, in the background', async () => {
    await using house = await testHouse({ previews: childPreviews(), objects: store().objects })
    const scene = await addDataset(house, { files, input: { access: 'open' } })
    const at = await addressesOf(house, scene)
    const get = async (name: string) => (await house.as().get(`${at(name)}/preview`)).json()
    expect(await get('data/day.csv')).toMatchObject({ state: 'waiting', facts: null })
    const jobs = createJobs(house.services)
    await jobs.preview_version({ versionId: scene.versionId })
    expect(await get('data/day.csv')).toMatchObject({
      state: 'ready',
      file: { name: 'data/day.csv' },
      facts: { kind: 'table', sheets: [{ rows: 3 }] },
      extent: { west: 94.7, south: 38.6, east: 103.2, north: 40.1 },
    })
    expect(await get('data/rain.nc')).toMatchObject({
      facts: { format: 'netcdf' },
      pictures: [{ size: 'large', width: 6, height: 4 }],
    })
    expect(await get('photo.jpg')).toMatchObject({
      facts: { format: 'jpeg', width: 900, height: 600 },
      pictures: [
        { size: 'small', width: 400 },
        { size: 'large', width: 900 },
      ],
    })
    expect(await get('notes.xyz')).toMatchObject({ state: 'unsupported', reason: 'unknown_format' })
    expect(await get('cut.parquet')).toMatchObject({ state: 'failed', reason: 'damaged' })
    const picture = await house.as().get(`${at('photo.jpg')}/preview/picture?size=small`)
    expect(picture.headers.get('content-type')).toBe('image/webp')
    expect((await sharp(await picture.bytes()).metadata()).width).toBe(400)
    expect((await house.as().get(`${at('data/day.csv')}/preview/picture`)).status).toBe(404)
    expect(await house.db.selectFrom('object_intent').select('key').execute()).toEqual([])
    await jobs.preview_version({ versionId: scene.versionId })
  })
})

test('facts about files follow the files: none for who may not read them', async () => {
  await using house = await testHouse({ previews: childPreviews() })
  const scene = await addDataset(house, {
    files: { 'photo.jpg': new Uint8Array(photo) },
    input: { access: 'closed' },
  })
  const at = await addressesOf(house, scene)
  await createJobs(house.services).preview_version({ versionId: scene.versionId })
  for (const token of [undefined, 'demo-researcher', 'demo-outsider'])
    for (const path of ['/preview', '/preview/picture']) {
      const answer = await house.as(token).get(at('photo.jpg') + path)
      expect([token, path, answer.status]).toEqual([token, path, 403])
    }
  expect((await house.as('demo-curator').get(`${at('photo.jpg')}/preview/picture`)).status).toBe(
    200,
  )
})

test('pictures go with their files, and two looks at once leave one preview', async () => {
  await using house = await testHouse({ previews: childPreviews() })
  const scene = await addDataset(house, {
    files: { 'rain.nc': made.netcdf() },
    state: 'draft',
  })
  const jobs = createJobs(house.services)
  await Promise.all([
    jobs.preview_version({ versionId: scene.versionId }),
    jobs.preview_version({ versionId: scene.versionId }),
  ])
  const pictures = await house.db.selectFrom('file_preview_picture').select('key').execute()
  expect(pictures).toHaveLength(1)
  const gone = await house
    .as('demo-curator')
    .post(`/api/v1/datasets/${scene.id}/versions/${scene.number}/files/removals`, { folder: '' })
  const { id } = await house.db.selectFrom('dataset_file').select('id').executeTakeFirstOrThrow()
  expect(gone.status).toBe(422)
  await house
    .as('demo-curator')
    .post(`/api/v1/datasets/${scene.id}/versions/${scene.number}/files/removals`, { files: [id] })
  expect(await house.db.selectFrom('file_preview').select('object_id').execute()).toEqual([])
  await jobs.reap_uploads({})
  for (const { key } of pictures) expect(await house.services.objects.findHead(key)).toBeUndefined()
})

test('the page of a dataset shows where its files lie, to who may read them', async () => {
  await using house = await testHouse({ previews: childPreviews() })
  for (const access of ['open', 'on_request']) {
    const scene = await addDataset(house, {
      files: { 'dem.tif': made.geotiff() },
      input: { access },
    })
    await createJobs(house.services).preview_version({ versionId: scene.versionId })
    const html = await (await house.as().get(`/records/${scene.id}`)).text()
    expect(html.includes('100°E 36°N – 106°E 40°N')).toBe(access === 'open')
  }
})

test('the page of a file shows its table, and text as text', async () => {
  await using house = await testHouse({ previews: childPreviews() })
  const scene = await addDataset(house, {
    files: { 'day.csv': made.table, 'a.md': '<script>alert(1)</script>' },
    input: { access: 'open' },
  })
  const at = await addressesOf(house, scene)
  const pageOf = async (name: string) => {
    const path = at(name).replace('/api/v1/datasets/', '/records/')
    return (await house.as().get(path)).text()
  }
  expect(await pageOf('day.csv')).toContain('正在生成预览')
  await createJobs(house.services).preview_version({ versionId: scene.versionId })
  const table = await pageOf('day.csv')
  expect(table).toContain('编号（按文本）')
  expect(table).not.toContain('正在生成预览')
  expect(await pageOf('a.md')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})
