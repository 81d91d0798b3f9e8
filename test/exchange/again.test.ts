import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeLists } from '../../src/catalog/records/actions/create.ts'
import { reindexRecords } from '../../src/catalog/search/actions.ts'
import { type Kind, kinds } from '../../src/catalog/records/model/record.ts'
import { vocabulariesOf } from '../../src/catalog/records/rules/record.ts'
import { emptyValue, type Field, type FieldType, type FieldValue } from '../../src/core/fields.ts'
import { importRecords } from '../../src/exchange/imports/actions/here.ts'
import { systemContext } from '../../src/jobs.ts'
import { fieldsOf, kindDefinitions } from '../../src/kinds.ts'
import { testHouse, type TestHouse } from '../support/house.ts'

/** A column as a file writes it: two cells, and what the record answers for each, and for an empty one. */
type Column = {
  name: string
  path: string
  cells: [string, string]
  values: [FieldValue, FieldValue]
  empty: FieldValue
}

let house: TestHouse
let codesOf: (vocabulary: string) => string[]
beforeAll(async () => {
  house = await testHouse()
  const names = kinds.flatMap((kind) => vocabulariesOf(columnsOf(kind)))
  const lists = await codeLists(systemContext(house.services, 'import'), [...names, 'library'])
  codesOf = (vocabulary) => [...(lists.get(vocabulary)?.terms.keys() ?? [])]
})
afterAll(async () => house[Symbol.asyncDispose]())

const firstProfile = (kind: Kind) => kindDefinitions[kind].profiles[0]?.key ?? null
const columnsOf = (kind: Kind) =>
  fieldsOf(kind, firstProfile(kind)).filter(({ type }) => type !== 'rows')

type Cells = Record<string, string>

const csvLine = (texts: string[]) =>
  texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')

const importRows = async (kind: Kind, rows: readonly Cells[], { publish = false } = {}) => {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(csvLine)
  const report = await importRecords(systemContext(house.services, 'import'), {
    kind,
    bytes: new TextEncoder().encode(lines.join('\n')),
    institutionId: house.own,
    publish,
  })
  const { accepted, unchanged, rejected } = report.rows
  const fields = report.problems.map(({ field }) => field)
  return { accepted, unchanged, ...(rejected > 0 && { rejected, fields }) }
}

/** The imported records of a kind, in the order of their rows, as the API answers them. */
async function importedRecords(kind: Kind): Promise<Record<string, unknown>[]> {
  const ids = await house.db
    .selectFrom('record')
    .where('kind', '=', kind)
    .where('source', 'is not', null)
    .select('id')
    .orderBy('listed_no')
    .execute()
  const { path } = kindDefinitions[kind]
  return Promise.all(
    ids.map(async ({ id }) => (await house.as('demo-curator').get(`/api/v1/${path}/${id}`)).json()),
  )
}

/** What search and lists know of the imported records. */
const indexedAs = (kind: Kind) =>
  house.db
    .selectFrom('record')
    .leftJoin('record_name', 'record_name.record_id', 'record.id')
    .where('record.kind', '=', kind)
    .where('source', 'is not', null)
    .select(['id', 'document', 'taxon', 'taxon_id', 'region', 'year', 'extent'])
    .select(['completeness', 'findings', 'record_name.name', 'key', 'type'])
    .orderBy('listed_no')
    .orderBy('record_name.position')
    .execute()

const at = (record: unknown, path: string): unknown =>
  path.split('.').reduce((value: unknown, key) => Reflect.get(Object(value), key), record)

type Sample = Pick<Column, 'cells' | 'values'>

const asWritten = (one: string, other: string): Sample => ({
  cells: [one, other],
  values: [one, other],
})
const termsOf = ({ vocabulary }: Field) => {
  const [one = 'alfalfa', other = 'clover'] = vocabulary ? codesOf(vocabulary) : []
  return [one, other] as const
}
const oneTerm = (field: Field): Sample => {
  const [one, other] = termsOf(field).map((text) => text.slice(0, field.max))
  return asWritten(one ?? '', other ?? '')
}
const terms = (field: Field): Sample => {
  const [one, other] = termsOf(field)
  return { cells: [one, `${one};${other}`], values: [[one], [one, other]] }
}
const numbers =
  (step: number) =>
  ({ from = 1, decimals = 1 }: Field): Sample => {
    const next = from + (decimals === 0 ? 1 : step)
    return { cells: [String(from), String(next)], values: [from, next] }
  }

const samples: Record<FieldType, (field: Field) => Sample> = {
  text: oneTerm,
  longtext: oneTerm,
  code: oneTerm,
  codes: terms,
  list: terms,
  number: numbers(0.5),
  integer: numbers(1),
  boolean: () => ({ cells: ['是', 'no'], values: [true, false] }),
  date: () => asWritten('2020-01-31', '2021-02-28'),
  partial_date: () => asWritten('1981----', '19990412'),
  url: () => asWritten('https://a.example/', 'https://b.example/'),
  email: () => asWritten('a@example.org', 'b@example.org'),
  rows: () => {
    throw new Error('A field of rows has no column.')
  },
}

const textColumn = (name: string, path: string): Column => ({
  name,
  path,
  cells: ['旧 old', '新 new'],
  values: ['旧 old', '新 new'],
  empty: null,
})

const commonColumns = (): Column[] => {
  const [one = '', other = ''] = codesOf('library')
  return [
    textColumn('title_en', 'title.en'),
    textColumn('summary_zh', 'summary.zh'),
    textColumn('summary_en', 'summary.en'),
    {
      name: 'keywords',
      path: 'keywords',
      cells: ['drought', 'drought;salt'],
      values: [['drought'], ['drought', 'salt']],
      empty: [],
    },
    { name: 'library', path: 'library', cells: [one, other], values: [one, other], empty: null },
  ]
}

/** The column by which a row is known again. */
const keyOf: Partial<Record<Kind, string>> = { accession: 'accenumb', instrument: 'innerId' }

const allColumns = (kind: Kind): Column[] => [
  ...(keyOf[kind] ? [textColumn('title_zh', 'title.zh')] : []),
  ...commonColumns(),
  ...columnsOf(kind)
    // A row at another institute is another accession: the code is a part of what a row is known again by.
    .filter(({ key }) => key !== keyOf[kind] && key !== 'instcode')
    .map((field) => ({
      name: field.key,
      path: field.key,
      ...samples[field.type](field),
      empty: emptyValue(field),
    })),
]

describe.each(kinds)('a file of records of kind %s', (kind) => {
  test(
    'that comes again changes what differs, empties what is empty, and keeps what has no column',
    { timeout: 120_000 },
    async () => {
      const columns = allColumns(kind)
      const number = (row: number) => ({ [keyOf[kind] ?? 'title_zh']: `AGAIN ${row}` })
      const filled = Object.fromEntries(columns.map(({ name, cells: [cell] }) => [name, cell]))
      const whole = columns.map((_, row) => ({ ...number(row), ...filled }))
      /** Each row with another cell in the column of its place. */
      const withCells = (cellOf: (column: Column) => string) =>
        columns.map((column, row) => ({ ...whole[row], [column.name]: cellOf(column) }))
      const expectRecords = async (valueOf: (column: Column) => FieldValue) => {
        const records = await importedRecords(kind)
        const found = columns.map(({ name, path }, row) => [name, at(records[row], path)])
        expect(found).toEqual(columns.map((column) => [column.name, valueOf(column)]))
        return records.map((record) => ({ ...record, updatedAt: null }))
      }
      const [accepted, unchanged] = [
        { accepted: columns.length, unchanged: 0 },
        { accepted: 0, unchanged: columns.length },
      ]
      const importTwice = async (rows: Cells[]) => {
        expect(await importRows(kind, rows)).toEqual(accepted)
        expect(await importRows(kind, rows)).toEqual(unchanged)
      }

      await importTwice(whole)
      const made = await indexedAs(kind)
      await reindexRecords(systemContext(house.services, 'reindex'))
      expect(await indexedAs(kind)).toEqual(made)
      const before = await expectRecords(({ values }) => values[0])
      await importTwice(withCells(({ cells }) => cells[1]))
      await expectRecords(({ values }) => values[1])
      await importTwice(withCells(() => ''))
      const emptied = await expectRecords(({ empty }) => empty)
      const numbersAlone = columns.map((_, row) => number(row))
      expect(await importRows(kind, numbersAlone)).toEqual(unchanged)
      expect(await expectRecords(({ empty }) => empty)).toEqual(emptied)
      expect(await importRows(kind, whole)).toEqual(accepted)
      expect(await expectRecords(({ values }) => values[0])).toEqual(before)
      expect(columns.length).toBeGreaterThan(40)
      console.log(`${kind}: ${columns.length} columns changed, emptied and left out`)
    },
  )
})

const importOne = async (kind: Kind, cells: Cells) => importRows(kind, [cells], { publish: true })

test('what a published record needs cannot be emptied, and is named', async () => {
  const [category = ''] = codesOf('instrument_category')
  const row = { title_en: 'Scope', innerId: 'NEEDED', instrCategory: category, function: 'Sees' }
  expect(await importOne('instrument', { ...row, manufacturer: 'Li' })).toEqual({
    accepted: 1,
    unchanged: 0,
  })
  const rejected = { accepted: 0, unchanged: 0, rejected: 1 }
  const emptied = { ...row, manufacturer: '', function: '' }
  expect(await importOne('instrument', emptied)).toEqual({ ...rejected, fields: ['function'] })
  expect((await importedRecords('instrument')).at(-1)).toMatchObject({
    function: 'Sees',
    manufacturer: 'Li',
  })
  const { function: _, ...without } = row
  expect(await importOne('instrument', without)).toEqual({ accepted: 0, unchanged: 1 })
})

const latest = async () => (await importedRecords('accession')).at(-1)

describe('a passport that comes again', () => {
  const passport = { ACCENUMB: 'ZXM1', GENUS: 'Medicago', SPECIES: 'sativa' }
  test('is called by its name anew, but keeps a title that somebody wrote', async () => {
    await importOne('accession', passport)
    expect(await latest()).toMatchObject({ title: { zh: null, en: 'Medicago sativa ZXM1' } })
    await importOne('accession', { ...passport, ACCENAME: '阿尔冈金' })
    expect(await latest()).toMatchObject({ title: { zh: '阿尔冈金', en: null } })
    await importOne('accession', { ...passport, TITLE: 'Algonquin' })
    await importOne('accession', { ...passport, ACCENAME: '金皇后' })
    expect(await latest()).toMatchObject({
      title: { zh: '阿尔冈金', en: 'Algonquin' },
      accename: ['金皇后'],
    })
    await importOne('accession', { ...passport, title_zh: '', title_en: '' })
    expect(await latest()).toMatchObject({ title: { zh: '金皇后', en: null } })
  })

  test('takes several columns of one field together', async () => {
    const ids = { ...passport, OtherID1: 'A1', OtherID2: 'B2' }
    await importOne('accession', ids)
    expect(await latest()).toMatchObject({ othernumb: ['A1', 'B2'] })
    await importOne('accession', { ...ids, OtherID1: '' })
    expect(await latest()).toMatchObject({ othernumb: ['B2'] })
    await importOne('accession', { ...ids, OtherID1: '', OtherID2: '' })
    expect(await latest()).toMatchObject({ othernumb: [] })
    const named = { ACCENUMB: 'ZXM1', Taxon: 'Medicago falcata subsp. romanica' }
    await importOne('accession', named)
    expect(await latest()).toMatchObject({ species: 'falcata', subtaxa: 'subsp. romanica' })
    await importOne('accession', { ...named, Taxon: 'Medicago falcata' })
    expect(await latest()).toMatchObject({ species: 'falcata', subtaxa: null })
  })
  test('of a breed is called by the names of the breed', async () => {
    const breed = {
      ACCENUMB: 'ZXM9',
      品种中文名: '天祝白牦牛',
      品种英文名: 'White yak',
      性别: '公',
    }
    await importOne('accession', breed)
    expect(await latest()).toMatchObject({
      title: { zh: '天祝白牦牛', en: 'White yak' },
      profile: 'animal',
      sex: 'male',
    })
  })
})
