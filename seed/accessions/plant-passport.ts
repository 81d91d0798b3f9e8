import { institutions } from '../institutions.ts'
import type { Random } from '../random.ts'
import type { One, PlantRow } from './plant-row.ts'

/** Countries that varieties came from, by ISO 3166. */
export const countries = {
  ITA: { zh: '意大利', en: 'Italy' },
  ESP: { zh: '西班牙', en: 'Spain' },
  GRC: { zh: '希腊', en: 'Greece' },
  FRA: { zh: '法国', en: 'France' },
  USA: { zh: '美国', en: 'the United States' },
  JPN: { zh: '日本', en: 'Japan' },
  RUS: { zh: '俄罗斯', en: 'Russia' },
} as const

/** Who bred what the holder did not. */
export const breeders = {
  dingxi: { zh: '定西市农业科学研究院', en: 'Dingxi Academy of Agricultural Sciences' },
  imp: { zh: '中国科学院近代物理研究所', en: 'the Institute of Modern Physics' },
  ningxia: { zh: '宁夏农林科学院', en: 'Ningxia Academy of Agriculture and Forestry' },
  beijing: { zh: '北京市农林科学院', en: 'Beijing Academy of Agriculture and Forestry' },
  hebei: { zh: '河北省农林科学院', en: 'Hebei Academy of Agriculture and Forestry' },
  dalian: { zh: '大连市农业科学研究院', en: 'Dalian Academy of Agricultural Sciences' },
  shandong: { zh: '山东省果树研究所', en: 'Shandong Institute of Pomology' },
  liaoning: { zh: '辽宁省经济林研究所', en: 'Liaoning Institute of Economic Forests' },
  hubei: { zh: '湖北省林业科学研究院', en: 'Hubei Academy of Forestry' },
  nwafu: { zh: '西北农林科技大学', en: 'Northwest A&F University' },
  caf: { zh: '中国林业科学研究院', en: 'the Chinese Academy of Forestry' },
  pomology: { zh: '中国农业科学院果树研究所', en: 'the Institute of Pomology, CAAS' },
} as const

/** The words in which passports, platforms and people say what an accession is. */
const statuses = {
  wild: { sampstat: '100', germplasmType: 'wild' },
  landrace: { sampstat: '300', germplasmType: 'landrace' },
  selection: { sampstat: '416', germplasmType: 'line' },
  mutant: { sampstat: '421', germplasmType: 'genetic_stock' },
  cultivar: { sampstat: '500', germplasmType: 'cultivar' },
} as const

const letters: Readonly<Record<string, keyof typeof statuses>> = {
  wild: 'wild',
  farm: 'landrace',
  L: 'landrace',
  S: 'selection',
  M: 'mutant',
}

export const statusOf = (type: One['type']) => statuses[letters[type ?? ''] ?? 'cultivar']

export const countryOf = (type: One['type']) =>
  Object.entries(countries).find(([code]) => code === type)

export const breederOf = (type: One['type']) =>
  Object.entries(breeders).find(([key]) => key === type)?.[1]

export const holderOf = ({ holder }: PlantRow) =>
  institutions.find(({ key }) => key === holder)?.name ?? { zh: holder, en: holder }

type Given = { number: string; random: Random }

/** A mission of `seed/germplasm.ts`: the university's wild forages of four counties of the Hexi corridor. */
const collectingMission = { code: 'GS-HX-1999', year: 1999, month: '07' }

const isOfMission = ({ library, holder }: PlantRow, { type, place }: One) =>
  type === 'wild' &&
  library === 'forage' &&
  holder === 'gsau' &&
  ['Tianzhu', 'Shandan', 'Minle', 'Sunan'].includes(place.name.en)

/** MCPD, as a bank would fill it: wild and farm material has its collecting, varieties their breeding. */
export function passportOf(row: PlantRow, one: One, { number, random }: Given) {
  const { sampstat } = statusOf(one.type)
  const anyYear = random.whole(1956, 2023)
  const anyMonth = String(random.whole(7, 10)).padStart(2, '0')
  const mission = isOfMission(row, one) ? collectingMission : undefined
  const { year, month } = mission ?? { year: anyYear, month: anyMonth }
  const [country] = countryOf(one.type) ?? ['CHN']
  return {
    accenumb: number,
    accename: namesOf(one),
    genus: row.genus,
    species: row.species,
    spauthor: row.author,
    cropname: row.name.zh,
    origcty: country,
    sampstat,
    acqdate: year < 1975 ? `${year}----` : `${year}${month}--`,
    storage: storageOf(row, random),
    mlsstat: row.library === 'grain' && random.is(0.4) ? '1' : '0',
    ...(mission && { collmissid: mission.code }),
    ...(['100', '300'].includes(sampstat)
      ? collectingOf(row, one, { year, month, random })
      : breedingOf(one)),
  }
}

/** Varieties have a name, and another in Latin letters; what was collected has only the one. */
const namesOf = ({ zh, en }: One) => {
  const latin = /‘(.+)’/.exec(en)?.[1]
  return [zh.split(' ').at(-1) ?? zh, ...(latin ? [latin] : [])]
}

function storageOf({ kept }: PlantRow, random: Random) {
  if (kept === 'field') return ['20']
  if (kept === 'tuber') return ['20', '30']
  return random.is(0.3) ? ['12', '13'] : ['12']
}

/** Pedigrees are not told: who breeds has them, and would know better. */
function breedingOf({ type }: One) {
  const country = countryOf(type)
  if (country) return { donorname: `${country[1].zh}（引种）`, collsrc: '40' }
  const breeder = breederOf(type)
  return {
    ...(breeder && { bredname: [breeder.zh] }),
    ...(type === 'M' && { ancest: '重离子束辐照诱变' }),
  }
}

type Collected = { year: number; month: string; random: Random }

function collectingOf(row: PlantRow, { place, type }: One, { year, month, random }: Collected) {
  const isWild = type === 'wild'
  const grown = row.library === 'fruit' || row.library === 'economic_forest' ? '22' : '21'
  const day = String(random.whole(1, 28)).padStart(2, '0')
  return {
    collsite: `甘肃省${place.prefecture.zh}${place.name.zh}`,
    collnumb: `${year}${String(random.whole(1, 9999)).padStart(4, '0')}`,
    colldate: year < 1975 ? `${year}----` : `${year}${month}${day}`,
    collsrc: isWild ? place.habitat : grown,
    declongitude: degrees(place.longitude + random.bell() * 0.12),
    declatitude: degrees(place.latitude + random.bell() * 0.1),
    coorduncert: random.pick([30, 100, 1000, 5000]),
    coorddatum: 'WGS84',
    elevation: Math.round(place.elevation + random.bell() * 90),
    collname: [holderOf(row).zh],
  }
}

const degrees = (value: number) => Math.round(value * 1e4) / 1e4
