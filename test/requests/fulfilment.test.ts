import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aRole, aToken, somebody } from '../support/people.ts'
import { publishable } from '../support/publishable.ts'
import { type RequestScene, requestScene, type Shown } from './scene.ts'

let scene: RequestScene
let steward: string
beforeAll(async () => {
  scene = await requestScene({ max: 8 })
  const { id } = await somebody(scene.services, { email: 'second-steward@bank.test' })
  await aRole(scene.services, id, 'steward', scene.own)
  steward = await aToken(scene.services, id)
})
afterAll(async () => scene[Symbol.asyncDispose]())

const curator = 'demo-curator'
const itemOf = ({ items }: Shown) => items[0]?.id ?? ''

/** A request for seeds of a lot of its own, approved. */
let codes = 0
async function approved(quantity = 100, more: object = {}) {
  codes += 1
  const code = `F-${codes}`
  const lot = await scene.lot({ code, quantity: 1000 })
  const request = await scene.sent([{ ...scene.seeds(quantity), target: { lotId: lot }, ...more }])
  return { lot, code, request: await scene.decided(request, 'approved') }
}

const shipments = async (id: string, as = 'demo-outsider') => {
  const answer = await scene.as(as).get(`/api/v1/requests/${id}/shipments`)
  return z
    .object({ items: z.array(z.looseObject({ id: z.string(), lines: z.array(z.unknown()) })) })
    .parse(await answer.json()).items
}

const ship = (request: Shown, quantity: number, more: object = {}) =>
  scene.give(
    request.id,
    'shipment',
    { lines: [{ item: itemOf(request), quantity }], ...more },
    curator,
  )

const kinds = async (lot: string) =>
  (await scene.ledger(lot)).map(({ kind, change }) => [kind, change])

describe('shipping', () => {
  test('takes what was held back out of the ledger, in parts if need be', async () => {
    const { lot, request } = await approved(100)
    const first = await ship(request, 40, { carrier: '顺丰', tracking: 'SF1' })
    expect(first.items[0]).toMatchObject({ shipped: 40, held: 60, received: 0 })
    expect(first).toMatchObject({ state: 'fulfilling', turn: 'steward' })
    expect(await scene.read(request.id)).toMatchObject({ state: 'fulfilling' })
    expect(await readLot(lot)).toMatchObject({ balance: 960, reserved: 60 })
    const rest = await scene.give(
      request.id,
      'shipment',
      { lines: [{ item: itemOf(request) }] },
      curator,
    )
    expect(rest.items[0]).toMatchObject({ shipped: 100, held: 0 })
    expect(rest.turn).toBe('requester')
    expect(await readLot(lot)).toMatchObject({ balance: 900, reserved: 0 })
    expect(await kinds(lot)).toEqual([
      ['ship', -60],
      ['ship', -40],
      ['reserve', 0],
      ['in', 1000],
    ])
    const [second, one] = await shipments(request.id)
    expect(one).toMatchObject({ carrier: '顺丰', tracking: 'SF1', receivedAt: null })
    expect(one?.lines).toMatchObject([{ quantity: 40, unit: 'seed' }])
    await scene.give(request.id, 'receipt', { shipment: one?.id })
    const done = await scene.give(request.id, 'receipt')
    expect(done).toMatchObject({ state: 'fulfilled' })
    expect(await shipments(request.id)).toMatchObject([
      { id: second?.id, receivedAt: expect.any(String) },
      { receivedAt: expect.any(String) },
    ])
  })

  test('by two stewards at once never sends more than was approved', async () => {
    const { lot, request } = await approved(100)
    const body = { lines: [{ item: itemOf(request), quantity: 30 }] }
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        scene.post(`/requests/${request.id}/shipment`, body, at % 2 ? curator : steward),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(3)
    expect(statuses.filter((status) => status === 409)).toHaveLength(5)
    expect(await readLot(lot)).toMatchObject({ balance: 910, reserved: 10 })
    expect((await scene.read(request.id)).items[0]).toMatchObject({ shipped: 90, held: 10 })
  })

  test('of seeds that lie in grams takes all that was held back, to the last milligram', async () => {
    const lot = await scene.lot({
      code: 'GRAMS',
      unit: 'gram',
      quantity: 10,
      thousandSeedGrams: 2.345,
    })
    const asked = await scene.sent([{ ...scene.seeds(100), target: { lotId: lot } }])
    const request = await scene.decided(asked, 'approved')
    await ship(request, 33)
    await ship(request, 33)
    await ship(request, 34)
    expect(await readLot(lot)).toMatchObject({ balance: 9.765, reserved: 0 })
  })

  test('of material without lots moves the request alone', async () => {
    const bare = await scene.add('accession', {
      ...publishable.accession,
      accenumb: 'X 2',
      title: { zh: '无批次', en: 'Without lots' },
    })
    const [draft] = await scene.draft([{ record: bare, quantity: 5, unit: 'seed' }])
    const sent = await scene.give(draft?.id ?? '', 'submission')
    const request = await scene.decided(sent, 'approved')
    expect((await ship(request, 5)).items[0]).toMatchObject({ shipped: 5, held: 0 })
    expect(await shipments(request.id)).toMatchObject([{ lines: [{ lot: null, quantity: 5 }] }])
  })

  test('is refused with every reason', async () => {
    const { request } = await approved(10)
    const item = itemOf(request)
    const by = (body: object, as = curator) => scene.refused(request.id, 'shipment', body, as)
    expect(await by({ lines: [{ item, quantity: 11 }] })).toEqual([409, 'too_much'])
    expect(
      await by({
        lines: [
          { item, quantity: 6 },
          { item, quantity: 5 },
        ],
      }),
    ).toEqual([409, 'too_much'])
    expect(await by({ lines: [{ item: crypto.randomUUID() }] })).toEqual([409, 'no_such_item'])
    expect(await by({})).toEqual([409, 'no_items'])
    expect(await by({ lines: [{ item, quantity: 0.5 }] })).toEqual([422, 'lines.0.quantity'])
    expect(await by({ lines: [{ item }], way: 'pick_up' })).toEqual([422, 'collectedBy'])
    expect(await by({ lines: [{ item }], collectedBy: '王' })).toEqual([422, 'collectedBy'])
    expect(await by({ lines: [{ item }] }, 'demo-outsider')).toEqual([403])
    expect(await by({ lines: [{ item }] }, 'demo-researcher')).toEqual([404])
  })

  test('in person counts as received at once and names who took it', async () => {
    const { request } = await approved(10)
    const done = await ship(request, 10, { way: 'pick_up', collectedBy: '王小明' })
    expect(done).toMatchObject({ state: 'fulfilled' })
    expect(done.items[0]).toMatchObject({ shipped: 10, received: 10 })
    expect(done.events.map(({ type }) => type).slice(-2)).toEqual(['shipped', 'received'])
    expect(await shipments(request.id)).toMatchObject([
      { way: 'pick_up', collectedBy: '王小明', receivedAt: expect.any(String) },
    ])
  })
})

const readLot = async (id: string) => (await scene.as(curator).get(`/api/v1/lots/${id}`)).json()

describe('what was shipped', () => {
  test('may be lost, which either side says once', async () => {
    const { lot, request } = await approved(20)
    await ship(request, 20)
    const [one] = await shipments(request.id)
    const lost = await scene.give(request.id, 'loss', { shipment: one?.id, note: '包裹丢失' })
    expect(lost.items[0]).toMatchObject({ shipped: 20, received: 0, lost: 20 })
    expect(lost.state).toBe('fulfilled')
    const again = { shipment: one?.id, note: 'x' }
    expect(await scene.refused(request.id, 'loss', again, curator)).toEqual([
      409,
      'no_such_shipment',
    ])
    expect(await scene.refused(request.id, 'receipt', { shipment: one?.id })).toEqual([
      409,
      'no_such_shipment',
    ])
    expect(await readLot(lot)).toMatchObject({ balance: 980, reserved: 0 })
  })

  test('is received by the side that asked, not by who sent it', async () => {
    const { request } = await approved(20)
    await ship(request, 20)
    expect(await scene.refused(request.id, 'receipt', {}, curator)).toEqual([403])
    expect(await scene.refused(request.id, 'receipt', {}, 'demo-researcher')).toEqual([404])
    expect(await scene.refused(request.id, 'receipt', { shipment: crypto.randomUUID() })).toEqual([
      409,
      'no_such_shipment',
    ])
    expect((await scene.give(request.id, 'receipt')).state).toBe('fulfilled')
  })

  test('comes back in parts into its lot, and never more than is out', async () => {
    const { lot, request } = await approved(30, { loan: true })
    const item = itemOf(request)
    const back = (quantity: number, as = curator) =>
      scene.refused(request.id, 'return-shipment', { item, quantity, condition: '完好' }, as)
    await ship(request, 20)
    expect(await back(1)).toEqual([409, 'nothing_on_loan', 'too_much'])
    await scene.give(request.id, 'receipt')
    await ship(request, 10)
    await scene.give(request.id, 'receipt')
    expect(await back(31)).toEqual([409, 'too_much'])
    expect(await back(5, 'demo-outsider')).toEqual([403])
    const returned = (quantity: number) =>
      scene.give(request.id, 'return-shipment', { item, quantity, condition: '完好' }, curator)
    expect((await returned(25)).items[0]).toMatchObject({ received: 30, returned: 25 })
    expect(await scene.refused(request.id, 'closure', {}, curator)).toEqual([409, 'loan_out'])
    expect(await back(6)).toEqual([409, 'too_much'])
    await returned(5)
    expect(await readLot(lot)).toMatchObject({ balance: 1000, reserved: 0 })
    expect((await kinds(lot)).slice(0, 3)).toEqual([
      ['return', 5],
      ['return', 5],
      ['return', 20],
    ])
    expect((await scene.give(request.id, 'closure', {}, curator)).state).toBe('closed')
  })

  test('arrives and comes back also after its item was revoked', async () => {
    const { lot, request } = await approved(30, { loan: true })
    const item = itemOf(request)
    await ship(request, 20)
    await scene.give(request.id, 'revocation', { item, note: '用途不符' }, curator)
    expect(await readLot(lot)).toMatchObject({ balance: 980, reserved: 0 })
    await scene.give(request.id, 'receipt')
    await scene.give(
      request.id,
      'return-shipment',
      { item, quantity: 20, condition: '完好' },
      curator,
    )
    expect(await readLot(lot)).toMatchObject({ balance: 1000, reserved: 0 })
    expect((await scene.give(request.id, 'closure', {}, curator)).state).toBe('closed')
  })
})

const Picks = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      request: z.object({ id: z.string(), number: z.string() }),
      pickedAt: z.string().nullable(),
    }),
  ),
})
const picks = async (path: string, as = curator) =>
  Picks.parse(await (await scene.as(as).get(`/api/v1/${path}`)).json()).items

describe('picking', () => {
  test('by scanning marks what is held back, and it leaves with one command', async () => {
    const { lot, code, request } = await approved(15)
    const url = `requests/${request.id}/reservations`
    expect(await picks(url)).toMatchObject([{ pickedAt: null, quantity: 15, lot: { id: lot } }])
    expect(await picks(url, 'demo-outsider')).toEqual([])
    expect(
      (await picks('request-reservations?limit=200')).map(({ request: { id } }) => id),
    ).toContain(request.id)
    expect(await picks('request-reservations', 'demo-researcher')).toEqual([])
    const scan = (as: string, body: object = { code }) =>
      scene.post(`/requests/${request.id}/picks`, body, as)
    expect((await scan('demo-outsider')).status).toBe(403)
    expect((await scan('demo-researcher')).status).toBe(404)
    expect((await scan(curator, { code: 'NO-SUCH' })).status).toBe(409)
    expect((await scan(curator)).status).toBe(200)
    expect((await scan(curator)).status).toBe(409)
    const [held] = await picks(url)
    expect(held).toMatchObject({ pickedAt: expect.any(String) })
    expect(await readLot(lot)).toMatchObject({ balance: 1000, reserved: 15 })
    const off = `/api/v1/requests/${request.id}/picks/${held?.id}`
    expect((await scene.as('demo-outsider').delete(off)).status).toBe(403)
    expect((await scene.as(curator).delete(off)).status).toBe(204)
    expect(await scene.refused(request.id, 'shipment', {}, curator)).toEqual([409, 'no_items'])
    const again = await scene.post('/request-reservations/scans', { code }, curator)
    expect(again.status).toBe(200)
    const done = await scene.give(request.id, 'shipment', { carrier: 'EMS' }, curator)
    expect(done.items[0]).toMatchObject({ shipped: 15, held: 0 })
    expect(await readLot(lot)).toMatchObject({ balance: 985, reserved: 0 })
    expect(await picks(url)).toEqual([])
  })

  test('a lot that several requests wait for is picked for the one that is chosen', async () => {
    const lot = await scene.lot({ code: 'SHARED', quantity: 100 })
    const asked = [{ ...scene.seeds(10), target: { lotId: lot } }]
    const one = await scene.decided(await scene.sent(asked), 'approved')
    await scene.decided(await scene.sent(asked), 'approved')
    const any = (body: object) => scene.post('/request-reservations/scans', body, curator)
    expect((await any({ code: 'SHARED' })).status).toBe(409)
    const [held] = await picks(`requests/${one.id}/reservations`)
    expect((await any({ code: 'SHARED', reservation: held?.id })).status).toBe(200)
    // The other is the only one left.
    expect((await any({ code: 'SHARED' })).status).toBe(200)
  })

  test('by hand in the ledger is refused: the request would not know', async () => {
    const { lot, code, request } = await approved(15)
    const [held] = await picks(`requests/${request.id}/reservations`)
    for (const kind of ['ship', 'release'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(
        await scene.refusedBy(`/lots/${lot}/entries`, {
          kind,
          quantity: 15,
          reservation: held?.id,
        }),
      ).toEqual([409, 'reserved_for_request'])
    expect(await scene.refusedBy('/stock-reservations/scans', { code })).toEqual([
      409,
      'reserved_for_request',
    ])
    const listed = await scene.as(curator).get('/api/v1/stock-reservations?limit=200')
    expect((await listed.json()).items).toContainEqual(
      expect.objectContaining({ id: held?.id, requestId: request.id }),
    )
    expect(await readLot(lot)).toMatchObject({ balance: 1000, reserved: 15 })
    const page = await (await scene.as(curator).get('/picks')).text()
    expect(page).toContain(`/requests/${request.id}/picking`)
  })
})
