import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { permitFindings } from '../../src/requests/permits/actions.ts'
import type { Kind } from '../../src/catalog/records/model/record.ts'
import { only } from '../charges/scene.ts'
import { houseContext } from '../support/people.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { publishable } from '../support/publishable.ts'

const houses: TestHouse[] = []
const house = () => only(houses)
beforeAll(async () => {
  houses.push(await testHouse())
})
afterAll(async () => {
  await houses.pop()?.[Symbol.asyncDispose]()
})

let made = 0
const add = async (kind: Kind, fields: object, options = {}) => {
  made += 1
  const number = kind === 'accession' ? { accenumb: `G ${made}` } : {}
  const title = { en: `A ${kind} ${made}` }
  const common = { institution: house().own, title, ...publishable[kind], ...number }
  return house().add(kind, { ...common, ...fields }, options)
}

const Findings = z.object({
  items: z.array(
    z.object({ material: z.string(), effect: z.string(), document: z.string().nullable() }),
  ),
})
const asked = async (record: string, query = '', as?: string) => {
  const answer = await house().as(as).get(`/api/v1/records/${record}/permits${query}`)
  if (answer.status !== 200) return answer.status
  const { items } = Findings.parse(await answer.json())
  return items.map(({ document, effect }) => document ?? effect)
}
const materialsOf = async (...recordIds: string[]) => {
  const going = { recordIds, recipientInstitutionId: null, destinationCountry: 'CN' }
  const found = await permitFindings(houseContext(house().services), going)
  return found.map(({ materials }) => materials)
}

const animal = { profile: 'animal', genus: 'Bos', species: 'grunniens' }
const microbe = { profile: 'microbe', genus: 'Bacillus', species: 'anthracis' }

describe('what a record is made of, for the law, follows from its fields', () => {
  test.each<[kind: Kind, fields: object, materials: string[]]>([
    ['accession', { profile: 'plant' }, ['plant']],
    ['accession', { profile: 'plant', protectionLevel: 'national_1' }, ['plant', 'wild_plant_1']],
    [
      'accession',
      { profile: 'plant', protectionLevel: 'national_2', sampstat: '100' },
      ['plant', 'wild_plant_2'],
    ],
    ['accession', { profile: 'plant', protectionLevel: 'national_2', sampstat: '500' }, ['plant']],
    ['accession', { profile: 'plant', protectionLevel: 'provincial' }, ['plant']],
    ['accession', { profile: 'plant', newlyFound: true }, ['plant', 'new_plant']],
    [
      'accession',
      { profile: 'plant', newlyFound: false, wildMedicineClass: '3' },
      ['plant', 'wild_medicine_3'],
    ],
    ['accession', { profile: 'plant', wildMedicineClass: '2', sampstat: '300' }, ['plant']],
    ['accession', { ...microbe, pathogenClass: '1', riskGroup: '4' }, ['pathogen_1']],
    [
      'accession',
      { ...microbe, pathogenClass: '4', organismType: ['mushroom'] },
      ['mushroom', 'pathogen_4'],
    ],
    ['accession', { ...microbe, newlyFound: true }, []],
    ['accession', animal, []],
    [
      'accession',
      { ...animal, breedProtection: 'provincial', newlyFound: true },
      ['listed_breed', 'new_breed'],
    ],
    ['collection', {}, ['human_material']],
    [
      'collection',
      { datasetTypes: ['genomic', 'clinical'] },
      ['human_material', 'human_information'],
    ],
    ['collection', { datasetTypes: ['clinical', 'proteomic', 'body_image'] }, ['human_material']],
    ['collection', { sampleSource: 'animal', datasetTypes: ['genomic'] }, []],
    ['dataset', { dataGrade: 'important' }, ['important_data']],
    [
      'dataset',
      { dataGrade: 'general', humanGenetic: true },
      ['human_information', 'general_data'],
    ],
    ['dataset', {}, []],
    ['instrument', {}, []],
  ])('%s %j is %j', async (kind, fields, materials) => {
    expect(await materialsOf(await add(kind, fields))).toEqual([materials])
  })

  test('and from the protection of its taxon', async () => {
    const taxon = { scientificName: 'Tetraena', rank: 'genus', protection: 'national_1' }
    const entered = await house().as('demo-admin').post('/api/v1/taxa', taxon)
    expect(entered.status).toBe(201)
    const id = await add('accession', { profile: 'plant', genus: 'Tetraena', species: 'mongolica' })
    expect(await materialsOf(id)).toEqual([['plant', 'wild_plant_1']])
  })
})

describe('who may ask what the law asks of a record', () => {
  test('is whoever may read it, and nobody else', async () => {
    const open = await add('accession', { profile: 'plant' })
    const own = await add('accession', { profile: 'plant', audience: 'institution' })
    const draft = await add('accession', { profile: 'plant' }, { publish: false })
    const seed = ['germplasm_approval', 'benefit_plan']
    const abroad = '?destination=kz'
    expect(await asked(open, abroad)).toEqual(seed)
    expect(await asked(own, abroad)).toBe(404)
    expect(await asked(own, abroad, 'demo-outsider')).toBe(404)
    expect(await asked(own, abroad, 'demo-researcher')).toEqual(seed)
    expect(await asked(draft, abroad, 'demo-researcher')).toBe(404)
    expect(await asked(draft, abroad, 'demo-curator')).toEqual(seed)
    expect(await asked('nonsense')).toBe(404)
    expect(await asked(house().own)).toBe(404)
  })

  test('is its curator alone once it is withdrawn', async () => {
    const id = await add('accession', { ...microbe, pathogenClass: '1' })
    const reason = { reason: 'The strain was lost.' }
    const withdrawn = await house()
      .as('demo-curator')
      .post(`/api/v1/accessions/${id}/withdrawal`, reason)
    expect(withdrawn.status).toBeLessThan(300)
    expect(await asked(id)).toBe(404)
    expect(await asked(id, '', 'demo-researcher')).toBe(404)
    expect(await asked(id, '', 'demo-curator')).toContain('transport_approval')
  })

  test('names a country and an institution that there are', async () => {
    const id = await add('accession', { profile: 'plant' })
    expect(await asked(id, '?destination=XX')).toBe(422)
    expect(await asked(id, '?destination=%00')).toBe(422)
    expect(await asked(id, '?institution=nonsense')).toBe(422)
    expect(await asked(id, `?institution=${id}`)).toBe(404)
    expect(await asked(id)).toEqual([])
  })
})

test('control counts like place: a controlled institution in China is told so, by its form’s own facts', async () => {
  const institution = {
    name: { zh: '上海某外资研究院' },
    foreignControlled: true,
  }
  const admin = house().as('demo-admin')
  const added = await admin.post('/api/v1/institutions', institution)
  const { id } = z.object({ id: z.string() }).parse(await added.json())
  expect(await (await admin.get(`/api/v1/institutions/${id}`)).json()).toMatchObject({
    country: 'CN',
    foreignControlled: true,
  })
  const tissue = await add('collection', {})
  expect(await asked(tissue, `?institution=${id}`)).toContain('blocked')
  expect(await asked(tissue, `?institution=${house().own}`)).not.toContain('blocked')
  const change = { foreignControlled: false, country: 'us' }
  const edited = await admin.patch(`/api/v1/institutions/${id}`, change, { 'if-match': '*' })
  expect(await edited.json()).toMatchObject({ country: 'US', foreignControlled: false })
  expect(await asked(tissue, `?institution=${id}`)).toContain('blocked')
  expect(await asked(tissue, `?institution=${id}&destination=US`)).toContain('human_export')
  expect(
    (await admin.post('/api/v1/institutions', { name: { en: 'X' }, country: 'China' })).status,
  ).toBe(422)
})

/** How many queries it takes to ask about these. */
const count = async (recordIds: string[]) => {
  let queries = 0
  const db = house().db.withPlugin({
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const going = { recordIds, recipientInstitutionId: house().other, destinationCountry: 'KZ' }
  const found = await permitFindings({ ...houseContext(house().services), db }, going)
  expect(found.length).toBe(recordIds.length)
  return queries
}

test('many records are asked about in as many queries as one', async () => {
  const ids = [
    await add('collection', {}),
    await add('accession', { profile: 'plant' }),
    await add('dataset', {}),
  ]
  expect(await count(ids)).toBe(await count(ids.slice(0, 1)))
  expect(await count([])).toBeLessThan(3)
})

const rule = {
  material: 'general_data',
  effect: 'condition',
  clause: { zh: '《某条例》第一条', en: 'Some Regulations, article 1' },
  sentence: { zh: '请注明来源。', en: 'Say where it is from.' },
  validFrom: '2020-01-01',
}

describe('the table is kept by administrators', () => {
  test('and nobody else adds or changes a rule, by program or by form', async () => {
    for (const as of [undefined, 'demo-curator', 'demo-outsider']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await house().as(as).post('/api/v1/permits', rule)
      expect(answer.status).toBe(as ? 403 : 401)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const page = await house().as(as).get('/permits/new')
      expect(page.status).toBe(as ? 403 : 303)
    }
  })

  test('a new rule acts at once, an ended one no more; both are in the audit', async () => {
    const data = await add('dataset', { dataGrade: 'general' })
    expect(await asked(data)).toEqual([])
    const admin = house().as('demo-admin')
    const added = await admin.post('/api/v1/permits', rule)
    expect(added.status).toBe(201)
    const { id } = z.object({ id: z.string() }).parse(await added.json())
    expect(await asked(data)).toEqual(['condition'])
    const path = `/api/v1/permits/${id}`
    expect((await admin.patch(path, { validTo: '2019-01-01' }, { 'if-match': '*' })).status).toBe(
      422,
    )
    expect((await admin.patch(path, { effect: 'document' }, { 'if-match': '*' })).status).toBe(422)
    expect((await admin.patch(path, { validTo: '2021-01-01' }, { 'if-match': '"7"' })).status).toBe(
      412,
    )
    const ended = await admin.patch(path, { validTo: '2021-01-01' }, { 'if-match': '"1"' })
    expect(await ended.json()).toMatchObject({ validTo: '2021-01-01', version: 2 })
    expect(await asked(data)).toEqual([])
    const audit = await admin.get(`/api/v1/audit?entity=permit_rule&entityId=${id}`)
    expect(await audit.json()).toMatchObject({
      items: [
        { action: 'permit_rule.edit', before: {}, after: { validTo: '2021-01-01' } },
        { action: 'permit_rule.create' },
      ],
    })
  })

  test('a rule is said in both languages, and names a document only where one is needed', async () => {
    const admin = house().as('demo-admin')
    const wrong = [
      { clause: { zh: '《某条例》第一条' } },
      { sentence: { en: 'Say it.' } },
      { effect: 'document' },
      { document: 'benefit_plan' },
      { material: 'gold' },
      { validTo: '2019-12-31' },
    ]
    for (const one of wrong) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await admin.post('/api/v1/permits', { ...rule, ...one })
      expect([one, answer.status]).toEqual([one, 422])
    }
  })

  test('everybody reads it, narrowed by what they have', async () => {
    const all = await (await house().as().get('/api/v1/permits?material=new_breed')).json()
    expect(all).toMatchObject({ total: { value: 2 }, items: [{ effect: 'blocked' }, {}] })
    const page = await (await house().as().get('/permits?material=core_data')).text()
    expect(page).toContain('《数据安全法》第二十一条')
    expect(page).not.toContain('《种子法》')
    expect(page).not.toContain('/permits/new')
  })
})
