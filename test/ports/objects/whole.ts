import { expect, test } from 'vitest'
import { Problem } from '../../../src/core/problem.ts'
import {
  bytesOf,
  flow,
  mebibyte,
  newKey,
  putText,
  read,
  readText,
  refusalOf,
  sha256,
  text,
  type StoreUnderTest,
} from './store.ts'

export function wholeObjects(open: () => StoreUnderTest): void {
  test('what was put is there, with its size, type and tag', async () => {
    const { objects } = open()
    const key = newKey()
    const { etag } = await objects.put(key, bytesOf('河西走廊'), { ...text, sizeBytes: 12 })
    const head = await objects.findHead(key)
    expect(head).toMatchObject({ sizeBytes: 12, contentType: 'text/plain', etag })
    expect(Math.abs(Date.now() - (head?.modifiedAt.getTime() ?? 0))).toBeLessThan(60_000)
    const found = await objects.find(key)
    expect(found).toMatchObject({ sizeBytes: 12, contentType: 'text/plain', etag })
    expect(etag).not.toContain('"')
    expect(found?.range).toBeUndefined()
    expect(await readText(found?.body)).toBe('河西走廊')
  })

  test('an object may be empty', async () => {
    const { objects } = open()
    const key = await putText(objects, '')
    const found = await objects.find(key)
    expect(found?.sizeBytes).toBe(0)
    expect(await readText(found?.body)).toBe('')
  })

  test('what was never put, or was removed, is not there', async () => {
    const { objects } = open()
    const key = newKey()
    expect(await objects.findHead(key)).toBeUndefined()
    expect(await objects.find(key)).toBeUndefined()
    expect(await objects.find(key, { first: 3, last: 5 })).toBeUndefined()
    await objects.put(key, bytesOf('a'), { ...text, sizeBytes: 1 })
    await objects.remove(key)
    expect(await objects.findHead(key)).toBeUndefined()
    expect(await objects.find(key)).toBeUndefined()
    await objects.remove(key)
  })

  test('an object is read into memory as far as there is room', async () => {
    const { objects } = open()
    const key = await putText(objects, 'loess')
    expect(await objects.findSize(key)).toBe(5)
    for (const [room, taken] of [
      [8, 'loess'],
      [5, 'loess'],
      [3, 'loe'],
    ] as const) {
      const into = new Uint8Array(room)
      expect(await objects.readInto(key, into)).toBe(taken.length)
      expect(new TextDecoder().decode(into.subarray(0, taken.length))).toBe(taken)
    }
    expect(await objects.readInto(await putText(objects, ''), new Uint8Array(1))).toBe(0)
    expect(await objects.findSize(newKey())).toBeUndefined()
    expect(await objects.readInto(newKey(), new Uint8Array(1))).toBeUndefined()
  })

  test('a key may be below another key', async () => {
    const { objects } = open()
    const key = await putText(objects, 'above')
    await objects.put(`${key}/below`, bytesOf('below'), { ...text, sizeBytes: 5 })
    expect(await readText((await objects.find(key))?.body)).toBe('above')
    expect(await readText((await objects.find(`${key}/below`))?.body)).toBe('below')
  })

  test('a taken key is refused and keeps what it has', async () => {
    const { objects } = open()
    const key = await putText(objects, 'first')
    const second = objects.put(key, bytesOf('second'), { ...text, sizeBytes: 6 })
    expect(await refusalOf(second)).toMatchObject({
      kind: 'conflict',
      facts: { code: 'object_exists' },
    })
    expect(await readText((await objects.find(key))?.body)).toBe('first')
  })

  test('of sixteen puts to one key at once exactly one wins', async () => {
    const { objects } = open()
    const key = newKey()
    const results = await Promise.allSettled(
      Array.from({ length: 16 }, async (_, turn) => {
        const bytes = bytesOf(`put ${turn} `.repeat(1000))
        await objects.put(key, bytes, { ...text, sizeBytes: bytes.length })
        return turn
      }),
    )
    const winners = results.filter((result) => result.status === 'fulfilled')
    const losers = results.filter((result) => result.status === 'rejected')
    expect(winners).toHaveLength(1)
    expect(losers.map(({ reason }) => kindOf(reason))).toEqual(Array(15).fill('conflict'))
    const stored = await readText((await objects.find(key))?.body)
    expect(stored).toBe(`put ${winners[0]?.value} `.repeat(1000))
  })

  test('twenty megabytes flow in and out unchanged', async () => {
    const { objects } = open()
    const key = newKey()
    const sizeBytes = 20 * mebibyte + 17
    const sent = flow(sizeBytes)
    await objects.put(key, sent.body, { contentType: 'application/octet-stream', sizeBytes })
    const found = await objects.find(key)
    expect(found?.sizeBytes).toBe(sizeBytes)
    expect(sha256(await read(found?.body))).toBe(sent.sha256())
  })

  test('a stream that breaks off, or holds less than was said, leaves nothing behind', async () => {
    const { objects } = open()
    const [broken, short] = [newKey(), newKey()]
    const breaking = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('the line went dead'))
      },
    })
    const results = await Promise.allSettled([
      objects.put(broken, breaking, { ...text, sizeBytes: 100 }),
      objects.put(short, flow(50).body, { ...text, sizeBytes: 100 }),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await objects.findHead(broken)).toBeUndefined()
    expect(await objects.findHead(short)).toBeUndefined()
  })

  test('a reader may stop in the middle', async () => {
    const { objects } = open()
    const key = newKey()
    const sizeBytes = 3 * mebibyte
    await objects.put(key, flow(sizeBytes).body, { ...text, sizeBytes })
    const reader = (await objects.find(key))?.body.getReader()
    expect((await reader?.read())?.done).toBe(false)
    await reader?.cancel()
    await objects.remove(key)
  })

  test('a store in order says so', async () => {
    await expect(open().objects.check()).resolves.toBeUndefined()
  })
}

const kindOf = (error: unknown) => (error instanceof Problem ? error.kind : error)
