import type { Indexable } from '../../../src/catalog/records/rules/sections.ts'
import { common, commonEnglish, crops, places, things, topics } from './words.ts'

/** Deterministic records like a province's: skewed in words, kinds, owners and places; the same on every run. */
export function recordNumber(number: number, institutions: readonly Institution[]): Indexable {
  const draw = drawing(number)
  const kind = kindOf(draw)
  const institution = pick(draw, institutions)
  const base = {
    id: idOf(0, number),
    institution,
    subjects:
      draw() < 0.6
        ? [`${170 + Math.floor(draw() * 5) * 10}.${15 + 5 * Math.floor(draw() * 8)}`]
        : [],
    identifiers: [],
    access: skewed(draw, ['on_request', 'open', 'registered', 'closed'] as const),
    audience: draw() < 0.95 ? ('public' as const) : ('members' as const),
    visibility: draw() < 0.97 ? ('published' as const) : ('draft' as const),
    listedNo: number + 1,
    hasImage: draw() < 0.1,
    collectionId: null,
  }
  return { ...base, ...content[kind](draw, number) }
}

export type Institution = Indexable['institution']

export const institutionNumber = (number: number): Institution => {
  const [zh = '', en = '', region = ''] = places[number % places.length] ?? []
  const [kind = '', kindEn = ''] = owners[Math.floor(number / places.length) % owners.length] ?? []
  return { id: idOf(1, number), name: { zh: zh + kind, en: `${en} ${kindEn}` }, region }
}

const owners = [
  ['大学', 'University'],
  ['农业科学院', 'Academy of Agricultural Sciences'],
  ['生态环境研究院', 'Institute of Ecology'],
  ['草业研究所', 'Grassland Institute'],
] as const

/** A UUID of version 7 shape whose order is that of the numbers. */
export const idOf = (family: number, number: number) =>
  `0190${family.toString(16).padStart(4, '0')}-${(number >>> 16).toString(16).padStart(4, '0')}-7${((number >>> 4) & 0xfff).toString(16).padStart(3, '0')}-8${(number & 0xf).toString(16)}00-000000000000`

type Draw = () => number

/** mulberry32: small, and the same everywhere. */
function drawing(seed: number): Draw {
  let state = (seed * 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of them, the first ones far more often than the last. */
function pick<T>(draw: Draw, from: readonly T[]): T {
  const at = Math.floor((from.length + 1) ** draw() - 1)
  const found = from[Math.min(at, from.length - 1)]
  if (found === undefined) throw new Error('There is nothing to pick from.')
  return found
}

const skewed = pick

const kindOf = (draw: Draw) => {
  const at = draw()
  if (at < 0.7) return 'accession'
  if (at < 0.85) return 'dataset'
  return at < 0.97 ? 'instrument' : 'collection'
}

const syllables = Array.from('陇甘兰天定西平凉宁河青玉金华春丰优农育新宏大高原红黄紫白黑早晚硬软')

/** A rare name: of a cultivar, a village, a person. */
const rareName = (draw: Draw) =>
  Array.from({ length: 2 }, () => syllables[Math.floor(draw() * syllables.length)]).join('') +
  String.fromCodePoint(0x4e00 + Math.floor(draw() ** 2 * 6000))

const summary = (draw: Draw, about: string) => {
  const words = Array.from({ length: 18 }, () => pick(draw, common))
  const [place] = pick(draw, places)
  return `${about}，${place}${rareName(draw)}。${words.slice(0, 6).join('')}，${words.slice(6, 12).join('')}，${words.slice(12).join('')}。`
}

const english = (draw: Draw) =>
  Array.from({ length: 2 }, () => pick(draw, commonEnglish)).join(', ')

const nothing = { library: null, keywords: [] as string[] }

const content = {
  accession(draw: Draw, number: number) {
    const [zh, en, taxon] = pick(draw, crops)
    const [genus = '', species = ''] = taxon.split(' ')
    const [place] = pick(draw, places)
    const cultivar = `${rareName(draw)}${1 + Math.floor(draw() * 40)}号`
    return {
      ...nothing,
      kind: 'accession' as const,
      profile: 'plant',
      library: pick(draw, ['grain', 'forage', 'crop', 'medicinal', 'fruit', 'economic_forest']),
      title: { zh: `${place}${zh}“${cultivar}”`, en: draw() < 0.5 ? `${en} ${number}` : null },
      summary: { zh: summary(draw, zh), en: draw() < 0.5 ? english(draw) : null },
      values: {
        accenumb: `ZXM${String(number).padStart(7, '0')}`,
        accename: [cultivar],
        genus,
        species,
        cropname: en,
        acqdate: `${1960 + Math.floor(draw() * 65)}----`,
        declatitude: 32.5 + draw() * 10,
        declongitude: 92.5 + draw() * 16,
      },
    }
  },
  dataset(draw: Draw, number: number) {
    const [topic, topicEn] = pick(draw, topics)
    const [place, placeEn] = pick(draw, places)
    const year = 1980 + Math.floor(draw() * 46)
    return {
      ...nothing,
      kind: 'dataset' as const,
      profile: null,
      keywords: [topic, pick(draw, topics)[0]],
      title: {
        zh: `${place}${topic}数据集（${year}年）`,
        en: `${placeEn} ${topicEn} dataset ${year}`,
      },
      summary: { zh: summary(draw, topic), en: english(draw) },
      identifiers: [{ scheme: 'doi', value: `10.12072/ncdc.x.db${number}.${year}` }],
      values: {
        publicationYear: year,
        lonWest: 95,
        lonEast: 95 + draw() * 10,
        latSouth: 33,
        latNorth: 33 + draw() * 8,
      },
    }
  },
  instrument(draw: Draw, number: number) {
    const [zh, en] = pick(draw, things)
    const model = `${pick(draw, ['D8', 'HRP', 'QE', 'SEM', 'GC'])}-${100 + Math.floor(draw() * 900)}`
    return {
      ...nothing,
      kind: 'instrument' as const,
      profile: null,
      title: { zh: `${rareName(draw)}${zh} ${model}`, en: `${en} ${model}` },
      summary: { zh: summary(draw, zh), en: english(draw) },
      values: {
        innerId: `SB-${number}`,
        instrVersion: model,
        beginDate: `${2000 + Math.floor(draw() * 26)}-05-01`,
        lng: 92.5 + draw() * 16,
        lat: 32.5 + draw() * 10,
      },
    }
  },
  collection(draw: Draw, number: number) {
    const [topic, topicEn] = pick(draw, topics)
    return {
      ...nothing,
      kind: 'collection' as const,
      profile: null,
      library: 'biobank',
      title: {
        zh: `${rareName(draw)}${topic}样本库`,
        en: `${topicEn} sample collection ${number}`,
      },
      summary: { zh: summary(draw, topic), en: english(draw) },
      values: { acronym: `BB${number}`, foundedYear: 1990 + Math.floor(draw() * 35) },
    }
  },
}
