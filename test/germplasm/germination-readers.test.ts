import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { SeenViability } from '../../src/germplasm/viability/model.ts'
import type { StockScene } from '../stock/scene.ts'
import { germinationCalls, germinationScene } from './germination-scene.ts'
import { publishable } from '../support/publishable.ts'

let scene: StockScene
let protocol = ''
beforeAll(async () => {
  ;({ scene, protocol } = await germinationScene())
})
afterAll(async () => scene[Symbol.asyncDispose]())

const { get, readTest, start, counts, count, result, describeSeeds, daysOn, germinate } =
  germinationCalls(() => ({ scene, protocol }))

test('a protocol is kept by curators; what has begun goes on as it began', async () => {
  const made = await scene.made('/test-protocols', {
    code: 'GS-EDITED',
    name: { en: 'Edited' },
    speciesGroup: 'Avena',
    temperature: '20',
    firstCountDay: 3,
    lastDay: 7,
  })
  const path = `/api/v1/test-protocols/${made}`
  const id = await start(await scene.lot(), { protocol: made })
  const patch = async (body: object, as = 'demo-curator', match = '*') =>
    (await scene.as(as).patch(path, body, { 'if-match': match })).status
  expect(await patch({ lastDay: 9 }, 'demo-researcher')).toBe(403)
  expect(await patch({ lastDay: 2 })).toBe(422)
  expect(await patch({ lastDay: 9 }, 'demo-curator', '"4"')).toBe(412)
  expect(await patch({ lastDay: 9, closed: true, hardIsViable: false })).toBe(200)
  expect(await readTest(id)).toMatchObject({ lastDay: 7, hardIsViable: true })
  const again = { protocol: made }
  expect(await scene.refusedBy(`/lots/${await scene.lot()}/viability-tests`, again)).toEqual([
    422,
    'protocol',
  ])
})

test('tests are for who keeps the lot, and every change is in the audit', async () => {
  const lot = await scene.lot()
  const id = await start(lot)
  const reads = [
    `/lots/${lot}/viability`,
    `/lots/${lot}/seeds`,
    `/lots/${lot}/viability-tests`,
    `/viability-tests/${id}`,
  ]
  const statuses = async (path: string) =>
    Promise.all(
      [undefined, 'demo-researcher', scene.strangerToken, 'demo-admin'].map(
        async (who) => (await scene.as(who).get(`/api/v1${path}`)).status,
      ),
    )
  for (const path of reads)
    expect([path, await statuses(path)]).toEqual([path, [401, 404, 404, 200]])
  const writes: [string, object][] = [
    [`/lots/${lot}/viability-tests`, { protocol }],
    [`/lots/${lot}/viability-results`, { testedOn: '2020-01-01', percent: 90 }],
    [counts(id), { replicate: 1, day: 1, normal: 1 }],
    [`/viability-tests/${id}/completion`, { isConclusive: false }],
    [`/viability-tests/${id}/abandonment`, { reason: 'x' }],
  ]
  for (const [path, body] of writes) {
    const tried = await Promise.all(
      ['demo-researcher', scene.strangerToken].map(
        async (who) => (await scene.post(path, body, who)).status,
      ),
    )
    expect([path, tried]).toEqual([path, [404, 404]])
  }
  const own = await scene.as(scene.strangerToken).get('/api/v1/viability-tests')
  expect(await own.json()).toMatchObject({ items: [] })
  await count(id, { replicate: 1, day: 4, normal: 3 })
  const audit = await get(`/audit?entity=viability_test&entityId=${id}`, 'demo-admin')
  const Audit = z.object({ items: z.array(z.object({ action: z.string() })) })
  expect(Audit.parse(audit).items.map(({ action }) => action)).toEqual([
    'viability_test.count',
    'viability_test.start',
  ])
})

test('an accession shows everybody the viability of the seed that was tested last, without the lot', async () => {
  const own = { ...publishable.accession, title: { zh: '示例' }, accenumb: 'SEEN 1' }
  const id = await scene.add('accession', own)
  const seen = async () =>
    SeenViability.parse(await (await scene.as().get(`/api/v1/accessions/${id}/viability`)).json())
  expect(await seen()).toEqual({
    receivedOn: null,
    tests: [],
    predicted: [],
    thresholdPercent: null,
  })
  const lots = `/accessions/${id}/lots`
  const older = await scene.made(lots, { code: 'SEEN-A', unit: 'seed', quantity: 500 })
  await result(older, '2019-05-01', 60)
  const lot = await scene.made(lots, { code: 'SEEN-B', unit: 'seed', quantity: 500 })
  await result(lot, '2024-05-01', 91)
  expect(await seen()).toMatchObject({
    tests: [{ on: '2024-05-01', percent: 91, isConclusive: true }],
  })
  const page = await (await scene.as().get(`/records/${id}`)).text()
  expect(page).toContain('viability-curve')
  for (const hidden of [lot, 'SEEN-B']) expect(page).not.toContain(hidden)
  const draft = await scene.add('accession', { ...own, accenumb: 'SEEN 2' }, { publish: false })
  expect((await scene.as().get(`/api/v1/accessions/${draft}/viability`)).status).toBe(404)
})

test('pages open, and the label of a dish leads to its count', async () => {
  const lot = await scene.lot({ code: 'PAGE-1' })
  await describeSeeds(lot, { propagatedOn: daysOn(-100) })
  await result(lot, daysOn(-30), 97)
  const id = await start(lot)
  await germinate(id, 44, 2)
  for (const path of [
    `/lots/${lot}`,
    `/lots/${lot}/seeds`,
    `/lots/${lot}/viability-tests/new`,
    `/viability-tests/${id}`,
    '/viability-tests',
    '/viability-due',
    '/regeneration-queue',
    '/test-protocols',
    '/test-protocols/new',
    `/test-protocols/${protocol}`,
    '/life-constants',
    `/institutions/${scene.own}/testing-rule`,
  ])
    expect([path, (await scene.as('demo-curator').get(path)).status]).toEqual([path, 200])
  const labels = await (await scene.as('demo-curator').get(`/viability-tests/${id}/labels`)).text()
  for (const code of ['PAGE-1@2#1', 'PAGE-1@2#4']) expect(labels).toContain(code)
  const scanned = await scene.as('demo-curator').get('/viability-tests?code=page-1%402%233')
  expect([scanned.status, scanned.headers.get('location')]).toEqual([
    303,
    `/viability-tests/${id}?replicate=3`,
  ])
  const page = await (await scene.as('demo-curator').get(`/lots/${lot}`)).text()
  expect(page).toContain('id="viability-curve-title"')
  const counted = await (await scene.as('demo-curator').get(`/viability-tests/${id}`)).text()
  expect(counted).toContain('chart-band')
})
