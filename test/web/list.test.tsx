import { type Context as HonoContext, Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Context } from '../../src/core/context.ts'
import { local, named, pageBy } from '../../src/core/database.ts'
import { form } from '../../src/core/form.ts'
import { cursorOf, type Paging } from '../../src/core/paging.ts'
import { idOf, LocalAnswer, Named } from '../../src/core/shapes.ts'
import { InstantAnswer } from '../../src/core/time.ts'
import { navigation } from '../../src/navigation.ts'
import { findActor } from '../../src/people/accounts/actions/actor.ts'
import { contextual, identified } from '../../src/web/context.ts'
import type { Env } from '../../src/web/env.ts'
import { onError } from '../../src/web/errors.tsx'
import { list } from '../../src/web/list.tsx'
import { page } from '../../src/web/page.tsx'
import type { Services } from '../../src/web/services.ts'
import { testDatabase } from '../support/database.ts'
import { anInstitution } from '../support/people.ts'
import { testServices } from '../support/services.ts'

const filters = form(z.strictObject({ institution: idOf({ zh: '没有', en: 'None' }).optional() }), {
  institution: { as: 'reference', label: { zh: '单位', en: 'Institution' } },
})
const Row = z.object({
  id: z.string(),
  name: LocalAnswer,
  institution: Named,
  priceFen: z.int(),
  madeAt: InstantAnswer,
})

/** Labs stand in: with an amount, a moment, a state, and a button. */
const things = list({
  path: '/things',
  tag: 'things',
  summary: 'Things',
  title: { zh: '事物', en: 'Things' },
  empty: { title: { zh: '还没有事物', en: 'No things' } },
  item: Row,
  filters,
  query: searchThings,
  columns: {
    name: {
      label: { zh: '名称', en: 'Name' },
      text: ({ name }) => name,
      href: ({ id }) => `/things/${id}`,
    },
    institution: { label: filters.labels.institution, text: ({ institution }) => institution.name },
    price: { label: { zh: '价格', en: 'Price' }, yuan: ({ priceFen }) => priceFen },
    made: { label: { zh: '建于', en: 'Made' }, moment: ({ madeAt }) => madeAt },
    state: {
      label: { zh: '状态', en: 'State' },
      state: () => ({ tone: 'good', text: { zh: '可用', en: 'Usable' } }),
    },
    action: {
      label: { zh: '操作', en: 'Action' },
      cell: ({ id }) => <button value={id}>x</button>,
    },
  },
})

async function searchThings(
  { db }: Context,
  { institution, ...paging }: Paging & { institution?: string | undefined },
) {
  const rows = db
    .selectFrom('lab')
    .innerJoin('institution', 'institution.id', 'lab.institution_id')
    .$if(institution !== undefined, (some) => some.where('institution.id', '=', institution ?? ''))
    .select([
      'lab.id',
      local('lab.name'),
      named('institution'),
      sql<number>`128050`.as('priceFen'),
      'lab.created_at as madeAt',
      'lab.version as secret',
    ])
  return pageBy(db, { rows, by: { madeAt: 'lab.created_at', id: 'lab.id' } }, paging)
}

const thingsView = (c: HonoContext<Env>) => things.view(c, { choices: { institution: [] } })
const houses: { services: Services; institution: string; close: () => Promise<void> }[] = []

/** Five labs within a millisecond, so that a cursor cut to milliseconds would lose some. */
beforeAll(async () => {
  const database = await testDatabase()
  const services = await testServices(database)
  const institution = await anInstitution(services, '兰州地化所')
  await sql`
    insert into lab (institution_id, name_zh, name_en, created_at)
    select ${institution}, case n when 1 then '=1+1' else '组' || n end, 'Lab, ' || n,
      '2026-03-02T01:00:00Z'::timestamptz + n * interval '10 microseconds'
    from generate_series(1, 5) as n
  `.execute(services.db)
  const close = () => database[Symbol.asyncDispose]()
  houses.push({ services, institution, close })
})
afterAll(async () => {
  await houses.pop()?.close()
})

const house = () => {
  const [one] = houses
  if (!one) throw new Error('There is no house.')
  return one
}
const get = async (path: string) =>
  new Hono<Env>()
    .onError(onError)
    .use((c, next) => {
      c.set('navigation', navigation)
      return next()
    })
    .use(contextual(() => house().services))
    .use(identified(findActor))
    .route('/api/v1', things.api)
    .get('/things', async (c) => page(c, { title: 'things' }, await thingsView(c)))
    .request(path)
const Body = z.object({
  items: z.array(z.looseObject({ name: LocalAnswer })),
  next: z.string().nullable(),
  total: z.object({ value: z.int(), relation: z.string() }),
})
const read = async (path: string) => Body.parse(await (await get(path)).json())

describe('a list', () => {
  test('is JSON, page by page, that leaves nothing out and shows only what it documents', async () => {
    const names: (string | null)[] = []
    let next: string | null = ''
    while (next !== null) {
      const body = await read(`/api/v1/things?limit=2${next && `&after=${next}`}`)
      names.push(...body.items.map(({ name }) => name.zh))
      expect(body.total).toEqual({ value: 5, relation: 'eq' })
      expect(body.items[0]).not.toHaveProperty('secret')
      next = body.next
    }
    expect(names).toEqual(['=1+1', '组2', '组3', '组4', '组5'])
  })

  test('refuses a cursor that is not its own', async () => {
    const { next } = await read('/api/v1/things?limit=1')
    for (const after of [
      'zz',
      cursorOf(['x', 'y']),
      cursorOf(['2026-01-01T00:00Z', 'y']),
      `${next}x`,
    ])
      expect((await get(`/api/v1/things?after=${after}`)).status).toBe(422)
  })

  test('is a file, with numbers as numbers and days that sort', async () => {
    const csv = await (await get('/api/v1/things?format=csv')).text()
    const [header, first] = csv.split('\r\n')
    expect(header).toBe('名称,单位,价格（元）,建于,状态')
    expect(first).toBe("'=1+1,兰州地化所,1280.5,2026-03-02T01:00:00.00001Z,可用")
    const english = await (await get('/api/v1/things?format=csv&lang=en')).text()
    expect(english).toContain('"Lab, 2"')
    const xlsx = await get('/api/v1/things?format=xlsx')
    expect(xlsx.headers.get('content-disposition')).toContain('things.xlsx')
    expect(csv.trim().split('\r\n')).toHaveLength(6)
  })

  test('is a page of cards on a phone, whose blank filters narrow nothing', async () => {
    const html = await (await get('/things?institution=&after=')).text()
    expect(html).toContain('table-cards')
    expect(html).toContain('data-label="价格（元）"')
    expect(html).toContain('1,280.50')
    expect(html).toContain('id="field-filter-institution"')
    expect(html).toContain('/api/v1/things?institution=&amp;format=csv')
    const nobody = '01a20000-0000-7000-8000-000000000000'
    expect(await (await get(`/things?institution=${nobody}`)).text()).toContain('还没有事物')
    expect((await get('/things?institution=here')).status).toBe(422)
  })

  test('counts to ten thousand, and refuses a file that it would have to cut', async () => {
    const { services, institution } = house()
    await sql`
      insert into lab (institution_id, name_zh, created_at)
      select ${institution}, '组', '2026-03-03T01:00:00Z'::timestamptz from generate_series(1, 20001)
    `.execute(services.db)
    expect((await read('/api/v1/things?limit=1')).total).toEqual({ value: 10_000, relation: 'gte' })
    expect(await (await get('/things')).text()).toContain('10,000 条以上')
    expect((await get('/api/v1/things?format=csv')).status).toBe(413)
  })
})

// @ts-expect-error -- `institution` has no choices
const missing = (c: HonoContext<Env>) => things.view(c, {})
// @ts-expect-error -- there is no `lab`
const misspelt = (c: HonoContext<Env>) => things.view(c, { choices: { lab: [] } })

test('a list with a reference among its filters does not compile without choices', () => {
  expect([missing, misspelt]).toHaveLength(2)
})
