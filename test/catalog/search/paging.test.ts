import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { reindexRecords } from '../../../src/catalog/search/actions.ts'
import { SearchAnswer } from '../../../src/catalog/search/model.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { houseContext } from '../../support/people.ts'
import { publishable } from '../../support/publishable.ts'

type Answer = z.output<typeof SearchAnswer>

const many = 2702

/** A large catalogue: every third record has `小麦` in its title, every seventh in its summary alone. */
async function largeCatalogue({ apart = 1 } = {}) {
  const house = await testHouse()
  await sql`
    insert into record (kind, listed_no, institution_id, title_zh, title_en, summary_zh,
      published_at, listed_at, created_at, updated_at)
    select 'accession', n * ${sql.lit(apart)}, ${house.own}::uuid,
      case when n % 3 = 0 then '陇春小麦' else '平凉红豆草' end || n,
      case when n % 2 = 0 then 'Landrace ' || n end,
      case when n % 7 = 0 then '与小麦轮作。' end,
      '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01'
    from generate_series(1, ${sql.lit(many)}) as n
  `.execute(house.db)
  await sql`select setval('record_listed_no', (select max(listed_no) from record))`.execute(
    house.db,
  )
  await reindexRecords(houseContext(house.services))
  return house
}

const asked = (query: Record<string, string>) => `/api/v1/records?${new URLSearchParams(query)}`

async function pageOf(house: TestHouse, query: Record<string, string>) {
  const answer = await house.as().get(asked(query))
  expect(answer.status).toBe(200)
  return SearchAnswer.parse(await answer.json())
}

/** Every item that following `next` gives; between the pages something may happen. */
async function allPages(
  house: TestHouse,
  query: Record<string, string>,
  between: (page: number) => Promise<void> = async () => {},
) {
  const items: Answer['items'] = []
  let after: string | null = ''
  for (let page = 1; after !== null; page += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    const answer: Answer = await pageOf(house, { ...query, ...(after && { after }) })
    items.push(...answer.items)
    after = answer.next
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await between(page)
  }
  return items
}

const numbers = Array.from({ length: many }, (_, at) => at + 1)
const written = numbers.filter((number) => number % 3 === 0 || number % 7 === 0).length

let house: TestHouse
beforeAll(async () => {
  house = await largeCatalogue()
})
afterAll(async () => house[Symbol.asyncDispose]())

const titles = async (query: Record<string, string>) => {
  const { items } = await pageOf(house, query)
  return items.map(({ title }) => title)
}

describe('counts', () => {
  test('are exact as far as they go', async () => {
    expect((await pageOf(house, { q: '小麦' })).total).toEqual({ value: written, relation: 'eq' })
  })

  test('stop at two thousand, say so, and say about how many there are', async () => {
    const { total, facets } = await pageOf(house, { facets: 'kind,institution', limit: '1' })
    expect(total).toMatchObject({ value: 2000, relation: 'gte' })
    expect(Math.abs((total.about ?? 0) - many)).toBeLessThan(many / 5)
    expect(facets?.kind).toMatchObject([{ value: 'accession', relation: 'gte' }])
    expect(facets?.kind?.[0]?.count).toBeLessThanOrEqual(many)
  })
})

describe('the order', () => {
  test('of relevance puts the very name first, then titles, then other texts', async () => {
    const exact = await titles({ q: '陇春小麦99', limit: '1' })
    expect(exact).toEqual([{ zh: '陇春小麦99', en: null }])
    const pages = await allPages(house, { q: '小麦', limit: '200' })
    const inTitle = pages.map(({ title }) => title.zh?.includes('小麦') ?? false)
    expect(inTitle.lastIndexOf(true)).toBe(Math.floor(many / 3) - 1)
    expect(inTitle.indexOf(false)).toBe(Math.floor(many / 3))
  })

  test('of newest begins with what was listed last', async () => {
    const [first, second] = await titles({ sort: 'newest', limit: '2' })
    expect(first?.zh).toBe(`平凉红豆草${many}`)
    expect(second?.zh).toBe(`平凉红豆草${many - 1}`)
  })

  test('of names is that of the reader’s language', async () => {
    const [first] = await titles({ sort: 'name', limit: '1', lang: 'en' })
    expect(first?.en).toBe('Landrace 10')
    const [chinese] = await titles({ sort: 'name', limit: '1' })
    expect(chinese?.zh).toBe('陇春小麦1002')
  })
})

describe('pages', () => {
  test.each([
    { q: '小麦', limit: '100' },
    { q: '小麦', sort: 'newest', limit: '200' },
    { q: '小麦', sort: 'name', limit: '200' },
    { q: '轮作', limit: '37' },
  ])('of %j have every hit exactly once', async (query) => {
    const items = await allPages(house, query)
    const expected = query.q === '轮作' ? Math.floor(many / 7) : written
    expect(new Set(items.map(({ id }) => id)).size).toBe(expected)
    expect(items).toHaveLength(expected)
  })

  test.each(['newest', 'name'])(
    'of everything by %s go on to the last, beyond what is counted',
    async (sort) => {
      const items = await allPages(house, { sort, limit: '200' })
      expect(items).toHaveLength(many)
      expect(new Set(items.map(({ id }) => id)).size).toBe(many)
    },
  )

  test.each([{ q: '小麦' }, { q: '小麦', sort: 'newest' }, { q: '小麦', sort: 'name' }])(
    'of %j neither repeat nor lose a record when another is published meanwhile',
    async (query) => {
      const added: string[] = []
      const before = await allPages(house, { ...query, limit: '200' })
      const meanwhile = await allPages(house, { ...query, limit: '100' }, async (page) => {
        if (page > 3) return
        const input = { ...publishable.accession, title: { zh: '小麦' }, accenumb: `M ${page}` }
        added.push(await house.add('accession', input))
      })
      const known = meanwhile.map(({ id }) => id).filter((id) => !added.includes(id))
      expect(known).toEqual(before.map(({ id }) => id))
      expect(new Set(meanwhile.map(({ id }) => id)).size).toBe(meanwhile.length)
    },
  )

  test('of one order are not understood by another', async () => {
    const { next } = await pageOf(house, { q: '小麦', limit: '1' })
    const answer = await house.as().get(asked({ sort: 'newest', after: next ?? '' }))
    expect(answer.status).toBe(422)
  })
})

test('In a very long listing many hits are sampled, few counted; either way pages go through all', async () => {
  await using sparse = await largeCatalogue({ apart: 1000 })
  const everything = (await pageOf(sparse, { limit: '1', facets: 'kind' })).total
  expect(everything.relation).toBe('gte')
  expect(Math.abs((everything.about ?? 0) - many)).toBeLessThan(many / 5)
  const { total } = await pageOf(sparse, { q: '小麦', limit: '1' })
  expect(total).toEqual({ value: written, relation: 'eq' })
  const items = await allPages(sparse, { limit: '200' })
  expect(new Set(items.map(({ id }) => id)).size).toBe(many)
})
