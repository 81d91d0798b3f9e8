import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transact } from '../../src/core/context.ts'
import { attachDrawing, storeDrawings } from '../../src/files/pictures/actions/derive.ts'
import { reapIntents } from '../../src/files/uploads/actions.ts'
import { startWorker } from '../../src/ports/worker.node.ts'
import { createJobs } from '../../src/jobs.ts'
import { addRecord, curator, itemsIn, pictureHouse, type PictureHouse, pictureIn } from './scene.ts'

/** Pictures of the demo: stored as SVG, and made into sizes when somebody looks at them. */
let house: PictureHouse
let worker: Awaited<ReturnType<typeof startWorker>> | undefined

beforeAll(async () => {
  house = await pictureHouse()
})
afterAll(async () => {
  await worker?.stop()
  await house[Symbol.asyncDispose]()
})

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="100%" height="100%" fill="#2f5b47"/></svg>'

async function drawn(options: { audience?: string } = {}): Promise<string> {
  const recordId = await addRecord(house, options)
  const [stored] = await storeDrawings(house.context, [svg])
  if (!stored) throw new Error('Nothing was stored')
  const about = { name: 'accession/alfalfa', caption: { zh: '紫花苜蓿', en: 'Alfalfa' } }
  await transact(house.context, async (trx) =>
    attachDrawing(trx, house.context, recordId, { ...stored, ...about, width: 1600, height: 1200 }),
  )
  const [picture] = await itemsIn(await house.as(curator).get(`/api/v1/records/${recordId}/images`))
  return picture?.id ?? ''
}

const look = async (id: string, size: string, as?: string) =>
  house.as(as).get(`/api/v1/images/${id}/${size}`, { accept: 'image/webp' })

const sizesMade = async () =>
  house.db
    .selectFrom('image_derivative')
    .select(['image_id', 'size'])
    .distinct()
    .orderBy('size')
    .execute()

const work = async () => {
  worker ??= await startWorker({
    connectionString: house.url,
    handlers: createJobs(house.services),
    schedules: [],
    log: house.services.log,
  })
}

describe('a drawing', () => {
  test('is a picture with its bytes, and nothing is made of it before somebody looks', async () => {
    const id = await drawn()
    const picture = await pictureIn(await house.as(curator).get(`/api/v1/images/${id}`))
    expect(picture).toMatchObject({
      main: true,
      width: 1600,
      height: 1200,
      licence: 'CC0-1.0',
      state: 'deriving',
      original: { format: 'svg', name: 'accession-alfalfa.svg', sizeBytes: svg.length },
    })
    await house.workOff()
    expect(await sizesMade()).toEqual([])
    const original = await house.as(curator).get(`/api/v1/images/${id}/original`)
    expect(original.headers.get('content-disposition')).toContain('attachment')
    expect(await original.text()).toBe(svg)
    expect((await house.leftovers()).intents).toBe(0)
  })

  test('that was stored and never attached is taken back after a day', async () => {
    const before = await house.leftovers()
    await storeDrawings(house.context, [svg, svg])
    const now = () => house.services.now().add({ hours: 25 })
    expect(await reapIntents({ ...house.context, now })).toEqual({ reaped: 2 })
    expect(await house.leftovers()).toEqual(before)
  })
})

describe('looked at', () => {
  test('it is made in the size asked for, once for all who look, and shown to them', async () => {
    const id = await drawn()
    await work()
    const answers = await Promise.all([1, 2, 3, 4].map(async () => look(id, 'thumb')))
    for (const answer of answers) {
      expect(answer.headers.get('content-type')).toBe('image/webp')
      expect(answer.headers.get('cache-control')).toContain('immutable')
    }
    const there = (await sizesMade()).filter(({ image_id: image }) => image === id)
    expect(there.map(({ size }) => size)).toEqual(['thumb'])
    expect(house.keysPut().filter((key) => key.endsWith('/thumb.webp'))).toHaveLength(1)
    expect((await house.leftovers()).intents).toBe(0)
  })

  test('in every size it is whole, with its colour', async () => {
    const id = await drawn()
    await work()
    for (const size of ['small', 'large', 'thumb', 'medium'])
      expect((await look(id, size)).headers.get('content-type')).toBe('image/webp')
    const picture = await pictureIn(await house.as().get(`/api/v1/images/${id}`))
    expect(picture.state).toBe('ready')
    expect(picture.colour).toMatch(/^#2[0-9a-f]5[0-9a-f]4[0-9a-f]$/)
    expect(picture.thumbhash).not.toBeNull()
  })

  test('by who may not see it, nothing is made', async () => {
    const id = await drawn({ audience: 'members' })
    await work()
    expect((await look(id, 'thumb')).status).toBe(404)
    expect((await sizesMade()).filter(({ image_id: image }) => image === id)).toEqual([])
    expect((await look(id, 'thumb', 'demo-researcher')).status).toBe(200)
  })
})
