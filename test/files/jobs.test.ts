import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivePicture } from '../../src/files/pictures/actions/derive.ts'
import { intendObjects, reapIntents } from '../../src/files/uploads/actions.ts'
import type { Images, Objects } from '../../src/core/ports.ts'
import { inEachStore } from '../support/stores.ts'
import { addRecord, curator, photo, pictureHouse, type PictureHouse, pictureIn } from './scene.ts'

const about = { contentType: 'image/jpeg', sizeBytes: 5 }
const bytes = new TextEncoder().encode('bytes')

inEachStore('what happens to pictures', (store) => {
  let house: PictureHouse
  beforeAll(async () => {
    house = await pictureHouse(store())
  })
  afterAll(async () => house[Symbol.asyncDispose]())

  const uploaded = async () => {
    const recordId = await addRecord(house)
    return (await pictureIn(await house.upload(recordId, await photo()))).id
  }
  const derivativesOf = async (id: string) =>
    house.db.selectFrom('image_derivative').where('image_id', '=', id).select('key').execute()
  const sizesOf = async (id: string) => {
    const rows = house.db.selectFrom('image_derivative').where('image_id', '=', id)
    return (await rows.select('size').distinct().execute()).map(({ size }) => size)
  }
  const stateOf = async (id: string) =>
    (await pictureIn(await house.as(curator).get(`/api/v1/images/${id}`))).state

  test('a job that runs again changes nothing', async () => {
    const id = await uploaded()
    await house.workOff()
    const [keys, stored] = [await derivativesOf(id), await house.stored()]
    expect(keys).toHaveLength(12)
    await derivePicture(house.context, id)
    expect(await derivativesOf(id)).toEqual(keys)
    expect(await house.stored()).toBe(stored)
  })

  test('two jobs at once make one set, and take the other back', async () => {
    await house.workOff()
    const before = await house.stored()
    const id = await uploaded()
    await Promise.all([derivePicture(house.context, id), derivePicture(house.context, id)])
    expect(await derivativesOf(id)).toHaveLength(12)
    expect(await house.stored()).toBe(before + 13)
    expect((await house.leftovers()).intents).toBe(0)
    await house.workOff()
  })

  test('a job that fails half-way keeps the sizes that it finished, says why, and can be done again', async () => {
    await house.workOff()
    const before = await house.stored()
    const id = await uploaded()
    const images: Images = {
      ...house.services.images,
      async *derive(original) {
        let made = 0
        for await (const derivative of house.services.images.derive(original)) {
          if (made === 5) throw new Error('The power went out.')
          made += 1
          yield derivative
        }
      },
    }
    await expect(derivePicture({ ...house.context, images }, id)).rejects.toThrow('power')
    expect(await stateOf(id)).toBe('failed')
    expect(await sizesOf(id)).toEqual(['thumb'])
    expect(await house.stored()).toBe(before + 4)
    expect((await house.leftovers()).intents).toBe(0)
    await house.workOff()
    expect(await stateOf(id)).toBe('ready')
    expect(await house.stored()).toBe(before + 13)
  })

  test('a picture removed while its sizes are made gets none', async () => {
    await house.workOff()
    const before = await house.stored()
    const id = await uploaded()
    const objects: Objects = {
      ...house.services.objects,
      find: async (key) => {
        const found = await house.services.objects.find(key)
        await house.as(curator).delete(`/api/v1/images/${id}`)
        return found
      },
    }
    await derivePicture({ ...house.context, objects }, id)
    await house.workOff()
    expect(await derivativesOf(id)).toEqual([])
    expect(await house.stored()).toBe(before)
  })

  test('a process killed between the bytes and the row leaves an intent, which the reaper ends after a day', async () => {
    await house.workOff()
    const before = await house.leftovers()
    const keys = ['originals/2026/lost', 'originals/2026/never-put']
    await intendObjects(house.context, keys, 'original')
    await house.services.objects.put('originals/2026/lost', bytes, about)
    expect(await house.stored()).toBe(before.objects + 1)

    const after = (hours: number) => ({
      ...house.context,
      now: () => house.services.now().add({ hours }),
    })
    expect(await reapIntents(after(23))).toEqual({ reaped: 0 })
    expect(await house.stored()).toBe(before.objects + 1)
    expect(await reapIntents(after(25))).toEqual({ reaped: 2 })
    expect(await house.leftovers()).toEqual(before)
    expect(await reapIntents(after(25))).toEqual({ reaped: 0 })
  })

  test('an upload that the reaper gave up on is not attached any more', async () => {
    const recordId = await addRecord(house)
    const before = await house.leftovers()
    const { objects } = house.services
    house.services.objects = {
      ...objects,
      put: async (key, body, facts) => {
        const put = await objects.put(key, body, facts)
        await reapIntents({
          ...house.context,
          now: () => house.services.now().add({ hours: 25 }),
        })
        return put
      },
    }
    const answer = await house.upload(recordId, await photo())
    house.services.objects = objects
    expect(answer.status).toBe(409)
    expect(await house.leftovers()).toEqual(before)
  })
})

describe('when the bucket fails', () => {
  test('an upload is refused and nothing is left of it', async () => {
    await using house = await pictureHouse()
    const recordId = await addRecord(house)
    const { objects } = house.services
    house.services.objects = {
      ...objects,
      put: async (key, body, facts) => {
        await objects.put(key, body, facts)
        throw new Error('The bucket answered nothing.')
      },
    }
    const answer = await house.upload(recordId, await photo())
    expect(answer.status).toBe(500)
    expect(await house.leftovers()).toEqual({ images: 0, intents: 0, objects: 0 })
  })

  test('bytes that cannot be taken back now are left to the reaper', async () => {
    await using house = await pictureHouse()
    const recordId = await addRecord(house)
    const { objects } = house.services
    house.services.objects = {
      ...objects,
      put: async (key, body, facts) => {
        await objects.put(key, body, facts)
        throw new Error('The bucket answered nothing.')
      },
      remove: async () => {
        throw new Error('Still nothing.')
      },
    }
    expect((await house.upload(recordId, await photo())).status).toBe(500)
    expect(await house.leftovers()).toEqual({ images: 0, intents: 1, objects: 1 })
    const tomorrow = () => house.services.now().add({ hours: 25 })
    expect(await reapIntents({ ...house.context, objects, now: tomorrow })).toEqual({ reaped: 1 })
    expect(await house.leftovers()).toEqual({ images: 0, intents: 0, objects: 0 })
  })
})
