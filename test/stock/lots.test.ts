import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StockScene, stockScene } from './scene.ts'

let scene: StockScene
beforeAll(async () => {
  scene = await stockScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const lotsPath = () => `/accessions/${scene.accession}/lots`

describe('a lot', () => {
  test('is made by who keeps its accession, with what there is as its first line', async () => {
    const body = { code: 'ZXM-1', unit: 'gram', quantity: 12.5, thousandSeedGrams: 2 }
    const refused = await Promise.all(
      ['demo-researcher', 'demo-steward', scene.strangerToken].map(async (who) =>
        scene.post(lotsPath(), body, who),
      ),
    )
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403])
    const answer = await scene.post(lotsPath(), body)
    expect(answer.status).toBe(201)
    const location = answer.headers.get('location') ?? ''
    const read = await scene.as('demo-curator').get(location)
    expect(await read.json()).toMatchObject({
      code: 'ZXM-1',
      balance: 12.5,
      free: 12.5,
      unit: 'gram',
      level: 'enough',
      record: { id: scene.accession },
    })
    expect(await scene.refusedBy(lotsPath(), { ...body, code: 'zxm-1' })).toEqual([409])
    expect(await scene.refusedBy(lotsPath(), { ...body, code: '第一批' })).toEqual([422, 'code'])
    const tooFine = { ...body, code: 'ZXM-2', quantity: 0.0001 }
    expect(await scene.refusedBy(lotsPath(), tooFine)).toEqual([422, 'quantity'])
  })

  test('is not for everybody; everybody who sees the accession learns about how much can be had', async () => {
    const accession = await scene.add('accession', {
      accenumb: 'Y 1',
      genus: 'Avena',
      species: 'nuda',
      title: { zh: '莜麦' },
    })
    const body = {
      code: 'Y-1',
      unit: 'seed',
      quantity: 1500,
      criticalReserve: 250,
      requestMax: 200,
    }
    const lot = await scene.made(`/accessions/${accession}/lots`, body)
    const statuses = async (path: string) =>
      Promise.all(
        [undefined, 'demo-researcher', scene.strangerToken, 'demo-curator', 'demo-admin'].map(
          async (who) => (await scene.as(who).get(`/api/v1${path}`)).status,
        ),
      )
    expect(await statuses(`/lots/${lot}`)).toEqual([401, 404, 404, 200, 200])
    expect(await statuses(`/lots/${lot}/entries`)).toEqual([401, 404, 404, 200, 200])
    expect(await statuses(`/accessions/${accession}/lots`)).toEqual([401, 403, 403, 200, 200])
    const open = await scene.as().get(`/api/v1/records/${accession}/availability`)
    expect(await open.json()).toEqual({
      text: {
        zh: '约 1,200 粒可供，单次最多 200 粒。',
        en: 'About 1,200 seeds available, up to 200 per request.',
      },
      byUnit: [{ unit: 'seed', about: 1200, requestMax: 200 }],
    })
    const page = await (await scene.as().get(`/records/${accession}`)).text()
    expect(page).toContain('约 1,200 粒可供，单次最多 200 粒。')
    expect(page).not.toContain('Y-1')
    const kept = await (await scene.as('demo-curator').get(`/records/${accession}`)).text()
    expect(kept).toContain('Y-1')
  })

  test('is changed under its version, and keeps what is not named', async () => {
    const lot = await scene.lot({ note: 'First' })
    const patch = async (body: object, match: string) =>
      scene.as('demo-curator').patch(`/api/v1/lots/${lot}`, body, { 'if-match': match })
    const read = async () =>
      scene.as('demo-curator').get(`/api/v1/lots/${lot}`, { 'if-none-match': '"2"' })
    expect((await read()).status).toBe(304)
    await scene.enter(lot, { kind: 'return', quantity: 100 })
    expect((await read()).status).toBe(200)
    expect((await patch({ criticalReserve: 100 }, '"2"')).status).toBe(412)
    const changed = await patch({ criticalReserve: 100, requestMax: null }, '"3"')
    expect(changed.headers.get('etag')).toBe('"4"')
    expect(await changed.json()).toMatchObject({ criticalReserve: 100, note: 'First', free: 1000 })
    expect((await patch({ unit: 'gram' }, '*')).status).toBe(422)
  })

  test('shows first what is below its reserve, and by the code that was scanned', async () => {
    const low = await scene.lot({ code: 'LOW-1', quantity: 150, criticalReserve: 200 })
    const list = async (query: string) =>
      (await scene.as('demo-curator').get(`/api/v1/lots?${query}`)).json()
    expect(await list('level=below_reserve')).toMatchObject({ items: [{ id: low }] })
    expect(await list('code=low-1%233')).toMatchObject({
      items: [{ id: low }],
      total: { value: 1 },
    })
    expect(await (await scene.as(scene.strangerToken).get('/api/v1/lots')).json()).toMatchObject({
      items: [],
    })
    const page = await scene.as('demo-curator').get('/lots?code=http://hexi.test/lots?code=LOW-1')
    expect([page.status, page.headers.get('location')]).toEqual([303, `/lots/${low}`])
  })

  test('that is frozen stays, and nothing is entered any more', async () => {
    const lot = await scene.lot()
    const line = await scene.enter(lot, { kind: 'reserve', quantity: 10, reason: 'A course' })
    expect(await scene.refusedBy(`/lots/${lot}/freezing`, { reason: 'Lost' })).toEqual([409])
    const reservation = line.reservation?.id
    await scene.enter(lot, { kind: 'ship', quantity: 10, reservation })
    expect((await scene.post(`/lots/${lot}/freezing`, { reason: 'Lost' })).status).toBe(200)
    const out = { kind: 'out', quantity: 1 }
    expect(await scene.refusedBy(`/lots/${lot}/entries`, out)).toEqual([409, 'lot_is_frozen'])
    expect(await scene.ledger(lot)).toHaveLength(3)
  })

  test('keeps its draft from being deleted', async () => {
    const draft = await scene.add(
      'accession',
      { accenumb: 'D 1', genus: 'Avena', title: { en: 'Draft' } },
      { publish: false },
    )
    await scene.made(`/accessions/${draft}/lots`, { code: 'D-1', unit: 'seed' })
    const curator = scene.as('demo-curator')
    const remove = curator.delete(`/api/v1/accessions/${draft}`, undefined, { 'if-match': '*' })
    expect((await remove).status).toBe(409)
  })
})

describe('an entry', () => {
  test('is a line with what was left then', async () => {
    const lot = await scene.lot()
    await scene.enter(lot, { kind: 'test_consumed', quantity: 400, reason: '4 × 100' })
    await scene.enter(lot, { kind: 'return', quantity: 50 })
    const lines = await scene.ledger(lot)
    expect(
      lines.map(({ number, kind, change, balance }) => [number, kind, change, balance]),
    ).toEqual([
      [3, 'return', 50, 650],
      [2, 'test_consumed', -400, 600],
      [1, 'in', 1000, 1000],
    ])
    expect(lines[0]?.by?.name).toBe('demo-curator')
    const csv = await scene.as('demo-curator').get(`/api/v1/lots/${lot}/entries?format=csv`)
    expect(await csv.text()).toContain('4 × 100')
  })

  test('of the critical reserve asks staff for a reason', async () => {
    const lot = await scene.lot({ criticalReserve: 900 })
    const path = `/lots/${lot}/entries`
    const out = { kind: 'out', quantity: 101 }
    expect(await scene.refusedBy(path, out)).toEqual([409, 'lot_reserve_kept'])
    expect(await scene.refusedBy(path, { ...out, passReserve: true })).toEqual([
      409,
      'reason_needed',
    ])
    const line = await scene.enter(lot, { ...out, passReserve: true, reason: 'Regeneration' })
    expect(line).toMatchObject({ passesReserve: true, balance: 899 })
  })

  test('in seeds of a lot in grams goes by its own seed weight, or not at all', async () => {
    const weighed = await scene.lot({ unit: 'gram', quantity: 10, thousandSeedGrams: 2.5 })
    expect(await scene.enter(weighed, { kind: 'out', quantity: 200, unit: 'seed' })).toMatchObject({
      change: -0.5,
      balance: 9.5,
    })
    const unknown = await scene.lot({ unit: 'gram', quantity: 10 })
    const refused = await scene.refusedBy(`/lots/${unknown}/entries`, {
      kind: 'out',
      quantity: 200,
      unit: 'seed',
    })
    expect(refused).toEqual([422, 'quantity'])
  })

  test('is written once under one key', async () => {
    const lot = await scene.lot()
    const out = async () =>
      scene
        .as('demo-curator')
        .post(
          `/api/v1/lots/${lot}/entries`,
          { kind: 'out', quantity: 10 },
          { 'idempotency-key': lot },
        )
    const answers = [await out(), await out()]
    const bodies = await Promise.all(answers.map(async (answer) => answer.text()))
    expect(bodies[0]).toBe(bodies[1])
    expect((await scene.read(lot)).balance).toBe(990)
  })

  test('may be a stock-take, which says what was counted and what was expected', async () => {
    const lot = await scene.lot()
    const answer = await scene.post(`/lots/${lot}/counts`, { counted: 987, reason: 'Yearly' })
    expect(await answer.json()).toMatchObject({
      kind: 'adjust',
      change: -13,
      counted: 987,
      expected: 1000,
      balance: 987,
    })
    await scene.enter(lot, { kind: 'reserve', quantity: 500, reason: 'A course' })
    expect(await scene.refusedBy(`/lots/${lot}/counts`, { counted: 499 })).toEqual([
      409,
      'counted_below_reserved',
    ])
  })

  test('may hold something back, which is released or shipped later', async () => {
    const lot = await scene.lot()
    const held = await scene.enter(lot, { kind: 'reserve', quantity: 100, reason: 'A course' })
    const reservation = held.reservation?.id
    expect(await scene.read(lot)).toMatchObject({ balance: 1000, reserved: 100, free: 900 })
    await scene.enter(lot, { kind: 'ship', quantity: 60, reservation })
    const path = `/lots/${lot}/entries`
    const release = { kind: 'release', quantity: 41, reservation }
    expect(await scene.refusedBy(path, release)).toEqual([409, 'reserved_less'])
    await scene.enter(lot, { ...release, quantity: 40 })
    expect(await scene.read(lot)).toMatchObject({ balance: 940, reserved: 0 })
  })
})

describe('a harvest', () => {
  test('is weighed several times, closed once, and taken from only then', async () => {
    const parent = await scene.lot({ code: 'SOWN-1' })
    const lot = await scene.lot({
      quantity: undefined,
      origin: 'harvested',
      parent: 'sown-1',
      generation: 3,
    })
    for (const quantity of [300, 250]) await scene.enter(lot, { kind: 'in', quantity })
    const out = { kind: 'out', quantity: 1 }
    expect(await scene.refusedBy(`/lots/${lot}/entries`, out)).toEqual([409, 'harvest_open'])
    const close = async () => (await scene.post(`/lots/${lot}/harvest-closing`)).status
    expect([await close(), await close()]).toEqual([200, 409])
    expect(await scene.refusedBy(`/lots/${lot}/entries`, { kind: 'in', quantity: 1 })).toEqual([
      409,
      'harvest_closed',
    ])
    await scene.enter(lot, out)
    expect(await scene.read(lot)).toMatchObject({
      balance: 549,
      generation: 3,
      parents: [{ id: parent }],
    })
  })
})

describe('moving', () => {
  test('splits part of a lot off, with its parent', async () => {
    const lot = await scene.lot({ code: 'SPLIT-1', generation: 2 })
    const made = await scene.made(`/lots/${lot}/splits`, { code: 'SPLIT-1-1', quantity: 300 })
    expect(await scene.read(made)).toMatchObject({
      balance: 300,
      generation: 2,
      origin: 'split',
      parents: [{ code: 'SPLIT-1' }],
    })
    expect(await scene.read(lot)).toMatchObject({ balance: 700 })
    expect((await scene.ledger(lot))[0]).toMatchObject({ kind: 'out', otherLot: { id: made } })
  })

  test('goes between lots of equal content only', async () => {
    const [from, to] = [await scene.lot({ code: 'FROM' }), await scene.lot({ code: 'TO' })]
    await scene.lot({ code: 'OTHER', generation: 4 })
    const path = `/lots/${from}/transfers`
    expect((await scene.post(path, { to: 'to', quantity: 400 })).status).toBe(201)
    expect([(await scene.read(from)).balance, (await scene.read(to)).balance]).toEqual([600, 1400])
    expect(await scene.refusedBy(path, { to: 'OTHER', quantity: 1 })).toEqual([409])
    expect(await scene.refusedBy(path, { to: 'NOWHERE', quantity: 1 })).toEqual([422, 'to'])
    expect(await scene.refusedBy(path, { to: 'FROM', quantity: 1 })).toEqual([409])
  })

  test('merges lots into a new one, and freezes them', async () => {
    const lots = [
      await scene.lot({ code: 'MERGE-1', criticalReserve: 100 }),
      await scene.lot({ code: 'MERGE-2', criticalReserve: 50 }),
    ]
    const body = { others: 'MERGE-2', code: 'MERGED', reason: 'One packet' }
    const made = await scene.made(`/lots/${lots[0]}/merges`, body)
    expect(await scene.read(made)).toMatchObject({
      balance: 2000,
      criticalReserve: 150,
      parents: [{ code: 'MERGE-1' }, { code: 'MERGE-2' }],
    })
    const frozen = await Promise.all(lots.map(async (id) => scene.read(id)))
    expect(frozen.map(({ balance, frozenReason }) => [balance, frozenReason])).toEqual([
      [0, 'One packet'],
      [0, 'One packet'],
    ])
  })
})

test('whoever keeps another institution’s records writes nothing here', async () => {
  const lot = await scene.lot()
  const tries: [string, object][] = [
    ['entries', { kind: 'out', quantity: 1 }],
    ['counts', { counted: 1 }],
    ['splits', { code: 'X-1', quantity: 1 }],
    ['transfers', { to: 'X-1', quantity: 1 }],
    ['merges', { others: 'X-1', code: 'X-2', reason: 'x' }],
    ['freezing', { reason: 'x' }],
    ['harvest-closing', {}],
  ]
  const statuses = await Promise.all(
    tries.map(
      async ([path, body]) =>
        (await scene.post(`/lots/${lot}/${path}`, body, scene.strangerToken)).status,
    ),
  )
  expect(new Set(statuses)).toEqual(new Set([404]))
})

test('a lot is read by stewards of its accession, who decide about what is asked of it, and changed by curators alone', async () => {
  const lot = await scene.lot({ code: 'S-1' })
  const steward = scene.as('demo-steward')
  expect((await steward.get(`/api/v1/lots/${lot}`)).status).toBe(200)
  const ledger = await (await steward.get(`/api/v1/lots/${lot}/entries`)).json()
  expect(ledger).toMatchObject({ total: { value: 1 } })
  const found = await (await steward.get('/api/v1/lots?code=S-1')).json()
  expect(found).toMatchObject({ items: [{ id: lot }] })
  const page = await (await steward.get(`/lots/${lot}`)).text()
  expect(page).toContain('S-1')
  for (const form of ['entries', 'counts', 'edit', 'moves', 'freezing'])
    expect(page).not.toContain(`"/lots/${lot}/${form}`)
  const writes = [
    await steward.post(`/api/v1/lots/${lot}/entries`, { kind: 'out', quantity: 1 }),
    await steward.post(`/api/v1/lots/${lot}/freezing`, { reason: 'x' }),
    await steward.patch(`/api/v1/lots/${lot}`, { note: 'x' }, { 'if-match': '*' }),
    await steward.get(`/lots/${lot}/edit`),
    await steward.get(`/lots/${lot}/moves`),
  ]
  expect(writes.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  const draft = { accenumb: 'Y 2', title: { zh: '草稿' } }
  const hidden = await scene.add('accession', draft, { publish: false })
  await scene.made(`/accessions/${hidden}/lots`, { code: 'S-2', unit: 'seed', quantity: 5 })
  expect(await (await steward.get('/api/v1/lots?code=S-2')).json()).toMatchObject({ items: [] })
})
