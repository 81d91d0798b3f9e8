import { describe, expect, test } from 'vitest'
import { knownNames } from '../../src/exchange/mapping/rules.ts'
import { heldFile, readFile } from '../../src/exchange/reading/actions.ts'
import { allOf } from '../../src/exchange/reading/rules/chunks.ts'
import { delimiterOf, linesOf } from '../../src/core/delimited-lines.ts'
import { decoded } from '../../src/core/encoding.ts'
import { columnName, tableIn } from '../../src/exchange/reading/rules/table.ts'
import { cellsSpanned } from '../../src/ports/sheets.ts'
import { workbookOf } from '../../src/ports/workbook.ts'
import { encoder, latin1, utf16, utf8 } from './encoded.ts'

const isKnown = knownNames('accession')
const table = '编号,名称,原产地\nA1,苜蓿,甘肃\nA2,藜麦,青海\n'
const gb18030 = encoder('gb18030')
const big5 = encoder('big5')

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8', utf8(table), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${table}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(`\ufeff${table}`, 'le'), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(`\ufeff${table}`, 'be'), 'utf-16be'],
    ['UTF-16 LE without one', utf16(table, 'le'), 'utf-16le'],
    ['UTF-16 BE without one', utf16(table, 'be'), 'utf-16be'],
    ['GB18030', gb18030(table), 'gb18030'],
  ])('%s is found', (_, bytes, encoding) => {
    expect(decoded(bytes)).toEqual({ text: table, encoding })
  })

  test('with four bytes a character, among others, is GB18030 still', () => {
    const rare = Uint8Array.from([...gb18030('种质名称：'), 0x82, 0x35, 0x8f, 0x33])
    const { text, encoding } = decoded(Uint8Array.from([...rare, ...gb18030('编号保存单位')]))
    expect([encoding, text.length]).toEqual(['gb18030', 12])
  })

  /** A byte that is in no order, at each of several places of a file of UTF-8. */
  test.each([10, 25, 40])('is not guessed where byte %d of UTF-8 is damaged', (at) => {
    const bytes = utf8(table.repeat(20))
    bytes[at] = 0xff
    expect(() => decoded(bytes)).toThrow(`Tried UTF-8 (breaks at byte ${at + 1}).`)
  })

  const western = 'ACCENUMB,COLLSITE\nA1,La Coruña\nA2,Müller’s field\n'.replace('’', '\u0092')
  const traditional = '全國統一編號,種質名稱,原產地\nA1,白花三葉草,臺灣省屏東縣\n'
  test.each([
    [
      'a Western code page',
      latin1(western),
      /UTF-8 \(breaks at byte 29\), GB18030 \(does not read/,
    ],
    ['a Western word alone', latin1('A\ncafé au lait\n'), /UTF-8 \(breaks at byte 6\)/],
    ['Big5', big5(traditional), /GB18030 \(does not read as Chinese\)/],
    [
      'a file of UTF-8 cut in its last character',
      utf8('编号,名称').subarray(0, -1),
      /UTF-8 \(breaks at byte 11\)/,
    ],
    ['a file of GB18030 cut so', gb18030(table).subarray(0, -2), /GB18030 \(breaks at byte/],
    ['a file of UTF-16 cut so', utf16(table, 'le').subarray(0, -1), /UTF-16 LE \(breaks at/],
    ['UTF-8 with a mark and a damaged byte', Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xff), /byte 5/],
    ['few letters of UTF-8, one of them damaged', latin1('A\nÃ± \xe9a\n'), /UTF-8 \(breaks/],
    ['a NUL', utf8('ACCENUMB,GENUS\nA1,Me\0dicago\n'), /Byte 21 is NUL/],
  ])('is refused: %s', (_, bytes, why) => {
    expect(() => decoded(bytes)).toThrow(why)
  })
})

describe('the delimiter', () => {
  test.each([
    ['tabs', 'a\tb\tc\n1\t2\t3', '\t'],
    ['semicolons', 'a;b;c', ';'],
    ['bars', 'a|b\n1|2', '|'],
    ['commas, though every row has a list', 'a,b\n1,x;y\n2,z;w\n', ','],
    ['semicolons, though numbers have commas', 'a;b;c\n1;1,5;2,5\n2;3,5;4,5\n3;1,5;2,5\n', ';'],
    ['tabs below a title with commas', '目录,2024年\na\tb\tc\n1\t2\t3\n4\t5\t6\n', '\t'],
    ['commas, though quoted text has semicolons', '"x;y;z;w",b\n"x;y;z;w",2\n', ','],
    ['commas where there is one column', 'a\n1\n', ','],
  ])('is found: %s', (_, text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })
})

async function read(...parts: string[]) {
  const delimiter = delimiterOf(parts[0] ?? '')
  const found = await tableIn(() => linesOf(parts, { delimiter }), isKnown)
  return { ...found, rows: await allOf(found.rows()) }
}

describe('a table', () => {
  test('keeps the row numbers that a spreadsheet shows, blank lines counted', async () => {
    const { header, rows } = await read('ACCENUMB,GENUS\n1,Medicago\n,\n2,Zea\n')
    expect(header).toEqual(['ACCENUMB', 'GENUS'])
    expect(rows.map(({ number }) => number)).toEqual([2, 4])
  })

  test('loses what nobody sees and no database keeps', async () => {
    const { rows } = await read('ACCENUMB,GENUS\nA\u0007 1,Medi\u202Ecago\n')
    expect(rows[0]?.cells).toEqual(['A 1', 'Medicago'])
  })

  test.each(['', '\n\n', ',,\n'])('without a header is refused: %j', async (text) => {
    await expect(read(text)).rejects.toThrow(/empty/)
  })

  test('begins below its title lines', async () => {
    const { header, headerRow, rows } = await read('甘肃省种质资源目录\n\nACCENUMB,GENUS\nA1,Zea\n')
    expect([headerRow, header]).toEqual([3, ['ACCENUMB', 'GENUS']])
    expect(rows.map(({ number }) => number)).toEqual([4])
  })

  test('ends at its width: a list beside it is no data, and that is said', async () => {
    const { header, rows, leftOut } = await read(
      'ACCENUMB,GENUS,SPECIES,,资源类型\nA1,Zea,mays,,野生\n,,,,品系\nA2,Zea,mays,,\n',
    )
    expect(header).toEqual(['ACCENUMB', 'GENUS', 'SPECIES'])
    expect(rows.map(({ cells }) => cells[0])).toEqual(['A1', 'A2'])
    expect(leftOut).toMatchObject([{ row: 1, field: 'E', code: 'left_out' }])
  })

  test('ends where notes follow a blank row, and goes on where rows do', async () => {
    const { rows, leftOut } = await read(
      'ACCENUMB,GENUS,SPECIES\nA1,Zea,mays\n\nA2,Zea,mays\n\n以上均为示例\n单位为米\n',
    )
    expect(rows.map(({ number }) => number)).toEqual([2, 4])
    expect(leftOut).toMatchObject([{ row: 6, code: 'left_out' }])
    const remark = await read('ACCENUMB,GENUS,SPECIES\nA1,Zea,mays\n注：单位为米\n')
    expect(remark.rows).toHaveLength(1)
  })

  test('names cells that stand in no column, by their row', async () => {
    const { rows } = await read('ACCENUMB,GENUS\nA1,Zea,mays,L.\nA2,Zea\n')
    expect(rows[0]?.problems).toMatchObject([{ row: 2, code: 'surplus_cells' }])
    expect(rows[0]?.cells).toEqual(['A1', 'Zea', 'mays', 'L.'])
    expect(rows[1]?.problems).toBeUndefined()
  })

  test('names a column without a header', async () => {
    expect((await read('ACCENUMB,,GENUS\nA1,x,Zea\n')).leftOut).toMatchObject([
      { row: 1, field: 'B', code: 'unknown_column' },
    ])
  })

  test.each([
    ['that is closed in a later row', 'A,B,C\n1,"x,y\n2,x,y\n3,"x",y\n', 2],
    ['that is never closed', 'A,B,C\n1,x,y\n2,"x,y\n3,x,y\n', 3],
    ['below a cell of several lines', 'A,B,C\n1,"x\nz",y\n2,"x,y\n3,x,y\n', 4],
  ])('is refused for a quotation mark %s, with its line', async (_, text, line) => {
    await expect(read(text)).rejects.toThrow(`opened in line ${line} `)
  })

  test('may have line breaks, commas and quotation marks in quoted cells', async () => {
    const { rows } = await read('ACCENUMB,REMARKS\nA1,"one, ""two""\nthree, ""four"""\nA2,5" pot\n')
    expect(rows.map(({ cells }) => cells[1])).toEqual(['one, "two"\nthree, "four"', '5" pot'])
  })

  test('is the same where it comes in parts, also inside of a quoted cell', async () => {
    const { rows } = await read('ACCENUMB,REMARKS\nA1,"one\n', 'two\n', 'three"\n', 'A2,x\n')
    expect(rows.map(({ number, cells }) => [number, cells[1]])).toEqual([
      [2, 'one\ntwo\nthree'],
      [3, 'x'],
    ])
    await expect(read('A,B,C\n1,x,y\n', '2,"x,y\n', '3,x,y\n')).rejects.toThrow('line 3 ')
  })
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
])('column %d is %s', (at, name) => {
  expect(columnName(at)).toBe(name)
})

const sheet = (name: string, header: string[], rows: (string | number | boolean | null)[][]) => ({
  name,
  header,
  rows,
})

describe('a workbook', () => {
  test('is read from the sheet that has most known names, and it is said which', async () => {
    const bytes = await workbookOf([
      sheet('说明', ['Title', 'Value'], [['x', 'y']]),
      sheet('数据', ['ACCENUMB', 'GENUS', '海拔'], [['A1', 'Zea', 1920]]),
    ])
    const { table: found, understood } = await readFile(heldFile(bytes), isKnown)
    expect(found.header).toEqual(['ACCENUMB', 'GENUS', '海拔'])
    expect(understood).toMatchObject({ sheet: '数据', sheets: ['说明', '数据'], headerRow: 1 })
  })

  test('keeps cells as they show', async () => {
    const rows = [
      ['0012', 2014, 39.1402777777778, -12.5, true, null, 2.19e26, 1_234_567_890_123_456],
    ]
    const bytes = await workbookOf([
      sheet('S', ['ACCENUMB', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], rows),
    ])
    const { table: found } = await readFile(heldFile(bytes), isKnown)
    expect(found.sample[0]).toEqual([
      '0012',
      '2014',
      '39.1402777777778',
      '-12.5',
      'TRUE',
      '',
      '2.19e+26',
      '1.23456789012346e+15',
    ])
  })

  test('that is none is refused in words', async () => {
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)
    await expect(readFile(heldFile(zip), isKnown)).rejects.toThrow(/contains no XLSX workbook/)
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)
    await expect(readFile(heldFile(old), isKnown)).rejects.toThrow(/\.xlsx/)
  })
})

const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`

test('a workbook with a stray cell far out is refused before it fills the memory', () => {
  const xml = row(1, '<c r="A1"/><c s="1" r="XFD1" t="n"/>') + row(2, '<c r="A2"/>')
  expect(cellsSpanned(xml)).toBe(2 * 16_384)
})

test('a file of several parts is decoded as a whole, and breaks where it breaks', async () => {
  const line = 'A1,苜蓿,甘肃\n'
  const bytes = utf8(`ACCENUMB,名称,原产地\n${line.repeat(200_000)}`)
  const whole = await readFile(heldFile(bytes), isKnown)
  expect([whole.table.rowCount, whole.table.sample[0]]).toEqual([200_000, ['A1', '苜蓿', '甘肃']])
  const at = 2_500_000
  const damaged = bytes.map((byte, place) => (place === at ? 0xff : byte))
  await expect(readFile(heldFile(damaged), isKnown)).rejects.toThrow(
    new RegExp(`breaks at byte (?:${at - 1}|${at}|${at + 1})\\)`),
  )
})
