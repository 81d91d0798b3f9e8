import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StockScene, stockScene } from './scene.ts'

let scene: StockScene
beforeAll(async () => {
  scene = await stockScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const text = async (path: string) => (await scene.as('demo-curator').get(path)).text()

const send = async (path: string, fields: Record<string, string>) =>
  scene.app.request(path, {
    method: 'POST',
    headers: {
      authorization: 'Bearer demo-curator',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })

test('a lot is made, entered and counted by forms alone', async () => {
  const made = await send(`/records/${scene.accession}/lots`, {
    code: 'F-1',
    unit: 'gram',
    quantity: '12.5',
    thousandSeedGrams: '2.5',
    criticalReserve: '1',
    origin: 'received',
    isOffered: 'true',
  })
  expect(made.status).toBe(303)
  const lot = made.headers.get('location') ?? ''
  const entered = await send(`${lot}/entries`, { kind: 'out', quantity: '200', unit: 'seed' })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, lot])
  const refused = await send(`${lot}/entries`, { kind: 'out', quantity: '99' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('数量不足：扣除预留后剩余 12 克。')
  expect((await send(`${lot}/counts`, { counted: '11.9' })).status).toBe(303)
  const page = await text(lot)
  expect(page).toContain('实数 11.9 克，账面 12 克')
  expect(await text(`${lot}?lang=en`)).toContain('counted 11.9 g, expected 12 g')
})

test('pages of stock open for who keeps it', async () => {
  const lot = await scene.lot({ code: 'P-1' })
  await scene.made('/places', { institution: scene.own, type: 'room', code: '203' })
  for (const path of [
    '/lots',
    '/places',
    '/places/new',
    `/lots/${lot}`,
    `/lots/${lot}/edit`,
    `/lots/${lot}/moves`,
    `/records/${scene.accession}/lots`,
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect([path, (await scene.as('demo-curator').get(path)).status]).toEqual([path, 200])
})

test('labels are drawn for sheets and tubes, one for each replicate', async () => {
  const lot = await scene.lot({ code: 'L-1' })
  const labels = async (query: string) => text(`/lots/${lot}/labels?${query}`)
  const sheet = await labels('sheet=a4_65&symbol=datamatrix&copies=3&skip=2&numbered=true')
  expect(sheet.match(/<svg[^>]*viewBox/g)?.length).toBeGreaterThanOrEqual(3)
  expect(sheet).toContain('labels-a4_65')
  for (const code of ['L-1#1', 'L-1#2', 'L-1#3']) expect(sheet).toContain(code)
  expect(sheet.match(/label-skipped/g)).toHaveLength(2)
  expect(await labels('sheet=tube&symbol=code128')).toContain('labels-code128')
  expect(await labels('symbol=qrcode')).toContain('<path')
  const wrong = await scene.as('demo-curator').get(`/lots/${lot}/labels?sheet=letter`)
  expect(wrong.status).toBe(422)
})
