import { expect, test } from 'vitest'
import { lastWorkingDay } from '../../src/deposits/centres/rules.ts'

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
