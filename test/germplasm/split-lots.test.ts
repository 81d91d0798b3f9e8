import { afterAll, beforeAll, expect, test } from 'vitest'
import { DueAnswer } from '../../src/germplasm/viability/model.ts'
import type { StockScene } from '../stock/scene.ts'
import { germinationCalls, germinationScene } from './germination-scene.ts'

let scene: StockScene
let protocol = ''
beforeAll(async () => {
  ;({ scene, protocol } = await germinationScene())
})
afterAll(async () => scene[Symbol.asyncDispose]())
const { viability, result, listed, describeSeeds } = germinationCalls(() => ({ scene, protocol }))

test('what tests found goes with the seed that is split off, which is as old as it was', async () => {
  const lot = await scene.lot({ code: 'WHOLE' })
  await describeSeeds(lot, { propagatedOn: '2015-08-01', moisturePercent: 6 })
  const initial = await result(lot, '2016-02-01', 94)
  await result(lot, '2020-02-01', 90)
  const part = await scene.made(`/lots/${lot}/splits`, { code: 'PART', quantity: 300 })
  const half = await scene.made(`/lots/${part}/splits`, { code: 'HALF', quantity: 100 })
  const whole = await viability(lot)
  for (const id of [part, half]) {
    const found = await viability(id)
    expect(found).toMatchObject({
      initial: { id: initial, percent: 94 },
      propagatedOn: '2015-08-01',
      moisturePercent: 6,
      tests: [{ percent: 94 }, { percent: 90 }],
      nextDueOn: whole.nextDueOn,
    })
  }
  const due = await listed('/viability-due', DueAnswer)
  expect(due.map(({ code }) => code)).toEqual(expect.arrayContaining(['WHOLE', 'PART', 'HALF']))
  await result(part, '2024-02-01', 70)
  expect(await viability(part)).toMatchObject({
    initial: { id: initial },
    needsRegeneration: true,
  })
  expect(await viability(lot)).toMatchObject({
    latest: { percent: 90 },
    needsRegeneration: false,
  })
  const body = { others: 'PART', code: 'MIXED', reason: 'One packet' }
  const mixed = await scene.made(`/lots/${lot}/merges`, body)
  expect(await viability(mixed)).toMatchObject({ initial: null, tests: [] })
})
