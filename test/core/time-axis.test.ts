import { expect, test } from 'vitest'
import { axisOf, spanOf } from '../../src/core/time-axis.ts'

test.each([
  ['2019', '2020', 2019, 2021],
  ['2019-07', '2019-12', 2019.5, 2020],
  ['2019', null, 2019, 2020],
  [null, '201907--', 2019.5, 2019 + 7 / 12],
])('what is partly known spans all that it may be: %s to %s', (from, until, first, last) => {
  const span = spanOf(from, until)
  expect(span?.from).toBeCloseTo(first)
  expect(span?.until).toBeCloseTo(last)
})

test.each([
  [null, null],
  ['2021', '2019'],
  ['unknown', '2019'],
  ['2019', 'now'],
])('what is no period spans nothing: %s to %s', (from, until) => {
  expect(spanOf(from, until)).toBeNull()
})

test('an axis is of whole years around everything, with a few of them written', () => {
  expect(axisOf([{ from: 2019.5, until: 2019.6 }])).toEqual({
    from: 2019,
    until: 2020,
    ticks: [2019, 2020],
  })
  const long = axisOf([
    { from: 1958, until: 1990 },
    { from: 2026.9, until: 2026.91 },
  ])
  expect(long).toEqual({ from: 1958, until: 2027, ticks: [1960, 1980, 2000, 2020] })
})
