import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StockScene, stockScene } from './scene.ts'

let scene: StockScene
beforeAll(async () => {
  scene = await stockScene({ max: 8 })
})
afterAll(async () => scene[Symbol.asyncDispose]())

const scans = '/stock-reservations/scans'
const hold = async (id: string, quantity: number, reason: string) =>
  (await scene.enter(id, { kind: 'reserve', quantity, reason })).reservation?.id ?? ''
const held = async (query = '', as = 'demo-curator') => {
  const answer = await scene.as(as).get(`/api/v1/stock-reservations${query}`)
  const { items } = await answer.json()
  return items.map(({ lot, open }: { lot: { code: string }; open: number }) => [lot.code, open])
}

test('what is held back is listed in order of place, and shipped by scanning its label', async () => {
  const institution = scene.own
  await scene.made('/places', { institution, type: 'room', code: 'B' })
  await scene.made('/places', { institution, type: 'room', code: 'A' })
  const far = await scene.lot({ code: 'FAR', place: 'B' })
  const near = await scene.lot({ code: 'NEAR', place: 'A' })
  await hold(far, 30, 'Request 7')
  await hold(near, 20, 'Request 7')
  await hold(near, 5, 'A course')
  expect(await held()).toEqual([
    ['NEAR', 20],
    ['NEAR', 5],
    ['FAR', 30],
  ])
  expect(await held('?purpose=request')).toEqual([
    ['NEAR', 20],
    ['FAR', 30],
  ])
  const answer = await scene.post(scans, { code: 'https://x.test/lots?code=far%231' })
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ kind: 'ship', change: -30, held: -30, balance: 970 })
  expect((await scene.post(scans, { code: 'FAR' })).status).toBe(409)
  // Two of one lot: it is said which.
  expect((await scene.post(scans, { code: 'NEAR' })).status).toBe(409)
  const [course] = (
    await (await scene.as('demo-curator').get('/api/v1/stock-reservations?purpose=course')).json()
  ).items
  expect((await scene.post(scans, { code: 'NEAR', reservation: course.id })).status).toBe(201)
  expect(await held()).toEqual([['NEAR', 20]])
})

test('twice at once it is shipped once; nobody else sees or picks it', async () => {
  const lot = await scene.lot({ code: 'ONCE' })
  await hold(lot, 40, 'Somebody')
  expect((await scene.as().get('/api/v1/stock-reservations')).status).toBe(401)
  expect(await held('', 'demo-steward')).toEqual([])
  expect(await held('', scene.strangerToken)).toEqual([])
  const others = [undefined, 'demo-researcher', scene.strangerToken]
  const refused = await Promise.all(
    others.map(async (who) => scene.as(who).post(`/api/v1${scans}`, { code: 'ONCE' })),
  )
  expect(refused.map(({ status }) => status)).toEqual([401, 409, 409])
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () => scene.post(scans, { code: 'ONCE' })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
  expect(await scene.read(lot)).toMatchObject({ balance: 960, reserved: 0 })
})

test('the page takes what a scanner types, and says what is wrong', async () => {
  const lot = await scene.lot({ code: 'PAGE' })
  await hold(lot, 3, '课程')
  const send = async (code: string) =>
    scene.app.request('/picks', {
      method: 'POST',
      headers: {
        authorization: 'Bearer demo-curator',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ code }).toString(),
    })
  expect(await (await scene.as('demo-curator').get('/picks')).text()).toContain('课程')
  const wrong = await send('NOWHERE')
  expect([wrong.status, await wrong.text()]).toEqual([
    409,
    expect.stringContaining('没有待取的预留'),
  ])
  expect((await send('')).status).toBe(422)
  expect((await send('PAGE#2')).status).toBe(303)
  expect(await scene.read(lot)).toMatchObject({ balance: 997 })
})

test('picking by itself holds back from several lots, and never of their reserves', async () => {
  const accession = await scene.add('accession', {
    accenumb: 'P 1',
    genus: 'Avena',
    species: 'sativa',
    title: { en: 'Pick' },
  })
  const made = async (code: string, more: object) =>
    scene.made(`/accessions/${accession}/lots`, { code, unit: 'seed', quantity: 100, ...more })
  await made('P-1', { criticalReserve: 60 })
  await made('P-2', { criticalReserve: 20 })
  await made('P-3', { isOffered: false })
  const pick = { quantity: 110, unit: 'seed', purpose: 'A course' }
  const path = `/accessions/${accession}/reservations`
  const answer = await scene.post(path, pick)
  expect(await answer.json()).toMatchObject({
    reservations: [
      { lot: { code: 'P-2' }, quantity: 80 },
      { lot: { code: 'P-1' }, quantity: 30 },
    ],
  })
  expect(await scene.refusedBy(path, { ...pick, quantity: 11 })).toEqual([409])
  // What is offered in seeds is picked in seeds, also of a lot that is weighed.
  await made('P-4', { unit: 'gram', quantity: 0.4, thousandSeedGrams: 2.001 })
  const availability = await scene.as().get(`/api/v1/records/${accession}/availability`)
  expect(await availability.json()).toMatchObject({ byUnit: [{ unit: 'seed', about: 210 }] })
  expect(await (await scene.post(path, { ...pick, quantity: 205 })).json()).toMatchObject({
    reservations: [
      { lot: { code: 'P-4' }, quantity: 0.4, unit: 'gram' },
      { lot: { code: 'P-1' }, quantity: 5, unit: 'seed' },
    ],
  })
  // Of what is withdrawn nothing is offered.
  await scene.post(`/accessions/${accession}/withdrawal`, { reason: '材料已经丧失' })
  expect(await scene.refusedBy(path, { ...pick, quantity: 1 })).toEqual([409])
})
