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

/** A record with three pictures, of which the first is the main one. */
async function illustrated() {
  const recordId = await addRecord(house)
  const ids: string[] = []
  for (const colour of ['#aa0000', '#00aa00', '#0000aa'])
    ids.push((await pictureIn(await house.upload(recordId, await photo(colour)))).id)
  const [a = '', b = '', c = ''] = ids
  return { recordId, a, b, c }
}

const idsOf = async (recordId: string) =>
  (await itemsIn(await house.as().get(`/api/v1/records/${recordId}/images`))).map(({ id }) => id)
const mainOf = async (recordId: string) =>
  (await (await house.as().get(`/api/v1/records/${recordId}`)).json()).image?.id
const change = async (id: string, body: object, as: string = curator) =>
  house.as(as).patch(`/api/v1/images/${id}`, body)

describe('changing a picture', () => {
  test('changes what is named and leaves the rest', async () => {
    const { recordId, a } = await illustrated()
    await change(a, { caption: { zh: '花序', en: 'Flowers' }, credit: '张三' })
    const answer = await change(a, { caption: { en: 'Inflorescence' }, licence: 'CC-BY-4.0' })
    expect(answer.status).toBe(200)
    expect(await pictureIn(answer)).toMatchObject({
      caption: { zh: '花序', en: 'Inflorescence' },
      credit: '张三',
      licence: 'CC-BY-4.0',
    })
    const emptied = await change(a, { caption: { zh: null }, credit: null })
    expect(await pictureIn(emptied)).toMatchObject({
      caption: { zh: null, en: 'Inflorescence' },
      credit: null,
    })
    const history = await house.as(curator).get(`/api/v1/records/${recordId}/history`)
    expect((await history.json()).items[0]).toMatchObject({
      action: 'image.edit',
      before: { caption_zh: '花序', credit: '张三' },
      after: { caption_zh: null, credit: null },
    })
  })

  test('moves it among the others', async () => {
    const { recordId, a, b, c } = await illustrated()
    expect(await pictureIn(await change(c, { position: 0 }))).toMatchObject({ position: 0 })
    expect(await idsOf(recordId)).toEqual([c, a, b])
    await change(c, { position: 49 })
    expect(await idsOf(recordId)).toEqual([a, b, c])
    expect(await mainOf(recordId)).toBe(a)
  })

  test('makes it the one that stands for the record', async () => {
    const { recordId, b } = await illustrated()
    await change(b, { main: true })
    expect(await mainOf(recordId)).toBe(b)
  })

  test('is refused where a field is wrong, by its path', async () => {
    const { a } = await illustrated()
    const pathsOf = async (body: object) => {
      const answer = await change(a, body)
      expect(answer.status).toBe(422)
      return (await answer.json()).issues.map(({ path }: { path: string }) => path)
    }
    expect(await pathsOf({ caption: { zh: '长'.repeat(501) }, position: -1 })).toEqual([
      'caption.zh',
      'position',
    ])
    expect(await pathsOf({ licence: 'MINE' })).toEqual(['licence'])
    expect(await pathsOf({ main: false })).toEqual(['main'])
  })

  test('is for its curators', async () => {
    const { a } = await illustrated()
    expect((await change(a, { credit: 'me' }, 'demo-researcher')).status).toBe(403)
    expect((await house.as().patch(`/api/v1/images/${a}`, { credit: 'me' })).status).toBe(401)
    const draft = await addRecord(house, { publish: false })
    const { id } = await pictureIn(await house.upload(draft, await photo()))
    expect((await change(id, { credit: 'me' }, 'demo-outsider')).status).toBe(404)
  })
})

describe('removing a picture', () => {
  test('takes it from the pages at once and its bytes soon', async () => {
    const { recordId, a, b, c } = await illustrated()
    await house.workOff()
    const before = await house.stored()
    const removed = await house.as(curator).delete(`/api/v1/images/${a}`)
    expect(removed.status).toBe(204)
    expect(await idsOf(recordId)).toEqual([b, c])
    expect(await mainOf(recordId)).toBe(b)
    expect((await house.as().get(`/api/v1/images/${a}/thumb`)).status).toBe(404)
    expect((await house.as(curator).delete(`/api/v1/images/${a}`)).status).toBe(404)
    await house.workOff()
    expect(await house.stored()).toBe(before - 13)
    expect((await house.as().get(`/api/v1/images/${b}/thumb`)).status).toBe(200)
  })

  test('leaves a record without a main one when it was the last', async () => {
    const { recordId, a, b, c } = await illustrated()
    for (const id of [b, c, a]) await house.as(curator).delete(`/api/v1/images/${id}`)
    expect(await mainOf(recordId)).toBeUndefined()
    const next = await pictureIn(await house.upload(recordId, await photo()))
    expect(next).toMatchObject({ main: true, position: 0 })
  })

  test('goes with a draft that is deleted', async () => {
    const recordId = await addRecord(house, { publish: false })
    await house.workOff()
    const before = await house.stored()
    await house.upload(recordId, await photo())
    await house.workOff()
    expect(await house.stored()).toBe(before + 13)
    const deleted = await house
      .as(curator)
      .delete(`/api/v1/accessions/${recordId}`, undefined, { 'if-match': '*' })
    expect(deleted.status).toBe(204)
    await house.workOff()
    expect(await house.stored()).toBe(before)
  })
})
