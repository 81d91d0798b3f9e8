import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type BoxScene, boxScene } from './boxes-scene.ts'

let scene: BoxScene
beforeAll(async () => {
  scene = await boxScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const Items = z.object({ items: z.array(z.looseObject({ path: z.string() })) })
const get = async (path: string, who = 'demo-curator') =>
  Items.parse(await (await scene.as(who).get(`/api/v1${path}`)).json()).items
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)
const place = async (type: string, code: string, more: object = {}) =>
  scene.place({ institution: scene.own, type, code, ...more })
const small = (code: string, parent: string) => place('box', code, { parent, rows: 2, columns: 5 })
const fill = async (box: string, codes: readonly string[]) =>
  scene.put(box, {
    wells: codes.map((code, at) => ({ well: `${at < 5 ? 'A' : 'B'}${(at % 5) + 1}`, code })),
  })

describe('a freezer', () => {
  test('says how full it is, which boxes could be put together, and does so', async () => {
    const freezer = await place('freezer', 'F80')
    await place('rack', 'R1', { parent: 'F80' })
    const [full, sparse] = [await small('B1', 'F80/R1'), await small('B2', 'F80/R1')]
    await scene.samples(numbered('ST', 8))
    await fill(full, numbered('ST', 6))
    await scene.put(full, { wells: [{ well: 'B5', blocked: '冰堵' }] })
    await fill(sparse, ['ST-7', 'ST-8'])
    expect(await get('/storage-report')).toMatchObject([
      { path: 'F80', boxes: 2, wells: 20, used: 8, blocked: 1, free: 11, sparse: 1 },
    ])
    expect(await get(`/places/${freezer}/merges`)).toMatchObject([
      { path: 'F80/R1/B2', used: 2, into: { path: 'F80/R1/B1' }, intoFree: 3 },
    ])
    const merged = await scene
      .as('demo-curator')
      .post(`/api/v1/places/${sparse}/merging`, { into: full })
    expect(merged.status).toBe(204)
    expect(await scene.wells(sparse)).toEqual([])
    expect(await scene.wells(full)).toHaveLength(9)
    expect(await get(`/places/${freezer}/merges`)).toEqual([])
    expect(await get('/storage-report', scene.strangerToken)).toEqual([])
  })

  test('has room where wells lie together, as cold as was asked', async () => {
    await place('freezer', 'COLD')
    await small('C1', 'COLD')
    const half = await small('C2', 'COLD')
    await scene.samples(numbered('SP', 4))
    await fill(half, numbered('SP', 4))
    const cold = (await get('/places?limit=50')).find(({ path }) => path === 'COLD')
    await scene.as('demo-curator').put(`/api/v1/places/${String(cold?.['id'])}/climate`, {
      class: 'own',
      celsiusFrom: -86,
      celsiusTo: -70,
    })
    const found = await get('/free-wells?count=6&temperature=-60to-85')
    expect(found.map(({ path, from, to }) => [path, from, to])).toEqual([
      ['COLD/C2', 'A5', 'B5'],
      ['COLD/C1', 'A1', 'B1'],
    ])
    expect(await get('/free-wells?count=6&temperature=LN-liquid')).toEqual([])
    expect(await get('/free-wells?count=11&temperature=-60to-85')).toEqual([])
  })
})

describe('a whole box', () => {
  test('moves by two scans with all that is in it', async () => {
    await place('freezer', 'M1')
    await place('rack', 'M-RACK', { parent: 'M1' })
    const box = await small('M-BOX', 'M1')
    await scene.samples(['MV-1'])
    await fill(box, ['MV-1'])
    const move = async (from: string, into: string) =>
      (await scene.as('demo-curator').post('/api/v1/box-moves', { box: from, into })).status
    expect(await move('m-box', 'M-RACK')).toBe(200)
    expect(await scene.read(box)).toMatchObject({ path: 'M1/M-RACK/M-BOX' })
    expect(await scene.wells(box)).toEqual(['A1 MV-1'])
    expect(await move('M-BOX', 'NOWHERE')).toBe(422)
    expect(await move('M1', 'M-BOX')).toBe(422)
  })
})

/** Scans a tube into a box; answers the wells, or codes of what stands in its way. */
const scan = async (box: string, body: object) => {
  const answer = await scene.as('demo-curator').post(`/api/v1/places/${box}/scanned-tubes`, body)
  const text = z
    .looseObject({ objections: z.array(z.looseObject({ code: z.string() })).optional() })
    .parse(await answer.json())
  return { ...text, status: answer.status, codes: text.objections?.map(({ code }) => code) }
}

describe('a scanner', () => {
  test('fills well after well, column by column where the box is filled so', async () => {
    const box = await scene.box({ rows: 2, columns: 2, fillOrder: 'columns' })
    await scene.samples(numbered('SC', 5))
    expect(await scan(box, { code: 'sc-1' })).toMatchObject({ well: 'A1', next: 'B1' })
    expect(await scan(box, { code: 'SC-2' })).toMatchObject({ well: 'B1', next: 'A2' })
    expect(await scan(box, { code: 'SC-3', well: 'b2' })).toMatchObject({ well: 'B2', next: 'A2' })
    expect(await scan(box, { code: 'SC-4' })).toMatchObject({ well: 'A2', next: null })
    expect(await scan(box, { code: 'SC-5' })).toMatchObject({ status: 409, codes: ['full'] })
    expect(await scan(box, { code: 'SC-9' })).toMatchObject({ codes: ['unknown_code'] })
    expect(await scan(box, { code: 'SC-5', well: 'C1' })).toMatchObject({ status: 422 })
  })

  test('meets every odd tube with its own reason', async () => {
    const [box, other] = [await scene.box(), await scene.box()]
    const kit = await scene.db
      .insertInto('sample_kit')
      .values({
        record_id: scene.collection,
        code: 'KIT-1',
        finished_at: scene.services.now(),
        created_at: scene.services.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await scene.samples(['ODD-THEIRS'], {}, scene.foreign)
    await scene.samples(['ODD-SHIPPED'], { state: 'shipped' })
    await scene.samples(['ODD-GONE'], { state: 'destroyed' })
    await scene.samples(['ODD-KIT'], { kit_id: kit.id })
    await scene.samples(['ODD-THERE'])
    await scene.samples(['ODD-BLOCKED'], { blocked_at: scene.services.now() })
    await scan(other, { code: 'ODD-THERE', well: 'C3' })
    const codes = async (code: string) => (await scan(box, { code, well: 'A1' })).codes
    expect(await codes('ODD-THEIRS')).toEqual(['other_institution'])
    expect(await codes('ODD-SHIPPED')).toEqual(['gone'])
    expect(await codes('ODD-GONE')).toEqual(['destroyed'])
    expect(await codes('ODD-KIT')).toEqual(['finished_kit'])
    expect(await codes('ODD-THERE')).toEqual(['elsewhere'])
    expect(await codes('ODD-BLOCKED')).toEqual(['withdrawn'])
    const yes = async (code: string, well: string, confirmed: string) =>
      (await scan(box, { code, well, confirmed: [confirmed] })).status
    expect(await yes('ODD-SHIPPED', 'A1', 'gone')).toBe(200)
    expect(await yes('ODD-KIT', 'A2', 'finished_kit')).toBe(200)
    expect(await yes('ODD-THERE', 'A3', 'elsewhere')).toBe(200)
    expect(await scene.wells(other)).toEqual([])
    const shipped = await scene.db
      .selectFrom('sample')
      .where('code', '=', 'ODD-SHIPPED')
      .select('state')
      .executeTakeFirstOrThrow()
    expect(shipped.state).toBe('stored')
    const bin = await scene.box({ awaitsDestruction: true })
    expect((await scan(bin, { code: 'ODD-BLOCKED' })).status).toBe(200)
    // A live one is put there only when somebody says so, and nobody swaps a withdrawn one out of it.
    expect((await scan(bin, { code: 'ODD-KIT', well: 'A1' })).codes).toEqual([
      'awaiting_destruction',
      'finished_kit',
      'elsewhere',
      'well_occupied',
    ])
  })

  test('takes out a sample, whose well may be kept while it is on loan', async () => {
    const box = await scene.box()
    await scene.samples(['LOAN-1', 'LOAN-2'])
    await scan(box, { code: 'LOAN-1', well: 'A1' })
    const take = async (code: string, keepsPlace: boolean) =>
      (await scene.as('demo-curator').post(`/api/v1/places/${box}/takings`, { code, keepsPlace }))
        .status
    expect(await take('LOAN-1', true)).toBe(200)
    expect((await scan(box, { code: 'LOAN-2', well: 'A1' })).codes).toEqual(['taken_no_swap'])
    expect((await scan(box, { code: 'LOAN-1', well: 'A1' })).status).toBe(200)
    expect(await take('LOAN-1', false)).toBe(200)
    expect(await scene.wells(box)).toEqual([])
    expect(await take('LOAN-2', false)).toBe(409)
  })
})
