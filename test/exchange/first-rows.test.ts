import { expect, test } from 'vitest'
import { firstRows } from '../../src/exchange/imports/rules/first-rows.ts'

test('a key of a file is known again by the row in which it came first, however many there are', () => {
  const before = firstRows()
  const keys = Array.from({ length: 100_000 }, (_, at) => `甘肃-${at}`)
  expect(keys.map((key, at) => before(key, at + 2)).filter((row) => row !== undefined)).toEqual([])
  expect(keys.map((key) => before(key, 1))).toEqual(keys.map((_, at) => at + 2))
  expect([before('', 5), before('', 6), before('甘肃', 7)]).toEqual([undefined, 5, undefined])
})
