import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { bytesOf, text, type StoreUnderTest } from './store.ts'

export function hostileKeys(open: () => StoreUnderTest): void {
  test.each([
    '',
    '/',
    '/etc/passwd',
    '../outside',
    'a/../../outside',
    'a/..',
    '.',
    './a',
    '.hidden',
    'a//b',
    'a/',
    'A',
    'a b',
    'a%2e',
    'a\\b',
    'a\0b',
    'a\nb',
    'a?b',
    '汉字',
    'x'.repeat(513),
  ])('the key %j is refused at every door', async (key) => {
    const { objects } = open()
    const doors = [
      async () => objects.put(key, bytesOf('x'), { ...text, sizeBytes: 1 }),
      async () => objects.findHead(key),
      async () => objects.find(key),
      async () => objects.remove(key),
      async () => objects.signedGet(key, { seconds: 9 }),
      async () => objects.signedPut(key, { seconds: 9 }),
      async () => objects.startMultipart(key, text),
      async () => objects.putPart(key, 'a'.repeat(32), 1, bytesOf('x'), 1),
      async () => objects.signedPart(key, 'a'.repeat(32), 1, { seconds: 9 }),
      async () => objects.findParts(key, 'a'.repeat(32)),
      async () => objects.completeMultipart(key, 'a'.repeat(32), [{ number: 1, etag: 'a' }]),
      async () => objects.abortMultipart(key, 'a'.repeat(32)),
    ]
    for (const door of doors) await expect(door()).rejects.toThrow('Not an object key')
  })

  test('a key of 512 characters is kept', async () => {
    const { objects } = open()
    const key = `test/${randomBytes(250).toString('hex')}/z.txt_-`.slice(0, 512)
    await objects.put(key, bytesOf('x'), { ...text, sizeBytes: 1 })
    expect((await objects.findHead(key))?.sizeBytes).toBe(1)
    await objects.remove(key)
  })
}
