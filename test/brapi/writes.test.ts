import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { z } from 'zod'
import { aToken } from '../support/people.ts'
import { faultIn, isPresent } from './document.ts'
import { brapiScene, type BrapiScene, calling } from './scene.ts'

let s: BrapiScene
beforeAll(async () => {
  s = await brapiScene()
})
afterAll(async () => s[Symbol.asyncDispose]())

const Many = z.looseObject({
  result: z.looseObject({ data: z.array(z.record(z.string(), z.unknown())) }),
})
const One = z.looseObject({ result: z.record(z.string(), z.unknown()) })

/** What a write is answered with, compared with the document. */
async function done(answer: Response, shape: { method: string; path: string }) {
  const body: unknown = await answer.json()
  expect([answer.status, answer.status === 200 ? '' : body]).toEqual([200, ''])
  if (isPresent) expect(faultIn(shape, body)).toBeUndefined()
  return body
}
const many = async (answer: Response, method: string, path: string) =>
  Many.parse(await done(answer, { method, path })).result.data
const one = async (answer: Response, method: string, path: string) =>
  One.parse(await done(answer, { method, path })).result

const posted = async (path: string, body: unknown) =>
  many(await s.curator.post(path, body), 'POST', path)

describe('Germplasm', () => {
  const sent = {
    germplasmName: '甘春32号',
    germplasmPUI: '10.18730/NEW01',
    commonCropName: 'Wheat',
    accessionNumber: 'ZM 32',
    collection: 'Grain crops',
    genus: 'Triticum',
    species: 'aestivum',
    acquisitionDate: '2020-05-06',
    biologicalStatusOfAccessionCode: '500',
    synonyms: [
      { synonym: 'GC32', type: 'name' },
      { synonym: 'CHN001:32', type: 'number' },
    ],
    storageTypes: [{ code: '11' }],
    donors: [{ donorInstituteCode: 'CHN002', donorAccessionNumber: 'D 32' }],
    germplasmOrigin: [
      { coordinates: { type: 'Feature', geometry: { type: 'Point', coordinates: [103.5, 36.1] } } },
    ],
    externalReferences: [{ referenceID: 'fb-1', referenceSource: 'Field Book' }],
    additionalInfo: { profile: 'plant' },
  }

  test('is posted as drafts, answered one for one with what others call it', async () => {
    const other = { germplasmName: 'Second', germplasmPUI: 'x', commonCropName: 'Oat' }
    const [first, second] = await posted('/germplasm', [sent, other])
    expect(first).toMatchObject({
      ...sent,
      additionalInfo: { visibility: 'draft' },
      collection: '粮食作物',
      storageTypes: [{ code: '11' }],
      externalReferences: [
        { referenceId: 'fb-1', referenceID: 'fb-1', referenceSource: 'Field Book' },
      ],
    })
    expect(second).toMatchObject({ germplasmName: 'Second', commonCropName: 'Oat' })
    const found = await s.curator.things('/germplasm?externalReferenceId=fb-1')
    expect(found).toEqual([first])
    expect(await s.anybody.things('/germplasm?externalReferenceId=fb-1')).toEqual([])
  })

  test('that is read and sent back changes nothing; a change is in its history', async () => {
    const path = `/germplasm/${s.ids.wheat}`
    const history = async () => {
      const answer = await s.as('demo-curator').get(`/api/v1/records/${s.ids.wheat}/history`)
      return z.looseObject({ items: z.array(z.unknown()) }).parse(await answer.json()).items.length
    }
    const before = await history()
    const shown = await s.curator.one(path)
    expect(
      await one(await s.curator.put(path, shown), 'PUT', '/germplasm/{germplasmDbId}'),
    ).toEqual(shown)
    expect(await history()).toBe(before)
    const changed = { ...shown, speciesAuthority: 'Linnaeus', accessionNumber: 'ZM 027' }
    expect(
      await one(await s.curator.put(path, changed), 'PUT', '/germplasm/{germplasmDbId}'),
    ).toEqual(changed)
    expect(await history()).toBe(before + 1)
  })

  test('is refused as the catalogue refuses it, all or none', async () => {
    const wrong = { ...sent, germplasmName: 'Wrong', biologicalStatusOfAccessionCode: '12345' }
    const answer = await s.curator.post('/germplasm', [
      { germplasmName: 'Not alone', germplasmPUI: 'y', commonCropName: 'Oat' },
      wrong,
    ])
    expect([answer.status, await answer.json()]).toEqual([400, expect.stringContaining('sampstat')])
    expect(await s.curator.things('/germplasm?germplasmName=Not%20alone')).toEqual([])
    expect((await s.curator.post('/germplasm', [])).status).toBe(400)
    expect((await s.curator.post('/germplasm', {})).status).toBe(400)
    expect((await s.curator.put('/germplasm/none', {})).status).toBe(404)
  })

  test('is written by who keeps it, with a token that writes', async () => {
    const body = [{ germplasmName: 'A', germplasmPUI: 'z', commonCropName: 'Oat' }]
    expect((await s.anybody.post('/germplasm', body)).status).toBe(401)
    expect((await s.outsider.post('/germplasm', body)).status).toBe(403)
    expect((await s.outsider.put(`/germplasm/${s.ids.wheat}`, { genus: 'Zea' })).status).toBe(403)
    const reading = calling(s.as(await aToken(s.services, s.people['demo-curator'], ['read'])))
    expect((await reading.post('/germplasm', body)).status).toBe(403)
    // A search is no write.
    expect((await reading.post('/search/germplasm', {})).status).toBe(202)
  })
})

describe('Stock', () => {
  test('is posted with its first line, then moved, taken and described', async () => {
    const [from, to] = await posted('/seedlots', [
      lotOf('B-1', { amount: 100, units: 'seeds', externalReferences: [{ referenceId: 'x-1' }] }),
      lotOf('B-2', {}),
    ])
    expect(from).toMatchObject({ seedLotName: 'B-1', amount: 100, units: 'seed' })
    const [a, b] = [String(from?.['seedLotDbId']), String(to?.['seedLotDbId'])]
    const lines = await posted('/seedlots/transactions', [
      { fromSeedLotDbId: a, toSeedLotDbId: b, amount: 30, units: 'seed' },
      { fromSeedLotDbId: a, amount: 10, units: 'seed', transactionDescription: 'Sown' },
      { toSeedLotDbId: b, amount: 5, units: 'seed' },
    ])
    expect(lines).toMatchObject([
      { fromSeedLotDbId: a, toSeedLotDbId: b, amount: 30 },
      { fromSeedLotDbId: a, amount: 10, transactionDescription: 'Sown' },
      { toSeedLotDbId: b, amount: 5 },
    ])
    expect(await s.curator.one(`/seedlots/${a}`)).toMatchObject({ amount: 60 })
    expect(await s.curator.one(`/seedlots/${b}`)).toMatchObject({ amount: 35 })
    expect(await s.curator.things('/seedlots?externalReferenceId=x-1')).toHaveLength(1)
    const path = '/seedlots/{seedLotDbId}'
    const change = { seedLotName: 'B-1a', seedLotDescription: 'Cold room', amount: 60 }
    expect(await one(await s.curator.put(`/seedlots/${a}`, change), 'PUT', path)).toMatchObject({
      seedLotName: 'B-1a',
      seedLotDescription: 'Cold room',
    })
  })

  test.each([
    ['more than there is', { amount: 501, units: 'seed' }, 409],
    ['an unknown unit', { amount: 1, units: 'bushel' }, 400],
    ['nothing', { amount: 0 }, 400],
  ])('of %s is refused', async (_, change, status) => {
    const answer = await s.curator.post('/seedlots/transactions', [
      { fromSeedLotDbId: s.ids.lot, ...change },
    ])
    expect(answer.status).toBe(status)
    expect(await answer.json()).toBeTypeOf('string')
  })

  test('has one germplasm a lot, an amount by its ledger alone, and its keepers', async () => {
    const none = await s.curator.post('/seedlots', [{ seedLotName: 'B-9' }])
    expect([none.status, await none.json()]).toEqual([
      400,
      expect.stringContaining('contentMixture'),
    ])
    expect((await s.curator.put(`/seedlots/${s.ids.lot}`, { amount: 9 })).status).toBe(400)
    expect((await s.outsider.put(`/seedlots/${s.ids.lot}`, { seedLotName: 'Mine' })).status).toBe(
      404,
    )
    expect((await s.outsider.post('/seedlots', [lotOf('B-8', {})])).status).toBe(403)
    expect((await s.anybody.post('/seedlots', [lotOf('B-8', {})])).status).toBe(401)
  })
})

const lotOf = (seedLotName: string, more: object) => ({
  seedLotName,
  contentMixture: [{ germplasmDbId: s.ids.wheat, mixturePercentage: 100 }],
  ...more,
})

const unit = () => `${s.ids.trial}_${s.ids.mother}_2`

describe('Observations', () => {
  test('are posted for plots, and corrected by their ids', async () => {
    const [first, second] = await posted('/observations', [
      {
        observationUnitDbId: unit(),
        observationVariableDbId: s.ids.trait,
        observationTimeStamp: '2026-06-03T08:30:00+08:00',
        value: '101',
        collector: 'Wang',
        externalReferences: [{ referenceId: 'o-1', referenceSource: 'Field Book' }],
      },
      {
        germplasmDbId: s.ids.mother,
        studyDbId: s.ids.trial,
        observationVariableDbId: s.ids.trait,
        value: '99',
      },
    ])
    expect(first).toMatchObject({
      observationUnitDbId: unit(),
      observationTimeStamp: '2026-06-03T00:00:00Z',
      value: '101',
      externalReferences: [{ referenceId: 'o-1' }],
    })
    expect(second).toMatchObject({ value: '99' })
    const id = String(first?.['observationDbId'])
    const corrected = await s.curator.put('/observations', { [id]: { ...first, value: '102' } })
    expect(await many(corrected, 'PUT', '/observations')).toMatchObject([
      { observationDbId: id, value: '102', collector: 'Wang' },
    ])
    const alone = await s.curator.put(`/observations/${id}`, { ...first, value: '103' })
    expect(await one(alone, 'PUT', '/observations/{observationDbId}')).toMatchObject({
      observationDbId: id,
      value: '103',
    })
    expect((await s.outsider.put(`/observations/${id}`, { value: '104' })).status).toBe(403)
    expect((await s.curator.put('/observations/none', { value: '104' })).status).toBe(404)
  })

  test.each([
    ['out of range', { value: '999' }, 400],
    ['of another plot', { value: '90', observationUnitDbId: 'none' }, 400],
  ])('%s are refused', async (_, change, status) => {
    const answer = await s.curator.post('/observations', [
      { observationUnitDbId: unit(), observationVariableDbId: s.ids.trait, ...change },
    ])
    expect(answer.status).toBe(status)
  })

  test('that belong elsewhere are not moved, and are the trial’s keepers’ to write', async () => {
    const [value] = await s.curator.things(`/observations?germplasmDbId=${s.ids.wheat}`)
    const id = String(value?.['observationDbId'])
    const moved = { value: '90', germplasmDbId: s.ids.mother }
    expect((await s.curator.put('/observations', { [id]: moved })).status).toBe(400)
    expect((await s.curator.put('/observations', { none: moved })).status).toBe(404)
    const body = [{ observationUnitDbId: unit(), observationVariableDbId: s.ids.trait, value: '1' }]
    expect((await s.outsider.post('/observations', body)).status).toBe(403)
    expect((await s.anybody.post('/observations', body)).status).toBe(401)
  })
})

describe('Lists', () => {
  test('are made, extended, replaced and read by their owner', async () => {
    const [list] = await posted('/lists', [
      { listName: 'Core', listType: 'germplasm', data: [s.ids.wheat] },
    ])
    expect(list).toMatchObject({ listName: 'Core', listType: 'germplasm', listSize: 1 })
    const id = String(list?.['listDbId'])
    const more = await s.curator.post(`/lists/${id}/data`, [s.ids.mother, s.ids.wheat])
    expect(await one(more, 'POST', '/lists/{listDbId}/data')).toMatchObject({
      data: [s.ids.wheat, s.ids.mother],
      listSize: 2,
    })
    const whole = { listName: 'Core 2', listType: 'germplasm', data: [s.ids.bare] }
    const replaced = await s.curator.put(`/lists/${id}`, whole)
    expect(await one(replaced, 'PUT', '/lists/{listDbId}')).toMatchObject(whole)
    expect(await s.curator.search('/lists', { listNames: ['Core 2'] })).toHaveLength(1)
    for (const caller of [s.anybody, s.outsider]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await caller.things('/lists')).toEqual([])
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect((await caller.get(`/lists/${id}`)).status).toBe(404)
    }
    expect((await s.outsider.put(`/lists/${id}`, whole)).status).toBe(404)
    expect((await s.anybody.post('/lists', [whole])).status).toBe(401)
    expect((await s.curator.post('/lists', [{ ...whole, listType: 'colours' }])).status).toBe(400)
  })
})

const imageOf = (germplasmDbId: string) => [{ imageName: 'A', additionalInfo: { germplasmDbId } }]

describe('Images', () => {
  test('are announced, filled, described and deleted', async () => {
    const [announced] = await posted('/images', [
      {
        imageName: 'Spike',
        imageFileName: 'spike.jpg',
        additionalInfo: { germplasmDbId: s.ids.wheat },
        externalReferences: [{ referenceId: 'i-1' }],
      },
    ])
    const id = String(announced?.['imageDbId'])
    expect((await s.curator.get(`/images/${id}`)).status).toBe(404)
    const content = await send(id, await picture())
    expect(await one(content, 'PUT', '/images/{imageDbId}/imagecontent')).toMatchObject({
      imageDbId: id,
      imageFileName: 'spike.jpg',
      imageWidth: 40,
      mimeType: 'image/jpeg',
      externalReferences: [{ referenceId: 'i-1' }],
    })
    expect((await send(id, await picture())).status).toBe(404)
    const change = { description: '麦穗', copyright: 'Li' }
    const described = await s.curator.put(`/images/${id}`, change)
    expect(await one(described, 'PUT', '/images/{imageDbId}')).toMatchObject(change)
    expect(await s.anybody.things('/images')).toMatchObject([{ imageDbId: id }])
    expect((await s.outsider.post('/delete/images', { imageDbIds: [id] })).status).toBe(403)
    expect((await s.curator.post('/delete/images', {})).status).toBe(400)
    const gone = await s.curator.post('/delete/images', { imageDbIds: [id] })
    expect(await one(gone, 'POST', '/delete/images')).toEqual({ imageDbIds: [id] })
    expect(await s.anybody.things('/images')).toEqual([])
  })

  test('of nothing, of others’ accessions and of no picture are refused', async () => {
    expect((await s.curator.post('/images', [{ imageName: 'A' }])).status).toBe(400)
    expect((await s.outsider.post('/images', imageOf(s.ids.wheat))).status).toBe(403)
    expect((await s.anybody.post('/images', imageOf(s.ids.wheat))).status).toBe(401)
    const [announced] = await posted('/images', imageOf(s.ids.wheat))
    const id = String(announced?.['imageDbId'])
    expect((await send(id, new TextEncoder().encode('no picture'))).status).toBeGreaterThanOrEqual(
      400,
    )
    expect((await send(id, new Uint8Array())).status).toBe(400)
    expect((await send('none', await picture())).status).toBe(404)
  })
})

const picture = async () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#886622' } })
    .jpeg()
    .toBuffer()

const send = async (id: string, bytes: Uint8Array) =>
  s.app.request(`/brapi/v2/images/${id}/imagecontent`, {
    method: 'PUT',
    body: Uint8Array.from(bytes),
    headers: { authorization: 'Bearer demo-curator', 'content-type': 'image/jpeg' },
  })
