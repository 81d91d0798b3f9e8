import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type ChargeScene, issuedScene, only } from './scene.ts'

const scenes: ChargeScene[] = []
const scene = () => only(scenes)

beforeAll(async () => {
  scenes.push(await issuedScene())
})
afterAll(async () => {
  await scenes.pop()?.[Symbol.asyncDispose]()
})

const Told = z.object({ statements: z.array(z.looseObject({ id: z.string() })) })
const told = async () => {
  const path = `/api/v1/labs/${scene().lab}/statements/2026-03`
  return Told.parse(await (await scene().as('demo-pi').get(path)).json())
}
const give = async (more: object, as = 'demo-curator') =>
  scene()
    .as(as)
    .post('/api/v1/vouchers', {
      code: 'gs-2026-001',
      title: { zh: '创新券' },
      institution: scene().own,
      lab: scene().lab,
      faceFen: 20_000,
      coverPercent: 50,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      ...more,
    })
const idOf = async (answer: Response) => z.object({ id: z.string() }).parse(await answer.json()).id
const pay = async (voucher: string, as = 'demo-pi') => {
  const [statement] = (await told()).statements
  return scene().as(as).post(`/api/v1/statements/${statement?.id}/tenders`, { voucher })
}

const rates = () => `/api/v1/instruments/${scene().instrument}/rates`

describe('a voucher', () => {
  test('is given by curators of who gives it, with a code of its own', async () => {
    expect((await give({}, 'demo-pi')).status).toBe(403)
    expect((await give({ coverFen: 100 })).status).toBe(422)
    expect(
      (await give({ code: 'GS-OLD', validFrom: '2025-01-01', validTo: '2025-12-31' })).status,
    ).toBe(201)
    expect((await give({ code: 'gs-old' })).status).toBe(409)
  })

  test('pays its share of what is due, within its balance, and never twice of one statement', async () => {
    const id = await idOf(await give({}))
    const sum = await idOf(
      await give({
        code: 'GS-2026-002',
        coverPercent: undefined,
        coverFen: 99_000,
        faceFen: 40_000,
      }),
    )
    expect((await pay(id, 'demo-researcher')).status).toBe(403)
    const herd = await Promise.all(Array.from('123456', () => pay(id)))
    expect(herd.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 409, 409, 409, 409, 409,
    ])
    expect(await told()).toMatchObject({
      statements: [{ paidFen: 15_000, dueFen: 15_000, tenders: [{ code: 'GS-2026-001' }] }],
    })
    expect(await (await pay(sum)).json()).toEqual({ amountFen: 15_000, dueFen: 0 })
    const vouchers = await scene().as('demo-pi').get('/api/v1/vouchers')
    expect(await vouchers.json()).toMatchObject({
      items: [
        { code: 'GS-2026-002', balanceFen: 25_000, usable: true },
        { code: 'GS-2026-001', balanceFen: 5000, usable: true },
        { code: 'GS-OLD', balanceFen: 20_000, usable: false },
      ],
    })
  })

  test('that is withdrawn pays nothing more', async () => {
    const id = await idOf(await give({ code: 'GS-2026-003' }))
    const withdraw = (as: string) => scene().as(as).post(`/api/v1/vouchers/${id}/withdrawal`, {})
    expect((await withdraw('demo-pi')).status).toBe(403)
    expect((await withdraw('demo-curator')).status).toBe(204)
    expect((await pay(id)).status).toBe(409)
  })
})

describe('an estimate', () => {
  test('says what a use would cost, line by line, and what a voucher would pay of it', async () => {
    const asked = {
      start: '2026-05-04T01:00Z',
      end: '2026-05-04T04:00Z',
      assisted: true,
      samples: 4,
    }
    const estimate = (as?: string) =>
      scene().as(as).post(`/api/v1/instruments/${scene().instrument}/estimates`, asked)
    expect(await (await estimate('demo-researcher')).json()).toMatchObject({
      audience: 'institution',
      isPriced: true,
      totalFen: 30_000,
      lines: [{ code: 'time', quantity: 3, unitPriceFen: 10_000, amountFen: 30_000 }],
      vouchers: [{ paysFen: 25_000 }, { paysFen: 5000 }],
    })
    expect(await (await estimate('demo-outsider')).json()).toMatchObject({ audience: 'member' })
    expect((await estimate()).status).toBe(401)
  })
})

describe('rates', () => {
  test('are everybody’s to read, staff’s to write, and never change what was used', async () => {
    expect(await (await scene().as().get(rates())).json()).toMatchObject({
      version: 1,
      rates: { institution: { hourFen: 10_000 } },
    })
    const put = async (body: object, as = 'demo-steward') =>
      (await scene().as(as).put(rates(), body)).status
    expect(await put({ rates: {} }, 'demo-pi')).toBe(403)
    expect(await put({ rates: {}, validFrom: '2026-01-01T00:00Z' })).toBe(422)
    expect(await put({ rates: { own_lab: { hourFen: 1.5 } } })).toBe(422)
    expect(await put({ rates: {}, version: 0 })).toBe(412)
    const later = { rates: { member: { hourFen: 9 } }, validFrom: '2027-01-01T00:00Z', version: 1 }
    expect(await put(later)).toBe(200)
    expect(await (await scene().as().get(rates())).json()).toMatchObject({
      version: 1,
      upcoming: [{ version: 2, rates: { member: { hourFen: 9 } } }],
    })
  })
})

test('a voucher is valid for ten years at most', async () => {
  const code = 'GS-LONG'
  const refused = await give({ code, validTo: '4026-01-01' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('10 年')
  expect((await give({ code, validTo: '2036-01-02' })).status).toBe(422)
  expect((await give({ code, validTo: '2036-01-01' })).status).toBe(201)
})

test('the list asks who is there before it says that there is nothing', async () => {
  expect((await scene().as().get('/api/v1/vouchers')).status).toBe(401)
})
