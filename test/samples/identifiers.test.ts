import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  identifierIn,
  identifierInCode,
  identifiersInColumns,
  identifiersInRow,
} from '../../src/samples/identifiers/rules/identifiers.ts'

/** An ID-card number with its check digit, of a made-up person. */
const idCards = fc
  .tuple(
    fc.constantFrom('620102', '110101', '330106', '650104'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([region, birth, order]) => {
    const day = birth.toISOString().slice(0, 10).replaceAll('-', '')
    const digits = `${region}${day}${String(order).padStart(3, '0')}`
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
    return `${digits}${'10X98765432'[sum % 11]}`
  })
const digit = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const mobiles = fc
  .tuple(fc.constantFrom('13', '15', '17', '18', '19'), digit(9))
  .map((parts) => parts.join(''))
const around = fc.constantFrom(
  (text: string) => text,
  (text: string) => `备注：${text}。`,
  (text: string) => `see ${text} please`,
  (text: string) => text.replace(/\d/g, (one) => String.fromCodePoint(0xff10 + Number(one))),
)

describe('what tells who somebody is', () => {
  test('is seen in an ID-card number, whatever stands around it, in groups and in full-width digits', () => {
    fc.assert(
      fc.property(idCards, around, (number, wrap) => {
        expect(identifierIn(wrap(number))).toBe('idCard')
        const grouped = `${number.slice(0, 6)} ${number.slice(6, 10)} ${number.slice(10, 14)} ${number.slice(14)}`
        expect(identifierIn(wrap(grouped))).toBe('idCard')
      }),
    )
    expect(identifierIn('620102850312001')).toBe('idCard')
  })

  test('is seen in a mobile number, with hyphens, spaces and its country too', () => {
    fc.assert(
      fc.property(mobiles, around, (number, wrap) => {
        const parts = [number.slice(0, 3), number.slice(3, 7), number.slice(7)]
        for (const written of [number, parts.join('-'), parts.join(' '), `+86 ${number}`])
          expect(identifierIn(wrap(written))).toBe('phone')
      }),
    )
  })

  test.each([
    ['0931-8912345', 'phone'],
    ['(010) 6275 1234', 'phone'],
    ['电话 8912345', 'phone'],
    ['li.na@example.org', 'email'],
    ['联系 lina＠example．org', 'email'],
    ['出生于1985年3月', 'birth'],
    ['DOB: 12/03/1985', 'birth'],
    ['生日 3月12日 1985', 'birth'],
    ['姓名：张三', 'name'],
    ['张女士，术后', 'name'],
    ['Patient name: Zhang San', 'name'],
  ])('is seen in %s', (text, kind) => {
    expect(identifierIn(text)).toBe(kind)
  })

  test.each([
    ['张三', 'name'],
    ['欧阳修文', 'name'],
    ['买买提', undefined],
    ['1985-03-12', 'birth'],
    ['19850312', 'birth'],
  ])('where a code is expected, is seen in %s', (code, kind) => {
    expect(identifierInCode(code)).toBe(kind)
  })
})

describe('codes and ordinary remarks', () => {
  const letters = fc.constantFrom('LZUH', 'HXC', 'GCA', 'YAKT', 'BX', 'D', 'P')
  const years = fc.integer({ min: 2000, max: 2035 })
  const numbers = fc.integer({ min: 0, max: 999_999 }).map((one) => String(one).padStart(6, '0'))

  test('of samples, boxes, donors and aliquots are let through', () => {
    fc.assert(
      fc.property(
        letters,
        years,
        numbers,
        fc.integer({ min: 1, max: 99 }),
        (stem, year, number, part) => {
          const aliquot = String(part).padStart(2, '0')
          for (const code of [
            `${stem}-${year}-${number}`,
            `${stem}${number}`,
            `${stem}-${number}-${aliquot}`,
            `${stem}-BOX-${part}`,
            `F03/R2/B${part}`,
          ]) {
            expect(identifierInCode(code)).toBeUndefined()
            expect(identifierIn(`见 ${code}`)).toBeUndefined()
          }
        },
      ),
    )
  })

  test.each([
    'SER-SST-B-A-N-B-D',
    'PL1-PED-A-B-N-B-A',
    'E11.9, ORPHA:558',
    '2021-06-03T09:30',
    '甘肃省武威市凉州区，103.8312, 35.91',
    '3000 rpm 离心 10 min，−80 °C 保存',
    'ICF 2.1',
    'HGR-DEMO-2014-0112',
    '高温灭活',
    '出生体重 3200 g',
    'Bos grunniens',
    '10.1089/bio.2019.0129',
    '0000123456789',
  ])('as %s are let through', (text) => {
    expect(identifierIn(text)).toBeUndefined()
    expect(identifierInCode(text)).toBe(text === '高温灭活' ? 'name' : undefined)
  })
})

test('columns are refused by what they are called', () => {
  const refused = [
    '姓名',
    '患者姓名',
    '身份证',
    '身份证号',
    '电话',
    '手机号',
    '邮箱',
    '出生日期',
    '生日',
    '住院号',
    '家庭住址',
    'name',
    'Name',
    'patientName',
    'donor_name',
    'phone',
    'Mobile',
    'email',
    'E-mail',
    'birth date',
    'birthDate',
    'DOB',
    'ID card',
  ]
  expect(identifiersInColumns(refused).map(({ column }) => column)).toEqual(refused)
  const kept = [
    'code',
    '样本编号',
    '供体编号',
    'sex',
    'age',
    'type',
    'siteName',
    'anatomicalName',
    '解剖部位名称',
    'sample name',
    'note',
    '采集日期',
    'created_on',
    'temperature',
    'diagnoses',
    'box',
    'well',
    '品种',
    'locality',
    'telomere length',
  ]
  expect(identifiersInColumns(kept)).toEqual([])
})

test('cells are refused with their columns', () => {
  const row = { 供体: '张三', 备注: '13800138000', 样本: 'LZUH-2021-000123', 年龄: '52' }
  expect(identifiersInRow(row, new Set(['供体', '样本']))).toEqual([
    { column: '供体', kind: 'name' },
    { column: '备注', kind: 'phone' },
  ])
})
