import { expect, test } from 'vitest'
import { remindUpkeep } from '../../src/upkeep/jobs.ts'
import { upkeepScene } from './scene.ts'

const { scene, turnTo, job, book, get, post, here, letters } = upkeepScene()

const plan = async (body: object) => {
  const answer = await post(here('/maintenance-plans'), {
    kind: 'maintenance',
    name: '换泵油',
    ...body,
  })
  expect(answer.status).toBe(201)
  return answer.body
}
const plans = async () => (await get(here('/maintenance-plans'), 'demo-steward')).body['items']
const use = async (start: string, end: string) => {
  const id = await book(start, end)
  turnTo(start)
  await post(`/bookings/${id}/start`, {}, 'demo-researcher')
  turnTo(end)
  await post(`/bookings/${id}/finish`, {}, 'demo-researcher')
}

test('a plan is due by its day, and counted anew once it is done', async () => {
  const { id } = await plan({ everyDays: 90, lastDoneAt: '2025-12-01T08:00Z' })
  expect(await plans()).toMatchObject([{ dueAt: '2026-03-01T08:00:00Z', state: 'overdue' }])
  const done = await post(here(`/maintenance-plans/${id}/completions`), { note: '油色正常' })
  expect(done).toMatchObject({
    status: 201,
    body: { dueAt: '2026-05-31T08:00:00Z', state: 'fine', lastDoneAt: '2026-03-02T08:00:00Z' },
  })
  const late = await post(here(`/maintenance-plans/${id}/completions`), {
    doneAt: '2026-01-01T00:00Z',
  })
  expect(late.body).toMatchObject({ dueAt: '2026-05-31T08:00:00Z' })
})

test('a plan is due by the hours that the instrument was used, whichever comes first', async () => {
  await plan({ everyDays: 365, everyUseHours: 4 })
  await use('03 01:00', '03 03:30')
  expect(await plans()).toMatchObject([{ usedHours: 2.5, state: 'fine' }])
  await use('03 05:00', '03 06:12')
  expect(await plans()).toMatchObject([{ usedHours: 3.7, state: 'soon' }])
  await use('03 07:00', '03 08:00')
  expect(await plans()).toMatchObject([{ usedHours: 4.7, state: 'overdue' }])
})

test('overdue plans come first, wherever their instruments are', async () => {
  await plan({ name: '以后', everyDays: 30 })
  await plan({ name: '过期', everyDays: 10, lastDoneAt: '2026-01-01T00:00Z' })
  await plan({ name: '将到期', everyDays: 7 })
  expect(await plans()).toMatchObject([{ name: '过期' }, { name: '将到期' }, { name: '以后' }])
  const { body } = await get('/maintenance-due', 'demo-steward')
  expect(body['items']).toContainEqual(expect.objectContaining({ name: '过期' }))
  expect((await get('/maintenance-due', 'demo-outsider')).body['items']).toEqual([])
})

test('staff are told once that something is due, and again after it was done', async () => {
  const { id } = await plan({ everyDays: 5 })
  await plan({ name: '校准', kind: 'calibration', everyDays: 60 })
  await remindUpkeep(job())
  await remindUpkeep(job())
  expect(await letters()).toEqual(['steward@hexi.example: 换泵油将于 2026年3月7日到期'])
  await post(here(`/maintenance-plans/${id}/completions`))
  await remindUpkeep(job())
  expect(await letters()).toHaveLength(2)
})

test('a plan says how often, is not done ahead of time, and ends once', async () => {
  const unsaid = await post(here('/maintenance-plans'), { kind: 'calibration', name: '校准' })
  expect(unsaid.status).toBe(422)
  const { id } = await plan({ everyDays: 5 })
  const ahead = await post(here(`/maintenance-plans/${id}/completions`), {
    doneAt: '2026-04-01T00:00Z',
  })
  expect(ahead.status).toBe(422)
  expect((await post(here(`/maintenance-plans/${id}/ending`), {}, 'demo-pi')).status).toBe(403)
  expect((await post(here(`/maintenance-plans/${id}/ending`))).status).toBe(200)
  expect((await post(here(`/maintenance-plans/${id}/ending`))).status).toBe(409)
  expect(await plans()).toEqual([])
})

test('a plan that was ended is followed again, and what was done stays listed meanwhile', async () => {
  const { id } = await plan({ everyDays: 90 })
  await post(here(`/maintenance-plans/${id}/completions`), { note: '油色正常' })
  expect((await post(here(`/maintenance-plans/${id}/resumption`))).status).toBe(409)
  await post(here(`/maintenance-plans/${id}/ending`))
  const done = await get(here('/maintenance-done'), 'demo-steward')
  expect(done.body['items']).toMatchObject([{ plan: { id, name: '换泵油' }, note: '油色正常' }])
  const ended = await get(here('/ended-maintenance-plans'), 'demo-steward')
  expect(ended.body['items']).toMatchObject([{ id, lastDoneAt: '2026-03-02T08:00:00Z' }])
  for (const list of ['/maintenance-done', '/ended-maintenance-plans'])
    expect((await get(here(list), 'demo-pi')).status).toBe(403)
  const again = here(`/maintenance-plans/${id}/resumption`)
  expect((await post(again, {}, 'demo-pi')).status).toBe(403)
  expect(await post(again)).toMatchObject({ status: 200, body: { dueAt: '2026-05-31T08:00:00Z' } })
  expect(await plans()).toMatchObject([{ id, state: 'fine' }])
})

test('the page says what ending a plan does before it is ended, and offers to follow it again', async () => {
  const { id } = await plan({ everyDays: 90 })
  const page = async () =>
    (await scene().as('demo-steward').get(here('/upkeep'), { 'accept-language': 'zh' })).text()
  const [, fold = ''] =
    new RegExp(`<details>((?:(?!</details>).)*plans/${id}/end".*?)</details>`, 's').exec(
      await page(),
    ) ?? []
  expect(fold).toContain('已有记录保留，以后可以重新启用')
  await post(here(`/maintenance-plans/${id}/ending`))
  expect(await page()).toContain(`plans/${id}/resumption"`)
})
