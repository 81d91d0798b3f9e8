import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MaterialReport } from '../../src/reports/material/model.ts'
import { addDonors, alike } from '../samples/facts/scene.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { publishable } from '../support/publishable.ts'

let house: TestHouse
let id: string

beforeAll(async () => {
  house = await testHouse()
  id = await house.add('collection', {
    ...publishable.collection,
    title: { zh: '队列' },
    ethicsApproval: '伦审 2024-7',
    hgrFiling: '国科遗办 2024-001',
  })
  await addDonors(house.db, id, alike(4, { year: 2026 }))
  await addDonors(house.db, id, alike(3, { year: 2025 }))
  await sendOne()
})
afterAll(() => house[Symbol.asyncDispose]())

/** A sample of 2025 is sent abroad in 2026, another one is destroyed, and an aliquot is made of a third. */
async function sendOne() {
  const { rows } = await sql<{ id: string }>`
    select id from sample where record_id = ${id} and year = 2025 order by id`.execute(house.db)
  const [sent, destroyed, parent] = rows.map((row) => row.id)
  await sql`
    with recipient as (
      insert into institution (name_en, kind, country, foreign_controlled, created_at)
      values ('Institute abroad', 'institute', 'KZ', true, now()) returning id
    ), lab as (
      insert into lab (institution_id, name_en, created_at) select id, 'Lab', now() from recipient returning id
    ), asked as (
      insert into request (number, institution_id, requester_id, lab_id, created_at, state, turn, turn_since)
      select 'R2026-1', ${house.own}, ${house.people['demo-outsider']}, id, now(), 'fulfilling', 'steward', now() from lab returning id
    ), item as (
      insert into request_item (request_id, position, record_id, delivery)
      select id, 0, ${id}, 'shipment' from asked returning id, request_id
    ), permit as (
      insert into request_permit (item_id, rule_id, number, issued_on, added_at)
      select item.id, (select id from permit_rule where document = 'human_export' limit 1), '出境 2026-9', '2026-01-05', now()
      from item
    ), parcel as (
      insert into shipment (request_id, way, sent_at) select request_id, 'carrier', '2026-05-02T00:00Z' from item returning id
    )
    insert into request_sample (item_id, sample_id, reserved_at, picked_at, shipment_id, sent_amount)
    select item.id, ${sent}, now(), now(), parcel.id, 1 from item, parcel`.execute(house.db)
  await sql`update sample set state = 'shipped' where id = ${sent}`.execute(house.db)
  await sql`update sample set state = 'destroyed' where id = ${destroyed}`.execute(house.db)
  await sql`insert into sample_event (sample_id, kind, at)
    values (${destroyed}, 'destroy', '2026-06-01T00:00Z')`.execute(house.db)
  await sql`
    with made as (
      insert into sample (record_id, institution_id, code, family, type, created_on, donor_id, created_at)
      select record_id, institution_id, 'aliquot', family, type, '2026', donor_id, now()
      from sample where id = ${parent} returning id
    )
    insert into sample_parent (sample_id, parent_id) select id, ${parent} from made`.execute(
    house.db,
  )
}

const path = '/api/v1/reports/human-material'

test('a year’s collecting, keeping, providing and destroying stands in the report, exactly', async () => {
  const answer = await house.as('demo-curator').get(`${path}?year=2026&institution=${house.own}`)
  const { collections, recipients } = MaterialReport.parse(await answer.json())
  expect(collections).toMatchObject([
    {
      id,
      ethicsApproval: '伦审 2024-7',
      hgrFiling: '国科遗办 2024-001',
      // The aliquot is stored, and was not collected.
      collectedDonors: 4,
      collectedSamples: 4,
      storedDonors: 5,
      storedSamples: 6,
      providedSamples: 1,
      returnedSamples: 0,
      usedUpSamples: 0,
      destroyedSamples: 1,
      withdrawnDonors: 0,
    },
  ])
  expect(recipients).toMatchObject([
    {
      institution: { name: { en: 'Institute abroad' } },
      country: 'KZ',
      foreignControlled: true,
      request: { number: 'R2026-1' },
      samples: 1,
      permits: ['出境 2026-9'],
    },
  ])
})

test('another year has its own', async () => {
  const answer = await house.as('demo-curator').get(`${path}?year=2025`)
  const { collections, recipients } = MaterialReport.parse(await answer.json())
  expect(collections).toMatchObject([
    { collectedDonors: 3, providedSamples: 0, destroyedSamples: 0 },
  ])
  expect(recipients).toEqual([])
})

test('it is a page and two files', async () => {
  const curator = house.as('demo-curator')
  const page = await (await curator.get('/reports/human-material?year=2026')).text()
  expect(page).toContain('Institute abroad')
  const file = await (await curator.get(`${path}?year=2026&table=recipients&format=csv`)).text()
  expect(file).toContain('R2026-1,队列,Institute abroad,institute,KZ')
})

test('it is for who keeps collections alone, of their own institutions', async () => {
  expect((await house.as().get(path)).status).toBe(401)
  for (const token of ['demo-researcher', 'demo-pi'])
    expect((await house.as(token).get(path)).status).toBe(403)
  const other = await house.as('demo-curator').get(`${path}?institution=${house.other}`)
  expect(other.status).toBe(403)
})
