import { afterAll, beforeAll, expect, test } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import { type StockScene, stockScene } from '../stock/scene.ts'

let scene: StockScene
beforeAll(async () => {
  scene = await stockScene()
})
afterAll(async () => scene[Symbol.asyncDispose]())

const bench = async (as?: string, lang = 'zh') =>
  (await scene.as(as).get(`/desk/bench?lang=${lang}`)).text()

test('the bench has the first of all that a curator has to look at, with the whole lists behind them', async () => {
  await scene.lot({ code: 'ENOUGH-1' })
  await scene.lot({ code: 'LOW-1', quantity: 20, requestMax: 50 })
  await scene.lot({ code: 'BELOW-1', quantity: 20, criticalReserve: 50 })
  const frozen = await scene.lot({ code: 'FROZEN-1', quantity: 20, requestMax: 50 })
  await scene.post(`/lots/${frozen}/freezing`, { reason: '不再使用' })
  for (let at = 1; at <= 6; at += 1)
    // oxlint-disable-next-line no-await-in-loop -- each has its place in the order
    await scene.add('accession', { title: { zh: `缺项 ${at}` }, accenumb: `P ${at}` })
  const wrong = { origcty: 'TUR', declatitude: 32.8, declongitude: 39.9 }
  await scene.add('accession', { title: { zh: '颠倒' }, accenumb: 'S 1', ...wrong })
  const form = new FormData()
  form.set('file', new File(['ACCENUMB,GENUS,ELEVATION\nI1,Zea,high\n'], '新收集.csv'))
  const sent = await scene.as('demo-curator').post('/api/v1/imports', form)
  const { id } = await sent.json()
  await createJobs(scene.services).run_import({ importId: id })

  const page = await bench('demo-curator')
  for (const text of [
    'LOW-1',
    'BELOW-1',
    '结存 20 粒',
    '缺项',
    '颠倒',
    '经纬度颠倒',
    '新收集.csv',
    '退回 1 行',
    'href="/lots?level=low&amp;show=used"',
    'href="/lots?level=below_reserve&amp;show=used"',
    'href="/desk/incomplete-passports?below=5"',
    'href="/desk/suspicious-passports"',
    'href="/imports"',
  ])
    expect(page).toContain(text)
  for (const text of ['ENOUGH-1', 'FROZEN-1']) expect(page).not.toContain(text)
  expect(page.match(/缺项 \d/g)).toHaveLength(5)
  const english = await bench('demo-curator', 'en')
  for (const text of ['Low stock', '20 seeds left', 'Below minimum stock', 'rejected rows: 1'])
    expect(english).toContain(text)
  expect(await (await scene.as('demo-curator').get('/desk')).text()).toContain('href="/desk/bench"')
})

test('nobody else finds anything of it there; guests sign in first', async () => {
  for (const who of ['demo-outsider', scene.strangerToken])
    // oxlint-disable-next-line no-await-in-loop -- two questions
    expect(await bench(who)).not.toMatch(/LOW-1|BELOW-1|缺项|颠倒|新收集/)
  const guest = await scene.as().get('/desk/bench')
  expect([guest.status, guest.headers.get('location')]).toEqual([303, '/sign-in?next=/desk/bench'])
})
