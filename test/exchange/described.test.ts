import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describe as describeRecord, describeMany } from '../../src/exchange/described/actions.ts'
import type { Described, Related } from '../../src/exchange/described/model.ts'
import { citedBy, identifierOf } from '../../src/exchange/described/rules/identifiers.ts'
import { isoRange } from '../../src/exchange/described/rules/dates.ts'
import { licenceUri } from '../../src/exchange/described/rules/sharing.ts'
import { type DemoScene, demoScene } from './demo.ts'

const isCollected = ({ relation }: Related) => relation === 'IsCollectedBy'

describe('the demo, described', { timeout: 180_000 }, () => {
  let demo: DemoScene
  let all: readonly Described[]
  beforeAll(async () => {
    demo = await demoScene()
    all = [...(await describeMany(demo.guest, await demo.ids('published'))).values()]
  }, 120_000)
  afterAll(async () => demo[Symbol.asyncDispose]())

  test('every public record has what each format needs', async () => {
    expect(all.length).toBe((await demo.ids('published')).length)
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(4)
    const poor = all.filter(
      (one) =>
        one.titles.length === 0 ||
        one.year === null ||
        one.publisher.name === '' ||
        !one.url.startsWith('https://hexi.test/records/') ||
        one.identifier.uri === null,
    )
    expect(poor.map(({ title }) => title)).toEqual([])
  })

  test('an instrument is made by its manufacturer and hosted by its owner', () => {
    const made = all.find(({ kind, creators }) => kind === 'instrument' && creators.length > 0)
    expect(made?.creators[0]?.name).toBe(made?.values['manufacturer'])
    expect(made?.contributors).toMatchObject([
      { contribution: 'HostingInstitution', name: made?.institution.name.zh },
    ])
  })

  test('datasets and what made them name each other', () => {
    const dataset = all.find(({ kind, related }) => kind === 'dataset' && related.some(isCollected))
    const collected = dataset?.related.find(isCollected)
    const instrument = all.find(({ id }) => id === collected?.record?.id)
    expect(instrument?.related).toContainEqual(
      expect.objectContaining({ relation: 'Collects', identifier: dataset?.identifier.value }),
    )
    const derived = all.flatMap(({ related }) => related).map(({ relation }) => relation)
    expect(derived).toContain('IsDerivedFrom')
    expect(derived).toContain('IsSourceOf')
  })

  const queries = async (ids: readonly string[]) => {
    let count = 0
    const db = demo.guest.db.withPlugin({
      transformQuery: ({ node }) => {
        count += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await describeMany({ ...demo.guest, db }, ids)
    return count
  }

  test('hundreds of records are described by as many queries as one of each kind', async () => {
    const kinds = [...new Set(all.map(({ kind }) => kind))]
    const few = kinds.flatMap((kind) => all.find((one) => one.kind === kind)?.id ?? [])
    expect(few.length).toBe(4)
    expect(await queries(all.map(({ id }) => id))).toBe(await queries(few))
  })

  test('drafts, and what is for members only, are not described to the public', async () => {
    const hidden = [...(await demo.ids('draft')), ...(await demo.ids('published', 'members'))]
    expect(hidden.length).toBeGreaterThan(1)
    expect((await describeMany(demo.guest, hidden)).size).toBe(0)
    await expect(describeRecord(demo.guest, hidden[0] ?? '')).rejects.toMatchObject({
      kind: 'not-found',
    })
    const named = new Set(
      all.flatMap(({ related }) => related.flatMap(({ record }) => record?.id ?? [])),
    )
    expect(hidden.filter((id) => named.has(id))).toEqual([])
  })

  test('nothing internal is described, to nobody but who keeps the record', () => {
    const internal = ['gradeApprover', 'gradedOn', 'customsNumber', 'auditReason', 'serviceIncome']
    expect(all.flatMap(({ values }) => internal.filter((key) => key in values))).toEqual([])
  })

  test('a withdrawn record is its tombstone, whoever asks', async () => {
    const ids = await demo.ids('withdrawn')
    expect(ids.length).toBeGreaterThan(0)
    for (const actor of [{ type: 'anonymous' }, { type: 'system', job: 'test' }] as const) {
      const [one] = (await describeMany(demo.contextOf(actor), ids)).values()
      expect(one).toMatchObject({
        state: 'withdrawn',
        summary: { zh: null, en: null },
        descriptions: [],
        related: [],
        files: [],
        values: {},
        creators: [{ name: one?.institution.name.zh }],
      })
      expect(one?.withdrawal?.reason).toBeTruthy()
    }
  })
})

test.each([
  [
    { scheme: 'doi', value: 'https://doi.org/10.5072/a#b' },
    'DOI',
    '10.5072/a#b',
    'https://doi.org/10.5072/a%23b',
  ],
  [{ scheme: 'DOI', value: 'doi: 10.5072/x' }, 'DOI', '10.5072/x', 'https://doi.org/10.5072/x'],
  [{ scheme: 'doi', value: 'nonsense' }, 'Other', 'nonsense', null],
  [
    { scheme: 'cstr', value: 'CSTR:11738.11.ncdc' },
    'CSTR',
    '11738.11.ncdc',
    'https://cstr.cn/11738.11.ncdc',
  ],
  [
    { scheme: 'glis', value: '10.18730/ABC~*$' },
    'DOI',
    '10.18730/ABC~*$',
    'https://doi.org/10.18730/ABC~*$',
  ],
  [{ scheme: 'ark', value: 'ark:/12345/x' }, 'ARK', 'ark:/12345/x', 'https://n2t.net/ark:/12345/x'],
  [{ scheme: 'local', value: 'A-1' }, 'Other', 'A-1', null],
  [{ scheme: 'url', value: 'javascript:alert(1)' }, 'URL', 'javascript:alert(1)', null],
])('%o is understood', (identifier, type, value, uri) => {
  expect(identifierOf(identifier)).toEqual({ type, value, uri })
})

test('a DOI is cited before a CSTR, and a CSTR before the page', () => {
  const page = { type: 'URL', value: 'https://a/records/1', uri: 'https://a/records/1' } as const
  const cstr = identifierOf({ scheme: 'cstr', value: '11738.11.x' })
  const doi = identifierOf({ scheme: 'doi', value: '10.5072/x' })
  expect(citedBy([cstr, doi], page)).toBe(doi)
  expect(citedBy([cstr], page)).toBe(cstr)
  expect(citedBy([identifierOf({ scheme: 'local', value: 'x' })], page)).toBe(page)
})

test.each([
  ['2019/2025', '2019/2025'],
  ['2019-07', '2019-07'],
  ['19990000', '1999'],
  ['2019/', '2019/'],
  ['about 1990', null],
  ['/', null],
])('the date %s is %s', (text, iso) => {
  expect(isoRange(text)).toBe(iso)
})

test.each([
  ['CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['CC-BY-NC-SA-3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
  ['CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ['MIT', 'https://spdx.org/licenses/MIT'],
])('the text of %s stands at %s', (spdx, uri) => {
  expect(licenceUri(spdx)).toBe(uri)
})
