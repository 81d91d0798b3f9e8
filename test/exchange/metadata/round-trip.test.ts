import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataciteJson, dataciteOf } from '../../../src/exchange/datacite/rules/datacite.ts'
import { dataciteXml } from '../../../src/exchange/datacite/rules/xml.ts'
import { describeMany } from '../../../src/exchange/described/actions.ts'
import type { Described } from '../../../src/exchange/described/model.ts'
import { type DemoScene, demoScene } from '../demo.ts'
import { type FieldValues, isEmpty } from '../../../src/core/fields.ts'
import { dataPackageOf } from '../../../src/exchange/packages/rules/data-package.ts'
import { roCrateOf } from '../../../src/exchange/packages/rules/ro-crate.ts'
import { full } from '../full.ts'
import { read } from './read.ts'

let demo: DemoScene
let datasets: Described[]
beforeAll(async () => {
  demo = await demoScene()
  const described = await describeMany(demo.guest, await demo.ids('published'))
  datasets = [...described.values()].filter(({ kind }) => kind === 'dataset')
}, 120_000)
afterAll(async () => demo[Symbol.asyncDispose]())

test('a dataset that leaves as DataCite, XML or JSON, comes back with the same fields', async () => {
  expect(datasets.length).toBeGreaterThan(20)
  for (const one of [...datasets, full]) {
    const written = dataciteOf(one)
    const xml = await read(dataciteXml(written))
    const json = await read(dataciteJson(written))
    expect(xml.leftOut).toEqual([])
    expect(json).toEqual(xml)
    const [back = {}] = xml.datasets
    expect(back).toMatchObject({
      'title.zh': one.title.zh,
      'title.en': one.title.en,
      'summary.zh': one.summary.zh,
      'summary.en': one.summary.en,
      publisher: one.publisher.name,
      publicationYear: String(one.year),
      datasetVersion: one.version,
      language: one.language,
      access: one.access.code === 'registered' ? 'on_request' : one.access.code,
      ...same(one.values, ['sizes', 'formats'], (value) =>
        Array.isArray(value) ? value.map(String).join(';') : value,
      ),
      ...same(one.values, ['resourceTypeGeneral', 'acquisitionStart', 'acquisitionEnd'], String),
      ...same(one.values, ['creators', 'contributors'], (value) => value),
    })
    expect(namesIn(back['creators'])).toEqual(one.creators.map(({ name }) => name))
    expect([back['rightsList']].flat()).toHaveLength(one.licences.length)
    expect([back['identifiers']].flat()).toHaveLength(
      one.identifiers.filter(({ type }) => type !== 'URL').length,
    )
  }
})

/** What every form keeps of a dataset. */
const expectBack = (back: Record<string, unknown>, one: Described) => {
  expect([back['title.zh'] ?? null, back['title.en'] ?? null]).toEqual([one.title.zh, one.title.en])
  expect(namesIn(back['creators'])).toEqual(one.creators.map(({ name }) => name))
  expect([back['identifiers'] ?? []].flat()).toEqual(
    expect.arrayContaining(
      one.identifier.type === 'URL'
        ? []
        : [{ scheme: one.identifier.type.toLowerCase(), value: one.identifier.value }],
    ),
  )
}

test('a dataset of the demo that leaves as RO-Crate comes back with its names, makers, terms and times', async () => {
  for (const one of [...datasets, full]) {
    const { understood, datasets: found } = await read(
      roCrateOf({ one, columns: new Map() }, 'on the web'),
    )
    expect(understood).toContain('RO-Crate')
    const [back = {}] = found
    expectBack(back, one)
    expect([back['rightsList'] ?? []].flat()).toHaveLength(one.licences.length)
    expect(back).toMatchObject(same(one.values, ['acquisitionStart', 'acquisitionEnd'], String))
  }
})

test('a dataset of the demo that leaves as a data package comes back with its names, makers and terms', async () => {
  for (const one of [...datasets, full]) {
    const { datasets: found } = await read(
      dataPackageOf({ one: { ...one, files: full.files }, columns: new Map() }),
    )
    const [back = {}] = found
    expectBack(back, one)
    expect([back['rightsList'] ?? []].flat()).toHaveLength(one.licences.length)
  }
})

test.each(['oai_dc', 'oai_datacite'])(
  'a dataset of the demo that is harvested as %s comes back with its names, makers and times',
  async (prefix) => {
    expect(datasets.length).toBeGreaterThan(20)
    for (const one of datasets) {
      const path = `/oai?verb=GetRecord&metadataPrefix=${prefix}&identifier=oai:hexi.test:${one.id}`
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { datasets: found } = await read(await (await demo.app.request(path)).text())
      const [back = {}] = found
      expectBack(back, one)
    }
  },
)

/** Fields that the record has, in the shape that an import reads. */
const same = (
  values: FieldValues,
  keys: readonly string[],
  shown: (value: FieldValues[string]) => unknown,
) =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = values[key]
      return value === undefined || isEmpty(value) ? [] : [[key, shown(value)]]
    }),
  )

const namesIn = (rows: unknown) =>
  [rows]
    .flat()
    .map((row) => (typeof row === 'object' && row !== null && 'name' in row ? row.name : null))
