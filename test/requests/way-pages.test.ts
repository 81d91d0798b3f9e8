import { expect, test } from 'vitest'
import { z } from 'zod'
import { type WayCode, wayCodes } from '../../src/requests/ways/model.ts'
import { addDataset } from '../datasets/scene.ts'
import { publishable } from '../support/publishable.ts'
import { type BasketScene, basketScene } from './basket-scene.ts'

type Case = { code: WayCode; id: string; as: string | undefined }

const Way = z.object({
  code: z.string(),
  act: z.string(),
  sentence: z.object({ zh: z.string(), en: z.string() }),
  price: z.object({ zh: z.string() }).nullable(),
})

/** A record for each way, and who looks at it. */
async function everyWay(scene: BasketScene): Promise<Case[]> {
  const { add, own, accession, samples, closed, dataset, open, visitorToken, made } = scene
  const instrument = (title: string) =>
    add('instrument', { ...publishable.instrument, title: { en: title } })
  const germplasm = (accenumb: string, more: object = {}, state = { publish: true }) =>
    add(
      'accession',
      { ...publishable.accession, accenumb, title: { en: accenumb }, ...more },
      state,
    )
  const of = async (input: object, more: object = {}) =>
    (await addDataset(scene, { input: { access: 'on_request', ...input }, ...more })).id
  const ruled = async (title: string, policy: object) => {
    const id = await instrument(title)
    const answer = await scene.as('demo-steward').put(`/api/v1/instruments/${id}/policy`, policy)
    if (!answer.ok) throw new Error(await answer.text())
    return id
  }
  const withService = await ruled('Serving', { audience: 'institution' })
  const without = await ruled('Private', { audience: 'institution' })
  await made(
    `/instruments/${withService}/services`,
    { title: { en: 'Imaging' }, unit: 'sample', turnaroundDays: 5, prices: { external: 12_000 } },
    'demo-steward',
  )
  const [draft, gone, used] = [
    await germplasm('D 1', {}, { publish: false }),
    await germplasm('W 1'),
    await germplasm('N 1'),
  ]
  await scene.post(`/accessions/${gone}/withdrawal`, { reason: 'Twice' })
  const lot = await made(`/accessions/${used}/lots`, { code: 'N-1', unit: 'seed', quantity: 5 })
  await scene.post(`/lots/${lot}/entries`, { kind: 'discard', quantity: 5, reason: 'Old' })
  const renewed = await of({})
  await scene.db
    .insertInto('dataset_grant')
    .values({
      record_id: renewed,
      person_id: scene.people['demo-outsider'],
      reason: 'Once',
      granted_at: scene.services.now().subtract({ hours: 48 }),
      expires_at: scene.services.now().subtract({ hours: 24 }),
    })
    .execute()
  const guest = undefined
  const asker = 'demo-outsider'
  return [
    { code: 'draft', id: draft, as: 'demo-curator' },
    { code: 'withdrawn', id: gone, as: asker },
    { code: 'closed', id: closed, as: asker },
    { code: 'book', id: scene.instrument, as: asker },
    { code: 'book_signed_in', id: scene.instrument, as: guest },
    { code: 'order_only', id: withService, as: asker },
    { code: 'not_for_you', id: without, as: visitorToken },
    { code: 'qualify', id: await ruled('Laser', { qualifications: ['safety'] }), as: asker },
    {
      code: 'out_of_use',
      id: await add('instrument', { ...publishable.instrument, title: { en: 'Old' }, status: '6' }),
      as: asker,
    },
    { code: 'download', id: open, as: guest },
    {
      code: 'accept_terms',
      id: await of({ access: 'open' }, { terms: { en: 'Cite' } }),
      as: asker,
    },
    { code: 'sign_in', id: await of({ access: 'registered' }), as: guest },
    { code: 'request_files', id: dataset, as: guest },
    { code: 'renew_files', id: renewed, as: asker },
    {
      code: 'not_given',
      id: await of({ protected: true, protectedUntil: '2099-01-01' }),
      as: asker,
    },
    {
      code: 'no_files',
      id: await add('dataset', { ...publishable.dataset, institution: own, title: { en: 'Bare' } }),
      as: asker,
    },
    { code: 'request_material', id: accession, as: asker },
    { code: 'request_signed_in', id: await germplasm('R 1', { access: 'registered' }), as: guest },
    { code: 'none_available', id: used, as: asker },
    { code: 'request_samples', id: samples, as: asker },
  ]
}

test('every way has one main button on its page, or says why not and whom to ask', async () => {
  await using scene = await basketScene()
  const cases = await everyWay(scene)
  expect(cases.map(({ code }) => code).toSorted()).toEqual([...wayCodes].toSorted())
  for (const { code, id, as } of cases) {
    const caller = scene.as(as)
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const way = Way.parse(await (await caller.get(`/api/v1/records/${id}/way`)).json())
    expect(way.code).toBe(code)
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const page = await (await caller.get(`/records/${id}`)).text()
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    const buttons = main.match(/button-primary/g)?.length ?? 0
    // Of what was withdrawn its tombstone says so, and whose it was.
    const isGone = code === 'withdrawn'
    expect([code, buttons]).toEqual([code, isGone ? 0 : 1])
    expect(main).toContain(isGone ? `/institutions/${scene.own}` : way.sentence.zh)
  }
})

test('price, papers and answering time are said before asking', async () => {
  await using scene = await basketScene()
  await scene
    .as('demo-curator')
    .put(
      `/api/v1/request-providers/${scene.own}`,
      { answerDays: 7, quorum: 0, needsConsent: true, appealDays: 30 },
      { 'if-match': '"0"' },
    )
  const way = async (id: string, as = 'demo-outsider') =>
    (await scene.as(as).get(`/api/v1/records/${id}/way`)).json()
  const samples = await way(scene.samples)
  expect(samples).toMatchObject({ price: { zh: '免费。' }, answersWithinDays: 7 })
  expect(samples.papers.map(({ kind }: { kind: string }) => kind)).toContain('consent')
  const page = await (await scene.as('demo-outsider').get(`/records/${scene.samples}`)).text()
  for (const said of ['免费。', '承诺 7 个工作日内答复', '需负责人同意'])
    expect(page).toContain(said)
  expect(await way(scene.instrument)).toMatchObject({ price: { zh: '没有收费标准，免费使用。' } })
})

test('what the law forbids is said in the sentence, with its clause', async () => {
  await using scene = await basketScene()
  await scene.db
    .updateTable('institution')
    .set({ foreign_controlled: true })
    .where('id', '=', scene.other)
    .execute()
  const answer = await scene.as('demo-outsider').get(`/api/v1/records/${scene.samples}/way`)
  const { papers, sentence } = await answer.json()
  const blocked = papers.find(({ kind }: { kind: string }) => kind === 'blocked')
  expect(blocked).toBeDefined()
  expect(sentence.zh).toContain(blocked.clause.zh)
  const page = await (await scene.as('demo-outsider').get(`/records/${scene.samples}`)).text()
  expect(page).toContain('依法不能提供')
})
