import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { common } from '../../db/vocabularies/common.ts'
import { objectionsToLibrary } from '../../src/germplasm/libraries/rules.ts'
import { germplasmScene, type GermplasmScene } from './scene.ts'

let house: GermplasmScene
beforeAll(async () => {
  house = await germplasmScene()
})
afterAll(async () => house[Symbol.asyncDispose]())

const halophytes = {
  code: 'halophytes',
  name: { zh: '盐生植物', en: 'Halophytes' },
  profile: 'plant',
  highlights: ['accenumb', 'soilType'],
}

test('the nine are there, each with its profile, under the codes that records have', async () => {
  const { items } = await (await house.as().get('/api/v1/libraries')).json()
  const terms = common.find(({ name }) => name === 'library')?.terms ?? []
  expect(items.slice(0, 9).map(({ id, name }: { id: string; name: object }) => [id, name])).toEqual(
    terms.map(({ code, label }) => [code, label]),
  )
  expect(items[0]).toMatchObject({ kind: 'accession', profile: 'microbe', version: 1 })
})

test.each([
  [{ kind: 'accession', profile: 'plant', highlights: ['accenumb', 'soilType'] }, []],
  [{ kind: 'accession', profile: null, highlights: ['soilType', 'riskGroup'] }, []],
  [{ kind: 'accession', profile: 'animal', highlights: ['soilType', 'sex'] }, ['highlights.0']],
  [{ kind: 'collection', profile: 'plant', highlights: ['nothing'] }, ['profile', 'highlights.0']],
] as const)('%o is fit but for %o', (library, paths) => {
  expect(objectionsToLibrary(library).map(({ path }) => path)).toEqual(paths)
})

test('the ready-made ones are fit themselves', async () => {
  const { items } = await (await house.as().get('/api/v1/libraries')).json()
  expect(items.flatMap(objectionsToLibrary)).toEqual([])
})

test('an administrator makes more, and records may then have them', async () => {
  const statuses = []
  for (const who of [undefined, 'demo-curator', 'demo-admin', 'demo-admin'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push((await house.as(who).post('/api/v1/libraries', halophytes)).status)
  expect(statuses).toEqual([401, 403, 201, 409])
  const id = await house.accession({ library: 'halophytes', soilType: '盐土' })
  const page = await (await house.as().get(`/records/${id}`)).text()
  for (const text of ['主要描述', '盐生植物', '盐土']) expect(page).toContain(text)
  const facets = await (
    await house.as().get('/api/v1/records?library=halophytes&facets=library')
  ).json()
  expect(facets.facets.library).toMatchObject([{ value: 'halophytes', label: halophytes.name }])
})

test('a closed library is listed and offered no more, and its records keep it', async () => {
  const path = '/api/v1/libraries/closing'
  const admin = house.as('demo-admin')
  await admin.post('/api/v1/libraries', { code: 'closing', name: { zh: '将停用的库' } })
  const id = await house.accession({ library: 'closing' })
  const stale = await admin.patch(path, { closed: true }, { 'if-match': '"9"' })
  expect(stale.status).toBe(412)
  expect((await admin.patch(path, { closed: true }, { 'if-match': '"1"' })).status).toBe(200)
  expect(await (await house.as().get('/api/v1/libraries')).text()).not.toContain('将停用的库')
  const form = await house.as('demo-curator').get('/desk/new?kind=accession&profile=plant')
  const offered = await form.text()
  expect(offered).not.toContain('将停用的库')
  expect(offered).toContain('药用植物')
  expect(await (await house.as().get(`/api/v1/records/${id}`)).json()).toMatchObject({
    library: 'closing',
  })
  expect((await house.as().get('/api/v1/libraries/closing')).status).toBe(200)
  expect((await house.as().get('/api/v1/libraries/nothing')).status).toBe(404)
})

test('a new name is the term’s too, and asks for documents with it', async () => {
  const admin = house.as('demo-admin')
  await admin.post('/api/v1/libraries', { code: 'renamed', name: { zh: '旧名' } })
  const renamed = await admin.patch(
    '/api/v1/libraries/renamed',
    { name: { zh: '新名', en: null } },
    { 'if-match': '"1"' },
  )
  expect(renamed.status).toBe(200)
  const term = await house.db
    .selectFrom('vocabulary_term')
    .where('vocabulary', '=', 'library')
    .where('code', '=', 'renamed')
    .select(['label_zh', 'label_en'])
    .executeTakeFirst()
  expect(term).toEqual({ label_zh: '新名', label_en: '新名' })
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'reindex_records'
  `.execute(house.db)
  expect(rows).toEqual([{ count: 1 }])
})

test('the counts of a library’s page are what the database counts, for everybody what they may see', async () => {
  await house.accession({ library: 'fruit', genus: 'Kochia' })
  await house.accession({ library: 'fruit' })
  await house.accession({
    library: 'fruit',
    genus: 'Malus',
    species: 'domestica',
    access: 'closed',
  })
  await house.accession({ library: 'fruit' }, { publish: false })
  const withdrawn = await house.accession({ library: 'fruit' })
  await house
    .as('demo-curator')
    .post(`/api/v1/accessions/${withdrawn}/withdrawal`, { reason: '材料已经丧失' })
  const counted = async (as?: 'demo-curator' | 'demo-outsider') =>
    (await house.as(as).get('/api/v1/libraries/fruit/taxa')).json()
  const bySql = async (visible: string[]) => {
    const { rows } = await sql<{ taxon: string; count: number }>`
      select taxon, count(*)::int as count from record
      where library = 'fruit' and visibility = any(${visible})
      group by taxon order by count(*) desc, taxon
    `.execute(house.db)
    return rows
  }
  expect(await counted()).toEqual({
    total: { value: 3, relation: 'eq' },
    taxa: [
      { path: ['Amaranthaceae', 'Bassia', 'Bassia prostrata'], count: 1 },
      { path: ['Amaranthaceae', 'Bassia', 'Bassia prostrata'], count: 1 },
      { path: ['Malus domestica'], count: 1 },
    ],
  })
  for (const [as, visible] of [
    [undefined, ['published']],
    ['demo-outsider', ['published']],
    ['demo-curator', ['published', 'draft']],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const [page, rows] = [await counted(as), await bySql([...visible])]
    expect(page.taxa.map(({ count }: { count: number }) => count)).toEqual(
      rows.map(({ count }) => count),
    )
    expect(page.total.value).toBe(rows.reduce((sum, { count }) => sum + count, 0))
  }
})

test('the pages say it in both languages, and lead into the search', async () => {
  await house.accession({ library: 'medicinal', access: 'open' })
  const page = await (await house.as().get('/libraries/medicinal')).text()
  for (const text of [
    '药用植物',
    '苋科',
    '开放获取',
    '/records?library=medicinal&amp;taxon=Bassia',
    '保存单位',
    `/records?library=medicinal&amp;institution=${house.own}`,
  ])
    expect(page).toContain(text)
  const english = await (await house.as().get('/libraries/medicinal?lang=en')).text()
  for (const text of ['Medicinal plants', 'How to get them', 'Newest', '1 record'])
    expect(english).toContain(text)
  const all = await (await house.as().get('/libraries?lang=en')).text()
  for (const text of ['Libraries', 'Fruit trees', '/libraries/biobank']) expect(all).toContain(text)
  expect(await (await house.as().get('/libraries/biobank')).text()).toContain('还没有已发布的资源')
  expect((await house.as().get('/libraries/nothing')).status).toBe(404)
})

test('libraries are made by a form too', async () => {
  const admin = house.as('demo-admin')
  expect(await (await admin.get('/libraries/new')).text()).toContain('新增资源库')
})
