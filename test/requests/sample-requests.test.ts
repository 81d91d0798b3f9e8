import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tellWaiting } from '../support/told.ts'
import { type SampleScene, sampleScene } from '../samples/scene.ts'
import type { Shown } from './scene.ts'

const women = {
  types: ['plasma'],
  sex: ['female'],
  ageFrom: 40,
  ageTo: 60,
  diagnoses: ['E11'],
  purpose: 'health',
  uses: [],
}

const asked = (
  scene: SampleScene,
  quantity: number,
  more: object = {},
  samples: object = women,
) => ({
  record: scene.collection,
  quantity,
  unit: 'sample',
  target: { samples },
  ...more,
})

const itemOf = (request: Shown) => request.items[0]?.id ?? ''
const curator = 'demo-curator'

const reserve = async (
  { post }: SampleScene,
  request: Shown,
  body: object = {},
  as: string = curator,
) => post(`/requests/${request.id}/items/${itemOf(request)}/sample-reservations`, body, as)

const reserved = async (scene: SampleScene, request: Shown, body: object = {}) => {
  const answer = await reserve(scene, request, body)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${answer.status} ${text}`)
  const { reserved: ids }: { reserved: string[] } = JSON.parse(text)
  return ids
}

const read = async (scene: SampleScene, path: string, as: string = curator) =>
  (await scene.as(as).get(`/api/v1${path}`)).json()

const match = async (scene: SampleScene, request: Shown) =>
  read(scene, `/requests/${request.id}/items/${itemOf(request)}/sample-match`)

/** A request that is approved, its samples reserved. */
async function approved(scene: SampleScene, quantity: number, more: object = {}) {
  const request = await scene.sent([asked(scene, quantity, more)])
  await scene.decided(request, 'approved')
  return { request, ids: await reserved(scene, request) }
}

const pick = async (scene: SampleScene, request: Shown, sample: string) =>
  scene.post(`/requests/${request.id}/picks`, { code: (await scene.rowOf(sample)).code }, curator)

test('a request by criteria is matched with its reasons, reserved, picked, shipped and received', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor()
  const good = await scene.sample(donor)
  await scene.sample(donor, { type: 'serum' })
  await scene.sample(donor, { age: 70 })
  await scene.sample(await scene.donor({ sex: 'male' }))
  await scene.sample(await scene.donor({ diagnoses: ['I10'] }))
  await scene.sample(await scene.donor({ uses: ['ancestry'] }))
  await scene.sample(donor, { amount: 0 })
  await sql`update sample set state = 'out' where id = ${await scene.sample(donor)}`.execute(
    scene.db,
  )
  const request = await scene.sent([asked(scene, 2)])
  expect(await match(scene, request)).toEqual({
    usable: 1,
    others: [
      { reason: 'out', count: 1 },
      { reason: 'consent', count: 1 },
      { reason: 'amount', count: 1 },
    ],
    held: 0,
    most: 2,
  })
  expect(await reserved(scene, request, { samples: [good] })).toEqual([good])
  const held = `/requests/${request.id}/samples`
  expect((await read(scene, held, 'demo-outsider')).items).toEqual([])
  await scene.decided(request, 'approved', { quantity: 1 })
  const { items } = await read(scene, held, 'demo-outsider')
  expect(items).toEqual([
    {
      id: good,
      item: itemOf(request),
      code: (await scene.rowOf(good)).code,
      type: 'plasma',
      sex: 'female',
      amount: 500,
      unit: 'microlitre',
      ageBand: '50–59',
      state: 'reserved',
    },
  ])
  expect(
    (
      await scene.refused(request.id, 'shipment', { lines: [{ item: itemOf(request) }] }, curator)
    )[0],
  ).toBe(409)
  expect((await pick(scene, request, good)).status).toBe(200)
  await scene.give(request.id, 'shipment', { carrier: '顺丰' }, curator)
  expect(await scene.rowOf(good)).toMatchObject({ state: 'shipped' })
  await scene.give(request.id, 'receipt')
  expect((await read(scene, held, 'demo-outsider')).items[0]).toMatchObject({ state: 'received' })
  for (const as of ['demo-outsider', curator]) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const page = await (await scene.as(as).get(`/requests/${request.id}`)).text()
    expect(page).toContain((await scene.rowOf(good)).code)
    expect(page).toContain('40–60 岁')
  }
})

test('what human samples are for has to be stated; criteria that make no sense are refused by their path', async () => {
  await using scene = await sampleScene()
  await scene.sample(await scene.donor())
  const refusedBy = async (target: object) => {
    const answer = await scene.post(
      '/requests',
      { items: [{ ...asked(scene, 1), target }] },
      'demo-outsider',
    )
    const { issues = [] } = await answer.json()
    return [answer.status, ...issues.map(({ path }: { path: string }) => path)]
  }
  expect(await refusedBy({ criteria: '血浆' })).toEqual([422, 'items.0.samples.purpose'])
  expect(await refusedBy({ samples: { ...women, ageTo: 30 } })).toEqual([
    422,
    'items.0.samples.ageTo',
  ])
  expect(await refusedBy({ samples: { ...women, purpose: 'disease' } })).toEqual([
    422,
    'items.0.samples.diseases',
  ])
  expect(await refusedBy({ samples: { ...women, diagnoses: ['diabetes'] } })).toEqual([
    422,
    'items.0.samples.diagnoses.0',
  ])
  expect(await refusedBy({ samples: women })).toEqual([201])
})

test('the best are chosen by freeze–thaws, then by amount, one of each donor first where they are spread', async () => {
  await using scene = await sampleScene()
  const [one, two] = [await scene.donor(), await scene.donor()]
  const fullest = await scene.sample(one, { amount: 900 })
  const next = await scene.sample(one, { amount: 800 })
  const thawed = await scene.sample(two, { amount: 1000, thaws: 1 })
  const first = await scene.sent([asked(scene, 2)])
  expect((await reserved(scene, first)).toSorted()).toEqual([fullest, next].toSorted())
  await scene.give(first.id, 'withdrawal', {})
  const second = await scene.sent([asked(scene, 2)])
  const spread = await reserved(scene, second, { spread: true })
  expect(spread.toSorted()).toEqual([fullest, thawed].toSorted())
})

test('every end of a request frees its samples', async () => {
  await using scene = await sampleScene()
  const sample = await scene.sample(await scene.donor())
  const again = async (end: (request: Shown) => Promise<unknown>) => {
    const request = await scene.sent([asked(scene, 1)])
    expect(await reserved(scene, request, { samples: [sample] })).toEqual([sample])
    await end(request)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from request_sample where ended_at is null`.execute(scene.db)
    expect(rows[0]?.count).toBe(0)
  }
  await again((request) => scene.give(request.id, 'withdrawal', {}))
  await again((request) => scene.decided(request, 'rejected', { reason: '用途不明' }))
  await again((request) => scene.give(request.id, 'item-withdrawal', { item: itemOf(request) }))
})

test('a sample is reserved for one request, by who decides alone, and no more than are asked for', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor()
  const samples = [await scene.sample(donor), await scene.sample(donor)]
  const [first, second] = [await scene.sent([asked(scene, 1)]), await scene.sent([asked(scene, 1)])]
  expect((await reserve(scene, first, {}, 'demo-outsider')).status).toBe(403)
  expect((await reserve(scene, first, {}, scene.strangerToken)).status).toBe(404)
  expect((await reserve(scene, first, { samples })).status).toBe(409)
  await reserved(scene, first, { samples: [samples[0]] })
  const taken = await reserve(scene, second, { samples: [samples[0]] })
  expect([taken.status, (await taken.json()).objections[0].code]).toEqual([409, 'reserved'])
  const released = await scene
    .as(curator)
    .delete(`/api/v1/requests/${first.id}/sample-reservations/${samples[0]}`)
  expect(released.status).toBe(204)
  expect(await reserved(scene, second, { samples: [samples[0]] })).toEqual([samples[0]])
})

test('of 32 stewards who reserve the last samples at once, each sample goes to one', async () => {
  await using scene = await sampleScene({ max: 20 })
  const donor = await scene.donor()
  const samples: string[] = []
  for (let n = 0; n < 10; n += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    samples.push(await scene.sample(donor))
  const requests: Shown[] = []
  for (let n = 0; n < 32; n += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    requests.push(await scene.sent([asked(scene, 1)]))
  const answers = await Promise.all(requests.map(async (request) => reserve(scene, request)))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(10)
  expect(statuses.filter((status) => status === 409)).toHaveLength(22)
  const { rows } = await sql<{ id: string }>`
    select sample_id as id from request_sample where ended_at is null`.execute(scene.db)
  expect(rows.map(({ id }) => id).toSorted()).toEqual(samples.toSorted())
})

test('a withdrawal in flight: what was reserved is not picked, what was picked is not shipped, nothing is counted', async () => {
  await using scene = await sampleScene()
  const [leaving, staying] = [await scene.donor(), await scene.donor()]
  const gone = [await scene.sample(leaving), await scene.sample(leaving)]
  const stays = await scene.sample(staying)
  const { request, ids } = await approved(scene, 3)
  expect(ids).toHaveLength(3)
  expect((await pick(scene, request, gone[0] ?? '')).status).toBe(200)
  expect((await pick(scene, request, stays)).status).toBe(200)
  await tellWaiting(scene.services)
  const answer = await scene.post(`/donors/${leaving}/withdrawal`, {}, curator)
  expect(await answer.json()).toEqual({ blocked: 2 })
  expect((await pick(scene, request, gone[1] ?? '')).status).toBe(409)
  const named = { lines: [{ item: itemOf(request), quantity: 2 }] }
  expect((await scene.refused(request.id, 'shipment', named, curator))[0]).toBe(409)
  expect(await match(scene, request)).toMatchObject({ usable: 0, others: [], held: 1 })
  expect((await reserve(scene, request, { samples: [gone[1]] })).status).toBe(409)
  const after = await scene.give(request.id, 'shipment', { carrier: '顺丰' }, curator)
  expect(after.items[0]).toMatchObject({ shipped: 1 })
  expect(await scene.rowOf(stays)).toMatchObject({ state: 'shipped' })
  for (const id of gone)
    // oxlint-disable-next-line no-await-in-loop -- two
    expect(await scene.rowOf(id)).toMatchObject({ state: 'stored', isBlocked: true })
})

test('a consent that ends after samples were reserved stops them before they are picked and before they leave', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor()
  const [first, second] = [await scene.sample(donor), await scene.sample(donor)]
  const { request } = await approved(scene, 2)
  expect((await pick(scene, request, first)).status).toBe(200)
  await sql`update donor_consent set ended_at = '2026-02-01' where donor_id = ${donor}`.execute(
    scene.db,
  )
  expect((await pick(scene, request, second)).status).toBe(409)
  expect(await scene.refused(request.id, 'shipment', { carrier: '顺丰' }, curator)).toEqual([
    409,
    'consent',
  ])
})

test('a loan comes back with what is left, a thaw counted, its place again, and can be reserved anew', async () => {
  await using scene = await sampleScene()
  const sample = await scene.sample(await scene.donor())
  const place = await scene.made('/places', { institution: scene.own, type: 'freezer', code: 'F1' })
  await sql`insert into placement (place_id, sample_id, holds_one) values (${place}, ${sample}, false)`.execute(
    scene.db,
  )
  const { request } = await approved(scene, 1, { loan: true })
  await pick(scene, request, sample)
  await scene.give(request.id, 'shipment', { carrier: '顺丰', keepPlaces: true }, curator)
  expect(await scene.rowOf(sample)).toMatchObject({ state: 'out' })
  await scene.give(request.id, 'receipt')
  const whole = { item: itemOf(request), quantity: 1, condition: '完好' }
  expect((await scene.refused(request.id, 'return-shipment', whole, curator))[0]).toBe(409)
  const back = { sample, amount: 300, thawed: true, condition: '完好' }
  expect(
    await scene.refused(request.id, 'sample-returns', { ...back, amount: 501 }, curator),
  ).toEqual([422, 'amount'])
  await scene.give(request.id, 'sample-returns', back, curator)
  expect(await scene.rowOf(sample)).toMatchObject({ state: 'stored', amount: 300, thaws: 1 })
  const { rows } = await sql<{ isKept: boolean; kinds: string[] }>`
    select is_kept as "isKept", array(select kind from sample_event where sample_id = placement.sample_id order by id) as kinds
    from placement where sample_id = ${sample}`.execute(scene.db)
  expect(rows).toEqual([{ isKept: false, kinds: ['ship', 'thaw', 'return'] }])
  const next = await scene.sent([asked(scene, 1)])
  expect(await reserved(scene, next)).toEqual([sample])
})

test('use conditions of a sample forbid what they name, and what goes abroad is used abroad', async () => {
  await using scene = await sampleScene()
  const donor = await scene.donor({ uses: ['general', 'commercial'] })
  await scene.sample(donor, { conditions: ['commercial_use'] })
  await scene.sample(donor)
  const stated = { ...women, uses: ['commercial'] }
  const request = await scene.sent([asked(scene, 2, {}, stated)])
  expect(await match(scene, request)).toMatchObject({
    usable: 1,
    others: [{ reason: 'conditions', count: 1 }],
  })
  await sql`update request set destination = 'DE' where id = ${request.id}`.execute(scene.db)
  expect(await match(scene, request)).toMatchObject({
    usable: 0,
    others: [{ reason: 'consent', count: 2 }],
  })
})

test('in a basket, samples of people wait until it is said what they are for; a form says it as JSON does', async () => {
  await using scene = await sampleScene()
  await scene.sample(await scene.donor())
  const send = async (path: string, form: Record<string, string>) =>
    scene.app.request(path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: {
        authorization: 'Bearer demo-outsider',
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
  const added = { record: scene.collection, quantity: '3', unit: 'sample' }
  await send('/basket/items', { ...added, criteria: '血浆', 'samples.types': 'plasma' })
  const basket = async () => (await read(scene, '/basket', 'demo-outsider')).items[0]
  expect(await basket()).toMatchObject({
    state: 'incomplete',
    target: { criteria: '血浆', samples: { types: ['plasma'] } },
  })
  const { id } = await basket()
  const wrong = await send(`/basket/items/${id}`, {
    asksSamples: 'true',
    'samples.diagnoses': 'diabetes',
  })
  expect(wrong.status).toBe(422)
  const stated = {
    asksSamples: 'true',
    'samples.diagnoses': 'e11, I10',
    'samples.purpose': 'health',
  }
  expect((await send(`/basket/items/${id}`, stated)).status).toBe(303)
  expect(await basket()).toMatchObject({
    state: 'ready',
    target: { samples: { diagnoses: ['E11', 'I10'], purpose: 'health' } },
  })
  const page = await (await scene.as('demo-outsider').get('/basket')).text()
  expect(page).toContain('value="E11, I10"')
})
