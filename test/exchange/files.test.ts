import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FieldValue } from '../../src/core/fields.ts'
import { importRecords } from '../../src/exchange/imports/actions/here.ts'
import type { ImportReport } from '../../src/exchange/imports/model.ts'
import { targetsOf } from '../../src/exchange/mapping/rules.ts'
import { systemContext } from '../../src/jobs.ts'
import { fieldsOf } from '../../src/kinds.ts'
import { Problem } from '../../src/core/problem.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { zipOf } from './encoded.ts'

const folder = '../shared/data/germplasm'
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: ${folder} is absent; none of its files was imported`)

let house: TestHouse
beforeAll(async () => {
  if (present) house = await testHouse()
})
afterAll(async () => (present ? house[Symbol.asyncDispose]() : undefined))

const importBytes = (bytes: Uint8Array, name: string) =>
  importRecords(systemContext(house.services, 'import'), {
    kind: 'accession',
    bytes,
    name,
    institutionId: house.own,
    publish: true,
  })
const importFile = (path: string) => importBytes(readFileSync(`${folder}/${path}`), path)

const faults = ({ problems }: ImportReport) =>
  problems
    .filter(({ code }) => code !== 'unknown_column')
    .map(({ row, field, code }) => [row, field, code])

/** The deliberate ones, by the rows that a spreadsheet shows. */
const chineseFaults = [
  [52, 'accenumb', 'duplicate_in_file'],
  [122, 'accename', 'missing'],
  [202, 'declongitude', 'out_of_range'],
  [203, 'declatitude', 'swapped_coordinates'],
  [302, 'elevation', 'not_a_number'],
  [303, 'nationalNumber', 'missing'],
]

const valueText = (value: FieldValue | undefined) =>
  Array.isArray(value) ? value.map(String).join(';') : String(value ?? '')

describe.skipIf(!present)('600 accessions with Chinese headers', { timeout: 120_000 }, () => {
  let report: ImportReport

  test('come in from GB18030 but for those with faults, which are all named', async () => {
    report = await importFile('chinese/zhongzhi-gb18030.csv')
    expect(report.rows).toEqual({ total: 600, accepted: 594, unchanged: 0, rejected: 6 })
    expect(faults(report)).toEqual(chineseFaults)
    expect(report.problems).toHaveLength(chineseFaults.length)
    expect(report.understood?.zh).toBe('GB18030 编码，以逗号分隔，表头在第 1 行')
  })

  test('are the same in UTF-8 with a mark: nothing changes', async () => {
    const again = await importFile('chinese/zhongzhi-utf8-bom.csv')
    expect(again.rows).toEqual({ total: 600, accepted: 0, unchanged: 594, rejected: 6 })
    expect(faults(again)).toEqual(chineseFaults)
  })

  test('read back as they were typed, or are listed as changed', async () => {
    const text = new TextDecoder('gb18030').decode(
      readFileSync(`${folder}/chinese/zhongzhi-gb18030.csv`),
    )
    const [head = [], ...lines]: string[][] = parse(text)
    const targets = targetsOf(head, fieldsOf('accession', 'plant'))
    const changes = new Map(report.changed.map((one) => [`${one.row} ${one.field}`, one]))
    const records = await recordsByNumber()
    const compared = lines.flatMap((cells, at) => {
      const record = records.get(cells[1] ?? '') ?? {}
      if (chineseFaults.some(([row]) => row === at + 2)) return []
      return cells.flatMap((typed, column) => {
        const target = targets[column]
        if (target?.type !== 'field') return []
        const { key } = target.field
        const change = changes.get(`${at + 2} ${key}`)
        const expected = [change?.value ?? typed, typed]
        const found = [valueText(record[key]), change?.typed ?? typed]
        return [[at + 2, key, found.join(' < '), expected.join(' < ')]]
      })
    })
    expect(compared.filter(([, , found, expected]) => found !== expected)).toEqual([])
    expect(compared).toHaveLength(594 * targets.length)
    expect(records.get('GS-当归-0001')).toMatchObject({
      title: { zh: '民乐县当归9号', en: 'Chinese angelica' },
      accename: ['民乐县当归9号'],
      foreignName: 'Chinese angelica',
      elevation: 2280,
      annualTemperature: 6.5,
      germplasmType: 'line',
    })
  })
})

async function recordsByNumber() {
  const ids = await house.db
    .selectFrom('accession')
    .where('accenumb', 'like', 'GS-%')
    .select(['record_id', 'accenumb'])
    .execute()
  const found = new Map<string, Record<string, FieldValue>>()
  for (const { record_id: id, accenumb } of ids) {
    // oxlint-disable-next-line no-await-in-loop -- one record after the other
    const answer = await house.as('demo-curator').get(`/api/v1/accessions/${id}`)
    // oxlint-disable-next-line no-await-in-loop
    found.set(accenumb ?? '', await answer.json())
  }
  return found
}

async function counts(path: string) {
  const report = await importFile(path)
  return [report.rows.accepted + report.rows.unchanged, faults(report)]
}

const countOf = async () => (await house.db.selectFrom('record').select('id').execute()).length

describe.skipIf(!present)('passports of other genebanks', { timeout: 240_000 }, () => {
  test('2,010 of barley come in from CSV, and are the same in a workbook of seven sheets', async () => {
    expect(await counts('mcpd/germinate/example-germplasm-mcpd.DATA.csv')).toEqual([2010, []])
    const workbook = await importFile('mcpd/germinate/example-germplasm-mcpd.xlsx')
    expect(workbook.rows).toEqual({ total: 2010, accepted: 0, unchanged: 2010, rejected: 0 })
    expect(workbook.understood?.en).toContain('Sheet “DATA”')
  })

  test('keep “Unknown” where it is an author, and what a row without anything else says', async () => {
    const rows = await house.db
      .selectFrom('accession')
      .where('accenumb', 'in', ['CACTUAR-2001', 'CACTUAR-3520-1'])
      .select(['accenumb', 'subtauthor', 'latitude', 'donorcode'])
      .orderBy('accenumb')
      .execute()
    expect(rows).toEqual([
      { accenumb: 'CACTUAR-2001', subtauthor: 'Unknown', latitude: '261060N', donorcode: 'MEX002' },
      { accenumb: 'CACTUAR-3520-1', subtauthor: null, latitude: null, donorcode: 'MEX2002' },
    ])
  })

  test('of maize and tomato come in, two institutes each with numbers of its own', async () => {
    expect(await counts('mcpd/solanum/csvs/accessions.csv')).toEqual([6, []])
    const maize = await house.db
      .selectFrom('accession')
      .innerJoin('record', 'record.id', 'accession.record_id')
      .where('accenumb', 'in', ['BGE005836', 'CIAM81002'])
      .select(['source_key', 'declatitude', 'accession.latitude', 'colldate', 'mlsstat'])
      .orderBy('accenumb')
      .execute()
    expect(maize).toEqual([
      {
        source_key: 'ESP004:BGE005836',
        declatitude: 42.93583333333333,
        latitude: null,
        colldate: '19811031',
        mlsstat: '1',
      },
      expect.objectContaining({
        source_key: 'ESP058:CIAM81002',
        colldate: '1981----',
        mlsstat: '0',
      }),
    ])
    expect(await counts('mcpd/solanum/excels/accessions.xlsx')).toEqual([6, []])
    expect(await counts('mcpd/solanum/excels/accessions_2019_09_04.xlsx')).toEqual([38, []])
  })

  test('of 20 strains come in with what their workbook says on other sheets', async () => {
    expect(await counts('microbes/mirri-strains-full.xlsx')).toEqual([20, []])
    const { id } = await house.db
      .selectFrom('accession')
      .innerJoin('record', 'record.id', 'accession.record_id')
      .where('accenumb', '=', 'TESTCC 1')
      .select('record.id')
      .executeTakeFirstOrThrow()
    const answer = await house.as('demo-curator').get(`/api/v1/accessions/${id}`)
    expect(await answer.json()).toMatchObject({
      profile: 'microbe',
      title: { zh: null, en: 'Bacillus alcalophilus TESTCC 1' },
      dualUse: false,
      organismType: ['bacteria'],
      temperatureTestedLow: 22,
      temperatureTestedHigh: 34,
      temperatureRecommended: 30,
      declatitude: 42.34,
      declongitude: 37.12,
      elevation: 112,
      origcty: 'ESP',
      geographicOrigin: 'Vilafranca del Penedès, Catalonia, Spain',
      growthMedium: ['1 NUTRIENT BROTH/AGAR I', '2 NUTRIENT BROTH/AGAR II'],
      depositDate: '1985-05-02',
      literature: ['Cosa'],
      sequences: [{ marker: '16S rRNA', accession: 'X76436' }],
    })
  })
})

describe.skipIf(!present)('passports in JSON', () => {
  test('of a strain by the microbial data standard come in with what the catalogue has fields for', async () => {
    expect(await counts('microbes/bacteria.json')).toEqual([1, []])
    const { id } = await house.db
      .selectFrom('accession')
      .innerJoin('record', 'record.id', 'accession.record_id')
      .where('accenumb', '=', 'DSM 1')
      .select('record.id')
      .executeTakeFirstOrThrow()
    const answer = await house.as('demo-curator').get(`/api/v1/accessions/${id}`)
    expect(await answer.json()).toMatchObject({
      profile: 'microbe',
      title: { zh: null, en: 'Eubacterium limosum DSM 1' },
      otherCollectionNumbers: expect.arrayContaining(['DSM 20543', 'ATCC 8486']),
      organismType: ['bacteria'],
      taxonAuthority: '(Eggerth 1935) Prévot 1938 (Approved Lists 1980)',
      typeStrain: true,
      historyOfDeposit: '<- KCTC <- J.-W. Bae, KRIBB',
      geographicOrigin: 'Pohang',
      isolationHabitat: 'Environmental, Terrestrial, Soil',
      declatitude: 36.03901723905223,
      colldate: null,
      temperatureOptimum: 37,
      temperatureMin: 30,
      phMax: 9,
      oxygenRelation: 'anaerobe',
      supplyForms: ['Lyo', 'Agar', 'DNA'],
      riskGroup: '1',
      dualUse: false,
      nagoyaStatus: '1',
      sequences: expect.arrayContaining([
        { marker: '16S', accession: 'LC019782', sequenceUrl: null },
      ]),
    })
  })

  test('come in but for two whose site lost a letter before', async () => {
    const report = await importFile('mcpd/solanum/jsons/passports.json')
    expect(report.rows).toMatchObject({ total: 100, rejected: 2 })
    expect(faults(report)).toEqual([
      [9, 'collsite', 'damaged'],
      [10, 'collsite', 'damaged'],
    ])
    const accessions = await importFile('mcpd/solanum/jsons/accessions.json')
    expect(accessions.rows).toMatchObject({ total: 4, rejected: 0 })
  })
})

const another = /does not look like a table/
const noIdentity = /contains a number or name/
const noColumn = /No columns were recognised/

/** Tables of something else, each with why it is refused. */
const others: readonly [path: string, why: RegExp][] = [
  ['mcpd/germinate/example-environmental-data.xlsx', noIdentity],
  ['mcpd/germinate/example-images.xlsx', another],
  ['mcpd/germinate/example-pedigree-data.xlsx', another],
  ['mcpd/germinate/example-trials-data.xlsx', noIdentity],
  ['mcpd/germinate/example-trials-data-v3.xlsx', noIdentity],
  ['mcpd/germinate/germplasm-mcpd.xlsx', /no rows below the header/],
  ['mcpd/germinate/pdci-expected.csv', another],
  ['mcpd/solanum/csvs/accessionsets.csv', noIdentity],
  ['mcpd/solanum/csvs/accessionsets_extra.csv', noIdentity],
  ['mcpd/solanum/csvs/institutes.csv', noIdentity],
  ['mcpd/solanum/csvs/institutes_extra.csv', noIdentity],
  ['mcpd/solanum/csvs/institutes_extra_with_one_repeated.csv', noIdentity],
  ['mcpd/solanum/csvs/observation_units.csv', another],
  ['mcpd/solanum/csvs/observation_variables.csv', noColumn],
  ['mcpd/solanum/csvs/observations.csv', noColumn],
  ['mcpd/solanum/csvs/plants.csv', noColumn],
  ['mcpd/solanum/csvs/scales.csv', noColumn],
  ['mcpd/solanum/csvs/studies.csv', noIdentity],
  ['mcpd/solanum/excels/accessionsets.xlsx', noIdentity],
  ['mcpd/solanum/excels/institutes.xlsx', noIdentity],
  ['mcpd/solanum/excels/observation_units.xlsx', another],
  ['mcpd/solanum/excels/observation_variables.xlsx', noColumn],
  ['mcpd/solanum/excels/observations.xlsx', noColumn],
  ['mcpd/solanum/excels/observations_in_columns.xlsx', another],
  ['mcpd/solanum/excels/plants.xlsx', noColumn],
  ['mcpd/solanum/excels/scales.xlsx', noColumn],
  ['mcpd/germinate/example-images.zip', /contains no XLSX workbook/],
  ['mcpd/solanum/jsons/accessionsets.json', noIdentity],
  ['mcpd/solanum/jsons/institutes.json', noIdentity],
  ['mcpd/solanum/jsons/observation_units.json', noColumn],
  ['mcpd/solanum/jsons/observation_units_with_plants.json', noColumn],
  ['mcpd/solanum/jsons/observation_variables.json', noColumn],
  ['mcpd/solanum/jsons/observations.json', noColumn],
  ['mcpd/solanum/jsons/plants.json', noColumn],
  ['mcpd/solanum/jsons/scales.json', noColumn],
  ['mcpd/solanum/jsons/studies.json', noColumn],
  ['mcpd/solanum/jsons/traits.json', noColumn],
  ['microbes/ontobiotopes.csv', noColumn],
  ['microbes/microbe_json_schema.json', another],
  ['darwin-core/archives/archive-tax.zip', /core of this Darwin Core Archive is Taxon/],
  [
    'darwin-core/archives/ipt-event.zip',
    /All 2 rows .* are observations \(basisOfRecord “occurrence”\)/,
  ],
  [
    'darwin-core/archives/ipt-res1.zip',
    /All 2 rows .* are observations \(basisOfRecord “Animalia”\)/,
  ],
  ['darwin-core/archives/simplest-archive/taxa.txt', noIdentity],
]

describe.skipIf(!present)(
  'a table of something else is refused in words, and stores nothing',
  () => {
    test.each(others)('%s', async (path, why) => {
      const before = await countOf()
      await expect(importFile(path)).rejects.toThrow(why)
      expect(await countOf()).toBe(before)
    })
  },
)

/** Archives that are handed out unpacked. */
const folders: readonly [path: string, why: RegExp][] = [
  [
    'darwin-core/archives/meta-xml-variants/dwca-id-with-term',
    /All 2 rows .* observations .*OBSERVATION/,
  ],
  ['darwin-core/archives/simplest-archive', /core of this Darwin Core Archive is Taxon/],
]

describe.skipIf(!present)('an archive that is packed from its folder', () => {
  test.each(folders)('%s', async (path, why) => {
    const files = readdirSync(`${folder}/${path}`).map((name) => [
      name,
      readFileSync(`${folder}/${path}/${name}`),
    ])
    await expect(importBytes(zipOf(Object.fromEntries(files)), path)).rejects.toThrow(why)
  })
})

/** What is imported above, or in tests of its own. */
const imported = [
  'chinese/zhongzhi-gb18030.csv',
  'chinese/zhongzhi-utf8-bom.csv',
  'mcpd/germinate/example-germplasm-mcpd.DATA.csv',
  'mcpd/germinate/example-germplasm-mcpd.xlsx',
  'mcpd/groundnut/GN1000.csv',
  'mcpd/solanum/csvs/accessions.csv',
  'mcpd/solanum/excels/accessions.xlsx',
  'mcpd/solanum/excels/accessions_2019_09_04.xlsx',
  'mcpd/solanum/jsons/accessions.json',
  'mcpd/solanum/jsons/passports.json',
  'microbes/bacteria.json',
  'microbes/mirri-strains-full.xlsx',
]

test.skipIf(!present)('every other file is no table at all, and refused in words', async () => {
  const known = new Set([...imported, ...others.map(([path]) => path)])
  const all = ['mcpd', 'microbes', 'chinese', 'darwin-core'].flatMap((part) =>
    readdirSync(`${folder}/${part}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1)),
  )
  expect([...known].filter((path) => !all.includes(path))).toEqual([])
  const before = await countOf()
  const refusals: [path: string, why: unknown][] = []
  for (const path of all.filter((one) => !known.has(one)))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    refusals.push([path, await importFile(path).catch((error: unknown) => error)])
  expect(refusals.filter(([, why]) => !(why instanceof Problem))).toEqual([])
  expect(await countOf()).toBe(before)
})
