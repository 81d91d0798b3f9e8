import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { remindUpkeep, watchUses } from '../../src/upkeep/jobs.ts'
import { tellWaiting } from '../support/told.ts'
import { upkeepScene } from '../upkeep/scene.ts'

/**
 * The institution lives by Asia/Shanghai and this instrument by Europe/Berlin: seven hours less in March, until the
 * clocks change on the 29th. What is typed for it is read, and what is shown of it is written, by its own clock.
 */
const { scene, instrument, turnTo, job, book, get, post, here, letters } = upkeepScene()

beforeEach(() => scene().setPolicy({ timezone: 'Europe/Berlin' }, instrument()))

const page = async (path: string, as: 'demo-steward' | 'demo-researcher' = 'demo-steward') =>
  (await scene().as(as).get(path)).text()
const submit = async (path: string, fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  expect((await scene().as('demo-steward').post(path, form)).status).toBe(303)
}
const items = async (path: string) =>
  z.array(z.looseObject({ id: z.string() })).parse((await get(path, 'demo-steward')).body['items'])

/** Bodies of the letters with such a subject. */
const bodies = async (subject: string) => {
  await tellWaiting(scene().services)
  const rows = await scene()
    .db.selectFrom('mail')
    .where('subject', 'like', `%${subject}%`)
    .select('body')
    .execute()
  return rows.map(({ body }) => body).join('\n')
}

test('a training typed for nine o’clock begins at nine by the instrument’s clock, wherever it is shown', async () => {
  const title = `上机培训 ${crypto.randomUUID()}`
  await submit(here('/trainings'), {
    title,
    place: '2 号楼',
    start: '2026-03-05T09:00',
    end: '2026-03-05T11:00',
    seats: '4',
    kinds: 'training',
    validMonths: '12',
  })
  const [training] = await items(here('/trainings'))
  expect(training).toMatchObject({ start: '2026-03-05T08:00:00Z', timezone: 'Europe/Berlin' })
  const own = here(`/trainings/${training?.id}`)
  for (const path of ['/trainings', own, here('/qualifications')])
    expect(await page(path)).toContain('3月5日周四 09:00–11:00')
  await post(`${own}/enrolment`, {}, 'demo-researcher')
  await post(`${own}/cancellation`, { reason: '教师出差' })
  expect(await bodies(title)).toContain('3月5日 09:00')
})

test('a plan is due on the day of the instrument’s calendar', async () => {
  const name = `换泵油 ${crypto.randomUUID()}`
  await submit(here('/upkeep/plans'), {
    name,
    kind: 'maintenance',
    everyDays: '7',
    lastDoneAt: '2026-02-28T23:30',
  })
  expect(await items(here('/maintenance-plans'))).toMatchObject([{ dueAt: '2026-03-07T22:30:00Z' }])
  expect(await page(here('/upkeep'))).toContain('2026年3月7日')
  await remindUpkeep(job())
  expect(await bodies(name)).toContain('2026年3月7日')
})

test('a qualification that lasts to the end of a day lasts to the end of the instrument’s day', async () => {
  await post(here('/qualifications'), {
    email: 'researcher@hexi.example',
    kind: 'training',
    expiresAt: '2026-03-25T22:59:00Z',
  })
  expect(await page(here('/qualifications'))).toContain('2026年3月25日')
  expect(await page('/trainings', 'demo-researcher')).toContain('2026年3月25日')
  await remindUpkeep(job())
  expect(await letters()).toEqual([
    'researcher@hexi.example: 培训将于 2026年3月25日 23:59（Europe/Berlin）到期',
  ])
})

test('months of a qualification are counted by the instrument’s clock, across a change of its time', async () => {
  const { body } = await post(here('/qualifications'), {
    email: 'researcher@hexi.example',
    kind: 'training',
    validMonths: 1,
  })
  // To the end of the day there, 2 April, which is summer time by then.
  expect(body).toMatchObject({ expiresAt: '2026-04-02T22:00:00Z' })
})

test('an outage is typed and shown by the instrument’s clock', async () => {
  await submit(here('/upkeep/outages'), {
    kind: 'maintenance',
    reason: '更换灯源',
    start: '2026-03-03T09:00',
    end: '2026-03-03T18:00',
  })
  expect(await items(here('/outages'))).toMatchObject([
    { start: '2026-03-03T08:00:00Z', end: '2026-03-03T17:00:00Z' },
  ])
  expect(await page(here('/upkeep'))).toContain('3月3日周二 09:00–18:00')
})

test('who overruns, and who waits for them, read their times by the instrument’s clock', async () => {
  const late = await book('03 08:00', '03 09:00')
  await book('03 09:00', '03 10:30', 'demo-pi')
  turnTo('03 08:00')
  await post(`/bookings/${late}/start`, {}, 'demo-researcher')
  turnTo('03 09:06')
  await watchUses(job())
  expect(await letters()).toHaveLength(2)
  expect(await bodies('预约时间已到')).toContain('于 3月3日 10:00（Europe/Berlin）到时')
  expect(await bodies('前一次使用未结束')).toContain('3月3日 10:00')
})
