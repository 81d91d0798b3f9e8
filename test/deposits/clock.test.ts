import { expect, test } from 'vitest'
import { daysBetween } from '../../src/core/working-days.ts'
import { stoppedClock } from '../support/people.ts'
import { depositScene, ok } from './scene.ts'

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
