import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { FieldValues } from '../../../src/core/fields.ts'
import { pdciOf, pdciPoints } from '../../../src/germplasm/quality/rules/completeness.ts'

const folder = '../shared/data/germplasm/mcpd/germinate'
const present = existsSync(`${folder}/pdci-expected.csv`)
if (!present) console.warn(`SKIPPED: ${folder} is absent; 2,010 expected PDCI were not compared`)

type Cells = Record<string, string>
const rowsOf = (name: string): Cells[] =>
  parse(readFileSync(`${folder}/${name}`), { columns: true, bom: true })
const valuesOf = (cells: Cells): FieldValues =>
  Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name.toLowerCase(), cell === '' ? null : cell]),
  )

test.skipIf(!present)('2,010 passports have the index that was worked out elsewhere', () => {
  const expected = new Map(
    rowsOf('pdci-expected.csv').map(({ ACCENUMB = '', PDCI = '' }) => [ACCENUMB, PDCI]),
  )
  const passports = rowsOf('example-germplasm-mcpd.DATA.csv')
  const wrong = passports.filter(
    (cells) => pdciOf(valuesOf(cells)).index.toFixed(2) !== expected.get(cells['ACCENUMB'] ?? ''),
  )
  expect([passports.length, wrong]).toEqual([2010, []])
})

const all = (names: string): FieldValues =>
  Object.fromEntries(names.split(' ').map((name) => [name, 'x']))
const everything = {
  ...all(
    'genus species spauthor subtaxa subtauthor cropname acqdate donorcode donornumb recordUrl',
  ),
  ...all('othernumb duplsite storage mlsstat origcty collsite declatitude declongitude elevation'),
  ...all('colldate collsrc collnumb collcode bredcode ancest accename'),
}

describe('A passport', () => {
  test.each([
    ['100', 10],
    ['200', 10],
    ['300', 10],
    ['415', 10],
    ['500', 10],
    ['600', 8.5],
    ['999', 8.5],
  ])('of biological status %s with everything has %d', (sampstat, index) => {
    expect(pdciOf({ ...everything, sampstat })).toEqual({ index, next: [] })
  })

  test('without anything has nothing, and begins with the genus', () => {
    const { index, next } = pdciOf({})
    expect(index).toBe(0)
    expect(next.slice(0, 2)).toEqual([
      { fields: ['genus'], adds: 1.2 },
      { fields: ['sampstat'], adds: 0.8 },
    ])
  })

  test('proposes what adds most, coordinates together, and no species without a genus', () => {
    const wild = { sampstat: '100', collsite: '民勤县' }
    const { index, next } = pdciOf(wild)
    expect(index).toBe(1.5)
    expect(next.slice(0, 3)).toEqual([
      { fields: ['genus'], adds: 1.2 },
      { fields: ['origcty'], adds: 0.8 },
      // 120 for the place, but the site then counts 20 instead of 70.
      { fields: ['declatitude', 'declongitude'], adds: 0.7 },
    ])
    expect(next.flatMap(({ fields }) => fields)).not.toContain('species')
  })

  test.each([
    ['the name of a donor counts half its code', { donorname: 'x' }, { donorcode: 'x' }, 20],
    ['a duplicate by name counts half', { duplinstname: ['x'] }, { duplsite: ['x'] }, 15],
    [
      'a number of a donor counts more beside the donor',
      { donornumb: 'x' },
      all('donornumb donorname'),
      40,
    ],
  ])('%s', (_, less, more, apart) => {
    expect(pdciPoints(more) - pdciPoints(less)).toBe(apart)
  })

  test('has coordinates in either notation', () => {
    const points = pdciPoints({ sampstat: '100', latitude: '3836--N', declongitude: 103.1 })
    expect(points).toBe(200)
  })

  test('that grows by what was proposed has what was promised', () => {
    let values: FieldValues = { sampstat: '300' }
    for (let { index, next } = pdciOf(values); next[0];) {
      values = { ...values, ...all(next[0].fields.join(' ')) }
      const grown = pdciOf(values)
      expect(grown.index).toBeCloseTo(index + next[0].adds, 5)
      ;({ index, next } = grown)
    }
    expect(pdciOf(values).index).toBe(10)
  })
})
