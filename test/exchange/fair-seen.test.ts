import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fairOf } from '../../src/exchange/fair/actions.ts'
import { addDataset } from '../datasets/scene.ts'
import { systemContext } from '../../src/jobs.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { type DemoScene, demoScene } from './demo.ts'

type Scene = Pick<DemoScene, 'app' | 'services'>
type Page = { links: Map<string, string[]>; data: Record<string, unknown> }

/** What a harvester has of a landing page: its typed links, with those of the link set, and the JSON-LD in its head. */
async function seen({ app }: Scene, id: string): Promise<Page> {
  const page = await app.request(`/records/${id}`, { headers: { accept: 'text/html' } })
  expect(page.status).toBe(200)
  const header = [...(page.headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="([^"]+)"/g)].map(
    ([, href = '', rel = '']) => [rel, href] as const,
  )
  const linkset = header.find(([rel]) => rel === 'linkset')?.[1] ?? ''
  const { pathname } = new URL(linkset)
  const { linkset: contexts } = await (await app.request(pathname)).json()
  const own = contexts.find(({ anchor }: { anchor: string }) => anchor.endsWith(`/records/${id}`))
  const items = (own.item ?? []).map(({ href }: { href: string }) => ['item', href] as const)
  const links = Map.groupBy([...header, ...items], ([rel]) => rel)
  const json = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(await page.text())?.[1]
  return {
    links: new Map([...links].map(([rel, some]) => [rel, some.map(([, href]) => href)])),
    data: JSON.parse(json ?? '{}'),
  }
}

const has = ({ data }: Page, ...names: string[]) =>
  names.every((name) => [data[name]].flat().some((value) => value !== undefined && value !== ''))
const files = ({ data }: Page) =>
  [data['distribution'] ?? []].flat() as { encodingFormat?: string; contentSize?: string }[]
const core = ['creator', 'name', 'publisher', 'datePublished', 'identifier']
const relations = [
  'isPartOf',
  'hasPart',
  'isBasedOn',
  'citation',
  'sameAs',
  'subjectOf',
  'mentions',
  'isRelatedTo',
  'translationOfWork',
]

/** The tests of F-UJI that a landing page answers by itself, each as F-UJI looks for it. */
const looks: Record<string, (page: Page) => boolean> = {
  'FsF-F1-02MD-1': ({ links }) =>
    /^https:\/\/(?:doi\.org|n2t\.net|hdl\.handle\.net|w3id\.org)\//.test(
      links.get('cite-as')?.[0] ?? '',
    ),
  'FsF-F2-01M-2': (page) => has(page, ...core),
  // Where nobody wrote a summary, its title stands in its place, for search engines.
  'FsF-F2-01M-3': (page) =>
    has(page, ...core, 'description', 'keywords') &&
    !String(page.data['description']).startsWith(String(page.data['name'])),
  'FsF-F3-01M-2': (page) => files(page).length > 0 && page.links.has('item'),
  'FsF-F4-01M-1': ({ data }) => data['@type'] !== undefined,
  'FsF-A1-01M-1': (page) => has(page, 'conditionsOfAccess', 'isAccessibleForFree'),
  'FsF-I1-01M-1': ({ links, data }) => data['@context'] !== undefined && links.has('describedby'),
  'FsF-I2-01M-2': ({ data }) => JSON.stringify(data['@context']).includes('schema.org'),
  'FsF-I3-01M-2': ({ data }) =>
    relations.some((name) =>
      [data[name] ?? []]
        .flat()
        .some((one) => typeof one === 'object' && one !== null && '@id' in one),
    ),
  'FsF-R1-01M-1': ({ data, links }) => data['@type'] !== undefined && links.has('type'),
  'FsF-R1-01M-2': (page) =>
    files(page).some(({ encodingFormat, contentSize }) => encodingFormat && contentSize),
  'FsF-R1.1-01M-1': (page) => has(page, 'license'),
  'FsF-R1.2-01M-2': (page) => has(page, 'creator', 'prov:wasAttributedTo'),
}

async function expectAgreement(scene: Scene, id: string) {
  const { checks } = await fairOf(systemContext(scene.services, 'test'), { record: id })
  const page = await seen(scene, id)
  const said = checks.filter(({ test: name }) => name in looks)
  expect(said).toHaveLength(Object.keys(looks).length)
  expect([id, said.map(({ test: name, passed }) => [name, passed])]).toEqual([
    id,
    said.map(({ test: name }) => [name, looks[name]?.(page)]),
  ])
  return new Map(said.map(({ test: name, passed }) => [name, passed]))
}

describe('the self-check says what a harvester finds on the page', () => {
  let demo: DemoScene
  let house: TestHouse
  beforeAll(async () => {
    demo = await demoScene()
    house = await testHouse()
  }, 300_000)
  afterAll(async () => {
    await demo[Symbol.asyncDispose]()
    await house[Symbol.asyncDispose]()
  })

  test('of every dataset of the demo', async () => {
    const rows = await demo.db
      .selectFrom('record')
      .where('kind', '=', 'dataset')
      .where('visibility', '=', 'published')
      .where('audience', '=', 'public')
      .select('id')
      .execute()
    expect(rows.length).toBeGreaterThan(20)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const { id } of rows) await expectAgreement(demo, id)
  }, 120_000)

  test.each([
    ['open', true],
    ['registered', false],
    ['on_request', false],
    ['closed', false],
  ])('of a dataset with files whose access is %s', async (access, isThere) => {
    const { id } = await addDataset(house, { input: { access, keywords: ['气象'] } })
    const said = await expectAgreement(house, id)
    expect(said.get('FsF-F3-01M-2')).toBe(isThere)
  })
})
