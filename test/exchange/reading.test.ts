import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../src/kinds.ts'
import { readCell, targetsOf } from '../../src/exchange/rules/cells.ts'
import { taxonOf, decodeText, delimiterOf, readTable } from '../../src/exchange/rules/rows.ts'

const fields = fieldsOf('accession', 'plant')
const field = (key: string) => {
  const found = fields.find((one) => one.key === key)
  if (!found) throw new Error(`no field ${key}`)
  return found
}
const bytes = (text: string) => new TextEncoder().encode(text)
const countries = {
  title: { zh: '国家', en: 'Country' },
  terms: new Map([
    ['CHN', { code: 'CHN', label: { zh: '中国', en: 'China' } }],
    ['BOL', { code: 'BOL', label: { zh: '玻利维亚', en: 'Bolivia' } }],
    ['CIV', { code: 'CIV', label: { zh: '科特迪瓦', en: 'Côte d’Ivoire' } }],
    ['ZAR', { code: 'ZAR', label: { zh: '扎伊尔（旧）', en: 'Zaire (former)' } }],
  ]),
}

describe('a table', () => {
  test('is read whatever its encoding is', () => {
    const gb18030 = Uint8Array.from([0xd6, 0xd6, 0xd6, 0xca])
    expect(decodeText(gb18030)).toBe('种质')
    expect(decodeText(bytes('种质'))).toBe('种质')
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0xcd, 0x79]))).toBe('种')
  })

  test('keeps the row numbers that a spreadsheet shows, blank lines counted', () => {
    const { header, rows } = readTable(bytes('\ufeffACCENUMB,GENUS\n1,Medicago\n,\n2,Zea\n'))
    expect(header).toEqual(['ACCENUMB', 'GENUS'])
    expect(rows.map(({ number }) => number)).toEqual([2, 4])
  })

  test('may be parted by tabs or semicolons', () => {
    expect(delimiterOf('a\tb\tc\n1\t2\t3')).toBe('\t')
    expect(delimiterOf('a;b;c')).toBe(';')
  })

  test('loses what nobody sees and no database keeps', () => {
    const { rows } = readTable(bytes('ACCENUMB,GENUS\nA\u0000 1,Medi\u202Ecago\n'))
    expect(rows[0]?.cells).toEqual(['A 1', 'Medicago'])
  })

  test('without a header is refused', () => {
    expect(() => readTable(bytes(''))).toThrow(/empty/)
  })
})

describe('a column', () => {
  test.each([
    ['ACCENUMB', 'accenumb'],
    ['accession number', 'accenumb'],
    ['NationalID', 'accenumb'],
    ['保存单位编号', 'accenumb'],
    ['ORIGCTY', 'origcty'],
    ['SourceCountry', 'origcty'],
    ['纬度', 'declatitude'],
    ['OtherID2', 'othernumb'],
  ])('%s is %s', (name, key) => {
    expect(targetsOf([name], fields)[0]).toMatchObject({ type: 'field', field: { key } })
  })

  test('that nobody knows has no target', () => {
    expect(targetsOf(['Favourite colour'], fields)).toEqual([undefined])
  })
})

describe('a cell', () => {
  test.each([
    ['origcty', 'China', 'CHN'],
    ['origcty', 'BOLIVIA', 'BOL'],
    ['origcty', "Cote d'Ivoire", 'CIV'],
    ['origcty', '中国', 'CHN'],
    ['origcty', 'Zaire', 'ZAR'],
    ['origcty', 'Unknown', null],
    ['origcty', ' ', null],
    ['acqdate', '2014.0', '2014----'],
    ['acqdate', '1981----', '1981----'],
    ['elevation', '1,520', 1520],
    ['elevation', '-12', -12],
  ])('of %s that says %j is %j', (key, raw, value) => {
    expect(readCell(field(key), raw, countries)).toEqual({ value })
  })

  test.each([
    ['origcty', 'ICRISAT', 'unknown_code'],
    ['acqdate', 'spring', 'not_a_date'],
    ['elevation', 'high', 'not_a_number'],
  ])('of %s that says %j is refused as %s', (key, raw, code) => {
    expect(readCell(field(key), raw, countries)).toMatchObject({ problem: { code } })
  })
})

test('a field that is a table itself has no column', () => {
  const rows = { key: 'parties', label: { zh: '人员', en: 'People' }, group: '' }
  expect(targetsOf(['parties'], [{ ...rows, type: 'rows' }])).toEqual([undefined])
  expect(targetsOf(['parties'], [{ ...rows, type: 'text' }])).toMatchObject([{ type: 'field' }])
})

test('a botanical name is genus, species and the rest', () => {
  expect(taxonOf('Arachis hypogaea var. fastigiata')).toEqual({
    genus: 'Arachis',
    species: 'hypogaea',
    subtaxa: 'var. fastigiata',
  })
})
