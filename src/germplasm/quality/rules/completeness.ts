import { type FieldValues, isEmpty } from '../../../core/fields.ts'
import { textIn } from '../../../core/field-values.ts'

/**
 * Passport data completeness index: van Hintum, Menting and van Strien (2011), Quality indicators for passport data in
 * ex situ genebanks, Plant Genetic Resources 9, 478–485, doi:10.1017/S1479262111000682. What a passport should have
 * depends on its biological status; a wild, landrace, breeding or cultivar accession with everything has 10.
 */

/** What would be added by filling in these fields: they count together. */
export type Missing = { fields: string[]; adds: number }

export type Completeness = {
  /** 0 to 10, two decimals. */
  index: number
  /** What is not filled in, by what it would add, most first. */
  next: Missing[]
}

/** A passport field, or `coordinates`: latitude and longitude, each in either notation. */
type Has = (name: string) => boolean
type Points = number | ((has: Has) => number)
type Entry = readonly [
  name: string,
  points: Points,
  /** What counts, for less, where that one is missing. */
  instead?: readonly [name: string, points: number],
]

/** A site says less where coordinates say it. */
const site =
  (alone: number, withCoordinates: number): Points =>
  (has) =>
    has('coordinates') ? withCoordinates : alone

/** Counts for a species that is named. */
const ofSpecies =
  (points: number): Points =>
  (has) =>
    has('genus') && has('species') ? points : 0

/** 600 points of every accession. The address of its page is the record's own. */
const general: readonly Entry[] = [
  ['genus', 120],
  ['species', (has) => (has('genus') ? 80 : 0)],
  ['spauthor', ofSpecies(5)],
  ['subtaxa', ofSpecies(40)],
  ['subtauthor', ofSpecies(5)],
  ['cropname', ofSpecies(45)],
  ['acqdate', 10],
  ['sampstat', 80],
  ['donorcode', 40, ['donorname', 20]],
  ['donornumb', (has) => (has('donorcode') || has('donorname') ? 40 : 20)],
  ['othernumb', 35],
  ['duplsite', 30, ['duplinstname', 15]],
  ['storage', 15],
  ['recordUrl', 40],
  ['mlsstat', 15],
]

/** 400 points by biological status; 250 where it is another, or not known. */
const byStatus = {
  wild: [
    ['origcty', 80],
    ['collsite', site(70, 20)],
    ['coordinates', 120],
    ['elevation', 20],
    ['colldate', 30],
    ['collsrc', 30],
    ['collnumb', 60],
    ['collcode', 40, ['collname', 20]],
  ],
  landrace: [
    ['origcty', 80],
    ['collsite', site(45, 15)],
    ['coordinates', 80],
    ['elevation', 15],
    ['colldate', 30],
    ['ancest', 10],
    ['collsrc', 50],
    ['accename', 50],
    ['collnumb', 40],
    ['collcode', 30, ['collname', 15]],
  ],
  breeding: [
    ['origcty', 40],
    ['bredcode', 110, ['bredname', 55]],
    ['ancest', 150],
    ['collsrc', 20],
    ['accename', 80],
  ],
  cultivar: [
    ['origcty', 40],
    ['bredcode', 80, ['bredname', 40]],
    ['ancest', 100],
    ['collsrc', 20],
    ['accename', 160],
  ],
  other: [
    ['origcty', 40],
    ['collsite', site(20, 10)],
    ['coordinates', 30],
    ['elevation', 5],
    ['colldate', 10],
    ['bredcode', 10, ['bredname', 10]],
    ['ancest', 40],
    ['collsrc', 25],
    ['accename', 40],
    ['collnumb', 20],
    ['collcode', 20, ['collname', 10]],
  ],
} as const satisfies Record<string, readonly Entry[]>

type Status = keyof typeof byStatus

/** SAMPSTAT by its first digit. */
const statuses: Readonly<Record<string, Status>> = {
  1: 'wild',
  2: 'wild',
  3: 'landrace',
  4: 'breeding',
  5: 'cultivar',
}

/** The index of a passport in hundredths, 0 to 1000. */
export const pdciPoints = (values: FieldValues): number =>
  pointsOf(entriesFor(values), presenceIn(values))

/** The index of a passport, and what to fill in next. */
export function pdciOf(values: FieldValues): Completeness {
  const entries = entriesFor(values)
  const has = presenceIn(values)
  const points = pointsOf(entries, has)
  const next = entries
    .filter(([name]) => !has(name))
    .map(([name]) => ({
      fields: fieldsOf(name),
      adds: (pointsOf(entries, (one) => one === name || has(one)) - points) / 100,
    }))
    .filter(({ adds }) => adds > 0)
    .toSorted((one, other) => other.adds - one.adds)
  return { index: points / 100, next }
}

const entriesFor = (values: FieldValues): readonly Entry[] => [
  ...general,
  ...byStatus[statuses[textIn(values, 'sampstat')?.[0] ?? ''] ?? 'other'],
]

const pointsOf = (entries: readonly Entry[], has: Has): number =>
  entries.reduce((sum, [name, points, instead]) => {
    if (has(name)) return sum + (typeof points === 'number' ? points : points(has))
    return instead && has(instead[0]) ? sum + instead[1] : sum
  }, 0)

function presenceIn(values: FieldValues): Has {
  const has = (name: string) => !isEmpty(values[name])
  const hasCoordinates =
    (has('declatitude') || has('latitude')) && (has('declongitude') || has('longitude'))
  return (name) => (name === 'coordinates' ? hasCoordinates : has(name))
}

const fieldsOf = (name: string) =>
  name === 'coordinates' ? ['declatitude', 'declongitude'] : [name]
