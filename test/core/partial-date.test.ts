import { assert, date as anyDate, property } from 'fast-check'
import { expect, test } from 'vitest'
import { partialDateOf } from '../../src/core/partial-date.ts'

test.each([
  ['19810723', 1981, 7, 23, 'day'],
  ['199907--', 1999, 7, null, 'month'],
  ['19990700', 1999, 7, null, 'month'],
  ['1981----', 1981, null, null, 'year'],
  ['19990000', 1999, null, null, 'year'],
  ['1999', 1999, null, null, 'year'],
  ['1999-07', 1999, 7, null, 'month'],
  ['1999/7/5', 1999, 7, 5, 'day'],
  ['2010-01-31 00:00:00', 2010, 1, 31, 'day'],
  ['20000229', 2000, 2, 29, 'day'],
])('%s is a date known to its %5$s', (raw, year, month, day, precision) => {
  expect(partialDateOf(raw)).toEqual({ year, month, day, precision })
})

test.each([
  '',
  '-',
  '--------',
  '----0723',
  '1981--23',
  '19811301',
  '19010229',
  '19810431',
  '81',
  '1990s',
  '2003年',
])('“%s” is no date', (raw) => {
  expect(partialDateOf(raw)).toBeNull()
})

test('every day of the calendar is read as itself', () => {
  const days = anyDate({
    min: new Date('1900-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  })
  assert(
    property(days, (date) => {
      const iso = date.toISOString().slice(0, 10)
      expect(partialDateOf(iso.replaceAll('-', ''))).toEqual(partialDateOf(iso))
      expect(partialDateOf(iso)?.precision).toBe('day')
    }),
  )
})
