import { afterAll, beforeAll, expect, test } from 'vitest'
import { inEachStore } from '../support/stores.ts'
import {
  bytesOf,
  first,
  Items,
  mebibyte,
  One,
  sha256,
  uploadHouse,
  type UploadHouse,
} from './upload-scene.ts'

inEachStore('uploads', (store) => {
  let house: UploadHouse
  beforeAll(async () => {
    house = await uploadHouse(store())
  })
  afterAll(async () => house[Symbol.asyncDispose]())

  const named = async (name: string) => (await house.files()).filter((file) => file.name === name)

  test('a file in parts joins the version once its stored bytes were verified', async () => {
    const bytes = bytesOf(17 * mebibyte + 5)
    const upload = await house.begin('data/large.bin', bytes.length)
    expect(upload).toMatchObject({ state: 'open', partSizeBytes: 8 * mebibyte, partCount: 3 })
    expect(upload.parts.map(({ number }) => number)).toEqual([1, 2, 3])
    const parts = await house.sendParts(upload, bytes)
    expect(await named('data/large.bin')).toEqual([])
    const done = await house.post(`uploads/${upload.id}/completion`, { parts })
    expect(done).toMatchObject({ status: 202, body: { state: 'completing' } })
    await house.workOff()
    expect(await house.uploadOf(upload.id)).toMatchObject({ state: 'attached' })
    const hash = sha256(bytes)
    expect(await named('data/large.bin')).toEqual([
      { name: 'data/large.bin', stored: hash, noted: hash },
    ])
  })

  test.each([0, 1, 8 * mebibyte])('a file of %i bytes is one plain PUT', async (size) => {
    const bytes = bytesOf(size)
    const name = `plain/${size}.bin`
    const upload = await house.begin(name, size)
    expect(upload).toMatchObject({ partCount: 1, parts: [{ number: 1 }] })
    await house.sendParts(upload, bytes)
    await house.post(`uploads/${upload.id}/completion`, { sha256: sha256(bytes) })
    await house.workOff()
    expect(await named(name)).toEqual([{ name, stored: sha256(bytes), noted: sha256(bytes) }])
  })

  test('many small files are announced and completed in one call each', async () => {
    const contents = ['一', '二', '三'].map((text) => new TextEncoder().encode(text))
    const files = contents.map((bytes, at) => ({ name: `many/${at}.txt`, sizeBytes: bytes.length }))
    const { status, body } = await house.post('uploads', { files })
    expect(status).toBe(201)
    const { items } = Items.parse(body)
    await Promise.all(items.map(async (item, at) => house.sendParts(item, contents[at] ?? empty)))
    const uploads = items.map(({ id }, at) => ({ id, sha256: sha256(contents[at] ?? empty) }))
    const done = await house.post('uploads/completion', { uploads })
    expect(done.status).toBe(202)
    expect(Items.parse(done.body).items.map(({ state }) => state)).toEqual(
      Array(3).fill('completing'),
    )
    await house.workOff()
    const again = await house.post('uploads/completion', { uploads })
    expect(Items.parse(again.body).items.map(({ state }) => state)).toEqual(
      Array(3).fill('attached'),
    )
  })

  test('bytes that are not what the sender hashed are refused and removed', async () => {
    const bytes = bytesOf(100)
    const upload = await house.begin('wrong.bin', 100, { sha256: sha256(bytesOf(100)) })
    await house.sendParts(upload, bytes)
    await house.post(`uploads/${upload.id}/completion`, {})
    await house.workOff()
    expect(await house.uploadOf(upload.id)).toMatchObject({
      state: 'failed',
      failure: { en: expect.stringContaining('SHA-256') },
    })
    expect(await named('wrong.bin')).toEqual([])
    expect(await house.orphans()).toEqual([])
  })

  test('fewer bytes than were announced are refused, and bytes that never came', async () => {
    const short = await house.begin('short.bin', 100)
    await house.put(first(short), bytesOf(99))
    const never = await house.begin('never.bin', 100)
    for (const { id } of [short, never]) await house.post(`uploads/${id}/completion`, {})
    await house.workOff()
    expect(await house.uploadOf(short.id)).toMatchObject({ state: 'failed' })
    expect(await house.uploadOf(never.id)).toMatchObject({ state: 'failed' })
    expect(await house.orphans()).toEqual([])
  })

  test('a wrong tag is refused by the store and not attached', async () => {
    const bytes = bytesOf(9 * mebibyte)
    const upload = await house.begin('tags.bin', bytes.length)
    const parts = await house.sendParts(upload, bytes)
    const wrong = parts.map((part) => ({ ...part, etag: '0'.repeat(64) }))
    await house.post(`uploads/${upload.id}/completion`, { parts: wrong })
    await house.workOff()
    // The embedded store says itself what it has; the local R2 cannot be asked.
    const { state } = await house.uploadOf(upload.id)
    expect(['attached', 'failed']).toContain(state)
    const hash = sha256(bytes)
    const there = [{ name: 'tags.bin', stored: hash, noted: hash }]
    expect(await named('tags.bin')).toEqual(state === 'attached' ? there : [])
  })

  test('completing twice, and twice at once, verifies and attaches once', async () => {
    const bytes = bytesOf(9 * mebibyte)
    const upload = await house.begin('twice.bin', bytes.length)
    const parts = await house.sendParts(upload, bytes)
    const complete = async () => house.post(`uploads/${upload.id}/completion`, { parts })
    const answers = [...(await Promise.all([complete(), complete()])), await complete()]
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    await Promise.all([house.workOff(), house.workOff()])
    expect(await complete()).toMatchObject({ status: 202, body: { state: 'attached' } })
    expect(await named('twice.bin')).toHaveLength(1)
    expect(await house.orphans()).toEqual([])
  })

  test('a completion that misses parts names them, and the upload goes on', async () => {
    const bytes = bytesOf(17 * mebibyte)
    const upload = await house.begin('missing.bin', bytes.length)
    const [one, two, three] = await house.sendParts(upload, bytes)
    const noted = await house.post(`uploads/${upload.id}/parts`, { parts: [one] })
    expect(noted).toMatchObject({ status: 200, body: { receivedCount: 1 } })
    const refused = await house.post(`uploads/${upload.id}/completion`, { parts: [two] })
    // A store that can be asked has the third part as well; the local R2 cannot.
    const missing = { status: 409, body: { code: 'parts_missing', parts: [3] } }
    const asked = await store()
      .objects.findParts('none', 'none.none')
      .catch(() => [])
    expect(refused).toMatchObject(asked ? { status: 202 } : missing)
    const done = await house.post(`uploads/${upload.id}/completion`, { parts: [three] })
    expect(done.status).toBe(202)
    await house.workOff()
    expect(await named('missing.bin')).toHaveLength(1)
  })

  test('what was begun is found again, with what has arrived and where the rest is sent', async () => {
    const bytes = bytesOf(17 * mebibyte)
    const upload = await house.begin('resumed.bin', bytes.length)
    const [one] = await house.sendParts({ ...upload, parts: upload.parts.slice(0, 1) }, bytes)
    await house.post(`uploads/${upload.id}/parts`, { parts: [one] })
    const open = (await house.open()).find(({ name }) => name === 'resumed.bin')
    expect(open).toMatchObject({ id: upload.id, receivedCount: 1, partCount: 3 })
    const { body } = await house.post(`uploads/${upload.id}/parts`, { parts: [], wanted: 100 })
    const rest = One.parse(body)
    expect(rest.parts.map(({ number }) => number)).toEqual([2, 3])
    await house.post(`uploads/${upload.id}/parts`, { parts: await house.sendParts(rest, bytes) })
    await house.post(`uploads/${upload.id}/completion`, { sha256: sha256(bytes) })
    await house.workOff()
    expect((await named('resumed.bin'))[0]?.stored).toBe(sha256(bytes))
  })

  test('one name is uploaded once at a time, however it is composed', async () => {
    const composed = await house.begin('caf\u00e9.csv', 10)
    const other = await house.post('uploads', { name: 'cafe\u0301.csv', sizeBytes: 10 })
    expect(other).toMatchObject({
      status: 409,
      body: { code: 'uploads_under_way', uploads: [{ id: composed.id }] },
    })
    const tabs = await Promise.all(
      [1, 2].map(async () => house.post('uploads', { name: 'tab.csv', sizeBytes: 1 })),
    )
    expect(new Set(tabs.map(({ status }) => status))).toEqual(new Set([201, 409]))
    await cancelAll()
  })

  test('a file of the same name is replaced, and its bytes go', async () => {
    await house.send('replaced.csv', bytesOf(50))
    const [before] = await house.db
      .selectFrom('dataset_object')
      .innerJoin('dataset_file', 'dataset_file.object_id', 'dataset_object.id')
      .where('path', '=', 'replaced.csv')
      .select('key')
      .execute()
    const bytes = bytesOf(60)
    await house.send('replaced.csv', bytes)
    expect(await named('replaced.csv')).toMatchObject([{ stored: sha256(bytes) }])
    expect(await house.objects.findHead(before?.key ?? '')).toBeUndefined()
  })

  test('cancelling at any moment ends it, its bytes go, and the name is free again', async () => {
    const bytes = bytesOf(9 * mebibyte)
    const upload = await house.begin('cancelled.bin', bytes.length)
    const parts = await house.sendParts(upload, bytes)
    await house.post(`uploads/${upload.id}/completion`, { parts })
    const cancel = async () => house.curator.delete(`${house.at}/uploads/${upload.id}`)
    expect([(await cancel()).status, (await cancel()).status]).toEqual([204, 204])
    await house.workOff()
    expect(await house.uploadOf(upload.id)).toMatchObject({ state: 'cancelled' })
    expect(await named('cancelled.bin')).toEqual([])
    expect(await house.orphans()).toEqual([])
    expect((await house.post(`uploads/${upload.id}/completion`, {})).status).toBe(409)
    await house.begin('cancelled.bin', 5)
    await cancelAll()
  })

  test('a part goes through the service where the store cannot be reached', async () => {
    const bytes = bytesOf(9 * mebibyte)
    const upload = await house.begin('through.bin', bytes.length)
    const put = async (number: number, part: Uint8Array, length = part.length) =>
      house.app.request(`${house.at}/uploads/${upload.id}/parts/${number}/content`, {
        method: 'PUT',
        headers: { authorization: 'Bearer demo-curator', 'content-length': String(length) },
        body: Uint8Array.from(part),
      })
    const [one, two] = [bytes.subarray(0, 8 * mebibyte), bytes.subarray(8 * mebibyte)]
    expect((await put(1, two)).status).toBe(400)
    expect((await put(3, two)).status).toBe(404)
    expect((await put(1, one)).status).toBe(200)
    expect((await put(2, two)).status).toBe(200)
    const done = await house.post(`uploads/${upload.id}/completion`, { sha256: sha256(bytes) })
    expect(done.status).toBe(202)
    await house.workOff()
    expect((await named('through.bin'))[0]?.stored).toBe(sha256(bytes))
    const small = await house.begin('through.txt', 3)
    for (const _ of [1, 2]) {
      const again = await house.app.request(`${house.at}/uploads/${small.id}/parts/1/content`, {
        method: 'PUT',
        headers: { authorization: 'Bearer demo-curator', 'content-length': '3' },
        body: 'abc',
      })
      expect(again.status).toBe(200)
    }
    await house.post(`uploads/${small.id}/completion`, {})
    await house.workOff()
    expect(await named('through.txt')).toHaveLength(1)
  })

  test('bytes that are put to an old address after they were verified change nothing', async () => {
    const bytes = new TextEncoder().encode('verified')
    const upload = await house.begin('kept.txt', bytes.length)
    await house.sendParts(upload, bytes)
    await house.post(`uploads/${upload.id}/completion`, { sha256: sha256(bytes) })
    await house.workOff()
    await house.put(first(upload), new TextEncoder().encode('tampered'))
    expect(await named('kept.txt')).toMatchObject([{ stored: sha256(bytes) }])
  })

  test('nobody else sees an upload or sends to one', async () => {
    const upload = await house.begin('mine.csv', 5)
    for (const [token, status] of [
      [undefined, 404],
      ['demo-outsider', 404],
    ] as const) {
      const caller = house.as(token)
      const answers = await Promise.all([
        caller.get(`${house.at}/uploads`),
        caller.get(`${house.at}/uploads/${upload.id}`),
        caller.get(`${house.at}/uploads/${upload.id}/parts`),
      ])
      expect(answers.map((answer) => answer.status)).toEqual([status, status, status])
      const writes = await Promise.all([
        caller.post(`${house.at}/uploads`, { name: 'x', sizeBytes: 1 }),
        caller.post(`${house.at}/uploads/${upload.id}/completion`, {}),
        caller.delete(`${house.at}/uploads/${upload.id}`),
      ])
      for (const answer of writes) expect([401, 403, 404]).toContain(answer.status)
    }
    const shown = await house.curator.get(`${house.at}/uploads/${upload.id}`)
    expect(await shown.text()).not.toMatch(/datasets\/|multipart/)
    await cancelAll()
  })

  test.each([
    [{ name: '../x', sizeBytes: 1 }],
    [{ name: 'a\u0000b', sizeBytes: 1 }],
    [{ name: 'x', sizeBytes: -1 }],
    [{ name: 'x', sizeBytes: 6 * 1024 ** 4 }],
    [{ name: 'x' }],
    [{ sizeBytes: 1 }],
    [{}],
    [{ name: 'x', sizeBytes: 1, sha256: 'abc' }],
    [{ name: 'x', sizeBytes: 1, files: [{ name: 'y', sizeBytes: 1 }] }],
    [
      {
        files: [
          { name: 'y', sizeBytes: 1 },
          { name: 'y', sizeBytes: 2 },
        ],
      },
    ],
  ])('%j is not taken', async (body) => {
    expect((await house.post('uploads', body)).status).toBe(422)
  })

  async function cancelAll(): Promise<void> {
    for (const { id } of await house.open())
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await house.curator.delete(`${house.at}/uploads/${id}`)
    await house.workOff()
  }
})

const empty = new Uint8Array()
