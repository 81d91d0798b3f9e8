import type { Quad } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogueOf } from '../../../src/exchange/dcat/rules/catalogue.ts'
import { catalogRecordOf } from '../../../src/exchange/dcat/rules/dataset.ts'
import { jsonLd } from '../../../src/exchange/dcat/rules/json-ld.ts'
import { turtle } from '../../../src/exchange/dcat/rules/turtle.ts'
import { iriOf, thing } from '../../../src/exchange/dcat/rules/terms.ts'
import type { Described, Related } from '../../../src/exchange/described/model.ts'
import { hasShared } from '../../support/xsd.ts'
import { type DemoScene, demoScene } from '../demo.ts'
import { full } from '../full.ts'
import { canonical, read, shapes, violationsIn } from './shapes.ts'

const dcat = 'http://www.w3.org/ns/dcat#'

let scene: DemoScene
beforeAll(async () => {
  scene = await demoScene()
}, 300_000)
afterAll(async () => scene[Symbol.asyncDispose]())

async function page(path: string) {
  const answer = await scene.as().get(path)
  expect(answer.status).toBe(200)
  return { text: await answer.text(), link: answer.headers.get('link') }
}

const subjectsOf = (quads: readonly Quad[], type: string) =>
  quads
    .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === type)
    .map(({ subject }) => subject.value)

describe('the catalogue of datasets', () => {
  test('has every public dataset of the demo once, and no draft, nothing for members, nothing withdrawn', async () => {
    const { text } = await page('/dcat.ttl')
    const shown = subjectsOf(read(text), `${dcat}Dataset`)
    const { db } = scene
    const rows = await db
      .selectFrom('record')
      .where('kind', '=', 'dataset')
      .select(['id', 'visibility', 'audience'])
      .execute()
    const open = rows.filter((row) => row.visibility === 'published' && row.audience === 'public')
    expect(open.length).toBeGreaterThan(20)
    expect(shown.toSorted()).toEqual(
      open.map(({ id }) => `https://hexi.test/records/${id}#dataset`).toSorted(),
    )
    for (const { id } of rows.filter((row) => !open.includes(row))) expect(text).not.toContain(id)
  })

  test.runIf(hasShared(shapes))('is valid by the shapes of DCAT-AP 3.0.1', async () => {
    expect(await violationsIn((await page('/dcat.ttl')).text)).toEqual([])
  })

  test('says the same as JSON-LD, statement by statement', async () => {
    const { text } = await page('/dcat.jsonld')
    const [catalogue] = JSON.parse(text)['@graph']
    expect(catalogue['dcat:service']).toHaveLength(3)
    const quads = read((await page('/dcat.ttl')).text)
    expect(quads.length).toBeGreaterThan(1000)
    // Each page is named by its own address.
    expect(await canonical(JSON.parse(text.replaceAll('/dcat.jsonld', '/dcat.ttl')))).toEqual(
      await canonical(quads),
    )
  })

  test('is the same for whoever asks', async () => {
    const guest = await (await scene.as().get('/dcat.ttl')).text()
    const admin = await (await scene.as('demo-admin').get('/dcat.ttl')).text()
    expect(admin).toBe(guest)
  })

  test('refuses a cursor that is none of its own', async () => {
    expect((await scene.as().get('/dcat.ttl?after=x')).status).toBe(422)
  })
})

test('what people wrote stays one literal, and what is no address becomes none', () => {
  const text = 'a "quoted"\\ \n line\t\u0001 "@en . <x> <y> <z>'
  const [title] = read(
    turtle([thing('https://x.test/', ['dcat:Dataset'], [['dct:title', { text }]])]),
  ).filter(({ predicate }) => predicate.value.endsWith('title'))
  expect(title?.object.value).toBe(text)
  expect(iriOf('javascript:alert(1)')).toBeUndefined()
  expect(iriOf('not an address')).toBeUndefined()
  expect(iriOf('https://x.test/a>b<c"d')).not.toMatch(/[<>"]/)
})

/** A record that stands in a relation to the dataset that has everything. */
const relatedAs = (relation: string, kind: 'dataset' | 'collection', no: number): Related => ({
  relation,
  information: null,
  identifier: `https://hexi.test/records/${no}`,
  identifierType: 'URL',
  uri: `https://hexi.test/records/${no}`,
  type: 'Dataset',
  title: { zh: `第 ${no} 号`, en: null },
  record: { id: String(no), kind, url: `https://hexi.test/records/${no}` },
  scheme: null,
})

/** What records may come to that nobody tidied up. */
const awkward: Described[] = [
  full,
  {
    ...full,
    url: `${full.url}-bare`,
    titles: [],
    summary: { zh: null, en: null },
    descriptions: [],
    creators: [],
    contributors: [],
    licences: [],
    subjects: [],
    related: [],
    places: [],
    period: null,
    release: null,
    files: [],
    contact: null,
    publishedAt: null,
  },
  {
    ...full,
    url: `${full.url}-odd`,
    title: { zh: '"\\\n\u0001@en . <x> <y> <z>', en: '𠮷 \u{10ffff}' },
    creators: full.creators.map((one) => ({ ...one, name: 'The same address, another name' })),
    contact: { name: null, email: 'not a mailbox <x>', phone: null },
    licences: [{ spdx: null, uri: 'not an address', words: { zh: '自定', en: null } }],
    period: { from: 'long ago', until: '2019-02-30' },
    subjects: full.subjects.map((one) => ({ ...one, lang: 'x y' })),
    files: full.files.map((file) => ({ ...file, type: 'no type', url: 'https://x.test/a b>c' })),
  },
  {
    ...full,
    url: `${full.url}-part`,
    related: [
      relatedAs('IsPartOf', 'dataset', 1),
      relatedAs('IsPartOf', 'collection', 2),
      relatedAs('IsNewVersionOf', 'dataset', 3),
      relatedAs('HasPart', 'dataset', 4),
    ],
  },
]

describe('a page of awkward records', () => {
  const things = catalogueOf({
    baseUrl: 'https://hexi.test',
    here: 'https://hexi.test/dcat.ttl',
    next: null,
    entries: awkward.map(catalogRecordOf),
  })

  test.runIf(hasShared(shapes))('is valid by the shapes', async () => {
    expect(await violationsIn(turtle(things))).toEqual([])
  })

  test('says the same in Turtle and in JSON-LD', async () => {
    expect(await canonical(JSON.parse(JSON.stringify(jsonLd(things))))).toEqual(
      await canonical(read(turtle(things))),
    )
  })

  test('names the series of a part, and the version before a version', () => {
    const said = read(turtle(things))
      .filter(({ subject }) => subject.value === `${full.url}-part#dataset`)
      .map(({ predicate, object }) => [predicate.value, object.value])
    const of = (name: string) => said.flatMap(([key, value]) => (key === dcat + name ? value : []))
    expect(of('inSeries')).toEqual(['https://hexi.test/records/1#series'])
    expect(of('previousVersion')).toEqual(['https://hexi.test/records/3#dataset'])
  })
})
