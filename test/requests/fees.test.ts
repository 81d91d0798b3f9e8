import { expect, test } from 'vitest'
import { testNow } from '../support/clock.ts'
import { publishable } from '../support/publishable.ts'
import { type RequestScene, requestScene, type Shown } from './scene.ts'

const set = async (scene: RequestScene, fee: object) =>
  scene.made('/requests/fees', { institution: scene.own, ...fee })
const feesOf = async (scene: RequestScene, { id }: Pick<Shown, 'id'>, as = 'demo-researcher') =>
  (await (await scene.as(as).get(`/api/v1/requests/${id}/fees`)).json()).items
const sent = async (scene: RequestScene, items: readonly object[] = [scene.seeds(200)]) =>
  scene.sent(items, 'demo-researcher')
const ship = async (scene: RequestScene, { id, items }: Shown, quantity?: number) =>
  scene.give(
    id,
    'shipment',
    {
      way: 'carrier',
      carrier: '顺丰',
      lines: [{ item: items[0]?.id, ...(quantity !== undefined && { quantity }) }],
    },
    'demo-curator',
  )
/** The researcher’s lab, which pays. */
async function labOf(scene: RequestScene): Promise<string> {
  const lab = await scene.made('/labs', { institution: scene.own, name: { zh: '牧草课题组' } })
  for (const [token, role] of [
    ['demo-pi', 'pi'],
    ['demo-researcher', 'member'],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- a member after the other
    await scene.post(`/labs/${lab}/members`, { person: scene.people[token], role })
  return lab
}
const chargesIn = async (scene: RequestScene) =>
  scene.db
    .selectFrom('charge')
    .select(['cause', 'amount_fen as amountFen', 'lab_id as labId', 'institution_id as paid'])
    .orderBy('id')
    .execute()

test('the price is said before asking, fixed by the approval, and charged by what is shipped', async () => {
  await using scene = await requestScene()
  await scene.lot({ quantity: 1000 })
  const lab = await labOf(scene)
  const fee = await set(scene, { unit: 'seed', own: 50, external: 200 })
  const way = async (as: string) =>
    (await (await scene.as(as).get(`/api/v1/records/${scene.accession}/way`)).json()).price.zh
  expect(await way('demo-researcher')).toBe('每粒 0.50 元。')
  expect(await way('demo-outsider')).toBe('每粒 2 元。')
  const asked = { record: scene.accession, quantity: 200, unit: 'seed' }
  await scene.as('demo-researcher').post('/api/v1/basket/items', asked)
  for (const path of ['/basket', '/basket/checkout']) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const page = await (await scene.as('demo-researcher').get(path)).text()
    expect(page).toContain('每粒 0.50 元，共 100 元。')
  }
  const waiting = await sent(scene)
  const undecided = await (await scene.as('demo-curator').get(`/requests/${waiting.id}`)).text()
  expect(undecided).toContain('每粒 0.50 元，共 100 元。')
  const request = await scene.decided(waiting, 'approved', { quantity: 150 })
  // What comes later holds for what is approved later.
  expect((await scene.post(`/requests/fees/${fee}/withdrawal`)).status).toBe(204)
  await set(scene, { unit: 'seed', own: 900 })
  expect(await chargesIn(scene)).toEqual([])
  await ship(scene, request, 50)
  await ship(scene, request)
  const charges = await chargesIn(scene)
  expect(charges.map(({ cause, amountFen }) => [cause, amountFen])).toEqual([
    ['material', 2500],
    ['material', 5000],
  ])
  expect(charges.every(({ labId, paid }) => labId === lab && paid === scene.own)).toBe(true)
  const [item] = await feesOf(scene, request)
  expect(item).toMatchObject({ priceFen: 50, unit: 'seed', isCost: false, waiver: null })
  expect(item.charges).toHaveLength(2)
  const page = await (await scene.as('demo-researcher').get(`/requests/${request.id}`)).text()
  expect(page).toContain('每粒 0.50 元，共 75 元。')
  const charge = await scene.as('demo-researcher').get(`/charges/${item.charges[0].id}`)
  expect(charge.status).toBe(200)
  const text = await charge.text()
  expect(text).toContain('材料费')
  expect(text).toContain(request.number)
  // It is told in the month of the lab, as uses are.
  const month = await (await scene.as('demo-pi').get(`/labs/${lab}/statements`)).text()
  expect(month).toContain('75.00')
})

test('nothing is charged for what is refused, withdrawn or never shipped', async () => {
  await using scene = await requestScene()
  await scene.lot({ quantity: 1000 })
  await set(scene, { unit: 'seed', external: 100 })
  const refused = await scene.decided(await sent(scene), 'rejected', { reason: '留作保种' })
  expect(await feesOf(scene, refused)).toEqual([])
  const approved = await scene.decided(await sent(scene), 'approved')
  await scene.give(
    approved.id,
    'revocation',
    { item: approved.items[0]?.id, note: '用途不符' },
    'demo-curator',
  )
  const withdrawn = await scene.decided(await sent(scene), 'approved')
  const [item] = withdrawn.items
  await scene.give(withdrawn.id, 'item-withdrawal', { item: item?.id }, 'demo-researcher')
  expect(await chargesIn(scene)).toEqual([])
})

test('a loan costs nothing', async () => {
  await using scene = await requestScene()
  await scene.lot({ quantity: 1000 })
  await set(scene, { unit: 'seed', external: 100 })
  const lent = await sent(scene, [{ ...scene.seeds(20), loan: true }])
  await ship(scene, await scene.decided(lent, 'approved'))
  expect(await chargesIn(scene)).toEqual([])
})

test('who decides waives a fee with a reason; nobody else does', async () => {
  await using scene = await requestScene()
  await scene.lot({ quantity: 1000 })
  await set(scene, { unit: 'seed', external: 100 })
  const request = await scene.decided(await sent(scene), 'approved')
  const waiver = { item: request.items[0]?.id, reason: '合作项目' }
  const waive = async (as: string, body: object = waiver) =>
    (await scene.post(`/requests/${request.id}/fee-waiver`, body, as)).status
  expect(await waive('demo-researcher')).toBe(403)
  expect(await waive('demo-outsider')).toBe(404)
  expect(await waive('demo-curator', { item: waiver.item })).toBe(422)
  expect(await waive('demo-curator')).toBe(204)
  expect(await waive('demo-curator')).toBe(409)
  await ship(scene, request)
  expect(await chargesIn(scene)).toEqual([])
  expect((await feesOf(scene, request))[0]).toMatchObject({ waiver: { reason: '合作项目' } })
  const page = await (await scene.as('demo-researcher').get(`/requests/${request.id}`)).text()
  expect(page).toContain('已免收：合作项目')
})

test('the price of a record comes before that of its collection, and that before the institution’s', async () => {
  await using scene = await requestScene()
  const samples = await scene.add('collection', {
    ...publishable.collection,
    access: 'on_request',
    title: { zh: '血清库', en: 'Sera' },
  })
  await set(scene, { unit: 'sample', external: 1000 })
  const price = async (record: string) =>
    (await (await scene.as('demo-outsider').get(`/api/v1/records/${record}/way`)).json()).price.zh
  // 人类遗传资源管理条例 art. 10: no sale, cost only.
  expect(await price(samples)).toBe('成本费：每份 10 元。')
  await set(scene, { record: samples, unit: 'sample', external: 2500 })
  expect(await price(samples)).toBe('成本费：每份 25 元。')
  const request = await scene.decided(
    await sent(scene, [{ record: samples, quantity: 4, unit: 'sample' }]),
    'approved',
  )
  await ship(scene, request)
  expect(await chargesIn(scene)).toMatchObject([{ amountFen: 10_000 }])
  const [{ charges }] = await feesOf(scene, request)
  const page = await (await scene.as('demo-researcher').get(`/charges/${charges[0].id}`)).text()
  expect(page).toContain('成本费')
})

test('of pathogens of classes 1 and 2 nothing is asked for', async () => {
  await using scene = await requestScene()
  await set(scene, { unit: 'vial', external: 1000 })
  const strain = async (accenumb: string, pathogen_class: string) => {
    const record = await scene.add('accession', {
      ...publishable.accession,
      profile: 'microbe',
      accenumb,
      title: { zh: accenumb },
    })
    await scene.db
      .updateTable('microbe_profile')
      .set({ pathogen_class })
      .where('record_id', '=', record)
      .execute()
    const way = await scene.as('demo-researcher').get(`/api/v1/records/${record}/way`)
    return (await way.json()).price.zh
  }
  expect(await strain('B 1', '1')).toBe('免费。')
  expect(await strain('B 2', '2')).toBe('免费。')
  expect(await strain('B 3', '3')).toBe('每管 10 元。')
})

test('prices are set by curators of the institution, once for a unit, and of its own material', async () => {
  await using scene = await requestScene()
  const fee = { institution: scene.own, unit: 'seed', external: 100 }
  const post = async (body: object, as?: string) =>
    (await scene.post('/requests/fees', body, as)).status
  expect(await post(fee, 'demo-researcher')).toBe(403)
  expect(await post(fee, scene.strangerToken)).toBe(403)
  expect(await post({ ...fee, external: undefined })).toBe(422)
  expect(await post({ ...fee, record: scene.dataset })).toBe(422)
  expect(await post({ ...fee, institution: scene.other }, scene.strangerToken)).toBe(201)
  expect(
    await post(
      { ...fee, institution: scene.other, record: scene.accession, unit: 'gram' },
      scene.strangerToken,
    ),
  ).toBe(422)
  expect(await post(fee)).toBe(201)
  expect(await post(fee)).toBe(409)
  const { items } = await (await scene.as('demo-curator').get('/api/v1/requests/fees')).json()
  expect(items).toHaveLength(1)
  expect(
    (await scene.post(`/requests/fees/${items[0].id}/withdrawal`, {}, scene.strangerToken)).status,
  ).toBe(403)
  const page = await (await scene.as('demo-curator').get('/requests/fees')).text()
  expect(page).toContain('外单位 1 元')
})

test('the lab is told of it in the statement of the month, and pays by a voucher', async () => {
  let now = testNow()
  await using scene = await requestScene({}, { now: () => now })
  await scene.lot({ quantity: 1000 })
  const lab = await labOf(scene)
  await set(scene, { unit: 'seed', own: 50 })
  await ship(scene, await scene.decided(await sent(scene), 'approved'))
  const month = now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString().slice(0, 7)
  now = now.add({ hours: 24 * 40 })
  const statements = `/labs/${lab}/statements`
  const issue = { month, institution: scene.own }
  expect((await scene.post(statements, issue)).status).toBe(201)
  const told = async () =>
    (await scene.as('demo-pi').get(`/api/v1/labs/${lab}/statements/${month}`)).json()
  const before = await told()
  expect(before).toMatchObject({ statements: [{ totalFen: 10_000, dueFen: 10_000 }] })
  const voucher = await scene.made('/vouchers', {
    code: 'GS-2026-009',
    title: { zh: '创新券' },
    institution: scene.own,
    lab,
    faceFen: 20_000,
    coverPercent: 50,
    validFrom: '2025-01-01',
    validTo: '2029-12-31',
  })
  const paid = await scene.post(
    `/statements/${before.statements[0].id}/tenders`,
    { voucher },
    'demo-pi',
  )
  expect(await paid.json()).toEqual({ amountFen: 5000, dueFen: 5000 })
  for (const path of [`${statements}/${month}`, `/api/v1${statements}/${month}?format=csv`]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const text = await (await scene.as('demo-pi').get(path)).text()
    expect(text).toContain('紫花苜蓿')
  }
})
