import { describe, expect, test } from 'vitest'
import { degreesOf } from '../../src/germplasm/rules/coordinates.ts'
import { accessionFacts } from '../../src/germplasm/rules/facts.ts'
import { latinNameIn, taxonOf } from '../../src/germplasm/rules/taxon.ts'

describe('Coordinates as MCPD writes them', () => {
  test.each([
    ['383600N', 'latitude', 38.6],
    ['3836--N', 'latitude', 38.6],
    ['38----S', 'latitude', -38],
    ['1030500E', 'longitude', 103.083333],
    ['10305--E', 'longitude', 103.083333],
    ['0761512W', 'longitude', -76.253333],
    ['900000N', 'latitude', 90],
    [' 3836--n ', 'latitude', 38.6],
  ] as const)('%s as %s is %s degrees', (raw, axis, degrees) => {
    expect(degreesOf(raw, axis)).toBeCloseTo(degrees, 5)
  })

  test.each([
    ['900001N', 'latitude'],
    ['910000N', 'latitude'],
    ['1810000E', 'longitude'],
    ['261060N', 'latitude'],
    ['266000N', 'latitude'],
    ['383600E', 'latitude'],
    ['383600N', 'longitude'],
    ['38.6', 'latitude'],
    ['38°36′N', 'latitude'],
    ['-------', 'latitude'],
    ['', 'longitude'],
  ] as const)('“%s” as %s is nowhere', (raw, axis) => {
    expect(degreesOf(raw, axis)).toBeNull()
  })
})

describe('The scientific name', () => {
  test.each([
    ['Angelica sinensis (Oliv.) Diels', 'Angelica sinensis'],
    ['当归 Angelica sinensis', 'Angelica sinensis'],
    ['Medicago × varia Martyn', 'Medicago × varia'],
    ['Fragaria x ananassa', 'Fragaria × ananassa'],
    ['Bacillus sp.', 'Bacillus'],
    ['Bacillus alcalophilus', 'Bacillus alcalophilus'],
    ['当归属 Angelica', 'Angelica'],
    ['紫花苜蓿', null],
  ])('in “%s” is %s', (name, taxon) => {
    expect(latinNameIn(name)).toBe(taxon)
  })

  test('is made from genus and species first, however their case', () => {
    expect(taxonOf({ genus: 'ARACHIS', species: 'hypogaea L.' })).toBe('Arachis hypogaea')
    expect(taxonOf({ genus: 'Medicago', species: null, taxonName: 'Bacillus subtilis' })).toBe(
      'Medicago',
    )
    expect(taxonOf({ genus: null, taxonName: 'Bacillus subtilis subsp. spizizenii' })).toBe(
      'Bacillus subtilis',
    )
    expect(taxonOf({ animalSpecies: '牦牛 Bos grunniens' })).toBe('Bos grunniens')
    expect(taxonOf({})).toBeNull()
  })
})

describe('What search knows of an accession', () => {
  test('all its numbers, other institutes’ without the institute', () => {
    const { numbers } = accessionFacts({
      accenumb: 'NR 010004',
      nationalNumber: 'ZXM000123',
      collnumb: '00/0214',
      donornumb: 'EC100277',
      othernumb: ['NLD037:CGN00254', ':C-12', 'U4-47-12', 'ZXM000123'],
      otherCollectionNumbers: ['DSM 485'],
    })
    expect(numbers).toEqual([
      'NR 010004',
      'ZXM000123',
      '00/0214',
      'EC100277',
      'CGN00254',
      'C-12',
      'U4-47-12',
      'DSM 485',
    ])
  })

  test('its names, whatever the profile', () => {
    const { names } = accessionFacts({
      accename: ['陇中苜蓿', 'Longzhong'],
      cropname: 'Alfalfa',
      breedNameLocal: '白牦牛',
    })
    expect(names).toEqual(['陇中苜蓿', 'Longzhong', 'Alfalfa', '白牦牛'])
  })

  test.each([
    [{ acqdate: '2004----', colldate: '19990712' }, 2004],
    [{ acqdate: '----0712', colldate: '1999--' }, null],
    [{ acqdate: null, colldate: '199907--' }, 1999],
    [{ inclusionDate: '1992-12-01' }, 1992],
    [{}, null],
  ])('the year of %o is %s', (values, year) => {
    expect(accessionFacts(values).year).toBe(year)
  })

  test('decimal degrees before degrees, minutes and seconds', () => {
    const written = { latitude: '3836--N', longitude: '10305--E' }
    expect(accessionFacts({ ...written, declatitude: 38.61, declongitude: 103.09 }).extent).toEqual(
      {
        west: 103.09,
        south: 38.61,
        east: 103.09,
        north: 38.61,
      },
    )
    expect(accessionFacts(written).extent?.south).toBeCloseTo(38.6, 5)
  })

  test('no place where a coordinate is off the globe, swapped or alone', () => {
    expect(accessionFacts({ declatitude: 38.6, declongitude: 204.6 }).extent).toBeNull()
    expect(accessionFacts({ declatitude: 103.8, declongitude: 36 }).extent).toBeNull()
    expect(accessionFacts({ declatitude: 38.6 }).extent).toBeNull()
    expect(accessionFacts({ latitude: '261060N', longitude: '0761512W' }).extent).toBeNull()
  })
})
