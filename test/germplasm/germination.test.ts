import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayAt, defaultZone } from '../../src/core/time.ts'
import { planAllLots } from '../../src/germplasm/viability/actions/plan.ts'
import { DueAnswer, RegenerationAnswer } from '../../src/germplasm/viability/model.ts'
import type { StockScene } from '../stock/scene.ts'
import { germinationCalls, germinationScene } from './germination-scene.ts'
import { houseContext } from '../support/people.ts'

let scene: StockScene
let protocol = ''
let today = ''
beforeAll(async () => {
  ;({ scene, protocol } = await germinationScene())
  today = dayAt(scene.services.now(), defaultZone)
})
afterAll(async () => scene[Symbol.asyncDispose]())

const {
  get,
  readTest,
  viability,
  start,
  counts,
  count,
  result,
  listed,
  describeSeeds,
  daysOn,
  germinate,
} = germinationCalls(() => ({ scene, protocol }))

describe('a test', () => {
  test('takes its seeds of the lot by a line of the ledger', async () => {
    const lot = await scene.lot({ code: 'GERM-1' })
    const id = await start(lot)
    expect(await scene.read(lot)).toMatchObject({ balance: 800 })
    expect((await scene.ledger(lot))[0]).toMatchObject({
      kind: 'test_consumed',
      change: -200,
      reason: 'GS-MEDICAGO, 4 × 50',
    })
    const read = await readTest(id)
    expect(read).toMatchObject({
      code: 'GERM-1@1',
      state: 'running',
      startedOn: today,
      seeds: 200,
      plannedSeeds: 200,
      protocol: { code: 'GS-MEDICAGO' },
    })
    expect(read.replicates.map(({ number, seeds }) => [number, seeds])).toEqual([
      [1, 50],
      [2, 50],
      [3, 50],
      [4, 50],
    ])
  })

  test('may have fewer seeds than planned, never more than there are', async () => {
    const lot = await scene.lot({ quantity: 150, criticalReserve: 40 })
    const path = `/lots/${lot}/viability-tests`
    const few = await start(lot, { replicates: 2, seedsPerReplicate: 25 })
    expect(await readTest(few)).toMatchObject({ seeds: 50, plannedSeeds: 200 })
    expect(await scene.refusedBy(path, { protocol })).toEqual([409, 'not_enough'])
    const more = { protocol, replicates: 1, seedsPerReplicate: 61 }
    expect(await scene.refusedBy(path, more)).toEqual([409, 'lot_reserve_kept'])
    const passing = { ...more, passReserve: true }
    expect(await scene.refusedBy(path, passing)).toEqual([409, 'reason_needed'])
    expect((await scene.post(path, { ...passing, reason: 'Regeneration' })).status).toBe(201)
    expect(await scene.refusedBy(path, { protocol: lot })).toEqual([422, 'protocol'])
    expect(await scene.refusedBy(path, { protocol, startedOn: daysOn(1) })).toEqual([
      422,
      'startedOn',
    ])
    expect((await scene.read(lot)).balance).toBe(39)
    expect(await get(path)).toMatchObject({ total: { value: 2 } })
  })

  test('of a lot in grams goes by its own seed weight, or not at all', async () => {
    const weighed = await scene.lot({ unit: 'gram', quantity: 10, thousandSeedGrams: 2 })
    await start(weighed)
    expect((await scene.read(weighed)).balance).toBe(9.6)
    const unknown = await scene.lot({ unit: 'gram', quantity: 10 })
    expect(await scene.refusedBy(`/lots/${unknown}/viability-tests`, { protocol })).toEqual([
      422,
      'seedsPerReplicate',
    ])
  })

  test('is begun by as many at once as there is seed for', async () => {
    const lot = await scene.lot({ quantity: 450 })
    const path = `/lots/${lot}/viability-tests`
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => scene.post(path, { protocol })),
    )
    const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other)
    expect(statuses).toEqual([201, 201, ...Array.from({ length: 8 }, () => 409)])
    expect((await scene.read(lot)).balance).toBe(50)
    expect(await get(path)).toMatchObject({ total: { value: 2 } })
  })

  test('is given up without a result, and its seeds stay taken', async () => {
    const lot = await scene.lot()
    const id = await start(lot)
    const path = `/viability-tests/${id}/abandonment`
    expect(await scene.refusedBy(path, {})).toEqual([422, 'reason'])
    expect((await scene.post(path, { reason: 'Mould' })).status).toBe(200)
    expect(await readTest(id)).toMatchObject({ state: 'abandoned', abandonedReason: 'Mould' })
    expect(await count(id, { replicate: 1, day: 4, normal: 1 })).toBe(409)
    expect((await scene.post(path, { reason: 'Again' })).status).toBe(409)
    expect((await scene.read(lot)).balance).toBe(800)
    expect(await viability(lot)).toMatchObject({ latest: null, tests: [] })
  })
})

describe('a count', () => {
  test('is of one dish on one day; what is there is corrected by who saw it', async () => {
    const id = await start(await scene.lot())
    const first = { replicate: 2, day: 4, normal: 30, abnormal: 1 }
    expect(await (await scene.post(counts(id), first)).json()).toEqual({
      id,
      day: 4,
      nextReplicate: 1,
    })
    // Sent twice is once.
    expect(await count(id, first)).toBe(200)
    expect((await readTest(id)).replicates[1]?.counts).toMatchObject([{ normal: 30, version: 1 }])
    const other = { ...first, normal: 32 }
    expect(await scene.refusedBy(counts(id), other)).toEqual([409, 'counted_meanwhile'])
    expect(await count(id, { ...other, corrects: 1 })).toBe(200)
    expect(await scene.refusedBy(counts(id), { ...first, corrects: 1 })).toEqual([
      409,
      'counted_meanwhile',
    ])
    expect((await readTest(id)).replicates[1]?.counts).toMatchObject([
      { day: 4, normal: 32, abnormal: 1, version: 2, by: 'demo-curator' },
    ])
    expect(await count(id, { replicate: 3, day: 4, corrects: 1 })).toBe(409)
  })

  test('has never more seedlings than seeds, and only what the protocol counts', async () => {
    const bare = await scene.made('/test-protocols', {
      code: 'GS-BARE',
      name: { en: 'Bare' },
      speciesGroup: 'Avena',
      temperature: '20–30',
      firstCountDay: 0,
      lastDay: 5,
      categories: ['normal'],
    })
    const id = await start(await scene.lot(), { protocol: bare })
    expect(await scene.refusedBy(counts(id), { replicate: 1, day: 1, hard: 2 })).toEqual([
      422,
      'hard',
    ])
    expect(await scene.refusedBy(counts(id), { replicate: 5, day: 1, normal: 2 })).toEqual([
      422,
      'replicate',
    ])
    expect(await count(id, { replicate: 1, day: 1, normal: 40 })).toBe(200)
    const more = { replicate: 1, day: 2, normal: 11 }
    expect(await scene.refusedBy(counts(id), more)).toEqual([422, 'normal'])
    const past = sql`
      insert into test_count (test_id, replicate, day, normal, abnormal, hard, dead, empty, counted_at)
      values (${id}, 1, 2, 11, 0, 0, 0, 0, now())
    `.execute(scene.db)
    await expect(past).rejects.toThrow('more was counted than sown')
  })

  test('that two enter at once is one of theirs, and the other is told', async () => {
    const id = await start(await scene.lot())
    const answers = await Promise.all(
      [20, 21].map(async (normal) => ({
        normal,
        status: await count(id, { replicate: 1, day: 4, normal }),
      })),
    )
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 409,
    ])
    const kept = answers.find(({ status }) => status === 200)?.normal
    expect((await readTest(id)).replicates[0]?.counts).toMatchObject([{ normal: kept, version: 1 }])
  })

  test('that many enter at once for one dish never adds up to more than was sown', async () => {
    const id = await start(await scene.lot())
    const statuses = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (day) => count(id, { replicate: 1, day, normal: 20 })),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(2)
    expect(statuses.filter((status) => status === 422)).toHaveLength(6)
    expect(await readTest(id)).toMatchObject({ viablePercent: 20 })
  })
})

describe('a result', () => {
  test('is what was counted, and says when the lot is tested next', async () => {
    const lot = await scene.lot({ code: 'RESULT-1' })
    const id = await start(lot)
    const path = `/viability-tests/${id}/completion`
    const finish = { isConclusive: true }
    expect(await scene.refusedBy(path, finish)).toEqual([409, 'nothing_counted'])
    await count(id, { replicate: 1, day: 4, normal: 40 })
    expect(await scene.refusedBy(path, finish)).toEqual([409, 'uncounted'])
    await count(id, { replicate: 1, day: 4, normal: 41, corrects: 1 })
    await count(id, { replicate: 1, day: 10, normal: 5, dead: 2, hard: 2 })
    for (const replicate of [2, 3, 4]) {
      await count(id, { replicate, day: 4, normal: 41 })
      await count(id, { replicate, day: 10, normal: 5, dead: 2, hard: 2 })
    }
    const before = { ...finish, finishedOn: daysOn(-1) }
    expect(await scene.refusedBy(path, before)).toEqual([422, 'finishedOn'])
    expect(await (await scene.post(path, finish)).json()).toEqual({ id, percent: 96 })
    expect((await scene.post(path, finish)).status).toBe(409)
    expect(await readTest(id)).toMatchObject({
      state: 'finished',
      percent: 96,
      germination: { standardError: 0 },
    })
    const found = await viability(lot)
    expect(found).toMatchObject({
      initial: { id, percent: 96, on: today },
      latest: { id },
      needsRegeneration: false,
      predictedOn: null,
    })
    expect(found.thresholdPercent).toBeCloseTo(81.6, 10)
    expect(found.nextDueOn).toBe(daysOn(3652))
    const due = await listed('/viability-due', DueAnswer)
    expect(due.find((row) => row.id === lot)).toMatchObject({
      code: 'RESULT-1',
      nextDueOn: found.nextDueOn,
      latestPercent: 96,
      state: 'later',
    })
  })

  test('that is not conclusive moves nothing', async () => {
    const lot = await scene.lot()
    const id = await start(lot, { replicates: 1 })
    await count(id, { replicate: 1, day: 4, normal: 10 })
    const finish = { isConclusive: false, note: 'Too warm' }
    expect((await scene.post(`/viability-tests/${id}/completion`, finish)).status).toBe(200)
    const { initial, latest, nextDueOn, tests } = await viability(lot)
    expect([initial, latest, tests.length]).toEqual([null, null, 1])
    // Within a year of its receipt, as before.
    expect(nextDueOn?.slice(0, 4)).toBe(String(Number(today.slice(0, 4)) + 1))
  })

  test('of before may be entered later; the initial value stays', async () => {
    const lot = await scene.lot()
    await describeSeeds(lot, { propagatedOn: '2015-08-01' })
    const initial = await result(lot, '2016-02-01', 94)
    await result(lot, '2015-10-01', 99)
    await result(lot, '2020-02-01', 90)
    expect(await viability(lot)).toMatchObject({
      initial: { id: initial, percent: 94 },
      latest: { percent: 90 },
      tests: [{ percent: 99 }, { percent: 94 }, { percent: 90 }],
    })
    expect((await scene.read(lot)).balance).toBe(1000)
    const change = sql`
      update lot_viability set initial_test_id = latest_test_id where lot_id = ${lot}
    `.execute(scene.db)
    await expect(change).rejects.toThrow('stays')
  })

  test('is predicted from by the constants of the species', async () => {
    const lot = await scene.lot()
    await describeSeeds(lot, { propagatedOn: daysOn(-100) })
    await result(lot, daysOn(-10), 98)
    expect(await viability(lot)).toMatchObject({ constants: null, predictedOn: null })
    const constants = [{ species: 'Medicago sativa*', ke: 6, cw: 3, ch: 0.0329, cq: 0.000478 }]
    expect((await scene.post('/life-constants', { constants }, 'demo-researcher')).status).toBe(403)
    const done = await scene.post('/life-constants', { constants })
    expect(await done.json()).toEqual({ entered: 1, replaced: 0 })
    const again = await scene.post('/life-constants', { constants })
    expect(await again.json()).toEqual({ entered: 0, replaced: 1 })
    const answer = await describeSeeds(lot, { moisturePercent: 12, celsius: 20 })
    expect(await answer.json()).toMatchObject({ moisturePercent: 12, celsius: 20 })
    const warm = await viability(lot)
    expect(warm).toMatchObject({ constants: 'Medicago sativa', keptAtCelsius: 20 })
    expect(warm.predicted.length).toBeGreaterThan(2)
    expect(warm.predicted.at(-1)?.percent).toBeCloseTo(98 * 0.85, 0)
    expect(String(warm.nextDueOn) < String(warm.predictedOn)).toBe(true)
    await describeSeeds(lot, { celsius: -18 })
    const cold = await viability(lot)
    expect(String(cold.predictedOn) > String(warm.predictedOn)).toBe(true)
  })

  test('that has fallen too low puts the lot among those to be grown anew, until it is', async () => {
    const lot = await scene.lot({ code: 'OLD-1' })
    await describeSeeds(lot, { propagatedOn: daysOn(-100) })
    await result(lot, daysOn(-20), 95)
    await result(lot, daysOn(-10), 80)
    const queued = async () =>
      (await listed('/regeneration-queue', RegenerationAnswer)).find(({ id }) => id === lot)
    expect(await viability(lot)).toMatchObject({ needsRegeneration: true })
    expect(await queued()).toMatchObject({ reasons: ['viability'], latestPercent: 80 })
    const due = await listed('/viability-due', DueAnswer)
    expect(due.map(({ id }) => id)).not.toContain(lot)
    await scene.lot({ origin: 'harvested', parent: 'OLD-1', generation: 1, quantity: undefined })
    expect(await queued()).toBeUndefined()
  })
})

describe('what is due', () => {
  test('today is on the bench of who keeps it', async () => {
    const lot = await scene.lot({ code: 'OVERDUE-1' })
    await describeSeeds(lot, { propagatedOn: '2009-08-01' })
    await result(lot, '2010-01-01', 95)
    const { nextDueOn } = await viability(lot)
    const bench = async (as: string) => (await scene.as(as).get('/desk/bench?lang=en')).text()
    const page = await bench('demo-curator')
    for (const text of ['OVERDUE-1', `due ${nextDueOn}`, 'href="/viability-due?state=overdue"'])
      expect(page).toContain(text)
    expect(await bench('demo-outsider')).not.toContain('OVERDUE-1')
  })

  test('follows the rule of the institution, for every lot of seed', async () => {
    const fresh = await scene.lot({ code: 'FRESH-1' })
    const vials = await scene.lot({ code: 'VIALS-1', unit: 'vial' })
    const low = await scene.lot({ code: 'LOW-1', quantity: 10, criticalReserve: 100 })
    const ctx = houseContext(scene.services)
    await planAllLots(ctx)
    const dueOf = async (id: string) =>
      (await listed('/viability-due?limit=200', DueAnswer)).find((row) => row.id === id)
    expect(await dueOf(fresh)).toMatchObject({ latestPercent: null, state: 'later' })
    expect(await dueOf(vials)).toBeUndefined()
    const queue = await listed('/regeneration-queue?reason=stock', RegenerationAnswer)
    expect(queue.find(({ id }) => id === low)).toMatchObject({ reasons: ['stock'] })

    const path = `/api/v1/institutions/${scene.own}/testing-rule`
    const read = await scene.as('demo-curator').get(path)
    expect(await read.json()).toMatchObject({ firstWithinMonths: 12, regenerateAt: 0.85 })
    const patch = async (match: string, as = 'demo-curator') =>
      scene.as(as).patch(path, { firstWithinMonths: 1 }, { 'if-match': match })
    expect((await patch('"1"', 'demo-researcher')).status).toBe(403)
    expect((await patch('"7"')).status).toBe(412)
    expect(await (await patch('"1"')).json()).toMatchObject({ firstWithinMonths: 1, version: 2 })
    expect((await patch('"1"')).status).toBe(412)
    await planAllLots(ctx)
    expect(await dueOf(fresh)).toMatchObject({ state: 'soon' })
    await start(fresh)
    expect(await dueOf(fresh)).toBeUndefined()
  })

  test('is planned for all while somebody finishes a test, and nothing older is written over it', async () => {
    const lots = await Promise.all([1, 2, 3].map(async () => scene.lot()))
    const tests = await Promise.all(lots.map(async (lot) => start(lot)))
    for (const id of tests) await germinate(id, 45)
    const ctx = houseContext(scene.services)
    const finishing = tests.map(async (id) =>
      scene.post(`/viability-tests/${id}/completion`, { isConclusive: true }),
    )
    const answers = await Promise.all([...finishing, planAllLots(ctx), planAllLots(ctx)])
    expect(answers.slice(0, 3).map((answer) => answer?.status)).toEqual([200, 200, 200])
    const rows = await scene.db
      .selectFrom('lot_viability')
      .where('lot_id', 'in', lots)
      .select(['initial_test_id', 'latest_test_id'])
      .execute()
    expect(new Set(rows.map(({ initial_test_id: id }) => id))).toEqual(new Set(tests))
  })
})
