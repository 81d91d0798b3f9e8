import { describe, expect, test } from 'vitest'
import { taxonomy } from '../../seed/taxa.ts'
import { stories } from '../../seed/stories.ts'
import type { RecordStory } from '../../seed/story.ts'
import { parsedValues } from '../../src/catalog/records/rules/parsed.ts'
import { fieldsOf } from '../../src/kinds.ts'
import { numbersOf, remarksOn } from '../../src/germplasm/remarks/rules.ts'
import { coordinateOf, parseCoordinate } from '../../src/germplasm/rules/coordinates.ts'
import { taxonOf } from '../../src/germplasm/rules/taxon.ts'
import { ranks, taxonForm, type LineTaxon, type Rank } from '../../src/germplasm/taxa/model.ts'
import { levelOf, objectionsToTaxon, pathTo, taxonTree } from '../../src/germplasm/taxa/rules.ts'

const found = (scientificName: string, rank: Rank, accepted: string | null = null) => ({
  id: scientificName,
  scientificName,
  rank,
  accepted,
})
const medicago = found('Medicago', 'genus')
const fabaceae = found('Fabaceae', 'family')
const kochia = found('Kochia', 'genus', 'Bassia')

describe('A taxon may stand', () => {
  const nothing = { parent: undefined, accepted: undefined, leavesOthers: false }
  const species = { id: undefined, rank: 'species', parent: null, accepted: null } as const

  test.each([
    ['a species in its genus', { ...species, parent: 'Medicago' }, { parent: medicago }, []],
    ['a species right in a family', { ...species, parent: 'Fabaceae' }, { parent: fabaceae }, []],
    ['a name without any place', species, {}, []],
    ['a synonym of a species', { ...species, accepted: 'Medicago' }, { accepted: medicago }, []],
    ['a species in what is not there', { ...species, parent: 'Nowhere' }, {}, ['parent']],
    [
      'a genus in a genus',
      { ...species, rank: 'genus', parent: 'Medicago' },
      { parent: medicago },
      ['parent'],
    ],
    [
      'a family in a genus',
      { ...species, rank: 'family', parent: 'Medicago' },
      { parent: medicago },
      ['parent'],
    ],
    ['a species in a synonym', { ...species, parent: 'Kochia' }, { parent: kochia }, ['parent']],
    [
      'a synonym of a synonym',
      { ...species, accepted: 'Kochia' },
      { accepted: kochia },
      ['accepted'],
    ],
    [
      'a synonym of itself',
      { ...species, id: 'Medicago', accepted: 'Medicago' },
      { accepted: medicago },
      ['accepted'],
    ],
    ['a synonym of what is not there', { ...species, accepted: 'Nowhere' }, {}, ['accepted']],
    [
      'a synonym that leaves children, in a place that is not there either',
      { ...species, accepted: 'Nowhere' },
      { leavesOthers: true },
      ['accepted', 'rank'],
    ],
  ] as const)('or not: %s', (_, taxon, facts, paths) => {
    const objections = objectionsToTaxon(taxon, { ...nothing, ...facts })
    expect(objections.map(({ path }) => path)).toEqual(paths)
  })

  test('from the highest rank down, as the database counts them', () => {
    expect(ranks.map(levelOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })
})

const read = (scientificName: string) =>
  taxonForm.schema.safeParse({ scientificName, rank: 'species' }).data?.scientificName

describe('A scientific name is written one way', () => {
  test.each([
    ['Medicago  sativa', 'Medicago sativa'],
    ['Medicago ×varia', 'Medicago × varia'],
    ['× Triticosecale', 'Triticosecale'],
    ['medicago sativa', undefined],
    ['Medicago sativa (L.)', undefined],
    ['紫花苜蓿', undefined],
  ])('%s', (typed, name) => {
    expect(read(typed)).toBe(name)
  })
})

const step = (scientificName: string, rank: Rank): LineTaxon => ({
  id: scientificName,
  rank,
  scientificName,
  name: { zh: null, en: null },
})
const family = step('Amaranthaceae', 'family')
const bassia = step('Bassia', 'genus')
const prostrata = step('Bassia prostrata', 'species')
const lines = new Map([
  ['bassia prostrata', [step('Caryophyllales', 'order'), family, bassia, prostrata]],
  ['kochia prostrata', [step('Caryophyllales', 'order'), family, bassia, prostrata]],
  ['bassia', [family, bassia]],
  ['kochia', [step('Kochia', 'genus')]],
])
const shown = { lines, ranks: ['family', 'genus', 'species'] as const }
const namesOf = (path: readonly { scientificName: string }[]) =>
  path.map(({ scientificName }) => scientificName)

describe('The way down to a name', () => {
  test.each([
    ['Bassia prostrata', undefined, ['Amaranthaceae', 'Bassia', 'Bassia prostrata']],
    ['Kochia prostrata', undefined, ['Amaranthaceae', 'Bassia', 'Bassia prostrata']],
    ['Bassia scoparia', undefined, ['Amaranthaceae', 'Bassia', 'Bassia scoparia']],
    ['Bassia', undefined, ['Amaranthaceae', 'Bassia']],
    ['Medicago sativa', undefined, ['Medicago sativa']],
    ['Bassia prostrata', 'Bassia', ['Bassia prostrata']],
    ['Bassia prostrata', 'Bassia prostrata', []],
    ['Bassia scoparia', 'Bassia', ['Bassia scoparia']],
    ['Kochia prostrata', 'Kochia', ['Bassia prostrata']],
  ] as const)('%s below %s', (name, below, path) => {
    expect(namesOf(pathTo(name, { ...shown, ...(below && { below }) }))).toEqual(path)
  })

  test('adds up to a tree, the most records first, what has no place apart', () => {
    const counted = [
      { name: 'Kochia prostrata', count: 2 },
      { name: 'Bassia prostrata', count: 3 },
      { name: 'Bassia scoparia', count: 7 },
      { name: 'Medicago sativa', count: 4 },
    ]
    const paths = counted.map(({ name, count }) => ({ path: pathTo(name, shown), count }))
    const { placed, unplaced } = taxonTree(paths)
    expect(placed).toMatchObject([
      {
        scientificName: 'Amaranthaceae',
        count: 12,
        children: [
          {
            scientificName: 'Bassia',
            count: 12,
            children: [
              { scientificName: 'Bassia scoparia', id: null, count: 7 },
              { scientificName: 'Bassia prostrata', count: 5 },
            ],
          },
        ],
      },
    ])
    expect(unplaced).toMatchObject([{ scientificName: 'Medicago sativa', count: 4 }])
  })
})

describe('What to look at in a record that is saved', () => {
  const title = { zh: '木地肤', en: null }
  const own = {
    genus: 'Kochia',
    species: 'prostrata',
    accenumb: 'NR 010004',
    othernumb: ['NLD037:CGN00254'],
  }
  const other = { id: 'r', title, accenumb: null, others: [] }

  test.each([
    ['nothing', own, undefined, [], []],
    [
      'a synonym',
      own,
      { scientificName: 'Kochia prostrata', accepted: 'Bassia prostrata', acceptedId: 't' },
      [],
      ['species'],
    ],
    [
      'a synonym written in one piece',
      { taxonName: 'Kochia prostrata' },
      { scientificName: 'Kochia prostrata', accepted: 'Bassia prostrata', acceptedId: 't' },
      [],
      ['taxonName'],
    ],
    [
      'its number among another’s',
      own,
      undefined,
      [{ ...other, others: ['CHN001:NR010004'] }],
      ['accenumb'],
    ],
    [
      'another’s number among its own',
      own,
      undefined,
      [{ ...other, accenumb: 'CGN 00254' }],
      ['othernumb'],
    ],
    [
      'the same number of another holder',
      own,
      undefined,
      [{ ...other, accenumb: 'NR 010004' }],
      [],
    ],
  ] as const)('%s', (_, values, taxon, records, fields) => {
    const remarks = remarksOn(values, { taxon, records })
    expect(remarks.map(({ field }) => field)).toEqual(fields)
    expect(remarks.every(({ text }) => text.zh !== '' && text.en !== '')).toBe(true)
  })

  test('numbers are compared without their institutes', () => {
    expect(numbersOf({ ...own, otherCollectionNumbers: ['DSM 485'] })).toEqual([
      'NR 010004',
      'CGN00254',
      'DSM 485',
    ])
  })
})

describe('Raw and parsed', () => {
  test.each([
    [
      '383612N',
      'latitude',
      38.603333,
      'second',
      15,
      '北纬 38°36′12″（±15 m）',
      '38°36′12″ N (±15 m)',
    ],
    ['3836--N', 'latitude', 38.6, 'minute', 926, '北纬 38°36′（±1 km）', '38°36′ N (±1 km)'],
    ['38----S', 'latitude', -38, 'degree', 55_660, '南纬 38°（±56 km）', '38° S (±56 km)'],
    [
      '10305--W',
      'longitude',
      -103.083333,
      'minute',
      926,
      '西经 103°5′（±1 km）',
      '103°5′ W (±1 km)',
    ],
  ] as const)('%s', (raw, axis, value, precision, precisionM, zh, en) => {
    expect(parseCoordinate(axis)(raw)).toEqual({ value, precision, precisionM, words: { zh, en } })
    expect(coordinateOf(raw, axis)).toMatchObject({ precision, precisionM })
  })

  test('what cannot be read is kept and not parsed', () => {
    expect(parseCoordinate('latitude')('261060N')).toBeNull()
  })

  test('every date and coordinate of a record that can be read, by field', () => {
    const fields = fieldsOf('accession', 'plant')
    const values = {
      acqdate: '1981----',
      colldate: '199907--',
      latitude: '3836--N',
      longitude: 'somewhere',
      elevation: 1200,
    }
    expect(parsedValues(fields, values)).toEqual({
      acqdate: { value: '1981', precision: 'year' },
      colldate: { value: '1999-07', precision: 'month' },
      latitude: { value: 38.6, precision: 'minute', precisionM: 926 },
    })
    expect(parsedValues(fields, { acqdate: '----0712' })).toBeUndefined()
  })
})

const passportOf = (input: RecordStory['input']) => ({
  genus: String(input['genus']),
  species: String(input['species']),
})

describe('The demo’s taxonomy', () => {
  const names = taxonomy.flatMap(([name, , , genera, synonyms = []]) => [
    name,
    ...synonyms.map(([synonym]) => synonym),
    ...genera.flatMap(([genus, , , species]) => [
      genus,
      ...species.flatMap(([epithet, , , , others = []]) => [
        `${genus} ${epithet}`,
        ...others.map(([other]) => other),
      ]),
    ]),
  ])

  test('has no name twice', () => {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('places every plant and animal of the demo', () => {
    const kept = stories.filter(
      ({ input }) => input.profile === 'plant' || input.profile === 'animal',
    )
    const taxa = kept
      .map(({ input }) => taxonOf(passportOf(input)))
      .filter((name) => name !== 'Apis')
    expect(taxa.filter((name) => !names.includes(name ?? ''))).toEqual([])
  })
})

test('a name given by hand places a record, whatever its passport says', () => {
  expect(taxonOf({ genus: 'Kochia', species: 'prostrata', placedAs: 'Bassia prostrata' })).toBe(
    'Bassia prostrata',
  )
})
