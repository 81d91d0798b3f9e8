import type { Text } from '../../src/core/text.ts'
import { dayOf } from '../days.ts'
import { institutions } from '../institutions.ts'
import { at, type Random, randomOf } from '../random.ts'
import type { RecordStory } from '../story.ts'
import { type Place, placeNamed } from './places.ts'

/** A species and all its accessions: varieties by name, and what was collected in places. */
export type PlantRow = {
  key: string
  library: 'forage' | 'grain' | 'fruit' | 'crop' | 'economic_forest' | 'medicinal'
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
  use: Text
  traits: readonly string[]
  cycle: string
  /** Varieties: name in Chinese and English, where from, `L` for a landrace. */
  varieties?: readonly (readonly [zh: string, en: string, place: string, type?: 'L'])[]
  /** Collected in these places, wild or from farms. */
  wild?: readonly string[]
  farm?: readonly string[]
  kept?: 'seed' | 'field' | 'tuber'
  seedMass?: number
  daodi?: string
  /** How many get a picture; the first two where nothing is said. */
  pictures?: number
  numbers?: Readonly<Record<number, string>>
}

type One = { zh: string; en: string; place: Place; status: '100' | '300' | '500'; index: number }

export function plantStories(row: PlantRow): RecordStory[] {
  const { varieties = [], wild = [], farm = [], name } = row
  const named = varieties.map(([zh, en, place, type]) => ({
    zh: `${name.zh} ${zh}`,
    en: `${name.en} ‘${en}’`,
    place: placeNamed(place),
    status: type === 'L' ? ('300' as const) : ('500' as const),
  }))
  const found = [
    ...farm.map((place) => [place, '300'] as const),
    ...wild.map((place) => [place, '100'] as const),
  ]
  const collected = found.map(([key, status]) => {
    const place = placeNamed(key)
    const local =
      status === '300'
        ? { zh: `${place.name.zh}地方种`, en: `landrace of ${place.name.en}` }
        : { zh: `${place.name.zh}野生群体`, en: `wild, from ${place.name.en}` }
    return { zh: `${name.zh} ${local.zh}`, en: `${name.en}, ${local.en}`, place, status }
  })
  return [...named, ...collected].map((one, index) => storyOf(row, { ...one, index }))
}

function storyOf(row: PlantRow, one: One): RecordStory {
  const { key, library, name, use } = row
  const number =
    row.numbers?.[one.index] ?? `${row.prefix}${String(row.first + one.index).padStart(6, '0')}`
  const random = randomOf(`accession/${number}`)
  const isPictured = one.index < (row.pictures ?? 2)
  const story = `accession/${library}/${key}-${one.index + 1}`
  const what = {
    100: { zh: '野生种质', en: 'Wild germplasm' },
    300: { zh: '地方品种', en: 'Landrace' },
    500: { zh: '选育品种', en: 'Bred variety' },
  }[one.status]
  const { place } = one
  return {
    key: story,
    kind: 'accession',
    institution: row.holder,
    on: dayOf(story, { recent: isPictured ? 1.5 : 0.9 }),
    ...(isPictured && {
      picture: {
        subject: `plant:${row.looks}`,
        caption: {
          zh: `示意图：${name.zh}植株、花果与种子`,
          en: `Drawing: ${name.en}, with flower or fruit and seeds`,
        },
      },
    }),
    input: {
      title: { zh: one.zh, en: one.en },
      summary: {
        zh: `${what.zh}，来自${place.prefecture.zh}${place.name.zh}（海拔 ${place.elevation} m）；${use.zh}。`,
        en: `${what.en} from ${place.name.en}, ${place.prefecture.en} (${place.elevation} m): ${use.en}.`,
      },
      profile: 'plant',
      library,
      access: accessOf(random, one.status),
      keywords: [name.zh, name.en],
      subjects: [
        library === 'medicinal'
          ? '360.40'
          : library === 'fruit' || library === 'crop'
            ? '210.40'
            : library === 'economic_forest'
              ? '220.45'
              : library === 'forage'
                ? '230.20'
                : '210.30',
      ],
      ...passportOf(row, one, { number, random }),
      ...descriptorsOf(row, one, random),
    },
  }
}

const accessOf = (random: Random, status: string) =>
  status === '100' && random.is(0.12) ? 'closed' : random.is(0.12) ? 'registered' : 'on_request'

type Given = { number: string; random: Random }

/** MCPD, as a bank would fill it: wild and farm material has its collecting, varieties their breeding. */
function passportOf(
  row: PlantRow,
  { place, status, en, zh, index }: One,
  { number, random }: Given,
) {
  const year = random.whole(1956, 2023)
  const month = String(random.whole(7, 10)).padStart(2, '0')
  const holder = institutions.find(({ key }) => key === row.holder)
  const isBred = status === '500'
  return {
    accenumb: number,
    accename: [zh.split(' ').at(-1) ?? zh, ...(isBred ? [en.match(/‘(.+)’/)?.[1] ?? en] : [])],
    genus: row.genus,
    species: row.species,
    spauthor: row.author,
    cropname: row.name.zh,
    origcty: 'CHN',
    collsite: `甘肃省${place.prefecture.zh}${place.name.zh}`,
    sampstat: status,
    acqdate: year < 1975 ? `${year}----` : `${year}${month}--`,
    storage:
      row.kept === 'field'
        ? ['20']
        : row.kept === 'tuber'
          ? ['20', '30']
          : random.is(0.3)
            ? ['12', '13']
            : ['12'],
    mlsstat: row.library === 'grain' && random.is(0.4) ? '1' : '0',
    ...(isBred
      ? {
          bredname: [holder?.name.zh ?? ''],
          ancest: at(['系统选育', '杂交选育', '辐射诱变选育', '引种驯化'], index),
        }
      : {
          collnumb: `${year}${String(random.whole(1, 9999)).padStart(4, '0')}`,
          colldate:
            year < 1975
              ? `${year}----`
              : `${year}${month}${String(random.whole(1, 28)).padStart(2, '0')}`,
          collsrc: status === '100' ? '13' : '21',
          declongitude: Math.round((place.longitude + random.bell() * 0.12) * 1e4) / 1e4,
          declatitude: Math.round((place.latitude + random.bell() * 0.1) * 1e4) / 1e4,
          coorduncert: at([30, 100, 1000, 5000], random.whole(0, 3)),
          coorddatum: 'WGS84',
          elevation: Math.round(place.elevation + random.bell() * 90),
          collname: [holder?.name.zh ?? ''],
        }),
  }
}

/** The common descriptors of the Chinese platforms. */
function descriptorsOf(row: PlantRow, { place, status, index }: One, random: Random) {
  const holder = institutions.find(({ key }) => key === row.holder)
  const isField = row.kept === 'field' || row.kept === 'tuber'
  const type = { 100: 'wild', 300: 'landrace', 500: 'cultivar' }[status]
  const code = row.genus.slice(0, 2).toUpperCase()
  return {
    familyName: row.family,
    genusName: row.genus,
    speciesName: `${row.genus} ${row.species}`,
    germplasmType: type,
    originPlace: `甘肃${place.name.zh}`,
    sourcePlace: `甘肃${place.name.zh}`,
    holderName: holder?.name.zh ?? '',
    mainTraits: at(row.traits, index),
    mainUses: row.use.zh,
    shareMode: status === '500' ? 'C' : 'A',
    acquisitionWay: isField ? 'onsite' : 'post',
    physicalState: random.is(0.85) ? 'good' : 'fair',
    climateZone: place.climate,
    soilType: place.soil,
    ecosystemType: place.ecosystem,
    annualTemperature: place.temperature,
    annualRainfall: place.rainfall,
    growthCycle: row.cycle,
    characteristics: `${at(row.traits, index)}；${at(row.traits, index + 1)}。`,
    observationSite: isField ? '兰州资源圃' : '兰州、武威',
    ...(isField
      ? {
          fieldBankNumber: `GP${code}${String(random.whole(1, 9999)).padStart(4, '0')}`,
          plantMaterial: [row.kept === 'tuber' ? 'tuber' : 'plant'],
        }
      : {
          bankNumber: `I${code}${String(random.whole(1, 99_999)).padStart(5, '0')}`,
          plantMaterial: ['seed'],
        }),
    ...(row.seedMass && !isField && seedOf(row.seedMass, random)),
    ...(row.daodi && { authenticRegion: row.daodi }),
  }
}

const seedOf = (mass: number, random: Random) => ({
  thousandSeedMass: Math.round(mass * random.between(0.86, 1.14) * 1000) / 1000,
  germinationRate: random.whole(78, 97),
  germinationEnergy: random.whole(60, 82),
})
