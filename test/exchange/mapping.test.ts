import { describe, expect, test } from 'vitest'
import type { Field } from '../../src/core/fields.ts'
import {
  namesOfTargets,
  profileFor,
  refuseOtherTables,
  targetNamed,
  targetsOf,
} from '../../src/exchange/mapping/rules.ts'
import { namePartsOf } from '../../src/exchange/values/rules/taxon.ts'
import { fieldsOf } from '../../src/kinds.ts'

const fields = fieldsOf('accession', 'plant')

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
    ['保存方式', 'keepingMethod'],
    ['种质名称', 'accename'],
    ['种质外文名', 'foreignName'],
    ['外文名', 'foreignName'],
  ])('%s is %s', (name, key) => {
    expect(targetsOf([name], fields)[0]).toMatchObject({ type: 'field', field: { key } })
  })

  test.each([
    ['英文名称', { type: 'common', key: 'title.en' }],
    ['学名', { type: 'taxon' }],
    ['退回原因', { type: 'none' }],
    ['Reasons for return', { type: 'none' }],
  ])('%s is %j', (name, target) => {
    expect(targetsOf([name], fields)).toEqual([target])
  })

  test('that nobody knows has no target, until somebody maps it', () => {
    expect(targetsOf(['Favourite colour'], fields)).toEqual([undefined])
    const mapped = targetsOf(['Nr.', 'ACCENUMB'], fields, { 'Nr.': 'accenumb', ACCENUMB: '' })
    expect(mapped).toMatchObject([{ field: { key: 'accenumb' } }, { type: 'none' }])
  })

  test('is shown by a name that leads to its field again', () => {
    const header = ['ACCENUMB', '保存方式', 'STORAGE', '种质外文名', 'Favourite colour']
    const targets = targetsOf(header, fields)
    for (const lang of ['zh', 'en'] as const) {
      const names = namesOfTargets(targets, fields, lang)
      expect(targetsOf(names, fields)).toEqual(targets)
      expect(names.map((name) => targetNamed(name, fields))).toEqual([
        'accenumb',
        'keepingMethod',
        'storage',
        'foreignName',
        '',
      ])
    }
    expect(targetNamed('nothing of ours', fields)).toBeUndefined()
  })
})

test('a field that is a table itself has no column', () => {
  const rows = { key: 'parties', label: { zh: '人员', en: 'People' }, group: '' }
  const asText: Field = { ...rows, type: 'text' }
  expect(targetsOf(['parties'], [{ ...rows, type: 'rows' }])).toEqual([undefined])
  expect(targetsOf(['parties'], [asText])).toMatchObject([{ type: 'field' }])
})

test.each([
  ['Arachis', 'Arachis', null, null, undefined],
  ['Arachis hypogaea var. fastigiata', 'Arachis', 'hypogaea', 'var. fastigiata', undefined],
  ['Zea mays L. subsp.  mays', 'Zea', 'mays', 'subsp.  mays', 'L.'],
  ['Medicago sativa L. f.', 'Medicago', 'sativa', null, 'L. f.'],
  ['Medicago sativa (L.) Kuntze', 'Medicago', 'sativa', null, '(L.) Kuntze'],
  ['Zea mays L. mays', 'Zea', 'mays', 'mays', 'L.'],
  ['Beta vulgaris L. cicla (L.) Koch', 'Beta', 'vulgaris', 'cicla (L.) Koch', 'L.'],
  ['Salix alba R.Br. ex Vis.', 'Salix', 'alba', null, 'R.Br. ex Vis.'],
  ['Avena sativa L. sensu lato', 'Avena', 'sativa', null, 'L. sensu lato'],
  ['Vitis vinifera (L.) de la Cruz', 'Vitis', 'vinifera', null, '(L.) de la Cruz'],
  ['Mentha × piperita L.', 'Mentha', '× piperita', null, 'L.'],
])(
  'a botanical name is genus, species and the rest: %s',
  (name, genus, species, subtaxa, spauthor) => {
    expect(namePartsOf(name)).toEqual({ genus, species, subtaxa, spauthor })
  },
)

test.each([
  [['ACCENUMB', 'GENUS'], 'plant'],
  [['Accession number', 'Taxon name', 'Risk Group'], 'microbe'],
  [['ACCENUMB', '品种中文名', '耳标号'], 'animal'],
])('%j are columns of profile %s', (header, profile) => {
  expect(profileFor('accession', header)).toBe(profile)
})

const refusing = (header: string[]) => () =>
  refuseOtherTables({ kind: 'accession', header, targets: targetsOf(header, fields) })

describe('a table', () => {
  test.each([
    ['has no column that is known', ['X', 'Y'], /No columns were recognised/],
    ['tells no row from another', ['INSTCODE', 'ORIGCTY', 'FULL_NAME'], /number or name/],
    ['is one of observations', ['ACCESSION', 'STUDY', 'Plant size:cm'], /observations/],
    ['is a list of keys and values', ['Title', 'A name given to the resource'], /observations/],
    ['has two columns for one value', ['ACCENUMB', 'Accession number', 'GENUS'], /ACCENUMB, Acc/],
    ['has two for a title', ['ACCENUMB', '英文名称', 'title_en'], /英文名称, title_en/],
  ])('that %s is refused before anything is stored', (_, header, why) => {
    expect(refusing(header)).toThrow(why)
  })

  test.each([
    [['ACCENUMB']],
    [['ACCENUMB', 'GENUS', 'Favourite colour']],
    [['ACCENUMB', 'OtherID1', 'OtherID2', 'GENUS']],
    [['种质名称', '资源类型']],
    [['退回原因', 'ACCENUMB', 'GENUS', 'Reasons for return']],
  ])('of %j is taken', (header) => {
    expect(refusing(header)).not.toThrow()
  })
})
