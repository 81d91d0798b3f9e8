import { afterAll, expect, test } from 'vitest'
import { Temporal } from '../../src/core/time.ts'
import { createJobs } from '../../src/jobs.ts'
import { filesIn } from '../../src/ports/archive.ts'
import { pathToLog } from '../../src/web/observe.ts'
import { childPreviews } from '../../src/ports/previews.child.node.ts'
import { s3Objects } from '../../src/ports/objects.s3.ts'
import { startBucket } from '../support/bucket.ts'
import { testHouse } from '../support/house.ts'
import { netcdf } from '../previews/files.ts'
import { addDataset, type Contents } from './scene.ts'

const bucket = await startBucket()
afterAll(bucket.stop)

async function houseAt(changes = {}) {
  const clock = { now: Temporal.Instant.from('2026-11-25T00:30:00Z') }
  const house = await testHouse({ now: () => clock.now, ...changes })
  return Object.assign(house, { clock })
}
type House = Awaited<ReturnType<typeof houseAt>>

const input = {
  title: { zh: '冰芯同位素', en: 'Ice core isotopes' },
  summary: { zh: '摘要甲', en: 'Abstract A' },
  creators: [
    { name: 'Zhang, Wei', nameType: 'Personal', affiliations: ['Secret Institute'] },
    { name: 'Li, Na', nameType: 'Personal' },
  ],
  contactName: 'Contact Person',
  contactEmail: 'contact@institute.test',
  identifiers: [{ scheme: 'doi', value: '10.12072/ncdc.secret' }],
}

const twoFiles: Contents = { 'data/a.csv': 'a\n', 'b.csv': 'bb\n' }

async function linked(house: House, { state = 'draft', files = twoFiles, ...given }: Given = {}) {
  const d = await addDataset(house, {
    state,
    input: { ...input, access: 'closed' },
    files,
  })
  const answer = await house.as('demo-curator').post(`/api/v1/datasets/${d.id}/reviewer-links`, {
    version: 1,
    note: '稿件 42',
    until: '2026-11-30',
    ...given,
  })
  const made = await answer.json()
  if (answer.status !== 201) throw new Error(JSON.stringify(made))
  return { d, id: made.id, path: made.address.replace('http://hexi.test', '') }
}
type Given = {
  state?: 'draft' | 'published'
  hidesAuthors?: boolean
  until?: string
  files?: Contents
}

const filesOn = (page: string) => [...page.matchAll(/href="(\/review\/[^"]+\/files\/[^"]+)"/g)]

test('who holds the link of a draft sees title, abstract, authors and files, and downloads them', async () => {
  await using house = await houseAt()
  const { path, d } = await linked(house)
  const answer = await house.as().get(path)
  const page = await answer.text()
  expect(answer.status).toBe(200)
  for (const shown of ['冰芯同位素', '摘要甲', 'Zhang, Wei; Li, Na', 'data/a.csv', 'b.csv'])
    expect(page).toContain(shown)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'cache-control': expect.stringContaining('no-store'),
  })
  const [first] = filesOn(page)
  const file = await house.as().get(first?.[1] ?? '')
  expect([file.status, await file.text()]).toEqual([200, 'bb\n'])
  const archive = await house.as().get(`${path}/archive.zip`)
  expect(filesIn(new Uint8Array(await archive.arrayBuffer()))?.map(({ name }) => name)).toEqual([
    'b.csv',
    'data/a.csv',
  ])
  const list = await house.as('demo-curator').get(`/api/v1/datasets/${d.id}/reviewer-links`)
  expect(await list.json()).toMatchObject({
    items: [{ visits: 1, downloads: 2, state: 'valid', note: '稿件 42' }],
  })
  expect(
    JSON.stringify(await (await house.as('demo-curator').get(`/api/v1/audit`)).json()),
  ).not.toContain(path.split('/').at(-1))
})

test('with the authors hidden, neither they nor their institution, identifiers or the dataset’s address show', async () => {
  await using house = await houseAt({ objects: s3Objects(bucket), redirectsFromBytes: 1 })
  const { path, d } = await linked(house, { hidesAuthors: true, state: 'published' })
  const page = await house.as().get(path)
  const [first] = filesOn(await page.clone().text())
  const file = await house.as().get(first?.[1] ?? '')
  const archive = await house.as().get(`${path}/archive.zip`)
  expect([page.status, file.status, archive.status]).toEqual([200, 200, 200])
  for (const answer of [page, file, archive]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const seen = JSON.stringify([...answer.headers]) + (await answer.text())
    for (const secret of [
      'Zhang',
      'Li, Na',
      'Secret Institute',
      'Contact',
      'contact@',
      '10.12072',
      'ncdc.secret',
      '种质资源库',
      'Genebank',
      'demo-curator',
      '稿件 42',
      d.id,
      d.versionId,
    ])
      expect(seen).not.toContain(secret)
  }
})

test('previews are shown by the link; where it hides the authors, without attributes that name them', async () => {
  await using house = await houseAt({ previews: childPreviews() })
  const files = { 'rain.nc': netcdf(1, { title: 'Secret Institute' }) }
  const shownBy = async (hidesAuthors: boolean) => {
    const { path, d } = await linked(house, { hidesAuthors, files })
    await createJobs(house.services).preview_version({ versionId: d.versionId })
    const [, preview] = filesOn(await (await house.as().get(path)).text())
    const answer = await house.as().get(preview?.[1] ?? '')
    const picture = await house.as().get(`${preview?.[1]}/picture`)
    expect([preview?.[1]?.endsWith('/preview'), answer.status, picture.status]).toEqual([
      true,
      200,
      200,
    ])
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(picture.headers.get('cache-control')).toContain('no-store')
    const text = JSON.stringify([...answer.headers]) + (await answer.text())
    return ['rain', 'lat 4 × lon 6', 'Secret Institute', d.id].map((mark) => text.includes(mark))
  }
  expect(await shownBy(false)).toEqual([true, true, true, false])
  expect(await shownBy(true)).toEqual([true, true, false, false])
})

test('a preview that reviewers are the first to ask for is made', async () => {
  await using house = await houseAt({ previews: childPreviews() })
  const { path } = await linked(house)
  const [, preview] = filesOn(await (await house.as().get(path)).text())
  expect(await (await house.as().get(preview?.[1] ?? '')).text()).toContain('正在生成预览')
  const job = await house.db
    .withTables<{ 'graphile_worker.jobs': { task_identifier: string } }>()
    .selectFrom('graphile_worker.jobs')
    .select('task_identifier')
    .where('task_identifier', '=', 'preview_file')
    .execute()
  expect(job).toHaveLength(1)
})

test('an unknown link, one that is over, one revoked and one of what is withdrawn are the same not-found', async () => {
  await using house = await houseAt()
  const unknown = await bodyOf(house, '/review/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
  const over = await linked(house)
  const revoked = await linked(house)
  const withdrawn = await linked(house, { state: 'published', until: '2026-12-31' })
  const revoke = `/api/v1/datasets/${revoked.d.id}/reviewer-links/${revoked.id}/revocation`
  expect((await house.as('demo-curator').post(revoke, {})).status).toBe(200)
  expect((await house.as('demo-curator').post(revoke, {})).status).toBe(409)
  await house
    .as('demo-curator')
    .post(`/api/v1/datasets/${withdrawn.d.id}/versions/1/withdrawal`, { reason: 'x' })
  house.clock.now = Temporal.Instant.from('2026-11-30T15:59:59Z')
  expect((await house.as().get(over.path)).status).toBe(200)
  house.clock.now = Temporal.Instant.from('2026-11-30T16:00:00Z')
  for (const { path } of [over, revoked, withdrawn])
    for (const door of [path, `${path}/archive.zip`, `${path}/files/${crypto.randomUUID()}`])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await bodyOf(house, door)).toBe(unknown)
})

test('links are made by who is responsible for the dataset, for a version that is there, until a day to come', async () => {
  await using house = await houseAt()
  const d = await addDataset(house, { input })
  const make = async (who: string | undefined, change = {}) => {
    const body = { version: 1, note: 'x', until: '2026-11-30', ...change }
    return (await house.as(who).post(`/api/v1/datasets/${d.id}/reviewer-links`, body)).status
  }
  expect(await make(undefined)).toBe(401)
  expect(await make('demo-outsider')).toBe(403)
  expect(await make('demo-steward')).toBe(403)
  expect(await make('demo-curator', { version: 2 })).toBe(404)
  expect(await make('demo-curator', { until: '2026-11-24' })).toBe(422)
  expect(await make('demo-curator', { until: '2028-11-24' })).toBe(422)
  expect(await make('demo-curator')).toBe(201)
})

test('the secret is kept as a hash only, and is not written to the log', async () => {
  await using house = await houseAt()
  const { path } = await linked(house)
  const secret = path.split('/').at(-1) ?? ''
  const [row] = await house.db.selectFrom('reviewer_link').selectAll().execute()
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(pathToLog(`${path}/archive.zip`)).toBe('/review/…')
})

/** A page of a refusal, without what differs from one request to the next. */
async function bodyOf(house: House, path: string): Promise<string> {
  const answer = await house.as().get(path)
  const text = await answer.text()
  return `${answer.status} ${text.replaceAll(/\/review\/[^"&]*|%2Freview%2F[^"&]*/g, '/review/…')}`
}
