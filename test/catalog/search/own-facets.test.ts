import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishable } from '../../support/publishable.ts'
import { smallCatalogue, type SmallCatalogue } from './scene.ts'

const disease = (code: string) => ({ ontology: 'ICD-10', code })
const years = { ageLowUnit: 'years', ageHighUnit: 'years' }
const kept = {
  diabetes: {
    title: { zh: '糖尿病血浆' },
    sampleTypes: ['plasma', 'dna'],
    datasetTypes: ['genomic'],
    sex: ['female', 'male'],
    ...years,
    ageLow: 35,
    ageHigh: 52,
    diseases: ['e11.9', 'I10', 'none'].map(disease),
  },
  newborn: {
    title: { zh: '新生儿血片' },
    sampleTypes: ['dna'],
    sex: ['female'],
    ageHigh: 18,
    ageHighUnit: 'months',
    diseases: ['ORPHA:558', 'E10'].map(disease),
  },
} as const

let house: SmallCatalogue
const ids = new Map<string, string>()
beforeAll(async () => {
  house = await smallCatalogue()
  for (const [name, own] of Object.entries(kept))
    // oxlint-disable-next-line no-await-in-loop -- in the order of listing
    ids.set(await house.add('collection', { ...publishable.collection, ...own }), name)
})
afterAll(async () => house[Symbol.asyncDispose]())

const namesIn = (items: readonly { id: string }[]) => items.flatMap(({ id }) => ids.get(id) ?? [])
const counts = async (
  facet: 'disease' | 'age' | 'sex' | 'sample_type' | 'data_type',
  asked = {},
) => {
  const { facets = {} } = await house.search({ facets: facet, kind: 'collection', ...asked })
  return Object.fromEntries((facets[facet] ?? []).map(({ value, count }) => [value, count]))
}

test('collections are counted by material, disease, sex, age and data', async () => {
  expect(await counts('sample_type')).toEqual({ dna: 2, plasma: 1, blood: 1 })
  expect(await counts('disease')).toEqual({ 'E00-E90': 2, 'I00-I99': 1, 'ORP-ORP': 1 })
  expect(await counts('sex')).toEqual({ female: 2, male: 1 })
  expect(await counts('age')).toEqual({ '0-9': 1, '30-39': 1, '40-49': 1, '50-59': 1 })
  expect(await counts('data_type')).toEqual({ genomic: 1 })
})

test('a facet that is on keeps its other values, and narrows the others', async () => {
  expect(await counts('sex', { sex: 'male' })).toEqual({ female: 2, male: 1 })
  expect(await counts('sample_type', { sex: 'male' })).toEqual({ plasma: 1, dna: 1 })
})

test('their values have names', async () => {
  const { facets } = await house.search({ facets: 'disease,age', kind: 'collection' })
  const named = facets?.disease?.find(({ value }) => value === 'E00-E90')
  expect(named?.label).toMatchObject({ zh: '内分泌、营养和代谢疾病' })
  expect(facets?.age?.find(({ value }) => value === '40-49')?.label.zh).toBe('40–49 岁')
})

test.each([
  ['disease=E11', ['diabetes']],
  ['disease=e11.9', ['diabetes']],
  ['disease=E00-E90', ['newborn', 'diabetes']],
  ['disease=ORPHA:558', ['newborn']],
  ['disease=E12', []],
  ['age=45', ['diabetes']],
  ['age=0-34', ['newborn', 'diabetes']],
  ['age=60-45', ['diabetes']],
  ['age=90%2B', []],
  ['age=999', []],
  ['sample_type=plasma&sex=male&data_type=genomic', ['diabetes']],
  ['sample_type=plasma&age=1', []],
  ['sample_source=human&sample_type=dna', ['newborn', 'diabetes']],
])('%s leaves %j', async (query, expected) => {
  const { items } = await house.search(Object.fromEntries(new URLSearchParams(query)))
  expect(namesIn(items)).toEqual(expected)
})

test.each(['disease=E1', 'disease=a%00', 'age=old', 'sex=%27', 'sample_type='])(
  '%s is refused',
  async (query) => {
    expect((await house.as().get(`/api/v1/records?${query}`)).status).toBe(422)
  },
)

const page = async (query: string) => (await house.as().get(`/records?${query}`)).text()

test('they stand beside results of collections alone', async () => {
  expect(await page('kind=collection')).toContain('sample_type=plasma')
  expect(await page('kind=collection&kind=dataset')).not.toContain('sample_type=plasma')
  expect(await page('sample_type=dna')).toContain('sample_type=plasma')
})

test('they are answered by record_document', async () => {
  const plan = await house.db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    const { rows } = await sql`
      explain select from record where document @@ '''=sample_type:plasma'''::tsquery
    `.execute(trx)
    return JSON.stringify(rows)
  })
  expect(plan).toContain('record_document')
})

test('drafts and withdrawn collections are in no count', async () => {
  const draft = { ...publishable.collection, title: { zh: '草稿' }, sampleTypes: ['urine'] }
  await house.add('collection', draft, { publish: false })
  expect(await counts('sample_type')).not.toHaveProperty('urine')
  const [diabetes] = ids.keys()
  const reason = '重复登记，改用另一条记录。'
  const path = `/api/v1/collections/${diabetes}/withdrawal`
  expect((await house.as('demo-curator').post(path, { reason })).status).toBe(200)
  expect(await counts('disease')).toEqual({ 'E00-E90': 1, 'ORP-ORP': 1 })
})
