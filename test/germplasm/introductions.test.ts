import { expect, test } from 'vitest'
import { germplasmScene } from './scene.ts'

test('introduced material shows its way by date, to whoever may read it', async () => {
  await using house = await germplasmScene()
  const quinoa = { title: { zh: '藜麦 引种' }, genus: 'Chenopodium', species: 'quinoa' }
  const id = await house.accession(quinoa)
  const curator = house.as('demo-curator')
  const path = `/api/v1/accessions/${id}/introduction-steps`
  const shown = { stage: 'demonstration', day: '2016', place: '天祝县松山镇', areaHa: 66.67 }
  const introduced = { stage: 'introduced', day: '2011----', place: '玻利维亚' }
  const statuses = []
  for (const who of [undefined, 'demo-researcher', 'demo-outsider', 'demo-curator'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push((await house.as(who).post(path, shown)).status)
  expect(statuses).toEqual([401, 403, 403, 201])
  expect((await curator.post(path, introduced)).status).toBe(201)
  expect((await curator.post(path, { ...introduced, day: 'long ago' })).status).toBe(422)
  expect((await curator.post(path, { ...shown, areaHa: -1 })).status).toBe(422)
  const { items } = await (await house.as().get(path)).json()
  expect(items).toMatchObject([introduced, shown])
  const page = await (await house.as().get(`/records/${id}`)).text()
  for (const text of ['引种与示范', '2011年', '玻利维亚', '66.67']) expect(page).toContain(text)
  const english = await (await house.as().get(`/records/${id}?lang=en`)).text()
  for (const text of ['Introduction and demonstration', 'Area (ha)'])
    expect(english).toContain(text)
  const [first] = items
  const removed = (as?: 'demo-outsider' | 'demo-curator') =>
    house.as(as).delete(`/api/v1/introduction-steps/${first.id}`)
  expect((await removed('demo-outsider')).status).toBe(403)
  expect((await removed('demo-curator')).status).toBe(204)
  expect((await removed('demo-curator')).status).toBe(404)
  await curator.post(`/api/v1/accessions/${id}/withdrawal`, { reason: '材料已经丧失' })
  expect((await (await house.as().get(path)).json()).items).toEqual([])
})

test('what belongs to a draft is not there for others', async () => {
  await using house = await germplasmScene()
  const id = await house.accession({}, { publish: false })
  const path = `/api/v1/accessions/${id}/introduction-steps`
  const step = { stage: 'introduced', day: '2011', place: '秘鲁' }
  expect((await house.as('demo-curator').post(path, step)).status).toBe(201)
  expect((await house.as('demo-outsider').get(path)).status).toBe(404)
  expect((await house.as('demo-outsider').post(path, step)).status).toBe(404)
})
