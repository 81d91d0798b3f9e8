import { describe, expect, test } from 'vitest'
import { pastedRows } from '../../../src/core/delimited.ts'
import { racksIn } from '../../../src/samples/scans/rules/layout.ts'
import { turned, turnOf, turnsOf } from '../../../src/samples/scans/rules/turn.ts'
import { type Grid, wellName, wellNamed } from '../../../src/stock/places/rules.ts'

const grid = { rows: 8, columns: 12, wellNames: 'letters' } as const

/** What a file says, in one line for each rack. */
const shown = (text: string, box: Grid = grid) =>
  racksIn(pastedRows(text), box).map(
    ({ code, lines }) =>
      `${code ?? '-'}: ${lines
        .filter(({ read }) => read.is !== 'empty' || lines.length < 9)
        .map(({ well, read }) => {
          const name = typeof well === 'number' ? wellName(box, well) : well
          return `${name}=${read.is === 'code' ? read.code : read.is}`
        })
        .join(' ')}`,
  )

const both = '0110000001 A2=0110000002'
const usual = [`-: A1=${both} A3=empty A4=unread`]
const rowOfCodes = (first: number) =>
  Array.from({ length: 12 }, (_, at) => `T${String(first + at).padStart(4, '0')}`)

describe('a rack scanner’s file', () => {
  test.each([
    ['padded wells, commas', 'A01,0110000001\nA02,0110000002\nA03,NO TUBE\nA04,NO READ'],
    ['plain wells, tabs', 'A1\t0110000001\nA2\t0110000002\nA3\tEMPTY\nA4\tNo Code'],
    ['semicolons', 'A01;0110000001\nA02;0110000002\nA03;No Tube\nA04;No Read'],
    ['numbered wells', '1,0110000001\n2,0110000002\n3,NOTUBE\n4,NOREAD'],
    ['row and column apart', 'A;1;0110000001\nA;2;0110000002\nA;3;\nA;4;Decode Failure'],
    ['a header', 'Tube Position,Tube Barcode\nA01,0110000001\nA02,0110000002\nA03,\nA04,NoRead'],
    ['a header in Chinese', '孔位,管码\nA1,0110000001\nA2,0110000002\nA3,无管\nA4,读取失败'],
    [
      'row and column with a header',
      'Row,Column,Code\nA,1,0110000001\nA,2,0110000002\nA,3,\nA,4,No Read',
    ],
    [
      'numbered rows with a header',
      'Row,Col,Barcode\n1,1,0110000001\n1,2,0110000002\n1,3,\n1,4,No Read',
    ],
    [
      'a status beside the code',
      'Well,Code,Status\nA01,0110000001,OK\nA02,0110000002,OK\nA03,,Empty\nA04,,No Read',
    ],
    ['a status without a header', 'A1,0110000001,OK\nA2,0110000002,OK\nA3,,EMPTY\nA4,,NO READ'],
    [
      'a line number before the well',
      '1,A01,0110000001\n2,A02,0110000002\n3,A03,EMPTY\n4,A04,NO READ',
    ],
    [
      'what the scanner is and when it read',
      'Scanner,VM-96\nDate: 2026-03-02\n\nA01,0110000001\nA02,0110000002\nA03,No Tube\nA04,No Read',
    ],
  ])('is read as a list with %s', (_, text) => {
    expect(shown(text)).toEqual(usual)
  })

  test.each([
    ['on a line of its own', 'Rack ID,R001\nA01,0110000001\nA02,0110000002'],
    [
      'behind a colon',
      'Rack Barcode: R001\nTube Position,Tube Barcode\nA01,0110000001\nA02,0110000002',
    ],
    ['in a column with a header', 'Rack ID,Well,Tube ID\nR001,A01,0110000001\nR001,A02,0110000002'],
    ['in a column behind the codes', 'A01,0110000001,R001\nA02,0110000002,R001'],
    ['in a column before the wells', 'R001,A01,0110000001\nR001,A02,0110000002'],
    ['in Chinese', '盒号：R001\nA01,0110000001\nA02,0110000002'],
  ])('names its rack %s', (_, text) => {
    expect(shown(text)).toEqual([`R001: A1=${both}`])
  })

  test('of several racks has each of them', () => {
    const one = 'Rack ID,R001\nA01,0110000001\nRack ID,R002\nA01,0110000002'
    const column = 'Well,Code,Rack ID\nA01,0110000001,R001\nA01,0110000002,R002'
    const expected = ['R001: A1=0110000001', 'R002: A1=0110000002']
    expect(shown(one)).toEqual(expected)
    expect(shown(column)).toEqual(expected)
  })

  const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
  const codes = letters.map((_, row) => rowOfCodes(row * 12 + 1))
  const numbers = Array.from({ length: 12 }, (_, at) => at + 1).join(',')
  test.each([
    [
      'with letters and numbers',
      `,${numbers}\n${codes.map((row, at) => [letters[at], ...row].join(',')).join('\n')}`,
    ],
    ['with letters', codes.map((row, at) => [letters[at], ...row].join('\t')).join('\n')],
    ['with nothing but codes', codes.map((row) => row.join(',')).join('\n')],
    ['below its rack', `Rack ID: R9\n${codes.map((row) => row.join(';')).join('\n')}`],
  ])('is read as a grid %s', (_, text) => {
    const [rack, ...others] = racksIn(pastedRows(text), grid)
    expect(others).toEqual([])
    expect(rack?.lines.length).toBe(96)
    expect(rack?.lines[0]?.read).toEqual({ is: 'code', code: 'T0001' })
    expect(rack?.lines[95]).toEqual({ place: 'H12', well: 95, read: { is: 'code', code: 'T0096' } })
  })

  test('has empty wells where a grid leaves cells blank', () => {
    const [rack] = racksIn(pastedRows(`,${numbers}\nA,T1,,,,,,,,,,,\nH,,,,,,,,,,,,T2`), grid)
    const found = rack?.lines.filter(({ read }) => read.is === 'code').map(({ place }) => place)
    expect(found).toEqual(['A1', 'H12'])
    expect(rack?.lines.length).toBe(24)
  })

  test('says which wells the box does not have', () => {
    expect(shown('A01,T1\nI01,T2\nA13,T3')).toEqual(['-: A1=T1 outside=T2 outside=T3'])
  })

  test.each(['', 'something else', 'a,b\nc,d', 'A01', '\u0000'])(
    'is none where nothing of the kind is in it: %j',
    (text) => {
      expect(shown(text)).toEqual([])
    },
  )
})

test.each([
  ['A1', 0],
  ['a01', 0],
  ['A:12', 11],
  ['B-1', 12],
  ['H12', 95],
  ['96', 95],
  ['97', 'outside'],
  ['A0', 'outside'],
  ['I1', 'outside'],
  ['T0001', 'outside'],
  ['0110000001', undefined],
  ['R001X', undefined],
])('the well %s', (text, well) => {
  expect(wellNamed(grid, text)).toBe(well)
})

describe('a rack that lay wrongly in the scanner', () => {
  const present = new Map(Array.from({ length: 20 }, (_, well) => [well, `T${well}`]))
  const lying = (turn: Parameters<typeof turned>[1], box: Grid = grid) => {
    const inverse = new Map(
      Array.from({ length: box.rows * box.columns }, (_, well) => [turned(well, turn, box), well]),
    )
    return new Map([...present].map(([well, code]) => [inverse.get(well) ?? -1, code]))
  }

  test.each([undefined, 'half', 'mirrored', 'flipped'] as const)('is noticed: %s', (turn) => {
    expect(turnOf(lying(turn), present, grid)).toBe(turn)
  })

  test.each(['quarter', 'three_quarters'] as const)('is noticed in a square box: %s', (turn) => {
    const square = { rows: 10, columns: 10, wellNames: 'letters' } as const
    expect(turnOf(lying(turn, square), present, square)).toBe(turn)
  })

  test('is not claimed of a box that is new to the catalogue', () => {
    expect(turnOf(present, new Map(), grid)).toBe(undefined)
    expect(turnsOf(grid)).toEqual(['half', 'mirrored', 'flipped'])
  })
})
