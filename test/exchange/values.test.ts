import { describe, expect, test } from 'vitest'
import { readCell } from '../../src/exchange/values/rules/cell.ts'
import { microbes } from '../../db/vocabularies/microbes.ts'
import { codeOf, type Terms } from '../../src/exchange/values/rules/codes.ts'
import { coordinateOf } from '../../src/exchange/values/rules/coordinates.ts'
import { collectFacts, paddedWidthOf } from '../../src/exchange/reading/rules/facts.ts'
import { lostZeros } from '../../src/exchange/values/rules/damage.ts'
import { fieldsOf } from '../../src/kinds.ts'

const fields = fieldsOf('accession', 'plant')
const field = (key: string) => {
  const found = fields.find((one) => one.key === key)
  if (!found) throw new Error(`no field ${key}`)
  return found
}

const listOf = (
  zh: string,
  en: string,
  terms: [code: string, zh: string, en: string][],
): Terms => ({
  title: { zh, en },
  terms: new Map(
    terms.map(([code, ...label]) => [code, { code, label: { zh: label[0], en: label[1] } }]),
  ),
})

const lists: Record<string, Terms> = {
  country: listOf('国家', 'Country', [
    ['CHN', '中国', 'China'],
    ['BOL', '玻利维亚', 'Bolivia'],
    ['CIV', '科特迪瓦', 'Côte d’Ivoire'],
    ['ZAR', '扎伊尔（旧）', 'Zaire (former)'],
  ]),
  germplasm_type: listOf('资源类型', 'Type', [
    ['wild', '野生资源', 'Wild'],
    ['line', '品系', 'Line'],
  ]),
  plant_material: listOf('材料', 'Material', [
    ['seed', '种子', 'Seeds'],
    ['tuber', '种茎', 'Seed stems and tubers'],
    ['dna', 'DNA', 'DNA'],
  ]),
  share_mode: listOf('共享方式', 'Sharing', [
    ['A', '公益性共享', 'Public benefit'],
    ['B', '公益性借用共享', 'On loan'],
    ['1', '公益性共享', 'Public benefit'],
  ]),
  mcpd_mlsstat: listOf('多边系统', 'MLS', [
    ['0', '未纳入', 'Not included'],
    ['1', '已纳入', 'Included'],
  ]),
  mcpd_sampstat: listOf('状态', 'Status', [
    ['300', '地方品种', 'Traditional cultivar/landrace'],
    ['100', '野生', 'Wild'],
  ]),
}

const reading = (key: string, raw: string) =>
  readCell(field(key), raw, lists[field(key).vocabulary ?? ''])

describe('a cell', () => {
  test.each([
    ['origcty', 'China', 'CHN'],
    ['origcty', 'BOLIVIA', 'BOL'],
    ['origcty', "Cote d'Ivoire", 'CIV'],
    ['origcty', '中国', 'CHN'],
    ['origcty', 'Zaire', 'ZAR'],
    ['origcty', 'Unknown', null],
    ['origcty', ' ', null],
    ['germplasmType', '野生', 'wild'],
    ['germplasmType', 'wild', 'wild'],
    ['plantMaterial', '块茎', ['tuber']],
    ['plantMaterial', '种子;DNA', ['seed', 'dna']],
    ['plantMaterial', '种子、块茎', ['seed', 'tuber']],
    ['shareMode', '公益性', 'A'],
    ['shareMode', '公益性借用', 'B'],
    ['shareMode', '1', '1'],
    ['mlsstat', 'Y', '1'],
    ['mlsstat', 'N', '0'],
    ['mlsstat', '1.0', '1'],
    ['sampstat', 'Landrace', '300'],
    ['sampstat', '300.0', '300'],
    ['acqdate', '2014.0', '2014----'],
    ['acqdate', '1981----', '1981----'],
    ['acqdate', '19990000', '19990000'],
    ['acqdate', '2014年5月', '201405--'],
    ['acqdate', '2014年5月3日', '20140503'],
    ['acqdate', '2014.5', '2014.5'],
    ['acqdate', '2014/05/03', '2014/05/03'],
    ['acqdate', '20140503.0', '20140503'],
    ['elevation', '1,520', 1520],
    ['elevation', '-12', -12],
    ['elevation', '−12', -12],
    ['elevation', '1920m', 1920],
    ['elevation', '1920 米', 1920],
    ['elevation', '１９２０', 1920],
    ['annualTemperature', '6.5℃', 6.5],
    ['annualTemperature', '6.5°C', 6.5],
    ['annualRainfall', '386.5mm', 386.5],
    ['declatitude', '35°34′', 35.566667],
    ['declatitude', '-42.5', -42.5],
    ['declongitude', '东经104°36′', 104.6],
    ['subtauthor', 'Unknown', 'Unknown'],
    ['remarks', 'None', 'None'],
    ['remarks', '无', '无'],
    ['remarks', '-', null],
    ['accename', 'NA', ['NA']],
    ['elevation', '无', null],
    ['acqdate', '/', null],
    ['acqdate', '--------', null],
    ['colldate', '00000000', null],
    ['accenumb', 'NA', null],
  ])('of %s that says %j is %j', (key, raw, value) => {
    expect(reading(key, raw)).toEqual({ value })
  })

  test.each([
    ['origcty', 'ICRISAT', 'unknown_code'],
    ['shareMode', '公益', 'unknown_code'],
    ['plantMaterial', '种子;石头', 'unknown_code'],
    ['acqdate', 'spring', 'not_a_date'],
    ['acqdate', '2014年13月', 'not_a_date'],
    ['elevation', 'high', 'not_a_number'],
    ['elevation', '海拔不详', 'not_a_number'],
    ['elevation', '0,123', 'not_a_number'],
    ['elevation', '0x10', 'not_a_number'],
    ['elevation', '1.9km', 'not_a_number'],
    ['elevation', '9001', 'out_of_range'],
    ['declatitude', '35.57E', 'not_a_coordinate'],
    ['declatitude', '104.61', 'out_of_range'],
    ['declongitude', '204.6', 'out_of_range'],
    ['accenumb', '3-May', 'damaged'],
    ['accenumb', 'May-95', 'damaged'],
    ['accenumb', '5月3日', 'damaged'],
    ['collnumb', '2014-05-03', 'damaged'],
    ['accenumb', '2.19E+26', 'damaged'],
    ['donornumb', '1.23456789012346e+15', 'damaged'],
    ['accenumb', '1234567890123450', 'damaged'],
    ['remarks', 'caf\ufffd', 'damaged'],
    ['elevation', '#N/A', 'damaged'],
    ['elevation', '########', 'damaged'],
  ])('of %s that says %j is refused as %s', (key, raw, code) => {
    expect(reading(key, raw)).toMatchObject({ problem: { code } })
  })

  test.each(['NOV-719', '5E10', '1986--', '2012621001', 'EC 100277', '123456789012345678'])(
    'of a number that says %s is whole',
    (raw) => {
      expect(reading('accenumb', raw)).toEqual({ value: raw })
    },
  )
})

test.each([
  ['N35.57', 'latitude', 35.57],
  ['35.57N', 'latitude', 35.57],
  ['北纬35°34′12″', 'latitude', 35.57],
  ["35°34'12''N", 'latitude', 35.57],
  ['35度34分', 'latitude', 35.566667],
  ['353412N', 'latitude', 35.57],
  ['35°34′12″S', 'latitude', -35.57],
  ['W9.2655', 'longitude', -9.2655],
  ['-9.265555555555556', 'longitude', -9.265555555555556],
  ['35 34 12 N', 'latitude', 35.57],
  ['-9.2655W', 'longitude', null],
  ['N35.57S', 'latitude', null],
  ['35.5°34′', 'latitude', null],
  ['35°64′', 'latitude', null],
  ['35.57E', 'latitude', null],
  ['Gansu', 'latitude', null],
] as const)('%s as %s is %j', (raw, axis, degrees) => {
  expect(coordinateOf(raw, axis)).toBe(degrees)
})

/** The list of the microbes' descriptors, as the database has it. */
function listNamed(name: string): Terms {
  const found = microbes.find((one) => one.name === name)
  if (!found) throw new Error(`no list ${name}`)
  return { title: found.title, terms: new Map(found.terms.map((term) => [term.code, term])) }
}

test.each([
  ['pathogen_class', '第四类', '4'],
  ['pathogen_class', 'Class 1', '1'],
  ['pathogen_class', '四类', undefined],
  ['risk_group', '2级', '2'],
  ['risk_group', '第四类', undefined],
  ['microbe_material', '真空冷冻干燥', 'freeze_dried'],
  ['microbe_material', '−80℃', 'minus80'],
  ['microbe_material', '液氮', 'liquid_nitrogen'],
])('of %s, %s is code %s', (name, text, code) => {
  expect(codeOf(text, name, listNamed(name))).toBe(code)
})

function widthOf(texts: readonly string[]) {
  const facts = collectFacts(1)
  for (const text of texts) facts.note([text])
  const [column] = facts.done().columns
  return column && paddedWidthOf(column)
}

test('zeros are missed where the rest of a column is as wide and begins with some', () => {
  const padded = Array.from({ length: 40 }, (_, at) => String(at).padStart(5, '0'))
  const width = widthOf([...padded, '41'])
  expect(width).toBe(5)
  expect(lostZeros('41', width)?.en).toContain('5 digits')
  expect(lostZeros('00041', width)).toBeUndefined()
  expect(lostZeros('A41', width)).toBeUndefined()
  expect(widthOf(Array.from({ length: 1000 }, (_, at) => String(at + 1)))).toBeUndefined()
})
