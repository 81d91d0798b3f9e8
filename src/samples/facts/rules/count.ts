import type { Dimension } from '../model.ts'
import {
  bandYears,
  chapterOf,
  firstYear,
  isCodeOf,
  isInSpan,
  lastBand,
  lastYear,
  type Question,
} from './question.ts'
import type { Cell } from './tables.ts'

/** Samples that are alike: how many have no donor, and how many have one. */
export type SampleGroup = readonly [
  type: string,
  age: number | null,
  year: number | null,
  diagnoses: readonly string[],
  ofNobody: number,
  ofDonors: number,
]
/** Donors that are alike, and how many. */
export type DonorGroup = readonly [sex: string | null, diagnoses: readonly string[], donors: number]

/** What is counted: the samples of some donors, who are known by numbers from 0. */
export type Part = {
  samples: readonly SampleGroup[]
  /** Group after group the number of each sample's donor, in four bytes. */
  sampleDonors: Uint8Array
  donors: readonly DonorGroup[]
  donorNumbers: Uint8Array
  /** Who is counted elsewhere: numbers of donors, null for samples of nobody. */
  without: readonly (number | null)[]
}

type Tables = readonly (readonly Dimension[])[]
type Counting = { question: Question; tables: Tables }

/** Donors and samples of each cell of each table. No donor is in two parts. */
export function countParts(parts: readonly Part[], counting: Counting): Cell[][] {
  const counted = parts.map((part) => countPart(part, counting))
  return counting.tables.map((by, place) => {
    const none = by.length === 0 ? [{ values: [], donors: 0, samples: 0 }] : []
    return sumOf([...none, ...counted.flatMap((tables) => tables[place] ?? [])])
  })
}

function sumOf(cells: readonly Cell[]): Cell[] {
  const sums = new Map<string, Cell>()
  for (const { values, donors, samples } of cells) {
    const key = JSON.stringify(values)
    const sum = sums.get(key)
    sums.set(key, {
      values,
      donors: donors + (sum?.donors ?? 0),
      samples: samples + (sum?.samples ?? 0),
    })
  }
  return [...sums.values()]
}

/** Whom samples of nobody are counted with: the last group of donors. */
const nobody: DonorGroup = [null, [], 0]

function countPart(part: Part, { question, tables }: Counting): Cell[][] {
  const whole = { ...part, donors: [...part.donors, nobody] }
  const lines = linesOf(whole, question)
  return tables.map((by) => cellsOf(by, whole, lines))
}

type Groups = Pick<Part, 'samples' | 'donors'>

/** Samples that are asked for: of each donor from `starts` on their groups, and of nobody the groups. */
type Lines = {
  /** The group of each donor. */
  groupOf: Int32Array
  starts: Int32Array
  groups: Int32Array
  ofNobody: readonly number[]
}

function linesOf(part: Part, question: Question): Lines {
  const groupOf = donorGroups(part, question)
  const runs = runsOf(part, question)
  const has = diseasesOf(question, part)
  const numbers = numbersIn(part.sampleDonors)
  const asked = { donors: new Int32Array(numbers.length), groups: new Int32Array(numbers.length) }
  let length = 0
  for (const { group, from, to } of runs)
    for (let place = from; place < to; place += 1) {
      const donor = at(numbers, place)
      if (!has(at(groupOf, donor), group)) continue
      asked.donors[length] = donor
      asked.groups[length] = group
      length += 1
    }
  const isOfNobody = question.sex === null && !part.without.includes(null)
  const loose = isOfNobody ? runs.map(({ group }) => group) : []
  return {
    groupOf,
    ...inOrder({ ...asked, length }, groupOf.length),
    ofNobody: loose.filter((group) => has(part.donors.length - 1, group)),
  }
}

/** A number that is there. */
const at = (numbers: Int32Array, place: number) => numbers[place] ?? 0

type Asked = { donors: Int32Array; groups: Int32Array; length: number }

/** The groups of samples in the order of their donors, and where each donor's begin. */
function inOrder({ donors, groups, length }: Asked, count: number) {
  const starts = new Int32Array(count + 1)
  for (let place = 0; place < length; place += 1) {
    const next = at(donors, place) + 1
    starts[next] = at(starts, next) + 1
  }
  for (let donor = 0; donor < count; donor += 1)
    starts[donor + 1] = at(starts, donor + 1) + at(starts, donor)
  const ends = starts.slice()
  const ordered = new Int32Array(length)
  for (let place = 0; place < length; place += 1) {
    const donor = at(donors, place)
    ordered[at(ends, donor)] = at(groups, place)
    ends[donor] = at(ends, donor) + 1
  }
  return { starts, groups: ordered }
}

/** Where the donors of each group stand that fits in everything but diseases. */
function runsOf({ samples }: Part, { type, age, year }: Question) {
  let end = 0
  return samples.flatMap(([ownType, ownAge, ownYear, , , ofDonors], group) => {
    const from = end
    end += ofDonors
    const fits =
      (type === null || type.includes(ownType)) && isInSpan(ownAge, age) && isInSpan(ownYear, year)
    return fits ? [{ group, from, to: end }] : []
  })
}

/** Whether samples have every disease that is asked for, their donor's or their own; not of donors without a group. */
function diseasesOf({ diseases }: Question, { samples, donors }: Groups) {
  const maskOf = (codes: readonly string[]) =>
    diseases.reduce(
      (mask, any, bit) =>
        codes.some((code) => any.some((asked) => isCodeOf(code, asked))) ? mask | (1 << bit) : mask,
      0,
    )
  const ofDonor = Int32Array.from(donors, ([, codes]) => maskOf(codes))
  const ofSample = Int32Array.from(samples, ([, , , codes]) => maskOf(codes))
  const all = 2 ** diseases.length - 1
  return (donorGroup: number, sampleGroup: number) =>
    donorGroup >= 0 && (at(ofDonor, donorGroup) | at(ofSample, sampleGroup)) === all
}

/** The group of each donor; -1 for those who are not asked for or counted elsewhere. */
function donorGroups({ donors, donorNumbers, without }: Part, { sex }: Question): Int32Array {
  const numbers = numbersIn(donorNumbers)
  const groupOf = new Int32Array(numbers.length).fill(-1)
  let place = 0
  for (const [index, [own, , count]] of donors.entries()) {
    const isAsked = sex === null || (own !== null && sex.includes(own))
    for (const end = place + count; place < end; place += 1)
      if (isAsked) groupOf[at(numbers, place)] = index
  }
  for (const donor of without) if (donor !== null) groupOf[donor] = -1
  return groupOf
}

function numbersIn({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array {
  const view = new DataView(buffer, byteOffset, byteLength)
  const numbers = new Int32Array(byteLength / 4)
  for (let place = 0; place < numbers.length; place += 1) numbers[place] = view.getInt32(place * 4)
  return numbers
}

/** One table: a cell is a value of each dimension. */
function cellsOf(by: readonly Dimension[], part: Groups, lines: Lines): Cell[] {
  const axes = axesOf(by, part)
  const size = axes.reduce((product, { values }) => product * values.length, 1)
  const { donors, samples } = tally(size, layOut(axes, part), { ...part, ...lines })
  return Array.from(samples).flatMap((count, cell) =>
    count > 0
      ? [
          {
            values: axes.map(
              ({ values, step }) => values[Math.floor(cell / step) % values.length] ?? null,
            ),
            donors: donors[cell] ?? 0,
            samples: count,
          },
        ]
      : [],
  )
}

type Values = readonly (string | null)[]
/** A dimension as places: how far its values lie apart among the cells, and which each group has. */
type Axis = { values: Values; step: number; isSeveral: boolean; ofDonor: Places; ofSample: Places }
type Places = readonly (readonly number[])[]

function axesOf(by: readonly Dimension[], { samples, donors }: Groups): Axis[] {
  let step = 1
  return by.map((dimension) => {
    const places = new Map<string | null, number>()
    const own = step
    const placeOf = (value: string | null) => {
      const place = places.get(value) ?? places.size
      places.set(value, place)
      return place * own
    }
    const { ofDonor = nothing, ofSample = nothing } = valuesOf[dimension]
    const axis = {
      isSeveral: dimension === 'chapter' || dimension === 'disease',
      ofDonor: donors.map((group) => ofDonor(group).map(placeOf)),
      ofSample: samples.map((group) => ofSample(group).map(placeOf)),
    }
    step *= Math.max(1, places.size)
    return { ...axis, step: own, values: [...places.keys()] }
  })
}

/** Each group's part of the number of its cell, and for diseases, of which there are several, all of its numbers. */
type Layout = { ofDonor: Int32Array; ofSample: Int32Array; several: Axis | undefined }

function layOut(axes: readonly Axis[], { donors, samples }: Groups): Layout {
  const singles = axes.filter(({ isSeveral }) => !isSeveral)
  const sumOver = (length: number, placesOf: (axis: Axis) => Places) =>
    Int32Array.from({ length }, (_, group) =>
      singles.reduce((sum, axis) => sum + (placesOf(axis)[group]?.[0] ?? 0), 0),
    )
  return {
    ofDonor: sumOver(donors.length, (axis) => axis.ofDonor),
    ofSample: sumOver(samples.length, (axis) => axis.ofSample),
    several: axes.find(({ isSeveral }) => isSeveral),
  }
}

function tally(size: number, { ofDonor, ofSample, several }: Layout, lines: Lines & Groups) {
  const [samples, donors, last] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const hit = (cell: number, donor: number, count: number) => {
    samples[cell] = at(samples, cell) + count
    if (donor < 0 || last[cell] === donor + 1) return
    last[cell] = donor + 1
    donors[cell] = at(donors, cell) + 1
  }
  const add = (donor: number, donorGroup: number, sampleGroup: number, count: number) => {
    const cell = at(ofDonor, donorGroup) + at(ofSample, sampleGroup)
    if (!several) return hit(cell, donor, count)
    const own = several.ofDonor[donorGroup] ?? []
    for (const place of own) hit(cell + place, donor, count)
    for (const place of several.ofSample[sampleGroup] ?? [])
      if (!own.includes(place)) hit(cell + place, donor, count)
  }
  for (let donor = 0; donor < lines.groupOf.length; donor += 1)
    for (let place = at(lines.starts, donor); place < at(lines.starts, donor + 1); place += 1)
      add(donor, at(lines.groupOf, donor), at(lines.groups, place), 1)
  for (const group of lines.ofNobody)
    add(-1, lines.donors.length - 1, group, lines.samples[group]?.[4] ?? 0)
  return { samples, donors }
}

type ValuesOf = {
  ofDonor?: (group: DonorGroup) => Values
  ofSample?: (group: SampleGroup) => Values
}

const valuesOf: Record<Dimension, ValuesOf> = {
  sex: { ofDonor: ([sex]) => [sex] },
  ageBand: { ofSample: ([, age]) => [age === null ? null : bandOf(age)] },
  type: { ofSample: ([type]) => [type] },
  chapter: {
    ofDonor: ([, codes]) => chaptersOf(codes),
    ofSample: ([, , , codes]) => chaptersOf(codes),
  },
  disease: {
    ofDonor: ([, codes]) => beginningsOf(codes),
    ofSample: ([, , , codes]) => beginningsOf(codes),
  },
  year: {
    ofSample: ([, , year]) => [
      year !== null && year >= firstYear && year <= lastYear ? String(year) : null,
    ],
  },
}

const bandOf = (age: number) => String(Math.min(Math.floor(age / bandYears), lastBand))
const chaptersOf = (codes: readonly string[]) => [
  ...new Set(codes.flatMap((code) => chapterOf(code) ?? [])),
]
const beginningsOf = (codes: readonly string[]) => [
  ...new Set(codes.filter((code) => !code.startsWith('ORPHA')).map((code) => code.slice(0, 3))),
]

const nothing = () => []
