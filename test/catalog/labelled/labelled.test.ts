import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemo } from '../../../seed/seed.ts'
import { createApp } from '../../../src/app.ts'
import { testDatabase } from '../../support/database.ts'
import { testServices } from '../../support/services.ts'
import { queries, typed } from './queries.ts'

type App = ReturnType<typeof createApp>
let database: Awaited<ReturnType<typeof testDatabase>>
let app: App
let titles: string[]

/** The demo, and what everybody finds in it. */
beforeAll(async () => {
  database = await testDatabase()
  const services = await testServices(database)
  await seedDemo(services)
  app = createApp(services)
  const rows = await database.db
    .selectFrom('record')
    .where('visibility', '=', 'published')
    .where('audience', '=', 'public')
    .select('title_zh')
    .execute()
  titles = rows.flatMap(({ title_zh: title }) => title ?? [])
}, 300_000)
afterAll(async () => database[Symbol.asyncDispose]())

const page = 10

async function ask(path: string, q: string): Promise<{ items: unknown[] }> {
  const lang = /\p{Script=Han}/u.test(q) ? 'zh' : 'en'
  const address = `/api/v1/${path}${new URLSearchParams({ q, limit: String(page) })}`
  return (await app.request(address, { headers: { 'accept-language': lang } })).json()
}

/** Of what is wanted on one page, how much is there, and how far above. */
async function judge([q, wanted]: (typeof queries)[number]) {
  const { items } = await ask('records?', q)
  const hits = items.map((item) => wanted.test(titleIn(item)))
  const most = Math.min(page, titles.filter((title) => wanted.test(title)).length)
  const found = hits.filter(Boolean).length
  const gain = sum(hits.map((isHit, at) => (isHit ? 1 / Math.log2(at + 2) : 0)))
  const best = sum(Array.from({ length: most }, (_, at) => 1 / Math.log2(at + 2)))
  return { q, recall: found / most, ndcg: gain / best }
}

const titleIn = (item: unknown) =>
  JSON.stringify(Object(Object(item).title).zh ?? '').replaceAll('"', '')
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('what laboratories type finds what they expect', { timeout: 120_000 }, async () => {
  const judged = []
  // oxlint-disable-next-line no-await-in-loop -- one question after the other
  for (const query of queries) judged.push(await judge(query))
  const recall = sum(judged.map((one) => one.recall)) / judged.length
  const ndcg = sum(judged.map((one) => one.ndcg)) / judged.length
  const poor = judged.filter((one) => one.recall < 0.7).map(({ q }) => q)
  console.log(
    `${judged.length} queries: recall@10 ${recall.toFixed(3)}, nDCG@10 ${ndcg.toFixed(3)}; poor: ${poor.join(', ')}`,
  )
  expect(recall).toBeGreaterThan(0.94)
  expect(ndcg).toBeGreaterThan(0.93)
})

test('what they have typed so far leads to it', { timeout: 60_000 }, async () => {
  const missed: string[] = []
  for (const [q, wanted] of typed) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const { items } = await ask('suggestions?', q)
    if (!items.some((item) => wanted.test(String(Object(item).text)))) missed.push(q)
  }
  const found = typed.length - missed.length
  console.log(`suggestions: ${found} of ${typed.length}; missed: ${missed.join(', ')}`)
  expect(found).toBeGreaterThanOrEqual(23)
})
