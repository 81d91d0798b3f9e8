import { describe, expect, test } from 'vitest'
import type { QualityFacts } from '../../../src/catalog/records/model/record.ts'
import type { FieldValues } from '../../../src/core/fields.ts'
import { boxesOf } from '../../../src/germplasm/quality/rules/countries.ts'
import { findingsIn } from '../../../src/germplasm/quality/rules/findings.ts'
import { dmsOf } from '../../../src/germplasm/quality/rules/places.ts'
import { provinceIn } from '../../../src/germplasm/quality/rules/provinces.ts'
import {
  isSlip,
  nameWordsIn,
  spellingFinding,
} from '../../../src/germplasm/quality/rules/spelling.ts'

const facts: QualityFacts = {
  profile: 'plant',
  on: '2026-11-28',
  keeper: { wiews: 'CHN001', founded: 1978 },
  collectors: [],
}
const found = (values: FieldValues, known = facts) =>
  findingsIn(values, known).map(({ code, field, mend }) => [code, field, ...(mend ? [mend] : [])])

describe('Coordinates', () => {
  test.each<[string, FieldValues, unknown[]]>([
    ['in the country', { origcty: 'CHN', declatitude: 38.6, declongitude: 103.1 }, []],
    ['beside its border', { origcty: 'NPL', declatitude: 30.5, declongitude: 81 }, []],
    [
      'on an atoll that maps of the world leave out',
      { origcty: 'MDV', declatitude: -0.6, declongitude: 73.1 },
      [],
    ],
    ['on an island far out', { origcty: 'KIR', declatitude: -2.6, declongitude: 176.8 }, []],
    [
      'in what was one country when it was collected',
      { origcty: 'SDN', declatitude: 4.9, declongitude: 31.6 },
      [],
    ],
    ['of no known country', { declatitude: -42.5, declongitude: 12 }, []],
    ['of a country without a box', { origcty: 'GLP', declatitude: 16, declongitude: -61 }, []],
    [
      'swapped',
      { origcty: 'TUR', declatitude: 32.8, declongitude: 39.9 },
      [['coordinates_swapped', 'declatitude', { declatitude: 39.9, declongitude: 32.8 }]],
    ],
    [
      'north for south',
      { origcty: 'AUS', declatitude: 33.86, declongitude: 151.2 },
      [['latitude_sign', 'declatitude', { declatitude: -33.86, declongitude: 151.2 }]],
    ],
    [
      'east for west',
      { origcty: 'MEX', declatitude: 19.4, declongitude: 99.1 },
      [['longitude_sign', 'declatitude', { declatitude: 19.4, declongitude: -99.1 }]],
    ],
    [
      'wrong in both signs',
      { origcty: 'BOL', declatitude: 16.5, declongitude: 68.1 },
      [['both_signs', 'declatitude', { declatitude: -16.5, declongitude: -68.1 }]],
    ],
    [
      'elsewhere altogether',
      { origcty: 'ETH', declatitude: 52, declongitude: -60 },
      [['outside_country', 'declatitude']],
    ],
    [
      'in the country, but not in the province that the site names',
      { origcty: 'CHN', collsite: '甘肃省民勤县', declatitude: 35.58, declongitude: 80.1 },
      [['outside_region', 'declatitude']],
    ],
    [
      'in another province by a swap',
      { originPlace: '中国甘肃', declatitude: 41, declongitude: 40.5 },
      [['outside_region', 'declatitude']],
    ],
  ])('%s', (_, values, expected) => {
    expect(found(values)).toEqual(expected)
  })

  test('are put right in each notation that is there, unknown digits staying unknown', () => {
    expect(found({ origcty: 'TUR', latitude: '3250--N', longitude: '03956--E' })).toEqual([
      ['coordinates_swapped', 'latitude', { latitude: '3956--N', longitude: '03250--E' }],
    ])
    expect(
      found({ origcty: 'ARG', latitude: '3433--S', declatitude: -34.55, longitude: '0582700E' }),
    ).toEqual([
      [
        'longitude_sign',
        'declatitude',
        {
          declatitude: -34.55,
          declongitude: -58.45,
          latitude: '3433--S',
          longitude: '0582700W',
        },
      ],
    ])
  })

  test('in two notations say the same place, as far as the coarser one goes', () => {
    expect(found({ latitude: '3836--N', declatitude: 38.61 })).toEqual([])
    expect(found({ latitude: '38----N', declatitude: 38.9 })).toEqual([])
    expect(found({ latitude: '383600N', declatitude: 38.6 })).toEqual([])
    expect(found({ latitude: '383600N', declatitude: 38.62 })).toEqual([
      ['coordinates_disagree', 'latitude'],
    ])
    expect(found({ latitude: '383600S', declatitude: 38.6 })).toEqual([
      ['coordinates_disagree', 'latitude'],
    ])
  })

  test('that no clock has are written anew from the decimal ones', () => {
    expect(found({ latitude: '261060N', declatitude: 26.183333 })).toEqual([
      ['dms_unreadable', 'latitude', { latitude: '261100N' }],
    ])
    expect(found({ longitude: '77°15′W' })).toEqual([['dms_unreadable', 'longitude']])
    expect(dmsOf(-58.45, 'longitude')).toBe('0582700W')
    expect(dmsOf(0, 'latitude')).toBe('000000N')
  })
})

describe('Dates', () => {
  test.each<[string, FieldValues, unknown[]]>([
    ['in order', { colldate: '1999----', acqdate: '19990712' }, []],
    ['in the future', { colldate: '2027----' }, [['date_in_future', 'colldate']]],
    ['of this year', { acqdate: '2026----' }, []],
    ['of no calendar', { acqdate: '19810230' }, [['date_unreadable', 'acqdate']]],
    [
      'of collecting after acquisition',
      { colldate: '199907--', acqdate: '199906--' },
      [['collected_after_acquired', 'colldate']],
    ],
    [
      'of acquisition before there was an institution',
      { acqdate: '1970----' },
      [['before_institute', 'acqdate']],
    ],
    ['of collecting by somebody else before that', { colldate: '1930----' }, []],
    [
      'of collecting by the institution before that',
      { collcode: ['CHN001'], colldate: '1930----' },
      [['before_institute', 'colldate']],
    ],
  ])('%s', (_, values, expected) => {
    expect(found(values)).toEqual(expected)
  })

  test('of collecting by another institution of the catalogue before that', () => {
    const known = { ...facts, collectors: [{ wiews: 'CHN002', founded: 1959 }] }
    const by = (collcode: string[]) => found({ collcode, colldate: '1930----' }, known)
    expect(by(['CHN009', 'CHN002'])).toEqual([['before_institute', 'colldate']])
    expect(by(['CHN009'])).toEqual([])
  })
})

describe('What else looks wrong', () => {
  test('where nothing grows, but strains may live', () => {
    expect(found({ elevation: 8848 })).toEqual([['elevation_implausible', 'elevation']])
    expect(found({ elevation: -12 })).toEqual([])
    expect(found({ elevation: -3800 }, { ...facts, profile: 'microbe' })).toEqual([])
  })

  test('a country that is no more, with the one of today where the place tells', () => {
    expect(found({ origcty: 'ZAR' })).toEqual([['country_former', 'origcty', { origcty: 'COD' }]])
    expect(found({ origcty: 'SUN' })).toEqual([['country_former', 'origcty']])
    expect(found({ origcty: 'SUN', declatitude: 58.6, declongitude: 25.1 })[0]).toEqual([
      'country_former',
      'origcty',
    ])
    expect(found({ origcty: 'CSK', declatitude: 50, declongitude: 14.4 })).toEqual([
      ['country_former', 'origcty', { origcty: 'CZE' }],
    ])
    expect(boxesOf('YUG')).toHaveLength(6)
  })

  test('a name whose case is wrong; hybrids and authors are left alone', () => {
    expect(found({ genus: 'ARACHIS', species: 'Hypogaea L.' })).toEqual([
      ['taxon_case', 'genus', { genus: 'Arachis' }],
      ['taxon_case', 'species', { species: 'hypogaea L.' }],
    ])
    expect(found({ genus: '×Triticosecale', species: '× varia Martyn' })).toEqual([])
  })

  test('every finding says itself in both languages', () => {
    const findings = findingsIn(
      { origcty: 'TUR', declatitude: 32.8, declongitude: 39.9, acqdate: '2030----' },
      facts,
    )
    expect(findings.map(({ detail }) => detail.zh.length * detail.en.length > 0)).toEqual([
      true,
      true,
    ])
  })
})

describe('A province', () => {
  test.each([
    ['甘肃省民勤县', 'Gansu'],
    ['中国甘肃', 'Gansu'],
    ['7 km east of Minqin, Gansu', 'Gansu'],
    ['Shaanxi', 'Shaanxi'],
    ['海南州共和县', undefined],
    ['黄河北岸', undefined],
    ['border of Gansu and Qinghai', undefined],
    ['Lima', undefined],
  ])('in “%s” is %s', (place, name) => {
    expect(provinceIn(place)?.name.en).toBe(name)
  })
})

const known = (records: number) => [
  { word: 'medicgo', records: 1 },
  { word: 'medicago', records },
]

describe('The spelling of a name', () => {
  test.each([
    ['medicgo', 'medicago', true],
    ['mediacgo', 'medicago', true],
    ['medicaggo', 'medicago', true],
    ['zae', 'zea', true],
    ['medicago', 'medicago', false],
    ['malus', 'malva', false],
    ['triticum', 'triticale', false],
  ])('%s is a slip of %s: %s', (written, meant, slip) => {
    expect(isSlip(written, meant)).toBe(slip)
  })

  test('is doubted where one like it is much more common', () => {
    const [genus] = nameWordsIn({ genus: 'Medicgo', species: 'sativa L.' })
    if (!genus) throw new Error('no genus')
    expect(spellingFinding(genus, known(10))).toMatchObject({ mend: { genus: 'Medicago' } })
    expect(spellingFinding(genus, known(9))).toBeUndefined()
    expect(spellingFinding(genus, [])).toBeUndefined()
  })

  test('is asked of genus and epithet, of nothing without a genus', () => {
    expect(nameWordsIn({ genus: 'Medicago', species: 'sativa L.' })).toEqual([
      { field: 'genus', word: 'medicago', genus: null },
      { field: 'species', word: 'sativa', genus: 'medicago' },
    ])
    expect(nameWordsIn({ species: 'sativa' })).toEqual([])
    expect(nameWordsIn({ genus: 'Zea', species: 'mays' })).toEqual([])
  })
})
