import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf, mebibyte, sha256, stores, uploadHouse, type UploadHouse } from './upload-scene.ts'

describe.each(Object.keys(stores))('uploads into %s', (store) => {
  let house: UploadHouse
  beforeAll(async () => {
    house = await uploadHouse(store)
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
})
