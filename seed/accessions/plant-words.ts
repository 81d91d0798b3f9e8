import type { Text } from '../../src/core/text.ts'
import { at, type Random } from '../random.ts'
import type { Place } from './places.ts'
import { breederOf, countryOf, statusOf } from './plant-passport.ts'
import type { One, PlantRow } from './plant-row.ts'

/** What a summary is made of; English parts begin small and end without a stop. */
type Said = { place: Place; trait: Text; other: Text; use: Text; from: Text }

type Sentences = readonly ((said: Said) => Text)[]

const wild: Sentences = [
  ({ place, trait, use }) => ({
    zh: `生于${placeZh(place)}海拔 ${place.elevation} m 左右的${place.ground.zh}，${trait.zh}。${use.zh}。`,
    en: `Wild on ${place.ground.en} at about ${metres(place)} in ${placeEn(place)}. ${big(trait.en)}. ${big(use.en)}.`,
  }),
  ({ place, trait, other, use }) => ({
    zh: `采自年降水 ${place.rainfall} mm 的${placeZh(place)}，${trait.zh}；${other.zh}。${use.zh}。`,
    en: `Gathered wild in ${placeEn(place)}, where ${place.rainfall} mm of rain fall in a year. ${big(trait.en)}; ${other.en}. ${big(use.en)}.`,
  }),
  ({ place, trait, use }) => ({
    zh: `${place.name.zh}野外居群，所在地年均温 ${place.temperature} ℃。${trait.zh}，${use.zh}。`,
    en: `From the wild of ${place.name.en} (yearly mean ${place.temperature} °C). ${big(trait.en)}. ${big(use.en)}.`,
  }),
]

const landrace: Sentences = [
  ({ place, trait, use }) => ({
    zh: `${placeZh(place)}农家种，${trait.zh}。${use.zh}。`,
    en: `A farmers’ variety of ${placeEn(place)}. ${big(trait.en)}. ${big(use.en)}.`,
  }),
  ({ place, trait, other, use }) => ({
    zh: `世代种植于${place.name.zh}（海拔 ${place.elevation} m，年降水 ${place.rainfall} mm），${trait.zh}；${other.zh}。${use.zh}。`,
    en: `Grown for generations around ${place.name.en} (${metres(place)}, ${place.rainfall} mm of rain). ${big(trait.en)}; ${other.en}. ${big(use.en)}.`,
  }),
  ({ place, trait, use }) => ({
    zh: `自${place.name.zh}农户征集，${trait.zh}。${use.zh}。`,
    en: `Collected from farmers in ${place.name.en}, ${place.prefecture.en}. ${big(trait.en)}. ${big(use.en)}.`,
  }),
]

const cultivar: Sentences = [
  ({ place, trait, other, use }) => ({
    zh: `${trait.zh}，${other.zh}。${use.zh}，适于${placeZh(place)}一带。`,
    en: `${big(trait.en)}; ${other.en}. ${big(use.en)}. Fit for ${placeEn(place)}.`,
  }),
  ({ place, trait, use }) => ({
    zh: `选育品种，在${place.name.zh}等地表现${trait.zh}。${use.zh}。`,
    en: `An improved variety, proven around ${place.name.en}. ${big(trait.en)}. ${big(use.en)}.`,
  }),
  ({ place, trait, other, use }) => ({
    zh: `${use.zh}。${trait.zh}；${other.zh}；适应海拔 ${place.elevation} m 上下的${place.name.zh}及相近地区。`,
    en: `${big(use.en)}. ${big(trait.en)}; ${other.en}. Grown at ${metres(place)} in ${place.name.en} and in places like it.`,
  }),
]

const bredElsewhere: Sentences = [
  ({ place, trait, use, from }) => ({
    zh: `${from.zh}选育，引入${place.name.zh}试种，${trait.zh}。${use.zh}。`,
    en: `Bred by ${from.en}, on trial at ${place.name.en}. ${big(trait.en)}. ${big(use.en)}.`,
  }),
  ({ place, trait, other, use, from }) => ({
    zh: `${from.zh}的品种，${trait.zh}；${other.zh}。${use.zh}，${place.name.zh}有栽培。`,
    en: `A variety of ${from.en}, grown at ${place.name.en}. ${big(trait.en)}; ${other.en}. ${big(use.en)}.`,
  }),
]

const introduced: Sentences = [
  ({ place, trait, use, from }) => ({
    zh: `引自${from.zh}，在${placeZh(place)}表现${trait.zh}。${use.zh}。`,
    en: `From ${from.en}; at home by now in ${placeEn(place)}. ${big(trait.en)}. ${big(use.en)}.`,
  }),
  ({ place, trait, other, use, from }) => ({
    zh: `原产${from.zh}的品种，${trait.zh}；${other.zh}。在${place.name.zh}保存并试种。${use.zh}。`,
    en: `A variety of ${from.en}, kept and tried at ${place.name.en}. ${big(trait.en)}; ${other.en}. ${big(use.en)}.`,
  }),
]

const worked: Sentences = [
  ({ place, trait, use }) => ({
    zh: `自${placeZh(place)}选出的材料，${trait.zh}。${use.zh}。`,
    en: `Selected in ${placeEn(place)}. ${big(trait.en)}. ${big(use.en)}.`,
  }),
]

export function summaryOf(row: PlantRow, { place, type, index }: One, random: Random): Text {
  const from = countryOf(type)?.[1] ?? breederOf(type) ?? row.name
  const [trait, other] = [index, index + 1].map((number) => {
    const [zh, en] = at(row.traits, number)
    return { zh, en }
  })
  const sentence = random.pick(sentencesOf(type))
  return sentence({ place, trait: trait ?? row.use, other: other ?? row.use, use: row.use, from })
}

function sentencesOf(type: One['type']): Sentences {
  if (countryOf(type)) return introduced
  if (breederOf(type)) return bredElsewhere
  const { sampstat } = statusOf(type)
  return { 100: wild, 300: landrace, 416: worked, 421: worked, 500: cultivar }[sampstat]
}

const placeZh = ({ prefecture, name }: Place) =>
  prefecture.zh === name.zh ? name.zh : `${prefecture.zh}${name.zh}`
const placeEn = ({ prefecture, name }: Place) =>
  prefecture.en === name.en ? name.en : `${name.en}, ${prefecture.en}`
const metres = ({ elevation }: Place) => `${elevation.toLocaleString('en')} m`
const big = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
