import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type BasketScene, basketScene } from './basket-scene.ts'

/* What a browser without scripts sends from the forms of records' pages. */

let scene: BasketScene
beforeAll(async () => {
  scene = await basketScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const Items = z.object({
  items: z.array(
    z.looseObject({
      record: z.looseObject({ id: z.string() }),
      target: z.looseObject({}),
      unit: z.string().nullable(),
      quantity: z.number().nullable(),
    }),
  ),
})
const send = async (form: Record<string, string>) =>
  scene.app.request('/basket/items', {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: {
      authorization: `Bearer ${scene.visitorToken}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
const added = async (form: Record<string, string>) => {
  const answer = await send(form)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/basket'])
  const { items } = Items.parse(
    await (await scene.as(scene.visitorToken).get('/api/v1/basket')).json(),
  )
  return items.at(-1)
}
const refused = async (form: Record<string, string>) => {
  const answer = await send(form)
  return { status: answer.status, text: await answer.text() }
}
const page = async (path: string) => (await scene.as(scene.visitorToken).get(path)).text()

test('a version of a dataset, and certain files of it', async () => {
  const record = scene.dataset
  const versions = await (
    await scene.as('demo-curator').get(`/api/v1/datasets/${record}/versions`)
  ).json()
  const version: string = versions.items[0].id
  expect(await page(`/records/${record}`)).toContain(`<option value="${version}"`)
  expect(await added({ record, version })).toMatchObject({ target: { versionId: version } })
  const { items } = await (
    await scene.as('demo-curator').get(`/api/v1/datasets/${record}/versions/1/files`)
  ).json()
  const file: string = items[0].id
  const files = `http://hexi.test/records/${record}/versions/1/files/${file}?lang=zh\r\n\r\n${file}`
  expect(await added({ record, version, files })).toMatchObject({
    target: { versionId: version, fileIds: [file] },
  })
  const basket = await page('/basket')
  expect(basket).toContain('第 1 版')
  expect(basket).toContain('1 个文件')
  expect((await refused({ record, files })).text).toContain('选择文件时请指定版本')
  expect((await refused({ record, version, files: '全部' })).text).toContain('文件页面的地址')
  expect((await refused({ record, version, files: crypto.randomUUID() })).status).toBe(422)
})

test('a form of supply, a lot by the code on its label, and a loan', async () => {
  const record = scene.accession
  const { items } = await (
    await scene.as('demo-curator').get(`/api/v1/accessions/${record}/lots`)
  ).json()
  const [{ id, code }] = items
  const amount = { record, quantity: '20', unit: 'seed' }
  expect(await added({ ...amount, form: '幼苗' })).toMatchObject({ target: { form: '幼苗' } })
  const asked = { ...amount, lot: code.toLowerCase(), isLoan: 'true' }
  expect(await added(asked)).toMatchObject({ target: { lotId: id }, isLoan: true })
  expect(await page('/basket')).toContain(`批次 ${code}`)
  const wrong = await refused({ ...amount, lot: 'NO-SUCH' })
  expect([wrong.status, wrong.text.includes('没有可申请的该批次')]).toEqual([422, true])
  expect((await refused({ ...amount, record: 'x', lot: code })).status).toBe(422)
})

test('samples by criteria, as a loan, and a service with its unit', async () => {
  const samples = {
    record: scene.samples,
    criteria: '血清，2020 年以后',
    quantity: '8',
    unit: 'sample',
  }
  expect(await added({ ...samples, isLoan: 'true' })).toMatchObject({
    target: { criteria: samples.criteria },
    unit: 'sample',
    isLoan: true,
  })
  const service = await scene.made(
    `/instruments/${scene.instrument}/services`,
    { title: { zh: '物相分析' }, unit: 'hour', turnaroundDays: 5, prices: { external: 12_000 } },
    'demo-steward',
  )
  expect(await page(`/records/${scene.instrument}`)).toContain('物相分析（每小时 120 元）')
  const asked = { record: scene.instrument, service, quantity: '3' }
  expect(await added(asked)).toMatchObject({
    target: { serviceId: service },
    unit: 'hour',
    quantity: 3,
  })
})

test('how many hours of a service stays with the request', async () => {
  const [draft] = (
    await (
      await scene.post(
        '/requests',
        {
          items: [{ record: scene.instrument, quantity: 3, unit: 'hour', target: {} }],
        },
        scene.visitorToken,
      )
    ).json()
  ).items
  expect(draft.items[0]).toMatchObject({ quantity: 3, unit: 'hour', delivery: 'order' })
})
