import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { hasShared } from '../../support/xsd.ts'
import { shapes, violationsIn } from './shapes.ts'

const count = 250

let house: TestHouse
let ids: string[]
beforeAll(async () => {
  house = await testHouse({ baseUrl: 'https://hexi.test' })
  // Three of them at each moment: ids alone keep them apart.
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into record
        (kind, institution_id, title_zh, published_at, listed_at, created_at, updated_at)
      select 'dataset', ${house.own}::uuid, '第 ' || n || ' 个', moment, moment, moment, moment
      from generate_series(1, ${count}::int) as n
      cross join lateral (
        select '2020-01-01'::timestamptz + n / 3 * interval '1 second' as moment
      ) as at
      returning id
    ), described as (
      insert into dataset (record_id, creators, publication_year, resource_type_general)
      select id, '[{"name": "Bureau"}]', 2020, 'Dataset' from made
    )
    select id from made
  `.execute(house.db)
  ids = rows.map(({ id }) => id)
})
afterAll(async () => house[Symbol.asyncDispose]())

/** Where each way of paging says that it goes on. */
const nexts = {
  ttl: (text: string) => /hydra:next <([^>]+)>/.exec(text)?.[1],
  jsonld: (text: string): string | undefined =>
    JSON.parse(text)['@graph'][0]['hydra:view'][0]['hydra:next']?.[0]['@id'],
}

async function pagesOf(format: keyof typeof nexts): Promise<string[]> {
  const pages: string[] = []
  for (let next: string | undefined = `https://hexi.test/dcat.${format}`; next;) {
    // oxlint-disable-next-line no-await-in-loop -- a page names the next
    const answer: Response = await house.as().get(next.replace('https://hexi.test', ''))
    expect(answer.status).toBe(200)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const text: string = await answer.text()
    pages.push(text)
    next = nexts[format](text)
    expect(answer.headers.get('link')).toBe(next === undefined ? null : `<${next}>; rel="next"`)
  }
  return pages
}

test.each(['ttl', 'jsonld'] as const)(
  'whoever follows the pages of /dcat.%s has every dataset once',
  async (format) => {
    const pages = await pagesOf(format)
    expect(pages).toHaveLength(3)
    const named = pages.flatMap((text) =>
      [...text.matchAll(/foaf:primaryTopic[^#]{1,60}?\/records\/([0-9a-f-]+)#dataset/g)].map(
        ([, id = '']) => id,
      ),
    )
    expect(named.toSorted()).toEqual(ids.toSorted())
  },
)

test.runIf(hasShared(shapes))('the last page is valid by the shapes, like the first', async () => {
  const pages = await pagesOf('ttl')
  expect(await violationsIn(pages.at(-1) ?? '')).toEqual([])
})
