import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { importRecords } from '../../src/exchange/imports/actions/here.ts'
import { systemContext } from '../../src/jobs.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { utf8 } from './encoded.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

const Made = z.looseObject({ id: z.string() })
const post = async (path: string, body: object = {}) =>
  house.as('demo-curator').post(`/api/v1${path}`, body)

const grown = () =>
  house.db
    .selectFrom('accession')
    .where('accenumb', 'like', 'GROWN%')
    .select('record_id as id')
    .orderBy('accenumb')
    .execute()

test('an import is not undone where somebody observed something of a record since, or gave it parents', async () => {
  const { id } = await importRecords(systemContext(house.services, 'import'), {
    kind: 'accession',
    bytes: utf8('ACCENUMB,GENUS\nGROWN1,Zea\nGROWN2,Zea\n'),
    institutionId: house.own,
    publish: true,
  })
  const [first] = await grown()
  const parent = { role: 'female', name: 'Nobody' }
  expect((await post(`/accessions/${first?.id}/parents`, parent)).status).toBe(201)
  const trait = { code: 'PH', name: { en: 'Height' }, category: 'agronomic', scale: 'numerical' }
  expect((await post('/traits', trait)).status).toBe(201)
  const season = { institution: house.own, code: 'T1', name: { en: 'Trial' }, season: '2025' }
  const trial = Made.parse(await (await post('/trials', season)).json())
  const observations = [{ accession: 'GROWN2', trait: 'PH', value: '12' }]
  expect((await post(`/trials/${trial.id}/observations`, { observations })).status).toBe(200)
  const refused = await post(`/imports/${id}/reversal`)
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({
    objections: [
      { code: 'related', detail: expect.stringContaining('GROWN2') },
      { code: 'related', detail: expect.stringContaining('GROWN1') },
    ],
  })
  expect(await grown()).toHaveLength(2)
})
