import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeMany } from '../../../src/exchange/described/actions.ts'
import type { Described } from '../../../src/exchange/described/model.ts'
import type { Column } from '../../../src/exchange/packages/model.ts'
import { croissantOf } from '../../../src/exchange/packages/rules/croissant.ts'
import { dataPackageOf } from '../../../src/exchange/packages/rules/data-package.ts'
import { previewOf } from '../../../src/exchange/packages/rules/preview.ts'
import { roCrateOf } from '../../../src/exchange/packages/rules/ro-crate.ts'
import { hasShared, sharedData } from '../../support/xsd.ts'
import { type DemoScene, demoScene } from '../demo.ts'
import { full } from '../full.ts'
import { read } from '../metadata/read.ts'
import { brokenBySparql, crateValidator, shapesOf } from './shapes.ts'

const columns = new Map<string, readonly Column[]>([
  [
    full.files[0]?.id ?? '',
    [
      { name: 'glacier', type: 'string', description: 'Number of the glacier' },
      { name: 'area', type: 'number', description: null },
    ],
  ],
])
const none = new Map<string, readonly Column[]>()

/** A dataset of which next to nothing is known. */
const bare: Described = {
  ...full,
  identifier: { type: 'URL', value: full.url, uri: full.url },
  identifiers: [{ type: 'URL', value: full.url, uri: full.url }],
  titles: [],
  summary: { zh: null, en: null },
  descriptions: [],
  creators: [],
  contributors: [],
  licences: [],
  subjects: [],
  funding: [],
  related: [],
  papers: [],
  places: [],
  period: null,
  version: null,
  language: null,
  release: null,
  files: [],
}

/** One file of very many. */
const large: Described = {
  ...full,
  hasMoreFiles: true,
  release: full.release && { ...full.release, files: { count: 100_000, sizeBytes: 1 } },
}

let demo: DemoScene
let datasets: Described[]
beforeAll(async () => {
  demo = await demoScene()
  const ids = await demo.ids('published')
  const described = await describeMany(demo.guest, ids, { maxFiles: 1000 })
  datasets = [...described.values()].filter(({ kind }) => kind === 'dataset')
}, 120_000)
afterAll(async () => demo[Symbol.asyncDispose]())

describe.skipIf(!hasShared(shapesOf))('RO-Crate', () => {
  test('asks the shapes: a crate whose root has no name and no licence does not hold', async () => {
    const validate = await crateValidator('must')
    const graph = roCrateOf({ one: full, columns }, 'packed')['@graph'].map((entity) => {
      const { name: _name, license: _license, ...rest } = entity
      return entity['@id'] === './' ? { ...rest, '@id': './', '@type': 'Dataset' } : entity
    })
    const problems = (await validate(graph)).join('\n')
    expect(problems).toContain('MUST have a `name`')
    expect(problems).toContain('MUST have a `license`')
  })

  test('holds for every dataset of the demo, packed and on the web, for one with everything, next to nothing and 100,000 files', async () => {
    const validate = await crateValidator('must')
    expect(datasets.length).toBeGreaterThan(20)
    for (const one of [...datasets, full, bare, large])
      for (const placing of ['packed', 'on the web'] as const) {
        const graph = roCrateOf({ one, columns }, placing)['@graph']
        expect(await validate(graph)).toEqual([])
        expect(brokenBySparql(graph)).toEqual([])
      }
  })

  test('asks what the shapes say in SPARQL: a file that nothing refers to, and a profile without version', () => {
    const graph = roCrateOf({ one: full, columns }, 'packed')['@graph'].map((entity) =>
      entity['@id'] === './'
        ? { ...entity, hasPart: [], conformsTo: { '@id': 'https://w3id.org/ro/crate' } }
        : entity,
    )
    expect(brokenBySparql(graph)).toHaveLength(full.files.length + 1)
  })

  test('refers from its root to every file, and describes all that it refers to', () => {
    for (const one of [full, large]) {
      const graph = roCrateOf({ one, columns }, 'packed')['@graph']
      const ids = new Set(graph.map((entity) => entity['@id']))
      const root = graph.find((entity) => entity['@id'] === './')
      const files = graph.filter((entity) => entity['@type'] === 'File')
      expect(root?.['hasPart']).toEqual(files.map((entity) => ({ '@id': entity['@id'] })))
      const text = JSON.stringify(graph.filter((entity) => entity['@type'] !== 'CreativeWork'))
      for (const [, id = ''] of text.matchAll(/:\{"@id":"([^"]+)"\}/g)) expect(ids).toContain(id)
    }
  })

  test('has its files below data, so that none takes the place of its own', () => {
    const [first] = full.files
    const files = first ? [{ ...first, name: 'ro-crate-metadata.json' }] : []
    const graph = roCrateOf({ one: { ...full, files }, columns: none }, 'packed')['@graph']
    expect(graph.map((entity) => entity['@id'])).toContain('data/ro-crate-metadata.json')
    expect(
      roCrateOf({ one: full, columns }, 'packed')['@graph'].map((one) => one['@id']),
    ).toContain('data/outlines/2025%2C%20final.csv')
  })

  test('comes back as the dataset that it was', async () => {
    const { datasets: found, leftOut } = await read(roCrateOf({ one: full, columns }, 'on the web'))
    expect(found).toMatchObject([
      {
        'title.zh': full.title.zh,
        identifiers: [
          { scheme: 'doi', value: '10.5072/hexi.full' },
          { scheme: 'cstr', value: '11738.11.full' },
        ],
        creators: [
          { name: '宋疏影', familyName: '宋', givenName: '疏影' },
          { name: 'Glacier Group' },
        ],
        publisher: full.publisher.name,
        rightsList: [{ rightsIdentifier: 'CC-BY-4.0' }],
        acquisitionStart: '1990',
        acquisitionEnd: '2025',
        filesCount: '2',
        totalSizeBytes: '1536',
        variables: '冰川面积;末端高程',
      },
    ])
    expect(leftOut).toEqual(expect.any(Array))
  })

  test('is shown to a person on a page that runs nothing', () => {
    const hostile = '"><script>alert(1)</script>'
    const page = previewOf(
      {
        ...full,
        title: { zh: hostile, en: null },
        identifier: { type: 'URL', value: hostile, uri: 'javascript:alert(1)' },
        files: full.files.map((file) => ({ ...file, name: hostile })),
      },
      'packed',
    )
    expect(page).not.toMatch(/<script|href="javascript/)
    expect(page).toContain('&lt;script&gt;')
  })
})

describe.skipIf(!hasShared('frictionless/profiles/2.0'))('a data package', () => {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv, ['uri', 'date-time', 'email'])
  ajv.addFormat('textarea', true)
  const schema: unknown = JSON.parse(
    readFileSync(`${sharedData}/frictionless/profiles/2.0/datapackage.json`, 'utf8'),
  )
  const validate = ajv.compile(typeof schema === 'object' && schema !== null ? schema : {})
  const problemsOf = (value: unknown) => {
    validate(JSON.parse(JSON.stringify(value)))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }

  test('asks the schema: one without resources does not hold', () => {
    expect(problemsOf({ ...dataPackageOf({ one: full, columns }), resources: [] })).not.toEqual([])
  })

  test('holds for every dataset of the demo with a file, for one with everything and 100,000 files', () => {
    for (const one of [...datasets.map((each) => ({ ...each, files: full.files })), full, large])
      expect(problemsOf(dataPackageOf({ one, columns }))).toEqual([])
  })

  test('has files with their sizes, checksums and columns, under names of their own', () => {
    const [first] = full.files
    const twins = first ? [first, { ...first, id: 'x', name: 'outlines/2025; final.CSV' }] : []
    const { resources } = dataPackageOf({ one: { ...full, files: twins }, columns })
    expect(resources.map(({ name }) => name)).toEqual([
      'outlines-2025-final.csv',
      'outlines-2025-final.csv-2',
    ])
    expect(resources[0]).toMatchObject({
      path: first?.url,
      bytes: 1024,
      hash: `sha256:${'a'.repeat(64)}`,
      mediatype: 'text/csv',
      schema: {
        fields: [
          { name: 'glacier', type: 'string' },
          { name: 'area', type: 'number' },
        ],
      },
    })
  })

  test('comes back as the dataset that it was', async () => {
    const { datasets: found } = await read(dataPackageOf({ one: full, columns }))
    expect(found).toMatchObject([
      {
        'title.zh': full.title.zh,
        identifiers: [{ scheme: 'doi', value: '10.5072/hexi.full' }],
        creators: [{ name: '宋疏影' }, { name: 'Glacier Group' }],
        rightsList: [{ rightsIdentifier: 'CC-BY-4.0' }],
        filesCount: '2',
        totalSizeBytes: '1536',
        variables: 'glacier;area',
      },
    ])
  })
})

describe('Croissant', () => {
  const needed = [
    '@context',
    '@type',
    'conformsTo',
    'name',
    'description',
    'license',
    'url',
    'creator',
    'datePublished',
    'distribution',
  ]

  test('has what Croissant 1.1 asks of every dataset of the demo, and of one with next to nothing', () => {
    for (const one of [...datasets, full, bare, large]) {
      const written: Record<string, unknown> = croissantOf({ one, columns })
      for (const name of needed) expect([name, written[name]]).not.toEqual([name, undefined])
      expect(written['description']).not.toBe('')
    }
  })

  test('has files with checksums, record sets of their columns, and terms of use', () => {
    const written = croissantOf({ one: full, columns })
    expect(written.distribution[0]).toMatchObject({
      '@type': 'cr:FileObject',
      sha256: 'a'.repeat(64),
      contentSize: '1024 B',
      encodingFormat: 'text/csv',
    })
    expect(written).toMatchObject({
      recordSet: [
        {
          '@type': 'cr:RecordSet',
          field: [
            { name: 'glacier', dataType: 'sc:Text', source: { extract: { column: 'glacier' } } },
            { name: 'area', dataType: 'sc:Float' },
          ],
        },
      ],
      usageInfo: [{ '@id': 'duo:0000004' }],
    })
  })

  test.each([
    ['on_request', [], false, ['0000042', '0000026']],
    ['open', ['CC-BY-NC-4.0'], false, ['0000042', '0000046']],
    ['open', ['CC-BY-4.0'], true, ['0000042', '0000024']],
    ['registered', ['CC0-1.0'], false, ['0000042', '0000026']],
  ] as const)(
    'says in DUO what %s with %o, embargo %s, means',
    (code, spdx, isEmbargoed, terms) => {
      const one: Described = {
        ...full,
        access: { ...full.access, code, isEmbargoed, isFree: code === 'open' && !isEmbargoed },
        licences: spdx.map((each) => ({ spdx: each, uri: null, words: { zh: each, en: null } })),
      }
      expect(croissantOf({ one, columns }).usageInfo).toEqual(
        terms.map((term) => ({ '@id': `duo:${term}` })),
      )
    },
  )
})

test('of 100,000 files the first are described, and each format says where the others are', () => {
  const list = `https://hexi.test/api/v1/datasets/${full.id}/versions/2/files`
  for (const written of [
    roCrateOf({ one: large, columns }, 'on the web'),
    dataPackageOf({ one: large, columns }),
    croissantOf({ one: large, columns }),
  ]) {
    const text = JSON.stringify(written)
    expect(text).toContain(list)
    expect(text).toContain('2 of 100000 files')
  }
})
