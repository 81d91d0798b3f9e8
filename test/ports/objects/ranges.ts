import { expect, test } from 'vitest'
import { putText, readText, refusalOf, type StoreUnderTest } from './store.ts'

export function ranges(open: () => StoreUnderTest): void {
  test.each([
    ['the first bytes', { first: 0, last: 2 }, '012', { first: 0, last: 2 }],
    ['bytes in the middle', { first: 3, last: 6 }, '3456', { first: 3, last: 6 }],
    ['one byte', { first: 9, last: 9 }, '9', { first: 9, last: 9 }],
    ['an open end', { first: 7 }, '789', { first: 7, last: 9 }],
    ['an end beyond the last byte, clipped', { first: 8, last: 99 }, '89', { first: 8, last: 9 }],
  ])('a range reads %s', async (_, range, words, answered) => {
    const { objects } = open()
    const found = await objects.find(await putText(objects, '0123456789'), range)
    expect(found?.range).toEqual(answered)
    expect(found?.sizeBytes).toBe(10)
    expect(await readText(found?.body)).toBe(words)
  })

  test.each([
    ['0123456789', 10],
    ['0123456789', 99],
    ['', 0],
  ])('a range that begins beyond the end of "%s" is refused', async (words, first) => {
    const { objects } = open()
    const key = await putText(objects, words)
    expect(await refusalOf(objects.find(key, { first }))).toMatchObject({
      kind: 'invalid',
      facts: { code: 'range_beyond_end' },
    })
  })

  test.each([{ first: -1 }, { first: 5, last: 4 }, { first: 0.5 }, { first: 0, last: Number.NaN }])(
    'a range that means nothing is refused: %o',
    async (range) => {
      const { objects } = open()
      const key = await putText(objects, '0123456789')
      await expect(objects.find(key, range)).rejects.toThrow('Not a byte range')
    },
  )
}
