import jsonld from 'jsonld'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { wantedType } from '../../src/exchange/landing/rules/accept.ts'
import { describingFormats } from '../../src/exchange/landing/rules/formats.ts'
import { jsonLdOf } from '../../src/exchange/landing/rules/jsonld.ts'
import { linkHeader, linksetOf } from '../../src/exchange/landing/rules/signposting.ts'
import { addDataset } from '../datasets/scene.ts'
import { publishable } from '../support/publishable.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { full } from './full.ts'

const Linkset = z.object({
  linkset: z.array(
    z.looseObject({
      anchor: z.string(),
      'cite-as': z.array(z.object({ href: z.string() })).optional(),
      describedby: z.array(z.object({ href: z.string(), type: z.string() })).optional(),
      item: z.array(z.object({ href: z.string(), type: z.string() })).optional(),
    }),
  ),
})

/** schema.org without asking it: every word is its own. */
const expand = async (json: object) =>
  jsonld.expand(z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(json))), {
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== 'https://schema.org/') throw new Error(`asked ${url}`)
      const document = { '@context': { '@vocab': 'http://schema.org/' } }
      return { document, documentUrl: url, contextUrl: undefined }
    },
  })

let house: TestHouse
let open: string
let closed: string
let draft: string
let members: string
let withdrawn: string
let instrument: string
const secret = 'secret-station.csv'

beforeAll(async () => {
  house = await testHouse()
  const title = { zh: '祁连山</script><b>气象', en: 'Weather' }
  const identifiers = [{ scheme: 'doi', value: '10.5072/a,b;c' }]
  open = (
    await addDataset(house, {
      input: {
        title,
        identifiers,
        access: 'open',
        summary: { zh: '观测。', en: null },
        rightsList: [{ rightsIdentifier: 'CC-BY-4.0' }],
        creators: [
          { name: 'Song', nameType: 'Personal', nameIdentifiers: ['0000-0002-1825-0097'] },
        ],
      },
      files: { 'a, b;c.csv': 'x,y\n1,2\n', 'readme.txt': 'hello' },
    })
  ).id
  closed = (await addDataset(house, { input: { access: 'closed' }, files: { [secret]: '1' } })).id
  draft = (await addDataset(house, { state: 'draft', files: { [secret]: '1' } })).id
  members = (await addDataset(house, { input: { audience: 'members' } })).id
  withdrawn = (
    await addDataset(house, {
      input: { title: { zh: '撤回的数据' }, summary: { zh: '不再说的摘要' } },
      files: { [secret]: '1' },
    })
  ).id
  await house
    .as('demo-curator')
    .post(`/api/v1/datasets/${withdrawn}/withdrawal`, { reason: '数据有误，已撤回。' })
  instrument = await house.add('instrument', {
    ...publishable.instrument,
    institution: house.own,
    title: { zh: '质谱仪' },
  })
}, 60_000)
afterAll(async () => house[Symbol.asyncDispose]())

const extensions = [...describingFormats.map(({ extension }) => extension), '.linkset.json']
const get = (path: string, headers: Record<string, string> = {}) => house.as().get(path, headers)

describe('the page of a record', () => {
  test('has JSON-LD in its head that nothing in the record ends', async () => {
    const page = await (await get(`/records/${open}`)).text()
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Dataset',
      name: '祁连山</script><b>气象',
      isAccessibleForFree: true,
      license: ['https://creativecommons.org/licenses/by/4.0/'],
      distribution: [
        { '@type': 'DataDownload', encodingFormat: 'text/csv', contentSize: '8' },
        { name: 'readme.txt', encodingFormat: 'text/plain', contentSize: '5' },
      ],
    })
    expect(page.slice(0, page.indexOf('</head>'))).toContain('application/ld+json')
  })

  test.each(['GET', 'HEAD'])(
    'says by %s what it is cited as, described by, and made of',
    async (method) => {
      const answer = await house.app.request(`/records/${open}`, { method })
      const links = (answer.headers.get('link') ?? '').split(', ').map(linkIn)
      const of = (rel: string) => links.filter((link) => link.rel === rel)
      expect(of('cite-as')).toEqual([
        { rel: 'cite-as', href: 'https://doi.org/10.5072/a%2Cb%3Bc', type: undefined },
      ])
      expect(of('describedby').length).toBeGreaterThan(4)
      expect(of('describedby').every(({ type }) => type)).toBe(true)
      expect(of('item').map(({ type }) => type)).toEqual(['text/csv', 'text/plain'])
      expect(of('license')).toHaveLength(1)
      expect(of('author')).toEqual([
        { rel: 'author', href: 'https://orcid.org/0000-0002-1825-0097', type: undefined },
      ])
      expect(of('type').map(({ href }) => href)).toEqual([
        'https://schema.org/AboutPage',
        'https://schema.org/Dataset',
      ])
      const set = await get(new URL(of('linkset')[0]?.href ?? '').pathname)
      expect(set.headers.get('content-type')).toBe('application/linkset+json')
      const { linkset } = Linkset.parse(await set.json())
      const [landing] = linkset
      expect(landing?.anchor).toBe(`http://hexi.test/records/${open}`)
      expect(landing?.['cite-as']).toHaveLength(1)
      expect(landing?.item).toHaveLength(2)
      expect(linkset.filter((one) => 'collection' in one)).toHaveLength(2)
      expect(linkset.filter((one) => 'describes' in one)).toHaveLength(
        landing?.describedby?.length ?? 0,
      )
    },
  )

  test.each(extensions.filter((extension) => !/pidinst/.test(extension)))(
    'leads to %s, which says what it describes',
    async (extension) => {
      const answer = await get(`/records/${open}${extension}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('link')).toContain(
        `<http://hexi.test/records/${open}>; rel="describes"`,
      )
      expect((await answer.text()).length).toBeGreaterThan(100)
    },
  )

  test.each([
    ['application/ld+json', '.jsonld'],
    ['application/vnd.datacite.datacite+xml', '.datacite.xml'],
    ['text/turtle, application/x-bibtex;q=0.9, */*;q=0.1', '.bib'],
    ['application/linkset+json', '.linkset.json'],
    ['application/vnd.citationstyles.csl+json, text/html;q=0.5', '.csl.json'],
  ])('asked for %s leads to %s', async (accept, extension) => {
    const answer = await get(`/records/${open}`, { accept })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/records/${open}${extension}`)
    expect(answer.headers.get('vary')).toContain('Accept')
  })

  test.each([
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
    '*/*',
    'text/turtle',
    'application/ld+json;q=0, text/html',
    ';;;,q=,',
  ])('asked for %s answers itself', async (accept) => {
    const answer = await get(`/records/${open}`, { accept })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/html')
  })
})

describe('nothing leaks', () => {
  test.each(extensions)('a draft has no %s, not for its keeper', async (extension) => {
    for (const as of [undefined, 'demo-curator', 'demo-outsider'] as const)
      expect((await house.as(as).get(`/records/${draft}${extension}`)).status).toBe(404)
  })

  test.each(extensions)('what is for members has no %s for others', async (extension) => {
    if (/pidinst/.test(extension)) return
    expect((await get(`/records/${members}${extension}`)).status).toBe(404)
    expect((await house.as('demo-outsider').get(`/records/${members}${extension}`)).status).toBe(
      200,
    )
  })

  test('files that are not for the reader are in no form of the record', async () => {
    for (const as of [undefined, 'demo-outsider'] as const)
      for (const extension of ['', ...extensions]) {
        const answer = await house.as(as).get(`/records/${closed}${extension}`)
        expect([extension, (await answer.text()).includes(secret)]).toEqual([extension, false])
        expect(answer.headers.get('link') ?? '').not.toContain('rel="item"')
      }
    const kept = await house.as('demo-curator').get(`/records/${closed}.jsonld`)
    expect(await kept.text()).toContain(secret)
  })

  test('a withdrawn record is gone, and described as its tombstone alone', async () => {
    const page = await get(`/records/${withdrawn}`)
    expect(page.status).toBe(410)
    expect(page.headers.get('link')).toContain('rel="cite-as"')
    for (const extension of extensions.filter((one) => !/pidinst/.test(one))) {
      const answer = await get(`/records/${withdrawn}${extension}`)
      const text = await answer.text()
      expect([extension, answer.status]).toEqual([extension, 200])
      expect(text).not.toContain('不再说的摘要')
      expect(text).not.toContain(secret)
    }
    expect(await (await get(`/records/${withdrawn}.jsonld`)).json()).toMatchObject({
      name: '撤回的数据',
      creativeWorkStatus: 'Withdrawn',
      description: '数据有误，已撤回。',
    })
  })

  test('the sitemap names public records alone, each with its day', async () => {
    const index = await (await get('/sitemap.xml')).text()
    const parts = [...index.matchAll(/<loc>http:\/\/hexi\.test(.*?)<\/loc>/g)].map(
      ([, path = '']) => path,
    )
    const texts = await Promise.all(parts.map(async (path) => (await get(path)).text()))
    const text = texts.join('')
    for (const id of [open, closed, instrument])
      expect(text).toMatch(
        new RegExp(`<loc>http://hexi\\.test/records/${id}</loc><lastmod>\\d{4}-`),
      )
    for (const id of [draft, members, withdrawn]) expect(text).not.toContain(id)
    expect((await get('/sitemap-99.xml')).status).toBe(404)
    expect((await get('/sitemap-99999999999999999999.xml')).status).toBe(404)
    expect(await (await get('/robots.txt')).text()).toContain(
      'Sitemap: http://hexi.test/sitemap.xml',
    )
  })
})

const saidOf = (text: string) => {
  const one = { ...full, descriptions: [{ text, lang: null, type: 'Abstract' }] }
  return z.string().parse(jsonLdOf(one, 'https://hexi.test')['description'])
}

describe('JSON-LD', () => {
  test('expands whole, with where it comes from', async () => {
    const [one] = await expand(jsonLdOf(full, 'https://hexi.test'))
    expect(one).toMatchObject({ '@id': 'https://doi.org/10.5072/hexi.full' })
    expect(Object.keys(one ?? {})).toEqual(
      expect.arrayContaining([
        'http://www.w3.org/ns/prov#wasGeneratedBy',
        'http://purl.org/pav/version',
        'http://schema.org/distribution',
      ]),
    )
  })

  test('expands for each kind of record', async () => {
    for (const kind of ['instrument', 'accession', 'collection'] as const) {
      const json = jsonLdOf(
        { ...full, kind, files: [], taxon: 'Medicago sativa' },
        'https://hexi.test',
      )
      // oxlint-disable-next-line no-await-in-loop -- three
      expect(await expand(json)).toHaveLength(1)
    }
  })

  test('a short description is long enough for search engines, a long one not too long', () => {
    expect(saidOf('冰川').length).toBeGreaterThan(50)
    expect(saidOf('冰'.repeat(9000))).toHaveLength(5000)
  })
})

describe('Signposting', () => {
  const many = Array.from({ length: 50 }, (_, at) => ({
    id: String(at),
    name: `${at}.csv`,
    type: 'text/csv',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    description: null,
    url: `https://hexi.test/f/${at},${at}`,
  }))

  test('many files are in the link set alone', () => {
    const one = { ...full, files: many }
    expect(linkHeader(one, describingFormats)).not.toContain('rel="item"')
    expect(linkHeader(one, describingFormats).length).toBeLessThan(4000)
    const { linkset } = Linkset.parse(JSON.parse(linksetOf(one, describingFormats)))
    expect(linkset[0]?.item).toHaveLength(50)
    expect(linkset[0]?.item?.[7]?.href).toBe('https://hexi.test/f/7%2C7')
  })
})

test.each([
  [undefined, undefined],
  ['', undefined],
  ['text/html;q=0.4, application/ld+json;q=0.5', 'application/ld+json'],
  ['application/ld+json;q=0.4, text/html;q=0.5', undefined],
  ['APPLICATION/LD+JSON; Q=1', 'application/ld+json'],
  ['application/ld+json;q=abc', undefined],
])('Accept: %s wants %s', (accept, type) => {
  expect(wantedType(accept, ['application/ld+json'])).toBe(type)
})

function linkIn(text: string) {
  const [, href = '', rel = ''] = /^<([^>]*)>; rel="([^"]*)"/.exec(text) ?? []
  return { rel, href, type: /; type="([^"]*)"/.exec(text)?.[1] }
}
