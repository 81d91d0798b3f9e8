import { expect, test } from 'vitest'
import { momentIn } from '../../src/core/time.ts'
import {
  daysBetween,
  endOfWorkingDays,
  lastWorkingDay,
  workingDaysIn,
} from '../../src/core/working-days.ts'

const day = (from: string, count: number, entered: { day: string; works: boolean }[] = []) =>
  lastWorkingDay(from, count, entered).toString()

const holidays = (...days: string[]) => days.map((one) => ({ day: one, works: false }))
const worked = (...days: string[]) => days.map((one) => ({ day: one, works: true }))

test.each([
  { name: 'ten working days are two weeks', from: '2026-11-25', is: '2026-12-09' },
  { name: 'what comes on a Friday begins on Monday', from: '2026-11-27', is: '2026-12-11' },
  { name: 'what comes on a Saturday too', from: '2026-11-28', is: '2026-12-11' },
  {
    name: 'a holiday is no working day',
    from: '2026-11-25',
    entered: holidays('2026-12-01'),
    is: '2026-12-10',
  },
  {
    name: 'a holiday on a weekend takes nothing away',
    from: '2026-11-25',
    entered: holidays('2026-11-28'),
    is: '2026-12-09',
  },
  {
    name: 'a weekend day that is worked instead counts',
    from: '2026-11-25',
    entered: [...holidays('2026-12-01'), ...worked('2026-12-05')],
    is: '2026-12-09',
  },
  {
    name: 'the year ends meanwhile',
    from: '2026-12-24',
    entered: holidays('2027-01-01'),
    is: '2027-01-08',
  },
  {
    name: 'a week of the spring festival passes',
    from: '2026-02-13',
    entered: [
      ...holidays(
        '2026-02-16',
        '2026-02-17',
        '2026-02-18',
        '2026-02-19',
        '2026-02-20',
        '2026-02-23',
      ),
      ...worked('2026-02-14', '2026-02-28'),
    ],
    is: '2026-03-05',
  },
])('$name', ({ from, entered, is }) => {
  expect(day(from, 10, entered)).toBe(is)
})

test('days of a holiday are counted with both its ends', () => {
  expect(daysBetween('2027-02-27', '2027-03-01')).toEqual([
    '2027-02-27',
    '2027-02-28',
    '2027-03-01',
  ])
  expect(daysBetween('2027-02-05', '2027-02-05')).toEqual(['2027-02-05'])
  expect(daysBetween('2027-02-05', '2027-02-04')).toEqual([])
})

const at = (text: string) => {
  const moment = momentIn(text)
  if (!moment) throw new Error(`${text} is no moment.`)
  return moment
}
const lanzhou = { zone: 'Asia/Shanghai', entered: holidays('2026-12-01') }

test.each([
  { name: 'the day of the start does not count', end: '2026-11-25T23:59+08:00', is: 0 },
  { name: 'the day of the end does, from its first minute', end: '2026-11-26T00:00+08:00', is: 1 },
  { name: 'a weekend does not', end: '2026-11-29T12:00+08:00', is: 2 },
  { name: 'nor does an entered holiday', end: '2026-12-02T09:00+08:00', is: 4 },
  { name: 'the days are those of the zone, not of UTC', end: '2026-11-25T17:00Z', is: 1 },
  { name: 'what ends before it starts took none', end: '2026-11-01T00:00Z', is: 0 },
])('working days that passed: $name', ({ end, is }) => {
  const period = { start: at('2026-11-25T09:00+08:00'), end: at(end) }
  expect(workingDaysIn(period, lanzhou)).toBe(is)
})

test('what is done before the end of the n-th working day took n at most, what is done later took more', () => {
  const start = at('2026-11-27T16:00+08:00')
  for (const count of [1, 2, 5, 10]) {
    const end = endOfWorkingDays(start, count, lanzhou)
    const took = (ms: number) =>
      workingDaysIn({ start, end: end.add({ milliseconds: ms }) }, lanzhou)
    expect(took(-1)).toBe(count)
    // A weekend may follow, on which nothing is counted.
    expect(took(4 * 86_400_000)).toBeGreaterThan(count)
  }
  expect(endOfWorkingDays(start, 2, lanzhou).toString()).toBe('2026-12-02T16:00:00Z')
})

test('the end of a day holds where clocks change', () => {
  const berlin = { zone: 'Europe/Berlin', entered: [] }
  expect(endOfWorkingDays(at('2026-10-23T09:00Z'), 1, berlin).toString()).toBe(
    '2026-10-26T23:00:00Z',
  )
})
