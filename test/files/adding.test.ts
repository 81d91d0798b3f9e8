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

describe('adding a picture', () => {
  let house: PictureHouse
  beforeAll(async () => {
    house = await pictureHouse()
  })
  afterAll(async () => house[Symbol.asyncDispose]())

  test('is a change of the record: a new version, in its history, and the first picture stands for it', async () => {
    const recordId = await addRecord(house)
    const before = await house.as(curator).get(`/api/v1/records/${recordId}`)
    const { id } = await pictureIn(await house.upload(recordId, await photo()))
    const after = await house.as(curator).get(`/api/v1/records/${recordId}`)
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    expect(await after.json()).toMatchObject({ image: { id, width: 320, height: 240 } })
    const history = await house.as(curator).get(`/api/v1/records/${recordId}/history`)
    expect((await history.json()).items[0]).toMatchObject({
      action: 'image.add',
      actor: { name: curator },
      after: { image: id, name: 'photo.jpg' },
    })
    const second = await pictureIn(await house.upload(recordId, await photo('#222222')))
    expect(second).toMatchObject({ main: false, position: 1 })
    const third = await house.upload(recordId, await photo('#333333'), { texts: { main: 'true' } })
    expect(await pictureIn(third)).toMatchObject({ main: true, position: 2 })
  })

  test('keeps its colour, a tiny picture of it, and the checksum of its bytes', async () => {
    const recordId = await addRecord(house)
    const bytes = await photo('#8a2be2')
    const picture = await pictureIn(await house.upload(recordId, bytes, { name: '田/a b.jpg' }))
    expect(picture.colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(picture.thumbhash).toMatch(/^[\w+/]+=*$/)
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
    expect(picture.original).toEqual({
      name: 'a b.jpg',
      format: 'jpeg',
      sizeBytes: bytes.length,
      sha256: Buffer.from(digest).toString('hex'),
    })
    const [shown] = await itemsIn(await house.as().get(`/api/v1/records/${recordId}/images`))
    expect(shown).not.toHaveProperty('original')
  })

  test('asks nothing of what a browser cannot guess: every key is random', async () => {
    const recordId = await addRecord(house)
    await house.upload(recordId, await photo())
    await house.upload(recordId, await photo())
    await house.workOff()
    const originals = house.keysPut().filter((key) => key.startsWith('originals/'))
    const others = house.keysPut().filter((key) => !key.startsWith('originals/'))
    expect(originals.every((key) => /^originals\/\d{4}\/[0-9a-f]{32}$/.test(key))).toBe(true)
    expect(others.every((key) => /^images\/[0-9a-f]{32}\/\w+\.\w+$/.test(key))).toBe(true)
  })

  test('done twice with one Idempotency-Key makes one picture', async () => {
    const recordId = await addRecord(house)
    const body = await (async () => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(await photo())], 'a.jpg'))
      const encoded = new Response(form)
      return { type: encoded.headers.get('content-type') ?? '', bytes: await encoded.bytes() }
    })()
    const send = async () =>
      house.app.request(`/api/v1/records/${recordId}/images`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${curator}`,
          'content-type': body.type,
          'idempotency-key': 'once',
        },
        body: body.bytes,
      })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([201, 201])
    expect((await pictureIn(second)).id).toBe((await pictureIn(first)).id)
    expect(await itemsIn(await house.as().get(`/api/v1/records/${recordId}/images`))).toHaveLength(
      1,
    )
  })

  test('with an Idempotency-Key is bounded too', async () => {
    const recordId = await addRecord(house)
    let sent = 0
    const chunks = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(4_000_000))
        sent += 1
        if (sent === 30) controller.close()
      },
    })
    const init = { method: 'POST', body: chunks, duplex: 'half' }
    const answer = await house.app.request(`/api/v1/records/${recordId}/images`, {
      ...init,
      headers: {
        authorization: `Bearer ${curator}`,
        'content-type': 'multipart/form-data; boundary=b',
        'idempotency-key': 'large',
      },
    })
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(20)
  })
})
