import type { Text } from '../../src/core/text.ts'
import { dayOf } from '../days.ts'
import { randomOf } from '../random.ts'
import type { RecordStory } from '../story.ts'
import { type Place, placeNamed } from './places.ts'
import { descriptorsOf } from './plant-descriptors.ts'
import { type breeders, type countries, passportOf, statusOf } from './plant-passport.ts'
import { summaryOf } from './plant-words.ts'

/** A species and all its accessions: varieties by name, and what was collected in places. */
export type PlantRow = {
  key: string
  library: keyof typeof subjects
  name: Text
  genus: string
  species: string
  author: string
  family: string
  /** How the drawings know it. */
  looks: string
  holder: string
  /** Numbers run on from `first`, six digits behind the prefix. */
  prefix: string
  first: number
  /** What it is good for, as a sentence without its full stop. */
  use: Text
  traits: readonly (readonly [zh: string, en: string])[]
  cycle: string
  varieties?: readonly Variety[]
  /** Collected in these places, wild or from farms. */
  wild?: readonly string[]
  farm?: readonly string[]
  kept?: 'seed' | 'field' | 'tuber'
  seedMass?: number
  daodi?: string
  /** How many get a picture; the first two where nothing is said, none without looks. */
  pictures?: number
  /** Numbers that do not run on, by place in the list. */
  numbers?: Readonly<Record<number, string>>
  drafts?: readonly number[]
  /** Taken back, and why. */
  withdrawn?: Readonly<Record<number, string>>
}

/** Where it is grown, and what it is: a landrace, a selection, a mutant, from abroad, or of another breeder. */
type Variety = readonly [zh: string, en: string, place: string, type?: VarietyType]
export type VarietyType = 'L' | 'S' | 'M' | keyof typeof countries | keyof typeof breeders

/** One accession of a row. */
export type One = {
  zh: string
  en: string
  place: Place
  type: VarietyType | 'wild' | 'farm' | undefined
  index: number
}

/** GB/T 13745 */
const subjects = {
  forage: '230.20',
  grain: '210.30',
  fruit: '210.40',
  crop: '210.30',
  economic_forest: '220.45',
  medicinal: '360.40',
} as const

export function plantStories(row: PlantRow): RecordStory[] {
  const { varieties = [], wild = [], farm = [], name } = row
  const named = varieties.map(([zh, en, place, type]) => ({
    zh: `${name.zh} ${zh}`,
    en: `${name.en} ‘${en}’`,
    place: placeNamed(place),
    type,
  }))
  const grown = farm.map((key) => {
    const place = placeNamed(key)
    const zh = `${name.zh} ${place.name.zh}地方种`
    return { zh, en: `${name.en}, landrace of ${place.name.en}`, place, type: 'farm' as const }
  })
  const found = wild.map((key) => {
    const place = placeNamed(key)
    const zh = `${name.zh} ${place.name.zh}野生居群`
    return { zh, en: `${name.en}, wild, from ${place.name.en}`, place, type: 'wild' as const }
  })
  return [...named, ...grown, ...found].map((one, index) => storyOf(row, { ...one, index }))
}

function storyOf(row: PlantRow, one: One): RecordStory {
  const { key, library, name } = row
  const { index } = one
  const number =
    row.numbers?.[index] ?? `${row.prefix}${String(row.first + index).padStart(6, '0')}`
  const random = randomOf(`accession/${number}`)
  const isPictured = row.looks !== '' && index < (row.pictures ?? 2)
  const story = `accession/${library}/${key}-${index + 1}`
  return {
    key: story,
    kind: 'accession',
    institution: row.holder,
    on: dayOf(story, { recent: isPictured ? 1.5 : 0.35 }),
    ...stateOf(row, index),
    ...(isPictured && { picture: { subject: `plant:${row.looks}`, caption: captionOf(name) } }),
    input: {
      title: { zh: one.zh, en: one.en },
      summary: summaryOf(row, one, random),
      profile: 'plant',
      library,
      access: accessOf(statusOf(one.type).sampstat, random.next()),
      keywords: [name.zh, name.en],
      subjects: [subjects[library]],
      ...passportOf(row, one, { number, random }),
      ...descriptorsOf(row, one, random),
    },
  }
}

function stateOf({ drafts, withdrawn }: PlantRow, index: number) {
  const reason = withdrawn?.[index]
  if (reason) return { state: 'withdrawn' as const, reason }
  return drafts?.includes(index) ? { state: 'draft' as const } : {}
}

const captionOf = ({ zh, en }: Text) => ({
  zh: `示意图：${zh}植株、花果与种子`,
  en: `Drawing: ${en}, with flower or fruit and seeds`,
})

const accessOf = (sampstat: string, chance: number) =>
  sampstat === '100' && chance < 0.12 ? 'closed' : chance < 0.24 ? 'registered' : 'on_request'
