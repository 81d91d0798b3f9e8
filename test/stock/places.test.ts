import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StockScene, stockScene } from './scene.ts'

let scene: StockScene
beforeAll(async () => {
  scene = await stockScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const add = async (code: string, more: object = {}) =>
  scene.made('/places', { institution: scene.own, type: 'room', code, ...more })
const read = async (path: string) => (await scene.as('demo-curator').get(`/api/v1${path}`)).json()
const patch = async (id: string, body: object, match = '*') =>
  (await scene.as('demo-curator').patch(`/api/v1/places/${id}`, body, { 'if-match': match })).status

describe('places', () => {
  test('stand inside each other, each code once within the place around it', async () => {
    const room = await add('203', { name: { zh: '中期库' } })
    await add('A', { type: 'cabinet', parent: '203' })
    const drawer = await add('3', { type: 'drawer', parent: '203/a' })
    expect(await read(`/places/${drawer}`)).toMatchObject({ path: '203/A/3', placeCount: 0 })
    expect(
      await scene.refusedBy('/places', {
        institution: scene.own,
        type: 'cabinet',
        code: 'a',
        parent: '203',
      }),
    ).toEqual([409])
    expect(
      await scene.refusedBy('/places', { institution: scene.own, type: 'room', code: 'a/b' }),
    ).toEqual([422, 'code'])
    expect(
      await scene.refusedBy('/places', {
        institution: scene.own,
        type: 'room',
        code: 'x',
        parent: '9/9',
      }),
    ).toEqual([422, 'parent'])
    expect(await read(`/places/${room}/places`)).toMatchObject({ items: [{ path: '203/A' }] })
  })

  test('are their institution’s: nobody else reads or adds', async () => {
    const id = await add('204')
    const statuses = await Promise.all(
      [undefined, 'demo-researcher', scene.strangerToken].map(
        async (who) => (await scene.as(who).get(`/api/v1/places/${id}`)).status,
      ),
    )
    expect(statuses).toEqual([401, 404, 404])
    const body = { institution: scene.own, type: 'room', code: '205' }
    expect((await scene.post('/places', body, scene.strangerToken)).status).toBe(403)
  })

  test('move with all that is inside, never into themselves', async () => {
    const room = await add('300')
    const cabinet = await add('A', { type: 'cabinet', parent: '300' })
    const drawer = await add('1', { type: 'drawer', parent: '300/A' })
    const other = await add('301')
    expect(await patch(room, { parent: '300/A' })).toBe(422)
    expect(await patch(cabinet, { parent: '301' }, '"7"')).toBe(412)
    expect(await patch(cabinet, { parent: '301', code: 'B' }, '"1"')).toBe(200)
    expect(await read(`/places/${drawer}`)).toMatchObject({ path: '301/B/1' })
    expect(await patch(other, { parent: null })).toBe(200)
  })

  test('never make a ring, however two move at once', async () => {
    const [one, other] = [await add('400'), await add('401')]
    const moves = await Promise.all([
      patch(one, { parent: '401' }),
      patch(other, { parent: '400' }),
    ])
    expect(moves.toSorted((a, b) => a - b)).toEqual([200, 422])
  })
})

const vialAt = (code: string) => ({ code, unit: 'vial', quantity: 1, place: '500/12' })

describe('a lot', () => {
  test('has a position to itself, whoever else comes at once', async () => {
    await add('500')
    const position = await add('12', { type: 'position', parent: '500', holdsOne: true })
    const path = `/accessions/${scene.accession}/lots`
    const herd = await Promise.all(
      ['H-1', 'H-2', 'H-3', 'H-4'].map(
        async (code) => (await scene.post(path, vialAt(code))).status,
      ),
    )
    expect(herd.toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409])
    expect(await read(`/places/${position}`)).toMatchObject({ lotCount: 1 })
    expect(await patch(position, { holdsOne: false })).toBe(200)
    expect((await scene.post(path, vialAt('H-9'))).status).toBe(201)
    expect(await patch(position, { holdsOne: true })).toBe(409)
    const inside = { institution: scene.own, type: 'box', code: '1', parent: '500/12' }
    expect((await scene.post('/places', inside)).status).toBe(201)
  })

  test('is not put into a blocked place, nor further inside it', async () => {
    const room = await add('600')
    await add('A', { parent: '600' })
    const there = await scene.lot({ place: '600/A' })
    expect(await patch(room, { blocked: true })).toBe(200)
    const path = `/accessions/${scene.accession}/lots`
    const refused = await scene.refusedBy(path, { code: 'B-1', unit: 'seed', place: '600/A' })
    expect(refused).toEqual([422, 'place'])
    expect((await scene.read(there)).place).toMatchObject({ path: '600/A' })
  })

  test('is found by where it lies, and moves', async () => {
    await add('700')
    await add('701')
    const drawer = await add('1', { parent: '700' })
    const lot = await scene.lot({ place: drawer })
    expect(await read('/lots?place=700')).toMatchObject({ items: [{ id: lot }] })
    const moved = await scene
      .as('demo-curator')
      .patch(`/api/v1/lots/${lot}`, { place: '701' }, { 'if-match': '*' })
    expect(moved.status).toBe(200)
    expect(await read(`/places/${drawer}/lots`)).toMatchObject({ items: [] })
    expect(await read('/lots?place=701')).toMatchObject({ items: [{ id: lot }] })
  })
})
