import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { only } from '../charges/scene.ts'
import { password, sessionCookieIn } from '../support/people.ts'
import { Basket, type BasketScene, basketScene, Refusal, visitor } from './basket-scene.ts'
import { publishable } from '../support/publishable.ts'

const scenes: BasketScene[] = []
const house = () => only(scenes)

beforeAll(async () => {
  scenes.push(await basketScene())
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

const basket = async (as = 'demo-researcher', headers = {}) =>
  Basket.parse(await (await house().as(as).get('/api/v1/basket', headers)).json())
const add = async (body: object, as = 'demo-researcher', headers = {}) =>
  house().as(as).post('/api/v1/basket/items', body, headers)
const put = async (items: object[], as = 'demo-researcher', headers = {}) =>
  house().as(as).put('/api/v1/basket', { items }, headers)
const empty = async (as = 'demo-researcher') => put([], as)
const refusedBy = async (body: object) => {
  const answer = await add(body)
  const { code, issues = [] } = Refusal.parse(await answer.json())
  return [answer.status, ...(code ? [code] : []), ...issues.map(({ path }) => path)]
}
const cookieIn = (answer: Response) =>
  /hexi_basket=[\w-]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''

const text = async (path: string, headers: Record<string, string>, body?: URLSearchParams) => {
  const answer = await house().app.request(path, {
    ...(body && { method: 'POST', body }),
    headers: {
      ...headers,
      ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  })
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    text: await answer.text(),
    cookie: cookieIn(answer),
  }
}

const ask = async (path: string, cookie: string, form?: Record<string, string>) => {
  const answer = await house().app.request(path, {
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    headers: {
      cookie,
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  })
  const { status } = answer
  return { status, location: answer.headers.get('location') ?? '', text: await answer.text() }
}

describe('a basket', () => {
  test('holds data, germplasm and samples, each with what is usual where nothing is said', async () => {
    await empty()
    const { accession: record, samples, dataset } = house()
    expect((await add({ record })).status).toBe(201)
    expect((await add({ record: dataset })).status).toBe(201)
    expect(
      (await add({ record: samples, target: { criteria: '血清' }, quantity: 20 })).status,
    ).toBe(201)
    expect((await basket()).items).toMatchObject([
      { record: { id: record }, quantity: 50, unit: 'seed', delivery: 'shipment', state: 'ready' },
      { record: { id: dataset }, quantity: null, unit: null, delivery: 'download', state: 'ready' },
      { record: { id: samples }, quantity: 20, unit: 'sample', state: 'ready' },
    ])
  })

  test('has the same thing once: adding it again changes how much of it', async () => {
    await empty()
    const { accession: record } = house()
    const first = await (await add({ record, quantity: 20, unit: 'seed' })).json()
    const second = await (await add({ record, quantity: 30, unit: 'seed' })).json()
    expect(second).toEqual(first)
    expect((await basket()).items).toMatchObject([{ quantity: 30 }])
    await Promise.all(Array.from('12345678', () => add({ record, quantity: 40, unit: 'seed' })))
    expect((await basket()).items).toMatchObject([{ quantity: 40 }])
  })

  test('says why something cannot be asked for', async () => {
    const { accession: record, closed, instrument, open, samples, dataset } = house()
    expect(await refusedBy({ record: closed })).toEqual([409, 'closed'])
    expect(await refusedBy({ record: open })).toEqual([409, 'download'])
    expect(await refusedBy({ record: instrument })).toEqual([409, 'book'])
    expect(await refusedBy({ record: '00000000-0000-4000-8000-000000000000' })).toEqual([
      422,
      'record',
    ])
    expect(await refusedBy({ record, quantity: 201 })).toEqual([422, 'quantity'])
    expect(await refusedBy({ record, quantity: 1.5 })).toEqual([422, 'quantity'])
    expect(await refusedBy({ record, quantity: 1, unit: 'straw' })).toEqual([422, 'unit'])
    expect(await refusedBy({ record, target: { criteria: 'x' } })).toEqual([422, 'target.criteria'])
    expect(await refusedBy({ record: samples, quantity: 0 })).toEqual([422, 'quantity'])
    expect(await refusedBy({ record: dataset, quantity: 1 })).toEqual([422, 'quantity'])
    const versionId = record
    expect(await refusedBy({ record: dataset, target: { versionId } })).toEqual([
      422,
      'target.versionId',
    ])
    expect(await refusedBy({ record, target: { lotId: record } })).toEqual([422, 'target.lotId'])
  })

  test('is replaced as a whole, and not by who read an older one', async () => {
    await empty()
    const { accession: record, dataset, closed } = house()
    const { version } = await basket()
    expect((await put([{ record }, { record: dataset }])).status).toBe(200)
    expect((await put([], 'demo-researcher', { 'if-match': `"${version}"` })).status).toBe(412)
    const refused = await put([{ record }, { record: dataset, quantity: 3 }])
    expect(await refused.json()).toMatchObject({ issues: [{ path: 'items.1.quantity' }] })
    expect((await put([{ record: closed }])).status).toBe(409)
    expect((await basket()).items).toHaveLength(2)
    expect((await put([{ record: dataset }])).status).toBe(200)
    expect((await basket()).items).toMatchObject([{ record: { id: dataset } }])
  })

  test('changed in two windows at once loses nothing: what is gone is said, what is there is changed', async () => {
    await empty()
    const { accession: record, dataset } = house()
    const { id } = z.object({ id: z.string() }).parse(await (await add({ record })).json())
    await add({ record: dataset })
    const me = house().as('demo-researcher')
    const answers = await Promise.all([
      me.delete(`/api/v1/basket/items/${id}`),
      me.delete(`/api/v1/basket/items/${id}`),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 404])
    expect((await me.patch(`/api/v1/basket/items/${id}`, { quantity: 5 })).status).toBe(404)
    expect((await basket()).items).toMatchObject([{ record: { id: dataset } }])
  })

  test('is nobody else’s', async () => {
    await empty()
    const { id } = z
      .object({ id: z.string() })
      .parse(await (await add({ record: house().accession })).json())
    expect((await basket('demo-outsider')).items).toEqual([])
    const other = house().as('demo-outsider')
    expect((await other.delete(`/api/v1/basket/items/${id}`)).status).toBe(404)
    expect((await other.get(`/api/v1/basket/items/${id}`)).status).toBe(404)
  })

  test('holds 200 things and no more', async () => {
    await empty()
    const { samples } = house()
    const items = Array.from({ length: 200 }, (_, at) => ({
      record: samples,
      target: { criteria: `样本 ${at}` },
    }))
    expect((await put([...items, { record: samples, target: { criteria: '多' } }])).status).toBe(
      422,
    )
    expect((await put(items)).status).toBe(200)
    expect((await add({ record: house().dataset })).status).toBe(409)
    await empty()
  })

  test('shows what was withdrawn or hidden as gone', async () => {
    await empty()
    const record = await house().add('accession', {
      ...publishable.accession,
      accenumb: 'X 3',
      title: { en: 'Soon gone' },
    })
    await add({ record }, 'demo-outsider')
    const curator = house().as('demo-curator')
    const gone = { reason: '材料已全部死亡，无法提供' }
    expect((await curator.post(`/api/v1/accessions/${record}/withdrawal`, gone)).status).toBe(200)
    const items = (await basket('demo-outsider')).items
    expect(items).toMatchObject([{ state: 'gone', record: { id: record } }])
    await empty('demo-outsider')
  })
})

describe('a guest', () => {
  test('has a basket by a cookie, of which the hash is kept, and takes it along when they sign in', async () => {
    const { accession: record, dataset, app, visitorToken: me } = house()
    const guest = house().as()
    const first = await guest.post('/api/v1/basket/items', { record, quantity: 10 })
    const cookie = cookieIn(first)
    expect(cookie).toMatch(/^hexi_basket=[\w-]{43}$/)
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly/)
    await guest.post('/api/v1/basket/items', { record: dataset }, { cookie })
    const kept = JSON.stringify(await house().db.selectFrom('basket').selectAll().execute())
    expect(kept).not.toContain(cookie.split('=')[1])
    expect((await basket('', { cookie })).items).toHaveLength(2)

    await add({ record, quantity: 25 }, me)
    const session = await signedIn()
    const own = await app.request('/basket', { headers: { cookie: `${session}; ${cookie}` } })
    expect(own.headers.getSetCookie().join()).toMatch(/hexi_basket=;/)
    expect((await basket(me)).items).toMatchObject([
      { record: { id: dataset } },
      { record: { id: record }, quantity: 25 },
    ])
    // What it opened is gone.
    expect((await basket('', { cookie })).items).toEqual([])
  })

  test('is not taken over by a secret that somebody else planted', async () => {
    const { accession: record } = house()
    const planted = `hexi_basket=${'a'.repeat(43)}`
    const answer = await house().as().post('/api/v1/basket/items', { record }, { cookie: planted })
    expect(cookieIn(answer)).not.toBe(planted)
    expect((await basket('', { cookie: planted })).items).toEqual([])
  })
})

async function signedIn(): Promise<string> {
  const answer = await house().app.request('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email: visitor, password }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return sessionCookieIn(answer)
}

describe('its page', () => {
  test('groups by provider, counts in the header, and puts back what was removed', async () => {
    const { accession: record, dataset } = house()
    const added = await text(
      '/basket/items',
      {},
      new URLSearchParams({ record, quantity: '10', unit: 'seed' }),
    )
    expect(added).toMatchObject({ status: 303, location: '/basket' })
    const { cookie } = added
    await text('/basket/items', { cookie }, new URLSearchParams({ record: dataset }))
    const shown = await text('/basket', { cookie })
    expect(shown.text).toContain('甘肃省种质资源库')
    expect(shown.text).toContain('(2)')
    const { items } = await basket('', { cookie })
    const removal = await text(
      `/basket/items/${items[0]?.id}/removal`,
      { cookie },
      new URLSearchParams(),
    )
    expect(removal.status).toBe(303)
    const without = await text('/basket', { cookie })
    expect(without.text).toContain('恢复')
    expect(without.text).toContain('(1)')
    await text(`/basket/items/${items[0]?.id}/return`, { cookie }, new URLSearchParams())
    expect((await basket('', { cookie })).items).toHaveLength(2)
  })

  test('adds what was ticked in a list and says why the rest was not', async () => {
    const { accession, dataset, closed, open, instrument } = house()
    const ticked = new URLSearchParams(
      [accession, dataset, closed, open, instrument].map((record) => ['record', record]),
    )
    ticked.append('many', 'true')
    const { location, cookie } = await text('/basket/items', {}, ticked)
    expect(location).toMatch(/^\/basket\?refused=/)
    expect((await basket('', { cookie })).items).toHaveLength(2)
    const shown = await text(location ?? '', { cookie })
    expect(shown.text).toContain('未加入篮子')
    expect(shown.text).toContain('不对外提供')
  })

  test('shows a quantity that is refused again, and is empty at first', async () => {
    const { accession: record } = house()
    const refused = await text(
      '/basket/items',
      {},
      new URLSearchParams({ record, quantity: '100000' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('单次最多 200')
    expect((await text('/basket', {})).text).toContain('篮子是空的')
  })
})

describe('a record says how to get it', () => {
  test('as JSON, for who asks', async () => {
    const { accession, open, closed, own } = house()
    const way = async (id: string, as?: string) =>
      (await house().as(as).get(`/api/v1/records/${id}/way`)).json()
    expect(await way(accession)).toMatchObject({
      act: 'add',
      href: '/api/v1/basket/items',
      provider: { institution: { id: own }, collection: null, hasSteward: true },
      availability: { byUnit: [{ unit: 'seed', requestMax: 200 }] },
      usualAnswerDays: null,
      asksConsent: false,
    })
    expect(await way(open)).toMatchObject({ act: 'download', availability: null })
    expect(await way(closed)).toMatchObject({ act: 'contact', href: `/institutions/${own}` })
    expect((await house().as().get('/api/v1/records/nothing/way')).status).toBe(404)
  })

  test('with one main button on its page, and nobody’s steward is said', async () => {
    const { accession, app, db, people } = house()
    const read = async () => (await app.request(`/records/${accession}`)).text()
    const before = await read()
    expect(before.match(/button-primary/g)).toHaveLength(1)
    expect(before).toContain('加入篮子')
    expect(before).not.toContain('目前没有审核人')
    await db
      .updateTable('person')
      .set({ disabled_at: house().services.now() })
      .where('id', 'in', [people['demo-steward'], people['demo-curator']])
      .execute()
    expect(await read()).toContain('目前没有审核人')
    await db
      .updateTable('person')
      .set({ disabled_at: null })
      .where('id', 'in', [people['demo-steward'], people['demo-curator']])
      .execute()
  })
})

describe('from the basket to requests', () => {
  test('a guest signs in first', async () => {
    const { status, location } = await ask('/basket/checkout', '')
    expect([status, location]).toEqual([303, '/sign-in?next=%2Fbasket%2Fcheckout'])
  })

  test('in three steps, and nothing that was typed is lost', async () => {
    const { accession: record, samples, dataset, visitorToken: me } = house()
    await put(
      [
        { record, quantity: 10 },
        { record: dataset },
        { record: samples, target: { criteria: '血清' } },
      ],
      me,
    )
    const cookie = await signedIn()
    const first = await ask('/basket/checkout', cookie)
    expect(first.text).toContain('紫花苜蓿')
    expect(first.text).toContain('/basket/checkout/purpose')

    const second = await ask('/basket/checkout/purpose', cookie)
    const version = /name="version" value="(\d+)"/.exec(second.text)?.[1] ?? ''
    const typed = { version, title: '抗旱育种', text: '', keep: 'true' }
    const refused = await ask('/basket/checkout/purpose', cookie, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('抗旱育种')
    const stale = await ask('/basket/checkout/purpose', cookie, {
      ...typed,
      text: 'x',
      version: '1',
    })
    expect(stale.status).toBe(409)
    expect((await basket(me)).items).toHaveLength(3)

    const third = await ask('/basket/checkout/purpose', cookie, { ...typed, text: '筛选抗旱材料' })
    expect(third.location).toMatch(/^\/basket\/checkout\/sending\?requests=/)
    expect((await basket(me)).items).toEqual([])
    const review = await ask(third.location, cookie)
    const [, request = ''] = /name="request" value="([^"]+)"/.exec(review.text) ?? []
    const sent = await ask('/basket/checkout/sending', cookie, { request })
    expect([sent.status, sent.location]).toEqual([303, '/requests'])
    const read = await house().as(me).get(`/api/v1/requests/${request}`)
    const answer = z
      .looseObject({
        state: z.string(),
        items: z.array(z.looseObject({ quantity: z.number().nullable() })),
      })
      .parse(await read.json())
    expect(answer.state).toBe('submitted')
    expect(new Set(answer.items.map(({ quantity }) => quantity))).toEqual(new Set([10, null, 1]))
    // The project is offered the next time.
    await put([{ record }], me)
    expect((await ask('/basket/checkout/purpose', cookie)).text).toContain('筛选抗旱材料')
    await empty(me)
  })
})
