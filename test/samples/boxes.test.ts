import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BoxScene, boxScene } from './boxes-scene.ts'

let scene: BoxScene
beforeAll(async () => {
  scene = await boxScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)
const one = (well: string, code: string | null, more: object = {}) => ({
  wells: [{ well, code }],
  ...more,
})

describe('a well', () => {
  test('goes to one of two scanners, and the other reads why not', async () => {
    const box = await scene.box()
    await scene.samples(['RACE-1', 'RACE-2'])
    const answers = await Promise.all(
      ['RACE-1', 'RACE-2'].map(async (code) => scene.put(box, one('A1', code))),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const loser = answers.find(({ status }) => status === 409)
    expect(loser?.detail).toMatch(/well|孔位/i)
    expect(await scene.wells(box)).toHaveLength(1)
  })

  test('never goes to two of eight who come at once, nor a sample to two wells', async () => {
    const box = await scene.box()
    await scene.samples(numbered('HERD', 8))
    const herd = await Promise.all(
      numbered('HERD', 8).map(async (code) => (await scene.put(box, one('B2', code))).status),
    )
    expect(herd.filter((status) => status === 200)).toHaveLength(1)
    await scene.samples(['MANY'])
    await Promise.all(
      ['C1', 'C2', 'C3', 'C4'].map(async (well) => scene.put(box, one(well, 'MANY'))),
    )
    expect((await scene.wells(box)).filter((line) => line.endsWith(' MANY'))).toHaveLength(1)
  })
})

describe('a box', () => {
  test('of 96 is filled by one request, or not at all', async () => {
    const box = await scene.box()
    await scene.samples(numbered('FULL', 96))
    const wells = numbered('FULL', 96).map((code, index) => ({
      well: `${'ABCDEFGH'[Math.floor(index / 12)]}${(index % 12) + 1}`,
      code,
    }))
    const faulty = wells.map((well, index) => (index === 50 ? { ...well, code: 'NOBODY' } : well))
    expect(await scene.put(box, { wells: faulty })).toMatchObject({
      status: 409,
      codes: ['unknown_code'],
    })
    expect(await scene.wells(box)).toEqual([])
    expect((await scene.put(box, { wells })).status).toBe(200)
    expect(await scene.wells(box)).toHaveLength(96)
    expect((await scene.read(box)).next).toBeNull()
    const audit = await scene.db
      .selectFrom('audit')
      .where('entity_id', '=', box)
      .where('action', '=', 'place.fill')
      .select('id')
      .execute()
    expect(audit).toHaveLength(1)
  })

  test('has its samples change places, with each other and with who is there', async () => {
    const box = await scene.box()
    await scene.samples(numbered('SWAP', 3))
    await scene.put(box, {
      wells: [
        { well: 'A1', code: 'SWAP-1' },
        { well: 'A2', code: 'SWAP-2' },
      ],
    })
    await scene.put(box, {
      wells: [
        { well: 'A1', code: 'SWAP-2' },
        { well: 'A2', code: 'SWAP-1' },
      ],
    })
    expect(await scene.wells(box)).toEqual(['A1 SWAP-2', 'A2 SWAP-1'])
    expect(await scene.put(box, one('A1', 'SWAP-1'))).toMatchObject({
      status: 409,
      codes: ['taken'],
    })
    await scene.put(box, one('A1', 'SWAP-1', { displaced: 'swap' }))
    expect(await scene.wells(box)).toEqual(['A1 SWAP-1', 'A2 SWAP-2'])
    await scene.put(box, one('A2', 'SWAP-3', { displaced: 'unknown' }))
    expect(await scene.wells(box)).toEqual(['A1 SWAP-1', 'A2 SWAP-3'])
  })

  test('takes back the last step of each person, unless something moved since', async () => {
    const box = await scene.box()
    await scene.samples(['UNDO-1', 'UNDO-2'])
    const undo = async (who = 'demo-curator') =>
      (await scene.as(who).post(`/api/v1/places/${box}/wells/undo`, {})).status
    expect(await undo()).toBe(409)
    await scene.put(box, one('A1', 'UNDO-1'))
    await scene.put(box, one('A1', 'UNDO-2', { displaced: 'unknown' }))
    expect(await undo('demo-admin')).toBe(409)
    expect(await undo()).toBe(200)
    expect(await scene.wells(box)).toEqual(['A1 UNDO-1'])
    expect(await undo()).toBe(409)
    await scene.put(box, one('A2', 'UNDO-2'))
    await scene.put(box, one('A3', 'UNDO-2'), 'demo-admin')
    expect(await undo()).toBe(409)
  })

  test('has wells that nothing is put into, with the reason', async () => {
    const box = await scene.box()
    await scene.samples(['BLOCK-1'])
    await scene.put(box, { wells: [{ well: 'A1', blocked: '底部裂开' }] })
    expect(await scene.put(box, one('A1', 'BLOCK-1'))).toMatchObject({
      status: 409,
      codes: ['well_blocked'],
    })
    expect(await scene.read(box)).toMatchObject({ next: 'A2' })
    await scene.put(box, { wells: [{ well: 'A1', blocked: null }] })
    expect((await scene.put(box, one('A1', 'BLOCK-1'))).status).toBe(200)
    const taken = await scene.put(box, { wells: [{ well: 'A1', blocked: '裂开' }] })
    expect(taken.status).toBe(409)
  })

  test('without wells holds as many as it says, and no more at once', async () => {
    const bag = await scene.box({ rows: undefined, columns: undefined, capacity: 2 })
    await scene.samples(numbered('BAG', 6))
    const all = await Promise.all(
      numbered('BAG', 6).map(async (code) => scene.put(bag, { wells: [{ code }] })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(all.filter(({ codes }) => codes.includes('full'))).toHaveLength(4)
    expect((await scene.put(bag, one('A1', 'BAG-1'))).status).toBe(422)
  })

  test('keeps the wells of its grid while they are in use', async () => {
    const box = await scene.box()
    await scene.samples(['GRID-1'])
    await scene.put(box, one('C5', 'GRID-1'))
    const change = async (body: object) =>
      (await scene.as('demo-curator').patch(`/api/v1/places/${box}`, body, { 'if-match': '*' }))
        .status
    expect(await change({ columns: 10 })).toBe(422)
    expect(await change({ rows: 2 })).toBe(422)
    expect(await change({ rows: 3, wellNames: 'numbers' })).toBe(200)
    expect(await scene.wells(box)).toEqual(['29 GRID-1'])
  })

  test('is for staff: nobody else reads or fills it', async () => {
    const box = await scene.box()
    await scene.samples(['STAFF-1'])
    const statuses = await Promise.all(
      [undefined, 'demo-researcher', scene.strangerToken].map(
        async (who) => (await scene.as(who).get(`/api/v1/places/${box}/wells`)).status,
      ),
    )
    expect(statuses).toEqual([401, 404, 404])
    expect((await scene.put(box, one('A1', 'STAFF-1'), scene.strangerToken)).status).toBe(404)
  })
})
