import { expect, test } from 'vitest'
import { stoppedClock } from '../support/people.ts'
import { requestScene } from './scene.ts'

test('what was received is reported on, the report is shown as impact, and an overdue one keeps back new germplasm', async () => {
  const clock = stoppedClock('2026-01-05T02:00:00Z')
  await using scene = await requestScene({}, { now: clock.now })
  const request = await scene.sent([{ record: scene.dataset }])
  expect(await scene.refused(request.id, 'use-report', { results: '无' })).toEqual([409])
  const decided = await scene.decided(request, 'approved')
  expect(decided.state).toBe('fulfilled')
  const germplasm = await scene.sent([scene.seeds(5)])
  expect(germplasm.state).toBe('submitted')

  clock.pass({ hours: 24 * 370 })
  const [draft] = await scene.draft([scene.seeds(5)])
  const id = draft?.id ?? ''
  expect(await scene.refused(id, 'submission')).toEqual([409, 'report_owed'])
  const answer = await scene.post(`/requests/${id}/submission`, {}, 'demo-outsider')
  expect(await answer.text()).toContain(`/requests/${request.id}`)
  // Another dataset may still be asked for.
  await scene.sent([{ record: scene.dataset }])

  const bad = { results: '冰量估算', publications: '10.1000/good Title\n10.99/' }
  expect(await scene.refused(request.id, 'use-report', bad)).toEqual([422, 'publications'])
  expect(await scene.refused(request.id, 'use-report', { results: '无', contractFen: 5 })).toEqual([
    422,
    'contractNumber',
  ])
  const report = {
    results: '冰量估算',
    publications: 'https://doi.org/10.1000/Good Ice of the Qilian Mountains\n李明. 冰川学. 2026',
    patents: 'ZL 2026 1 0000001.X',
    contractNumber: '2026620100000001',
    contractFen: 12_050,
  }
  expect(await scene.refused(request.id, 'use-report', report, 'demo-curator')).toEqual([403])
  await scene.give(request.id, 'use-report', report)
  const { items } = await (
    await scene.as('demo-outsider').get(`/api/v1/requests/${request.id}/use-reports`)
  ).json()
  expect(items).toMatchObject([
    {
      results: '冰量估算',
      publications: [
        { doi: '10.1000/good', text: 'Ice of the Qilian Mountains' },
        { doi: null, text: '李明. 冰川学. 2026' },
      ],
      patents: ['ZL 2026 1 0000001.X'],
      contractFen: 12_050,
    },
  ])
  expect((await scene.as().get(`/api/v1/requests/${request.id}/use-reports`)).status).toBe(401)
  expect((await scene.give(id, 'submission')).state).toBe('submitted')

  const page = await (await scene.as().get(`/records/${scene.dataset}`)).text()
  expect(page).toContain('https://doi.org/10.1000/good')
  expect(page).not.toContain('冰量估算')
})

test('how soon a provider answers is public from three answers on, in working days', async () => {
  const clock = stoppedClock('2026-01-05T02:00:00Z')
  await using scene = await requestScene({}, { now: clock.now })
  const figures = async () =>
    (await scene.as().get(`/api/v1/request-providers/${scene.own}/statistics`)).json()
  expect(await figures()).toMatchObject({ answered: 0, medianDays: null })
  for (const days of [1, 4, 7]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const request = await scene.sent([{ record: scene.dataset }])
    clock.pass({ hours: 24 * days })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await scene.decided(request, 'rejected', { reason: '不符合' })
  }
  // From Monday 5 to Tuesday 6, to Saturday 10, to Saturday 17 January.
  expect(await figures()).toEqual({
    answered: 3,
    medianDays: 3,
    p90Days: 5,
    reports: 0,
    publications: 0,
  })
  const way = await scene.as().get(`/api/v1/records/${scene.dataset}/way`)
  expect(await way.json()).toMatchObject({ usualAnswerDays: 3 })
  expect(await (await scene.as().get(`/institutions/${scene.own}`)).text()).toContain('3 个工作日')
  expect((await scene.as().get('/api/v1/request-providers/nowhere/statistics')).status).toBe(404)
})
