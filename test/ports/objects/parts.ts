import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Objects, PartTag } from '../../../src/core/ports.ts'
import {
  bytesOf,
  flowOf,
  newKey,
  read,
  readText,
  refusalOf,
  sha256,
  text,
  mebibyte,
  type StoreUnderTest,
} from './store.ts'

const partBytes = 5 * mebibyte

async function startUpload(objects: Objects) {
  const key = newKey()
  const { uploadId } = await objects.startMultipart(key, { contentType: 'application/zip' })
  return { key, uploadId }
}

export function uploadsInParts(open: () => StoreUnderTest): void {
  test('parts sent at once and in any order are joined by their number', async () => {
    const { objects } = open()
    const { key, uploadId } = await startUpload(objects)
    const parts = [randomBytes(partBytes), randomBytes(partBytes), randomBytes(1234)]
    const tags = await Promise.all(
      parts.map(async (part, at) =>
        objects.putPart(key, uploadId, at + 1, at === 1 ? flowOf(part) : part, part.length),
      ),
    )
    expect(await objects.findHead(key)).toBeUndefined()
    const { etag } = await objects.completeMultipart(key, uploadId, tags.toReversed())
    const found = await objects.find(key)
    expect(found).toMatchObject({ etag, contentType: 'application/zip' })
    expect(sha256(await read(found?.body))).toBe(sha256(Buffer.concat(parts)))
  })

  test('a client without rights sends parts to signed addresses, all at once', async () => {
    const { objects, fetch } = open()
    const { key, uploadId } = await startUpload(objects)
    const parts = [1, 2, 3, 4].map((number) => randomBytes(number < 4 ? partBytes : 99))
    const tags = await Promise.all(
      parts.map(async (part, at): Promise<PartTag> => {
        const address = await objects.signedPart(key, uploadId, at + 1, { seconds: 60 })
        expect(address).not.toContain('checksum')
        const answer = await fetch(address, { method: 'PUT', body: part })
        await answer.body?.cancel()
        expect(answer.status).toBe(200)
        return { number: at + 1, etag: answer.headers.get('etag') ?? '' }
      }),
    )
    await objects.completeMultipart(key, uploadId, tags)
    expect(sha256(await read((await objects.find(key))?.body))).toBe(sha256(Buffer.concat(parts)))
  })

  test('a part sent again replaces the first try', async () => {
    const { objects } = open()
    const { key, uploadId } = await startUpload(objects)
    await objects.putPart(key, uploadId, 1, bytesOf('wrong'), 5)
    const tag = await objects.putPart(key, uploadId, 1, bytesOf('right'), 5)
    await objects.completeMultipart(key, uploadId, [tag])
    expect(await readText((await objects.find(key))?.body)).toBe('right')
  })

  test('the store says which parts have arrived, of each its last try', async () => {
    const { objects } = open()
    const { key, uploadId } = await startUpload(objects)
    const nothing = await objects.findParts(key, uploadId)
    // The local R2 does not know the question.
    if (nothing === undefined) return
    expect(nothing).toEqual([])
    await objects.putPart(key, uploadId, 3, bytesOf('third'), 5)
    await objects.putPart(key, uploadId, 1, bytesOf('wrong'), 5)
    const first = await objects.putPart(key, uploadId, 1, bytesOf('right one'), 9)
    expect(await objects.findParts(key, uploadId)).toMatchObject([
      { ...first, sizeBytes: 9 },
      { number: 3, sizeBytes: 5 },
    ])
    await objects.completeMultipart(key, uploadId, [first])
    expect(await objects.findParts(key, uploadId)).toEqual([])
    await objects.abortMultipart(key, uploadId)
    expect(await objects.findParts(key, uploadId)).toEqual([])
  })

  test('completing twice, also at once, answers the same', async () => {
    const { objects } = open()
    const { key, uploadId } = await startUpload(objects)
    const tag = await objects.putPart(key, uploadId, 1, bytesOf('all of it'), 9)
    const complete = async () => objects.completeMultipart(key, uploadId, [tag])
    const answers = [...(await Promise.all([complete(), complete()])), await complete()]
    expect(new Set(answers.map(({ etag }) => etag)).size).toBe(1)
    expect(await readText((await objects.find(key))?.body)).toBe('all of it')
  })

  test('a part that was never sent is missed, and the upload goes on', async () => {
    const { objects } = open()
    const { key, uploadId } = await startUpload(objects)
    const tag = await objects.putPart(key, uploadId, 1, bytesOf('here'), 4)
    const missing = [tag, { number: 2, etag: tag.etag }]
    const refusal = await refusalOf(objects.completeMultipart(key, uploadId, missing))
    expect(refusal).toMatchObject({ kind: 'invalid', facts: { code: 'part_missing' } })
    const hostile = [{ number: 1, etag: '../../../etc/passwd' }]
    expect(await refusalOf(objects.completeMultipart(key, uploadId, hostile))).toBeDefined()
    expect(await refusalOf(objects.completeMultipart(key, uploadId, []))).toBeDefined()
    expect(await objects.findHead(key)).toBeUndefined()
    await objects.completeMultipart(key, uploadId, [tag])
    expect(await readText((await objects.find(key))?.body)).toBe('here')
  })

  test('aborting twice is fine; afterwards neither parts nor completion are taken', async () => {
    const { objects } = open()
    const { key, uploadId } = await startUpload(objects)
    const tag = await objects.putPart(key, uploadId, 1, bytesOf('part'), 4)
    await objects.abortMultipart(key, uploadId)
    await objects.abortMultipart(key, uploadId)
    const late = objects.putPart(key, uploadId, 2, bytesOf('late'), 4)
    expect(await refusalOf(late)).toMatchObject({ kind: 'not-found' })
    const completion = objects.completeMultipart(key, uploadId, [tag])
    expect(await refusalOf(completion)).toMatchObject({ kind: 'not-found' })
    expect(await objects.findHead(key)).toBeUndefined()
  })

  test('of two uploads to one key the second to complete is refused', async () => {
    const { objects } = open()
    const first = await startUpload(objects)
    const second = await objects.startMultipart(first.key, text)
    const uploads = [first.uploadId, second.uploadId]
    const [one, two] = await Promise.all(
      uploads.map(async (id, at) => objects.putPart(first.key, id, 1, bytesOf(`${at}`), 1)),
    )
    if (!one || !two) throw new Error('Both parts were sent')
    await objects.completeMultipart(first.key, first.uploadId, [one])
    const late = objects.completeMultipart(first.key, second.uploadId, [two])
    expect(await refusalOf(late)).toMatchObject({ kind: 'conflict' })
    expect(await refusalOf(objects.startMultipart(first.key, text))).toMatchObject({
      kind: 'conflict',
    })
    expect(await readText((await objects.find(first.key))?.body)).toBe('0')
    await objects.abortMultipart(first.key, second.uploadId)
  })

  test('part numbers run from 1 to 10,000', async () => {
    const { objects } = open()
    const { key, uploadId } = await startUpload(objects)
    for (const number of [0, 10_001, 1.5, -1]) {
      await expect(objects.putPart(key, uploadId, number, bytesOf('x'), 1)).rejects.toThrow(
        'Not a part number',
      )
    }
    await objects.abortMultipart(key, uploadId)
  })
}
