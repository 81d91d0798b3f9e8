import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder } from '../support/stores.ts'
import { bytesOf, sha256, uploadHouse, type UploadHouse } from './upload-scene.ts'

const rounds = [1, 2, 3]
let store: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  store = await openFolder()
})
afterAll(async () => store.stop())

const publish = async ({ curator, draft }: UploadHouse) => {
  const answer = await curator.post(`/api/v1/datasets/${draft.id}/publication`, {})
  return { status: answer.status, text: await answer.text() }
}

/** Sent and completed, and not yet looked at. */
async function completed(house: UploadHouse, name: string, bytes: Uint8Array) {
  const upload = await house.begin(name, bytes.length)
  const parts = await house.sendParts(upload, bytes)
  const completion = { parts, sha256: sha256(bytes) }
  expect(await house.post(`uploads/${upload.id}/completion`, completion)).toMatchObject({
    status: 202,
  })
  return upload
}

const named = async (house: UploadHouse) => (await house.files()).map(({ name }) => name)

describe.each(rounds)('at the same moment, round %i', () => {
  test('a file is verified and its version is published: the refusal names the file, or it is there', async () => {
    await using house = await uploadHouse(store)
    await house.send('there.csv', bytesOf(10))
    const bytes = bytesOf(100_000)
    await completed(house, 'verified.bin', bytes)
    const [first] = await Promise.all([publish(house), house.workOff()])
    const isPublished = first.status === 200
    const isRefused = first.status === 409 && first.text.includes('verified.bin')
    expect(isPublished || isRefused).toBe(true)
    expect(isPublished ? first : await publish(house)).toMatchObject({ status: 200 })
    expect(await house.files()).toContainEqual({
      name: 'verified.bin',
      stored: sha256(bytes),
      noted: sha256(bytes),
    })
    expect(await house.orphans()).toEqual([])
  })

  test('a file is announced and its version is published: one of them is refused', async () => {
    await using house = await uploadHouse(store)
    await house.send('there.csv', bytesOf(10))
    const [begun, published] = await Promise.all([
      house.post('uploads', { name: 'late.csv', sizeBytes: 10 }),
      publish(house),
    ])
    expect([begun.status, published.status].toSorted((a, b) => a - b)).toEqual(
      published.status === 200 ? [200, 409] : [201, 409],
    )
    if (published.status === 200) return
    expect(published.text).toContain('late.csv')
    for (const { id } of await house.open()) await house.curator.delete(`${house.at}/uploads/${id}`)
    expect(await publish(house)).toMatchObject({ status: 200 })
  })

  test('two tabs send the same file and complete it: it is there once', async () => {
    await using house = await uploadHouse(store)
    const bytes = bytesOf(9 * 1024 * 1024)
    const upload = await house.begin('tabs.bin', bytes.length)
    const tab = async () => {
      const parts = await Promise.all(
        upload.parts.map(async (part) => {
          const start = (part.number - 1) * upload.partSizeBytes
          return house.put(part, bytes.subarray(start, start + upload.partSizeBytes))
        }),
      )
      const { status } = await house.post(`uploads/${upload.id}/completion`, {
        sha256: sha256(bytes),
      })
      return { status, sent: parts.map(({ status: put }) => put) }
    }
    const tabs = await Promise.all([tab(), tab()])
    // A part that the other tab is just storing may be missing to this one, which then asks again.
    const isHeard = tabs.every(({ status }) => status === 202 || status === 409)
    expect([isHeard, tabs.some(({ status }) => status === 202)]).toEqual([true, true])
    await Promise.all([house.workOff(), house.workOff()])
    const late = await house.curator.delete(`${house.at}/uploads/${upload.id}`)
    expect(late.status).toBe(409)
    expect(await house.files()).toMatchObject([{ name: 'tabs.bin', stored: sha256(bytes) }])
    expect(await house.orphans()).toEqual([])
  })

  test('one tab cancels what another completes: it is gone or there, and the name is free', async () => {
    await using house = await uploadHouse(store)
    const bytes = bytesOf(1000)
    const upload = await house.begin('both.csv', bytes.length)
    const parts = await house.sendParts(upload, bytes)
    const [, cancelled] = await Promise.all([
      house.post(`uploads/${upload.id}/completion`, { parts }),
      house.curator.delete(`${house.at}/uploads/${upload.id}`),
      house.workOff(),
    ])
    await house.workOff()
    const { state } = await house.uploadOf(upload.id)
    expect(state).toBe(cancelled.status === 204 ? 'cancelled' : 'attached')
    expect(await named(house)).toEqual(state === 'attached' ? ['both.csv'] : [])
    expect(await house.orphans()).toEqual([])
    expect(await house.send('both.csv', bytesOf(7))).toMatchObject({ state: 'attached' })
  })

  test('a file is replaced and taken out: the new bytes or none, and nothing is left of the old', async () => {
    await using house = await uploadHouse(store)
    await house.send('data/day.csv', bytesOf(10))
    const bytes = bytesOf(20)
    await completed(house, 'data/day.csv', bytes)
    const [removed] = await Promise.all([
      house.post('files/removals', { folders: ['data'] }),
      house.workOff(),
    ])
    expect(removed.status).toBe(200)
    await house.workOff()
    const left = await house.files()
    expect(left.map(({ stored }) => stored)).toEqual(left.length === 0 ? [] : [sha256(bytes)])
    expect(await house.orphans()).toEqual([])
  })
})

test('a refused publication names every file that is on its way, and the next version too', async () => {
  await using house = await uploadHouse(store)
  await house.send('there.csv', bytesOf(10))
  await house.begin('一.csv', 1)
  await completed(house, 'two.csv', bytesOf(2))
  const refused = await publish(house)
  expect(refused.status).toBe(409)
  for (const name of ['一.csv', 'two.csv']) expect(refused.text).toContain(name)
  await house.workOff()
  for (const { id } of await house.open()) await house.curator.delete(`${house.at}/uploads/${id}`)
  expect(await publish(house)).toMatchObject({ status: 200 })

  const versions = `/api/v1/datasets/${house.draft.id}/versions`
  expect((await house.curator.post(versions, {})).status).toBe(201)
  const started = await house.curator.post(`${versions}/2/uploads`, {
    name: 'three.csv',
    sizeBytes: 1,
  })
  const { id } = await started.json()
  const next = async () => {
    const answer = await house.curator.post(`${versions}/2/publication`, {})
    return { status: answer.status, text: await answer.text() }
  }
  const still = await next()
  expect(still.status).toBe(409)
  for (const code of ['three.csv', 'uploads_open', 'same_files']) expect(still.text).toContain(code)
  await house.curator.delete(`${versions}/2/uploads/${id}`)
  expect((await next()).text).not.toContain('uploads_open')
})
