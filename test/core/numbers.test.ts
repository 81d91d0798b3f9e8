import { expect, test } from 'vitest'
import { z } from 'zod'
import { inputOf } from '../../src/catalog/records/rules/form.ts'
import { form } from '../../src/core/form.ts'
import { fenOf } from '../../src/core/money.ts'
import { numberOf } from '../../src/core/numbers.ts'
import { readCell } from '../../src/exchange/values/rules/cell.ts'

test.each([
  ['12', 12],
  ['12.5', 12.5],
  ['-0.5', -0.5],
  ['1,234', 1234],
  ['1,234,567.25', 1_234_567.25],
  ['１２．５', 12.5],
  ['１，２３４', 1234],
  ['1e3', 1000],
])('%s is %d', (typed, value) => {
  expect(numberOf(typed)).toBe(value)
})

test.each([
  '12,5',
  '1,2345',
  '1234,567',
  '12,34,567',
  ',5',
  '1,234,56',
  '1.5,000',
  '0,123',
  '',
  'NaN',
  '0x10',
])('a comma parts thousands only: “%s” is no number', (typed) => {
  expect(numberOf(typed)).toBeNaN()
})

test('the readers of money and numbers agree', () => {
  const percent = form(z.strictObject({ share: z.int() }), {
    share: { as: 'number', label: { zh: '份额', en: 'Share' } },
  })
  expect(percent.read({ share: ['12,5'] })).toEqual({ share: '12,5' })
  expect(percent.read({ share: ['1,250'] })).toEqual({ share: 1250 })
  const worth = {
    key: 'worth',
    group: 'money',
    type: 'number',
    label: { zh: '原值', en: 'Worth' },
  } as const
  expect(inputOf([worth], { worth: ['12,5'] })['worth']).toBe('12,5')
  expect(inputOf([worth], { worth: ['1,250'] })['worth']).toBe(1250)
  expect(readCell(worth, '1234,567', undefined)).toHaveProperty('problem')
  expect(readCell(worth, '12,5', undefined)).toHaveProperty('problem')
  expect(readCell(worth, '1，250', undefined)).toEqual({ value: 1250 })
  expect(fenOf('12,5')).toBeNaN()
  expect(fenOf('1,250.5')).toBe(125_050)
})
