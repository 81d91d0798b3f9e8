import { expect, test } from 'vitest'
import { z } from 'zod'
import { publishable } from '../support/publishable.ts'
import { stoppedClock } from '../support/people.ts'
import { requestScene } from './scene.ts'

const Id = z.looseObject({ id: z.string() })
const fileForm = () => {
  const form = new FormData()
  form.append('file', new File(['%PDF-1.7'], '报告.pdf'))
  return form
}
const Reports = z.object({ items: z.array(Id.extend({ derived: z.array(Id) })) })
const Ancestors = z.object({ ancestors: z.array(Id) })

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
    patents: 0,
    varieties: 0,
    derived: 0,
    contracts: 0,
    contractFen: 0,
  })
  await scene.lot()
  const way = await scene.as().get(`/api/v1/records/${scene.accession}/way`)
  expect(await way.json()).toMatchObject({ usualAnswerDays: 3 })
  expect(await (await scene.as().get(`/institutions/${scene.own}`)).text()).toContain('3 个工作日')
  expect((await scene.as().get('/api/v1/request-providers/nowhere/statistics')).status).toBe(404)
})

test('derived accessions get their parent in the pedigree, and files of a report are read by both sides alone', async () => {
  await using scene = await requestScene()
  const accession = (title: string, accenumb: string) =>
    scene.add('accession', { ...publishable.accession, title: { zh: title, en: title }, accenumb })
  const request = await scene.decided(await scene.sent([scene.seeds(5)]), 'approved')
  const lines = request.items.map(({ id }) => ({ item: id }))
  await scene.give(request.id, 'shipment', { lines }, 'demo-curator')
  await scene.give(request.id, 'receipt')
  const [kept, other] = [await accession('新品系', 'NEW-1'), await accession('旧品系', 'OLD-1')]
  const wrong = (derived: string) =>
    scene.refused(request.id, 'use-report', { results: '选育', derived })
  expect(await wrong('新品系')).toEqual([422, 'derived'])
  expect(await wrong(scene.dataset)).toEqual([422, 'derived'])
  expect(await wrong(`${kept} ${other}`)).toEqual([422, 'derived'])
  expect(await wrong(scene.accession)).toEqual([422, 'derived'])
  const report = {
    results: '选育',
    varieties: '国审草 2026001',
    contractNumber: '2026620100000002',
    contractFen: 100_000,
    derived: `http://hexi.test/records/${kept}\n${other} ${scene.accession}`,
  }
  await scene.give(request.id, 'use-report', report)
  const asOutsider = scene.as('demo-outsider')
  const reports = `/api/v1/requests/${request.id}/use-reports`
  const { items } = Reports.parse(await (await asOutsider.get(reports)).json())
  expect(items[0]?.derived.map(({ id }) => id)).toEqual([kept, other].toSorted())

  const page = await (await scene.as().get(`/records/${scene.accession}`)).text()
  for (const words of ['新品系', '国审草 2026001', '1,000']) expect(page).toContain(words)
  const figures = await scene.as().get(`/api/v1/request-providers/${scene.own}/statistics`)
  expect(await figures.json()).toMatchObject({
    varieties: 1,
    derived: 2,
    contracts: 1,
    contractFen: 100_000,
  })

  const files = `${reports}/${items[0]?.id}/files`
  expect((await scene.as('demo-curator').post(files, fileForm())).status).toBe(403)
  expect((await scene.as('demo-researcher').post(files, fileForm())).status).toBe(404)
  expect((await asOutsider.post(files, new FormData())).status).toBe(422)
  const added = await asOutsider.post(files, fileForm())
  expect(added.status).toBe(201)
  const { id } = Id.parse(await added.json())
  expect(await (await scene.as('demo-curator').get(`${files}/${id}`)).text()).toBe('%PDF-1.7')
  expect((await scene.as('demo-researcher').get(`${files}/${id}`)).status).toBe(404)
  expect((await scene.as().get(`${files}/${id}`)).status).toBe(401)
  expect((await asOutsider.get(`${files}/nothing`)).status).toBe(404)
  const own = await (await asOutsider.get(`/requests/${request.id}`)).text()
  expect(own).toContain('报告.pdf')
})

test('an accession of the reporter gets what it came of in its pedigree, and never in a circle', async () => {
  await using scene = await requestScene()
  const reporter = scene.strangerToken
  const input = { ...publishable.accession, title: { zh: '新品系', en: 'New line' } }
  const body = { ...input, accenumb: 'NEW-2', institution: scene.other }
  const child = Id.parse(await (await scene.post('/accessions', body, reporter)).json()).id
  expect((await scene.post(`/accessions/${child}/publication`, {}, reporter)).status).toBe(200)
  const received = async () => {
    const request = await scene.decided(await scene.sent([scene.seeds(5)], reporter), 'approved')
    const lines = request.items.map(({ id }) => ({ item: id }))
    await scene.give(request.id, 'shipment', { lines }, 'demo-curator')
    return scene.give(request.id, 'receipt', {}, reporter)
  }
  const report = { results: '系统选育', derived: child }
  await scene.give((await received()).id, 'use-report', report, reporter)
  const pedigree = `/api/v1/accessions/${child}/pedigree`
  expect(await (await scene.as().get(pedigree)).json()).toMatchObject({
    ancestors: [{ parent: { id: scene.accession }, role: 'population' }],
  })
  // What is there already stays.
  await scene.give((await received()).id, 'use-report', report, reporter)
  const { ancestors } = Ancestors.parse(await (await scene.as().get(pedigree)).json())
  expect(ancestors).toHaveLength(1)
})
