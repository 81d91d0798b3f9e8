import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addRecord,
  curator,
  itemsIn,
  photo,
  pictureHouse,
  type PictureHouse,
  pictureIn,
} from './scene.ts'

let house: PictureHouse
beforeAll(async () => {
  house = await pictureHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

const addPicture = async (recordId: string, { derive = true } = {}) => {
  const { id } = await pictureIn(await house.upload(recordId, await photo()))
  if (derive) await house.workOff()
  return id
}

const small = (id: string) => `/api/v1/images/${id}/small`

describe('who sees a picture', () => {
  const viewers = ['demo-curator', 'demo-admin', 'demo-researcher', 'demo-outsider', undefined]
  /** Statuses for all of them, in order. */
  const statuses = async (path: string) =>
    Promise.all(viewers.map(async (as) => (await house.as(as).get(path)).status))

  test.each([
    [{ publish: false }, [200, 200, 404, 404, 404]],
    [{ audience: 'institution' }, [200, 200, 200, 404, 404]],
    [{ audience: 'members' }, [200, 200, 200, 200, 404]],
    [{ audience: 'public' }, [200, 200, 200, 200, 200]],
  ])('is who sees its record: %j', async (options, expected) => {
    const recordId = await addRecord(house, options)
    const id = await addPicture(recordId)
    expect(await statuses(small(id))).toEqual(expected)
    expect(await statuses(`/api/v1/images/${id}`)).toEqual(expected)
    expect(await statuses(`/api/v1/records/${recordId}/images`)).toEqual(expected)
  })

  test('of a withdrawn record, its curators alone', async () => {
    const recordId = await addRecord(house)
    const id = await addPicture(recordId)
    const reason = { reason: 'The seeds were lost in a flood' }
    await house.as(curator).post(`/api/v1/accessions/${recordId}/withdrawal`, reason)
    expect(await statuses(small(id))).toEqual([200, 200, 404, 404, 404])
    expect(await itemsIn(await house.as().get(`/api/v1/records/${recordId}/images`))).toEqual([])
  })

  test('nobody sees what is not there', async () => {
    expect((await house.as().get('/api/v1/images/7/small')).status).toBe(404)
    expect((await house.as().get(small(crypto.randomUUID()))).status).toBe(404)
    const id = await addPicture(await addRecord(house))
    expect((await house.as().get(`/api/v1/images/${id}/gigantic`)).status).toBe(422)
  })
})

describe('how a picture is answered', () => {
  let id: string
  beforeAll(async () => {
    id = await addPicture(await addRecord(house))
  })
  const get = async (headers: Record<string, string>, as?: string) =>
    house.as(as).get(small(id), headers)

  test.each([
    ['image/avif,image/webp,image/apng,image/*,*/*;q=0.8', 'image/avif'],
    ['image/webp,*/*', 'image/webp'],
    ['image/png,image/*;q=0.8,*/*;q=0.5', 'image/jpeg'],
    ['*/*', 'image/jpeg'],
    ['image/avif;q=0, image/webp', 'image/webp'],
    ['image/avif;q=0.1, image/jpeg', 'image/jpeg'],
    ['text/html', 'image/jpeg'],
  ])('to a browser that takes %s as %s', async (accept, type) => {
    const answer = await get({ accept })
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('accept')
    const { byteLength } = await answer.arrayBuffer()
    expect(Number(answer.headers.get('content-length'))).toBe(byteLength)
  })

  test('for ever where everybody may see it, and not again to who has it', async () => {
    const answer = await get({ accept: 'image/webp' })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const etag = answer.headers.get('etag') ?? ''
    const again = await get({ accept: 'image/webp', 'if-none-match': `"x", ${etag}` })
    expect(again.status).toBe(304)
    expect(again.headers.get('etag')).toBe(etag)
    expect((await get({ accept: 'image/avif', 'if-none-match': etag })).status).toBe(200)
  })

  test('privately where not everybody may', async () => {
    const own = await addPicture(await addRecord(house, { audience: 'members' }))
    const answer = await house.as('demo-researcher').get(small(own))
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('vary')).toContain('cookie')
  })

  test('to HEAD with its size and without its bytes', async () => {
    const answer = await house.app.request(small(id), { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0)
    expect((await answer.arrayBuffer()).byteLength).toBe(0)
  })

  test('by a drawing in its colour until it is made', async () => {
    const fresh = await addPicture(await addRecord(house), { derive: false })
    const answer = await house.as().get(small(fresh))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { colour } = await pictureIn(await house.as().get(`/api/v1/images/${fresh}`))
    expect(await answer.text()).toContain(`width="320" height="240"`)
    expect(colour).toMatch(/^#/)
    await house.workOff()
  })
})
