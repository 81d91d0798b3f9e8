import { expect, test } from 'vitest'
import { stoppedClock } from '../support/people.ts'
import { depositScene, ok } from './scene.ts'
import { daysBetween, lastWorkingDay } from '../../src/deposits/centres/rules.ts'

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

test('the holidays of a year that are not entered make a check an estimate, which is counted again as they are', async () => {
  const clock = stoppedClock('2026-12-22T02:00:00Z')
  await using scene = await depositScene({ now: clock.now })
  const admin = scene.as('demo-admin')
  const { deposit } = await scene.register({ dueOn: '2027-12-31' })
  await scene.lead(deposit, 'centre_check')
  const until = async () => (await scene.read(deposit)).checkUntil
  const page = async (path: string) => (await scene.as('demo-admin').get(path)).text()
  // 1 January is known by law: 23, 24, 25, 28, 29, 30, 31 December, 4, 5 and 6 January.
  expect(await until()).toBe('2027-01-06T16:00:00Z')
  expect(await page(`/deposits/${deposit}`)).toContain('2027 年的放假安排尚未录入')
  expect(await page('/deposits/settings')).toContain('2027 年的放假安排尚未录入')

  const set = async (body: object) => admin.put('/api/v1/deposit-holidays', body)
  await ok(set({ day: '2027-01-01', until: '2027-01-03', name: '元旦' }))
  await ok(set({ day: '2027-01-04', until: '2027-01-05', name: '元旦' }))
  expect(await until()).toBe('2027-01-08T16:00:00Z')
  await ok(admin.delete('/api/v1/deposit-holidays/2027-01-05'))
  expect(await until()).toBe('2027-01-07T16:00:00Z')
  expect(await page('/deposits/settings')).toContain('2027 年的放假安排尚未录入')

  await ok(set({ day: '2027-10-01', until: '2027-10-07', name: '国庆节' }))
  expect(await page('/deposits/settings')).not.toContain('尚未录入')
  expect(await page(`/deposits/${deposit}`)).not.toContain('尚未录入')
  expect((await set({ day: '2027-10-07', until: '2027-10-01', name: '国庆节' })).status).toBe(422)
  expect((await set({ day: '2027-01-01', until: '2027-12-31', name: '全年' })).status).toBe(422)
})

test('the days of 2026 are those that the State Council announced', async () => {
  await using scene = await depositScene()
  const rows = await scene.db
    .selectFrom('deposit_holiday')
    .where('day', '<', '2027-01-01')
    .orderBy('day')
    .select(['day', 'works'])
    .execute()
  const announced = [
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ].flatMap(([first = '', last = '']) => daysBetween(first, last))
  expect(rows.filter(({ works }) => !works).map((one) => one.day)).toEqual(announced)
  expect(rows.filter(({ works }) => works).map((one) => one.day)).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])
})
