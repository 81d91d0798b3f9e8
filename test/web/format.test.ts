import { expect, test } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPartialDate,
  formatQuantity,
  formatTally,
} from '../../src/web/format.ts'
import { ownPath, withQuery } from '../../src/web/paths.ts'

test('a moment is told in the zone of the house, a day in none', () => {
  expect(formatDateTime('2026-11-23T16:30:00Z', 'zh')).toBe('2026年11月24日 00:30')
  expect(formatDateTime('2026-11-23T16:30:00Z', 'en')).toBe('24 Nov 2026, 00:30')
  expect(formatDateTime('2026-11-23T16:30:00Z', 'en', 'Europe/Berlin')).toBe('23 Nov 2026, 17:30')
  expect(formatDate('2026-11-23', 'zh')).toBe('2026年11月23日')
  expect(formatDate(new Date('2026-11-23T16:30:00Z'), 'en')).toBe('24 Nov 2026')
})

test('a count says whether it is exact, a floor or an estimate', () => {
  expect(formatCount({ value: 1, relation: 'eq' }, 'en')).toBe('1 record')
  expect(formatCount({ value: 1234, relation: 'eq' }, 'zh')).toBe('1,234 条')
  expect(formatCount({ value: 10000, relation: 'gte' }, 'zh')).toBe('10,000 条以上')
  expect(formatCount({ value: 12000, relation: 'about' }, 'zh')).toBe('约 12,000 条')
  expect(formatTally({ value: 10000, relation: 'gte' }, 'en')).toBe('10,000+')
})

test('numbers, units and sizes are those of the language', () => {
  expect(formatNumber(1234.5, 'zh')).toBe('1,234.5')
  expect(formatQuantity(1400, 'h', 'zh')).toBe('1,400\u00a0小时')
  expect(formatQuantity(85, '%', 'en')).toBe('85%')
  expect(formatQuantity(-18, 'Cel', 'en')).toBe('−18\u00a0°C')
  expect([0, 999, 1000, 3_210_000, 999_999_999].map((bytes) => formatBytes(bytes, 'en'))).toEqual([
    '0 B',
    '999 B',
    '1 KB',
    '3.2 MB',
    '1 GB',
  ])
})

test('a query changes where it is told to, and a way back stays on this site', () => {
  expect(withQuery('/records?q=a&after=x', { after: null, kind: 'dataset' })).toBe(
    '/records?q=a&kind=dataset',
  )
  expect(withQuery('/records?q=a', { q: null })).toBe('/records')
  for (const origin of ['', 'http://hexi.test', 'https://hexi.test:8443'])
    expect(withQuery(`${origin}/records?q=a#files`, { lang: 'en' })).toBe('/records?q=a&lang=en')
  for (const slashes of ['//', '///', '/\\', '\\\\'])
    expect(withQuery(`${slashes}evil.example/x`, { lang: 'en' })).toBe('/evil.example/x?lang=en')
  expect(ownPath('/records?q=%E8%8B%9C#results')).toBe('/records?q=%E8%8B%9C#results')
  expect(ownPath(undefined)).toBe('/')
  expect(ownPath('javascript:alert(1)')).toBe('/')
})

test('a partial date is as precise as what is known of it, and odd ones are shown as they came', () => {
  expect(
    ['201909--', '1981----', '19990715', '1999-07', '1999????'].map((raw) => [
      formatPartialDate(raw, 'zh'),
      formatPartialDate(raw, 'en'),
    ]),
  ).toEqual([
    ['2019年9月', 'Sept 2019'],
    ['1981年', '1981'],
    ['1999年7月15日', '15 Jul 1999'],
    ['1999年7月', 'Jul 1999'],
    ['1999????', '1999????'],
  ])
})
