import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addRecord, photo, pictureHouse, type PictureHouse, pictureIn } from '../files/scene.ts'

const Made = z.looseObject({ id: z.string() })
const flower = {
  code: 'GS-FLOWER',
  name: { zh: '花色', en: 'Flower colour' },
  category: 'morphological',
  scale: 'text',
}

let house: PictureHouse
let [accession, picture, trait] = ['', '', '']

const path = (id = accession) => `/api/v1/accessions/${id}/trait-pictures`
const add = async (who: string | undefined, input: object, at = accession) =>
  house.as(who).post(path(at), input)
const itemsAt = async (address: string, who?: string) =>
  z
    .object({ items: z.array(z.looseObject({ id: z.string() })) })
    .parse(await (await house.as(who).get(address)).json()).items

beforeAll(async () => {
  house = await pictureHouse()
  accession = await addRecord(house)
  picture = (await pictureIn(await house.upload(accession, await photo('#7744aa')))).id
  trait = Made.parse(
    await (await house.as('demo-curator').post('/api/v1/traits', flower)).json(),
  ).id
})
afterAll(() => house[Symbol.asyncDispose]())

test('a picture shows a trait where its curators say so, once', async () => {
  const statuses = []
  for (const who of [undefined, 'demo-researcher', 'demo-outsider', 'demo-curator'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push((await add(who, { picture, trait })).status)
  expect(statuses).toEqual([401, 403, 403, 201])
  expect((await add('demo-curator', { picture, trait })).status).toBe(409)
  const shown = { trait: { code: 'GS-FLOWER' }, picture: { id: picture } }
  expect(await itemsAt(path())).toMatchObject([shown])
  expect(await itemsAt(`/api/v1/traits/${trait}/pictures`)).toMatchObject([
    { ...shown, accession: { id: accession } },
  ])
  for (const address of [`/records/${accession}`, `/traits/${trait}`]) {
    // oxlint-disable-next-line no-await-in-loop -- two
    const page = await (await house.as().get(address)).text()
    expect(page).toContain(`/images/${picture}`)
    expect(page).toContain('花色')
  }
})

test('no picture of another record, no closed trait, nothing that is no id', async () => {
  const other = await addRecord(house)
  const issues = async (input: object, at = other) => {
    const answer = await add('demo-curator', input, at)
    const body = z
      .object({ issues: z.array(z.object({ path: z.string() })) })
      .parse(await answer.json())
    return [answer.status, body.issues.map((issue) => issue.path)]
  }
  expect(await issues({ picture, trait })).toEqual([422, ['picture']])
  expect(await issues({ picture: '0', trait: 'x' }, accession)).toEqual([422, ['picture', 'trait']])
  const ended = { ...flower, code: 'GS-ENDED' }
  const made = Made.parse(
    await (await house.as('demo-curator').post('/api/v1/traits', ended)).json(),
  )
  await house
    .as('demo-curator')
    .patch(`/api/v1/traits/${made.id}`, { closed: true }, { 'if-match': '*' })
  expect(await issues({ picture, trait: made.id }, accession)).toEqual([422, ['trait']])
})

test('what belongs to a draft or to a withdrawn record is not there for others', async () => {
  const draft = await addRecord(house, { publish: false })
  const own = await pictureIn(await house.upload(draft, await photo('#112233')))
  expect((await add('demo-curator', { picture: own.id, trait }, draft)).status).toBe(201)
  expect((await house.as().get(path(draft))).status).toBe(404)
  expect(await itemsAt(path(draft), 'demo-curator')).toHaveLength(1)
  const seen = await itemsAt(`/api/v1/traits/${trait}/pictures`)
  expect(JSON.stringify(seen)).not.toContain(own.id)
  const lost = await addRecord(house)
  const last = await pictureIn(await house.upload(lost, await photo('#332211')))
  await add('demo-curator', { picture: last.id, trait }, lost)
  const withdrawal = await house
    .as('demo-curator')
    .post(`/api/v1/accessions/${lost}/withdrawal`, { reason: '材料已经丧失' })
  expect(withdrawal.status).toBe(200)
  expect(await itemsAt(path(lost))).toEqual([])
  expect(JSON.stringify(await itemsAt(`/api/v1/traits/${trait}/pictures`))).not.toContain(last.id)
})

test('it is taken back by its curators; a removed picture shows nothing', async () => {
  const [first] = await itemsAt(path())
  const removed = (who?: string) => house.as(who).delete(`/api/v1/trait-pictures/${first?.id}`)
  expect((await removed('demo-outsider')).status).toBe(403)
  expect((await removed('demo-curator')).status).toBe(204)
  expect((await removed('demo-curator')).status).toBe(404)
  await add('demo-curator', { picture, trait })
  expect(await itemsAt(path())).toHaveLength(1)
  await house.as('demo-curator').delete(`/api/v1/images/${picture}`)
  expect(await itemsAt(path())).toEqual([])
})

test('on a page of its own, with what was chosen kept where it is refused', async () => {
  const id = await addRecord(house)
  const at = `/records/${id}/trait-pictures`
  const page = async (form?: Record<string, string>) =>
    form
      ? house.app.request(at, {
          method: 'POST',
          headers: {
            authorization: 'Bearer demo-curator',
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: new URLSearchParams(form).toString(),
        })
      : house.as('demo-curator').get(at)
  expect(await (await page()).text()).toContain('还没有图片')
  const own = await pictureIn(await house.upload(id, await photo('#445566')))
  expect(await (await page()).text()).toContain('GS-FLOWER')
  const refused = await page({ picture: own.id, trait: '' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(
    new RegExp(`value="${own.id}"[^>]*selected|selected[^>]*value="${own.id}"`),
  )
  expect((await page({ picture: own.id, trait })).status).toBe(303)
  expect((await page({ picture: own.id, trait })).status).toBe(409)
})
