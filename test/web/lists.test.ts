import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { listOf, operation, Paging, wholeListOf } from '../../src/web/api.ts'
import { type Document, documentOf, type Schema } from '../../src/web/api-reference/document.ts'
import type { Env } from '../../src/web/env.ts'
import { parsed } from '../../src/web/validate.ts'
import { type ChargeScene, chargeScene, only } from '../charges/scene.ts'
import { furnish } from './furnished.ts'

/** What answers `items` and is no list. Of reports: sums of a period, whole or refused, whose `total` is of all rows. */
const reports = [
  '/reports/germplasm',
  '/reports/instrument-use',
  '/reports/nrii/{part}',
  '/reports/sharing',
  // Counts, whose items are the cells of a table.
  '/collections/{id}/facts',
  // One request, whose items are what is asked for.
  '/requests/{id}',
]

/** Lists of which the scene has fewer than three rows. */
const short = [
  '/accessions',
  '/biobanks/{id}/work',
  '/bulk-edits',
  '/collections',
  '/datasets',
  '/incomplete-passports',
  '/safety-coverage',
  '/sessions',
  '/suspicious-passports',
]

/** What a list needs to be asked. */
const queries: Record<string, string> = {
  '/instruments/{id}/occupancy': 'from=2026-03-02T00:00Z&to=2026-03-20T00:00Z',
  '/instruments/{id}/openings': 'from=2026-03-03T00:00Z&to=2026-03-04T00:00Z&minutes=60',
  '/openings': 'from=2026-03-03T00:00Z&to=2026-03-06T00:00Z&minutes=60',
  '/timeline': 'from=2026-03-03T00:00Z&to=2026-03-04T00:00Z',
  '/orders': 'role=staff',
  '/suggestions': 'q=显微',
}

/** Who asks for lists of one's own; an administrator for the others. */
const own: Record<string, 'demo-researcher' | 'demo-steward'> = {
  '/waitlist': 'demo-researcher',
  '/notifications': 'demo-researcher',
  '/entitlements': 'demo-researcher',
  '/projects': 'demo-researcher',
  '/requests': 'demo-researcher',
  '/qualifications': 'demo-researcher',
  '/tokens': 'demo-researcher',
  '/calendar-feeds': 'demo-steward',
}

type Furnished = Awaited<ReturnType<typeof furnish>>
const scenes: (Furnished & { scene: ChargeScene })[] = []
beforeAll(async () => {
  const scene = await chargeScene()
  scenes.push({ scene, ...(await furnish(scene)) })
}, 120_000)
afterAll(async () => {
  await scenes.pop()?.scene[Symbol.asyncDispose]()
})

describe('every list', () => {
  test('documents next and a total, and pages or says what keeps it short', async () => {
    expect(faultsOf(await served())).toEqual([])
    expect(listsOf(await served()).length).toBeGreaterThan(35)
  })

  test('is answered as it is documented, and goes on exactly where its total says that there is more', async () => {
    const wrong = await eachOf(listsOf(await served()), async (path) => {
      const { items, next, total } = await ask(path)
      const isWhole = total.value === items.length
      return total.relation === 'gte' || isWhole === (next === null) ? undefined : { next, total }
    })
    expect(wrong).toEqual([])
  })

  test('that has pages has each of its rows on one of them, once and in order', async () => {
    const wrong = await eachOf(pagedOf(await served()), async (path) => {
      const { rows } = await walk(path, '200')
      const walked = await walk(path)
      const isCounted = walked.totals.every(
        ({ value, relation }) => relation === 'gte' || value === rows.length,
      )
      const isSame = rows.join() === walked.rows.join() && new Set(rows).size === rows.length
      const isEnough = rows.length > 2 || short.includes(path)
      return isCounted && isSame && isEnough ? undefined : { rows, walked }
    })
    expect(wrong).toEqual([])
  })

  test('refuses a cursor that is none of its own', async () => {
    const wrong = await eachOf(pagedOf(await served()), async (path) => {
      const answers = await Promise.all(cursors.map(async (after) => request(path, { after })))
      const statuses = answers.map(({ status }) => status)
      return statuses.every((status) => status === 422) ? undefined : statuses
    })
    expect(wrong).toEqual([])
  })
})

/** No base64; one text, which is no id and no number; three numbers. */
const cursors = ['nonsense', 'WyJ4Il0', 'WzEsMiwzXQ']

test('a list that stops without a word is found', async () => {
  const Item = z.object({ id: z.string() })
  const silent = z.object({ items: z.array(Item) })
  const optional = listOf(Item).partial({ total: true })
  const answers = {
    '/honest': listOf(Item),
    '/short': wholeListOf(Item, 'There are three of them.'),
    '/silent': silent,
    '/uncounted': optional,
    '/unpaged': listOf(Item),
  }
  const app = new Hono<Env>()
  for (const [path, answer] of Object.entries(answers)) {
    const documented = operation({ summary: path, tag: 'things', answers: { 200: answer } })
    if (path === '/honest' || path === '/uncounted')
      app.get(path, documented, parsed('query', z.object(Paging)), (c) => c.json({}))
    else app.get(path, documented, (c) => c.json({}))
  }
  expect(faultsOf(await documentOf(app))).toEqual([
    '/silent has no next',
    '/silent has no total',
    '/silent takes no limit and after',
    '/uncounted has no total',
    '/unpaged takes no limit and after',
  ])
})

/** What is dishonest about the lists of a document. */
const faultsOf = (document: Document): string[] =>
  listsOf(document).flatMap(({ path, schema, isPaged }) => {
    const { properties = {}, required = [] } = schema
    const isWhole = properties['next']?.type === 'null' && properties['next'].description
    return [
      ...['next', 'total']
        .filter((name) => !required.includes(name))
        .map((name) => `has no ${name}`),
      ...(isPaged || isWhole ? [] : ['takes no limit and after']),
    ].map((fault) => `${path} ${fault}`)
  })

function listsOf({ paths, components }: Document) {
  const reads = Object.entries(paths).flatMap(([path, { get }]) => (get ? [{ path, get }] : []))
  return reads.flatMap(({ path, get: { responses, parameters = [] } }) => {
    const schema = answerOf(responses?.['200'], components?.schemas)
    if (!schema?.properties?.['items'] || reports.includes(path)) return []
    const names = new Set(parameters.map(({ name }) => name))
    return [{ path, schema, isPaged: names.has('limit') && names.has('after') }]
  })
}

type Answers = { content?: Record<string, { schema?: Schema }> }
function answerOf(answer: Answers | undefined, schemas: Record<string, Schema> = {}) {
  const schema = answer?.content?.['application/json']?.schema
  return schema?.$ref ? schemas[schema.$ref.split('/').at(-1) ?? ''] : schema
}

const pagedOf = (document: Document) => listsOf(document).filter(({ isPaged }) => isPaged)

/** What is wrong with some lists, by path; one after the other, for they share one small database. */
async function eachOf(
  lists: readonly { path: string }[],
  wrongIn: (path: string) => Promise<unknown>,
): Promise<unknown[]> {
  const found: unknown[] = []
  for (const { path } of lists) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const wrong = await wrongIn(path)
    if (wrong !== undefined) found.push({ path, wrong })
  }
  return found
}

const Listed = z.looseObject({
  items: z.array(z.unknown()),
  next: z.string().nullable(),
  total: z.looseObject({ value: z.int(), relation: z.enum(['eq', 'gte']) }),
})

async function ask(path: string, asked: Record<string, string> = {}) {
  const answer = await request(path, asked)
  if (answer.status !== 200) throw new Error(`${path} ${answer.status} ${await answer.text()}`)
  const listed = Listed.safeParse(await answer.json())
  if (!listed.success) throw new Error(`${path} ${listed.error.message}`)
  return listed.data
}

/** All pages of two rows. */
async function walk(path: string, limit = '2') {
  const rows: string[] = []
  const totals: z.output<typeof Listed>['total'][] = []
  let next: string | null | undefined
  while (next !== null) {
    // oxlint-disable-next-line no-await-in-loop -- a page names the next
    const page = await ask(path, { limit, ...(next && { after: next }) })
    rows.push(...page.items.map(rowOf))
    totals.push(page.total)
    next = page.next
  }
  return { rows, totals }
}

/** A row without what signs an address in it, which is another in each second. */
const rowOf = (item: unknown) => JSON.stringify(item).replaceAll(signing, '')
const signing = /(?:expires=\d+|signature=\w+)/g

async function request(path: string, asked: Record<string, string>) {
  const { scene, instrument, booking, imported, ...made } = only(scenes)
  const {
    accession,
    mission,
    trial,
    trait,
    lot,
    place,
    dataset,
    upload,
    project,
    deposit,
    agreement,
    biobank,
    network,
    resource,
    request: sharing,
    donor,
    item,
    kept,
  } = made
  const ids: Record<string, string> = {
    records: instrument,
    instruments: instrument,
    bookings: booking,
    imports: imported,
    accessions: accession,
    missions: mission,
    trials: trial,
    traits: trait,
    institutions: scene.own,
    labs: scene.lab,
    lots: lot,
    places: place,
    biobanks: biobank,
    networks: network,
    'research-resources': resource,
    requests: sharing,
    donors: donor,
    collections: kept.collection,
    samples: kept.sample,
  }
  // Uploads are into the fourth version, a draft.
  const address = path
    .replace('{number}/uploads', '4/uploads')
    .replace('uploads/{id}', `uploads/${upload}`)
    .replace('{id}', ids[path.split('/')[1] ?? ''] ?? '')
    .replace('{item}', item)
    .replace('{dataset}', dataset)
    .replace('{project}', project)
    .replace('{deposit}', deposit)
    .replace('{agreement}', agreement)
    .replace('{institution}', scene.own)
    .replace('{collection}', kept.collection)
    .replace('{donor}', kept.donor)
    .replace('{number}', '3')
  const query = new URLSearchParams([
    ...new URLSearchParams(queries[path]),
    ...Object.entries(asked),
  ])
  return scene.as(own[path] ?? 'demo-admin').get(`/api/v1${address}?${query.toString()}`)
}

async function served(): Promise<Document> {
  const answer = await only(scenes).scene.as().get('/api/v1/openapi.json')
  const document: Document = await answer.json()
  return document
}
