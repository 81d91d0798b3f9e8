import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { listSamples } from '../../src/samples/samples/queries/keep.ts'
import { type KeepingHouse, keepingHouse } from './keeping.ts'

let house: KeepingHouse
let people = ''
let animals = ''
beforeAll(async () => {
  house = await keepingHouse()
  ;({ people, animals } = house.collection)
})
afterAll(async () => house[Symbol.asyncDispose]())

describe('who is no staff of a collection', () => {
  test('learns nothing of its samples, donors, sources and kits', async () => {
    const donor = await house.addDonor()
    const sample = await house.addSample({ family: 'human', donor: donor.code })
    const doors = [
      ...['samples', 'donors', 'sources', 'kits'].flatMap((list) => [
        `/api/v1/collections/${people}/${list}`,
        `/collections/${people}/${list}`,
      ]),
      ...['', '/genealogy', '/events'].map((part) => `/api/v1/samples/${sample.id}${part}`),
      ...['', '/edit', '/labels'].map((part) => `/samples/${sample.id}${part}`),
      `/api/v1/donors/${donor.id}`,
      `/api/v1/donors/${donor.id}/consents`,
      `/donors/${donor.id}`,
      `/donors/${donor.id}/edit`,
      `/collections/${people}/donors/new`,
      `/collections/${people}/samples/new`,
      `/collections/${people}/samples/pool`,
      `/collections/${people}/samples/labels`,
      `/collections/${people}/donors?code=${donor.code}`,
    ]
    for (const as of [undefined, 'demo-researcher', 'demo-outsider', 'demo-steward'])
      for (const door of doors) {
        const answer = await house.as(as).get(door)
        const text = await answer.text()
        expect([door, as, answer.status >= 300]).toEqual([door, as, true])
        expect(text).not.toContain(sample.code)
        expect(text).not.toContain(`>${donor.code}<`)
      }
    const listed = await house.get('/samples', 'demo-researcher')
    expect(listed.body).toMatchObject({ items: [], total: { value: 0 } })
    const scanned = await house.as('demo-researcher').get(`/samples?code=${sample.code}`)
    expect(scanned.status).toBe(200)
  })

  test('changes nothing: another collection’s curator, stewards, tokens that read', async () => {
    const donor = await house.addDonor()
    const sample = await house.addSample({ family: 'human', donor: donor.code })
    await sql`insert into role_grant (person_id, role, institution_id, collection_id, created_at)
      values (${house.people['demo-pi']}, 'curator', null, ${animals}, now())`.execute(house.db)
    for (const as of ['demo-pi', 'demo-outsider', 'demo-steward']) {
      const writes = [
        house.post(`/collections/${people}/donors`, { code: house.newCode('D'), sex: 'male' }, as),
        house.post(`/collections/${people}/kits`, { code: house.newCode('K') }, as),
        house.post(`/samples/${sample.id}/aliquots`, { count: 1, amount: 1 }, as),
        house.post(`/samples/${sample.id}/events`, { kind: 'destroy' }, as),
        house.post(
          `/donors/${donor.id}/consents`,
          { form: 'ICF 1', uses: ['general'], givenOn: '2020-01-01' },
          as,
        ),
      ]
      for (const write of writes) expect((await write).status).toBeGreaterThan(402)
    }
    expect((await house.get(`/collections/${animals}/samples`, 'demo-pi')).status).toBe(200)
    expect((await house.get(`/collections/${people}/samples`, 'demo-pi')).status).toBe(403)
  })
})

test('a collection’s page tells its staff how many samples there are, and nobody else where', async () => {
  const { code } = await house.addDonor()
  await house.addSample({ family: 'human', donor: code })
  for (const id of [people, animals]) {
    const page = `/records/${id}`
    const kept = await house.as('demo-curator').get(page)
    expect(kept.status).toBe(200)
    expect(await kept.text()).toContain(`href="/collections/${id}/samples"`)
    const seen = await house.as('demo-researcher').get(page)
    expect(seen.status).toBe(200)
    expect(await seen.text()).not.toContain(`/collections/${id}/samples"`)
  }
})

test('what is in a withdrawn collection is read by its staff and stays as it is', async () => {
  const gone = await house.addCollection('human')
  const donor = { code: house.newCode('D'), sex: 'male' }
  const { body } = await house.post(`/collections/${gone}/donors`, donor)
  await house.post(`/collections/${gone}/withdrawal`, { reason: '样本集已并入其他样本集。' })
  expect((await house.get(`/collections/${gone}/donors`)).body.items).toHaveLength(1)
  expect(
    (await house.post(`/collections/${gone}/donors`, { ...donor, code: house.newCode('D') }))
      .status,
  ).toBe(409)
  const consent = { form: 'ICF 1', uses: ['general'], givenOn: '2020-01-01' }
  expect((await house.post(`/donors/${body.id}/consents`, consent)).status).toBe(409)
  expect((await house.as('demo-curator').get(`/donors/${body.id}`)).status).toBe(200)
})

test('the list of a collection is read by its index, however many samples others have', async () => {
  await sql`insert into sample (record_id, institution_id, code, family, type, created_at)
    select ${animals}, ${house.own}, 'BULK-' || n, 'animal', 'serum', now() from generate_series(1, 20000) n`.execute(
    house.db,
  )
  const small = await house.addCollection('environment')
  await sql`insert into sample (record_id, institution_id, code, family, type, created_at)
    select ${small}, ${house.own}, 'FEW-' || n, 'environment', 'environment', now() from generate_series(1, 50) n`.execute(
    house.db,
  )
  await sql`analyze sample`.execute(house.db)
  const asked = { type: 'system', job: 'test' } as const
  const few = await listSamples(house.db, asked, { record: small, limit: 20 })
  expect([few.items.length, few.total?.value]).toEqual([20, 50])
  const many = await listSamples(house.db, asked, { record: animals, limit: 20 })
  expect([many.items.length, many.total?.value]).toEqual([20, 10_000])
  const plan = await sql<{ 'QUERY PLAN': string }>`explain select id from sample
    where record_id = ${small} and blocked_at is null order by id desc limit 21`.execute(house.db)
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(
    /Index Scan using sample_of_record [^]*Index Cond: \(record_id/,
  )
})
