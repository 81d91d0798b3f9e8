import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allVocabularies } from '../../db/vocabularies.ts'
import { fieldsOf, kindDefinitions, kindOfPath } from '../../src/kinds.ts'
import { kinds } from '../../src/catalog/records/model/record.ts'
import { vocabulariesOf } from '../../src/catalog/records/rules/record.ts'
import { columnOf, type Field, type FieldType, shapeOf } from '../../src/core/fields.ts'
import { hints as datasetHints } from '../../src/datasets/words/hints.ts'
import { hints as germplasmHints } from '../../src/germplasm/words/hints.ts'
import { hints as instrumentHints } from '../../src/instruments/words.ts'
import { hints as sampleHints } from '../../src/samples/collections/words.ts'
import { testDatabase } from '../support/database.ts'

const definitions = Object.values(kindDefinitions)
const parts = definitions.flatMap(({ kind, parts: own }) =>
  own.map((part) => ({ name: `${kind}: ${part.table}`, ...part })),
)

const columnTypes: Record<FieldType, readonly string[]> = {
  text: ['text'],
  longtext: ['text'],
  url: ['text'],
  email: ['text'],
  code: ['text'],
  partial_date: ['text'],
  number: ['numeric'],
  integer: ['integer', 'bigint'],
  boolean: ['boolean'],
  date: ['date'],
  codes: ['ARRAY'],
  list: ['ARRAY'],
  rows: ['jsonb'],
}

const withColumns = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [field, ...withColumns(field.columns ?? [])])

const repeated = (texts: readonly string[]) =>
  texts.filter((text, at) => texts.indexOf(text) !== at)

type Database = Awaited<ReturnType<typeof testDatabase>>
type Column = {
  table: string
  name: string
  type: string
  scale: number | null
  empty: string | null
}

describe('Fields and tables', () => {
  let database: Database
  let columns: readonly Column[]

  beforeAll(async () => {
    database = await testDatabase()
    const { rows } = await sql<Column>`
      select table_name as "table", column_name as name, data_type as type,
        numeric_scale as scale, column_default as empty
      from information_schema.columns
      where table_schema = 'public'
      order by ordinal_position
    `.execute(database.db)
    columns = rows
  })

  afterAll(async () => {
    await database[Symbol.asyncDispose]()
  })

  test.each(parts)('$name has one column for each field, in order', ({ table, fields }) => {
    const names = columns.filter((column) => column.table === table).map(({ name }) => name)
    expect(names).toEqual(['record_id', ...fields.map(({ key }) => columnOf(key))])
  })

  test.each(parts)('$name has columns that hold what its fields allow', ({ table, fields }) => {
    const own = columns.filter((column) => column.table === table)
    const wrong = fields.flatMap((field) => {
      const column = own.find(({ name }) => name === columnOf(field.key))
      return column ? objectionsTo(column, field) : [`${field.key} has no column`]
    })
    expect(wrong).toEqual([])
  })
})

/** Why this column cannot keep this field. */
function objectionsTo({ type, scale, empty }: Column, field: Field): string[] {
  const { key, decimals = null, to = Infinity } = field
  const objections = [
    [!columnTypes[field.type].includes(type), `${key} is ${type}`],
    [field.type === 'number' && scale !== decimals, `${key} rounds to ${scale} decimals`],
    [type === 'integer' && to > 2 ** 31 - 1, `${key} is too small a number`],
    [isMany(field) && !emptyDefault.test(empty ?? ''), `${key} is not empty by default`],
  ] as const
  return objections.filter(([holds]) => holds).map(([, objection]) => objection)
}

const emptyDefault = /^'(?:\{\}|\[\])'/
const isMany = ({ type }: Field) => type === 'list' || type === 'codes' || type === 'rows'

describe('Field lists', () => {
  test.each(definitions)('$kind has no key twice, whatever the profile', ({ parts: own }) => {
    expect(repeated(own.flatMap(({ fields }) => fields.map(({ key }) => key)))).toEqual([])
    const inRows = own.flatMap(({ fields }) =>
      fields.flatMap(({ columns }) => repeated((columns ?? []).map(({ key }) => key))),
    )
    expect(inRows).toEqual([])
  })

  test.each(definitions)('$kind keeps clear of what belongs to the record', ({ parts: own }) => {
    const taken = ['title', 'summary', 'institution', 'collection', 'library', 'profile', 'region']
    taken.push('audience', 'access', 'visibility', 'keywords', 'subjects', 'identifiers')
    taken.push('id', 'kind', 'image', 'images', 'version', 'taxon', 'extent')
    const keys = own.flatMap(({ fields }) => fields.map(({ key }) => key))
    expect(keys.filter((key) => taken.includes(key))).toEqual([])
  })

  test.each(definitions)('$kind puts every field into a group that it has', (definition) => {
    const groups = definition.groups.map(({ key }) => key)
    expect(repeated(groups)).toEqual([])
    const used = definition.parts.flatMap(({ fields }) => fields.map(({ group }) => group))
    expect([...new Set(used)].toSorted()).toEqual(groups.toSorted())
  })

  test.each(definitions)('$kind says everything in both languages', (definition) => {
    const fields = withColumns(definition.parts.flatMap((part) => part.fields))
    const labels = [definition.label, ...definition.groups.map(({ label }) => label)]
    const hints = fields.flatMap(({ hint }) => (hint ? [hint] : []))
    const texts = [...labels, ...fields.map(({ label }) => label), ...hints]
    expect(texts.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '')).toEqual([])
  })

  test.each([
    ['instrument', instrumentHints],
    ['dataset', datasetHints],
    ['accession', germplasmHints],
    ['collection', sampleHints],
  ] as const)('every hint of %s stands beside a field', (kind, hints) => {
    const own = kindDefinitions[kind].parts.flatMap(({ fields }) => fields)
    const keys = own.flatMap(({ key, columns }) => [
      key,
      ...(columns ?? []).map((column) => `${key}.${column.key}`),
    ])
    expect(Object.keys(hints).filter((key) => !keys.includes(key))).toEqual([])
  })

  test.each(definitions)('$kind takes every code from a vocabulary that is installed', (one) => {
    const names = new Set(allVocabularies.map(({ name }) => name))
    const fields = one.parts.flatMap(({ fields: own }) => own)
    expect(vocabulariesOf(fields).filter((name) => !names.has(name))).toEqual([])
    const coded = withColumns(fields).filter(({ type }) => type === 'code' || type === 'codes')
    expect(coded.filter(({ vocabulary }) => !vocabulary)).toEqual([])
  })

  test.each(['plant', 'microbe', 'animal'])(
    'a standard’s name means one field of a %s accession',
    (profile) => {
      const names = fieldsOf('accession', profile).flatMap((field) => [
        ...new Set(field.standardNames),
      ])
      expect(repeated(names)).toEqual([])
    },
  )

  test('an accession has every descriptor of MCPD v2.1 under its own name', () => {
    const mcpd =
      'PUID INSTCODE ACCENUMB COLLNUMB COLLCODE COLLNAME COLLINSTADDRESS COLLMISSID GENUS SPECIES ' +
      'SPAUTHOR SUBTAXA SUBTAUTHOR CROPNAME ACCENAME ACQDATE ORIGCTY COLLSITE DECLATITUDE LATITUDE ' +
      'DECLONGITUDE LONGITUDE COORDUNCERT COORDDATUM GEOREFMETH ELEVATION COLLDATE BREDCODE BREDNAME ' +
      'SAMPSTAT ANCEST COLLSRC DONORCODE DONORNAME DONORNUMB OTHERNUMB DUPLSITE DUPLINSTNAME STORAGE ' +
      'MLSSTAT REMARKS'
    const fields = fieldsOf('accession', null)
    const found = mcpd
      .split(' ')
      .filter((name) =>
        fields.some(
          ({ key, standardNames }) => key === name.toLowerCase() && standardNames?.includes(name),
        ),
      )
    expect(found.join(' ')).toBe(mcpd)
  })

  test('an instrument has what the national report asks for, and its limits', () => {
    const shape = shapeOf(fieldsOf('instrument', null))
    expect(
      shape.safeParse({ technical: '指'.repeat(500), funds: ['1', '2', '3', '4'] }).success,
    ).toBe(true)
    expect(shape.safeParse({ technical: '指'.repeat(501) }).success).toBe(false)
    expect(shape.safeParse({ function: '能'.repeat(301) }).success).toBe(false)
    expect(shape.safeParse({ worth: 123.456 }).success).toBe(false)
    expect(shape.safeParse({ serviceMachine: 8785 }).success).toBe(false)
  })

  test('each kind is found by its path', () => {
    expect(kinds.map((kind) => kindOfPath(kindDefinitions[kind].path))).toEqual([...kinds])
    expect(kindOfPath('spaceships')).toBeUndefined()
  })
})
