import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishable } from '../support/publishable.ts'
import { type StockScene, stockScene } from './scene.ts'

let scene: StockScene
beforeAll(async () => {
  scene = await stockScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

/** Semen of a breed, listed as protected or not. */
async function straws(code: string, isListed: boolean) {
  const record = await scene.add('accession', {
    ...publishable.accession,
    profile: 'animal',
    accenumb: code,
    title: { zh: '天祝白牦牛', en: 'Tianzhu white yak' },
  })
  if (isListed)
    await scene.db
      .updateTable('animal_profile')
      .set({ breed_protection: 'national' })
      .where('record_id', '=', record)
      .execute()
  return scene.made(`/accessions/${record}/lots`, { code, unit: 'straw', quantity: 10 })
}

test('protected livestock is not discarded without the number of an approval', async () => {
  const lot = await straws('YAK-1', true)
  const discarding = { kind: 'discard', quantity: 2, reason: '活力不足' }
  const answer = await scene.post(`/lots/${lot}/entries`, discarding)
  expect(answer.status).toBe(409)
  const { detail, objections } = await answer.json()
  expect(objections.map(({ code }: { code: string }) => code)).toEqual(['protected_stock'])
  expect(detail).toContain('《畜牧法》第十四条')
  expect(await scene.read(lot)).toMatchObject({ balance: 10 })
  const entry = await scene.enter(lot, { ...discarding, approval: '甘农畜〔2026〕7号' })
  expect(entry).toMatchObject({ balance: 8, approval: '甘农畜〔2026〕7号' })
  const page = await (await scene.as('demo-curator').get(`/lots/${lot}`)).text()
  expect(page).toContain('批准文号 甘农畜〔2026〕7号')
})

test('other livestock is discarded, and protected stock is tested and shipped, as before', async () => {
  const [other, listed] = [await straws('COW-1', false), await straws('YAK-2', true)]
  const discarding = { kind: 'discard', quantity: 1, reason: '破损' }
  expect(await scene.enter(other, discarding)).toMatchObject({ balance: 9 })
  expect(await scene.enter(listed, { kind: 'test_consumed', quantity: 1 })).toMatchObject({
    balance: 9,
  })
})
