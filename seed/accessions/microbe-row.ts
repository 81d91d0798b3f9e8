import type { Text } from '../../src/core/text.ts'
import { dayOf } from '../days.ts'
import { type Random, randomOf } from '../random.ts'
import type { RecordStory } from '../story.ts'
import { habitats } from './habitats.ts'

/** Lowest, best, highest. */
type Span = readonly [low: number, best: number, high: number]

/** A strain: what it is, where it was found, how it grows and what it gives. */
export type MicrobeRow = {
  number: string
  name: Text
  /** `sp.` where the species is not settled. */
  taxon: readonly [genus: string, species: string]
  type:
    | 'archaea'
    | 'bacteria'
    | 'cyanobacteria'
    | 'actinobacteria'
    | 'yeast'
    | 'filamentous_fungi'
    | 'algae'
  from: keyof typeof habitats
  medium: string
  celsius: Span
  ph?: Span
  /** % w/v */
  salt?: Span
  oxygen?: 'aerobe' | 'facultative_anaerobe' | 'anaerobe' | 'microaerophile'
  gives: Text
  enzymes?: readonly string[]
  metabolites?: readonly string[]
  endures?: { radiation?: string; dryness?: string }
  mutant?: string
  /** A subject of the drawings; the colour and shape of its dish, or where it was found. */
  picture?: string
  access?: 'closed' | 'registered'
  state?: 'draft' | 'withdrawn'
  reason?: string
  on?: string
}

/** Who keeps strains: acronym of its numbers → institution, and the made-up person who isolates them. */
const keepers: Readonly<Record<string, readonly [institution: string, isolator: string]>> = {
  HXU: ['hxu', '闻笙歌'],
  CRYO: ['nieer', '宋疏影'],
  DHM: ['dha', '唐槐序'],
  LZM: ['lzu', '江望舒'],
  IMPR: ['imp', '苏沐原'],
  GRN: ['gsau', '鹿鸣野'],
}

export function microbeStory(row: MicrobeRow): RecordStory {
  const { number } = row
  const [institution, isolator] = keeperOf(number)
  const key = `accession/extremophile/${number.toLowerCase().replace(' ', '-')}`
  const random = randomOf(key)
  return {
    key,
    kind: 'accession',
    institution,
    on: row.on ?? dayOf(key, { recent: row.picture ? 1.5 : 0.35 }),
    ...(row.state && { state: row.state }),
    ...(row.reason && { reason: row.reason }),
    ...(row.picture && { picture: { subject: row.picture, caption: captionOf(row, row.picture) } }),
    input: {
      title: { zh: `${row.name.zh} ${number}`, en: `${row.taxon.join(' ')} ${number}` },
      summary: summaryOf(row, random),
      profile: 'microbe',
      library: 'extremophile',
      access: row.access ?? (random.is(0.15) ? 'registered' : 'on_request'),
      keywords: [row.name.zh, row.name.en],
      subjects: ['180.61'],
      ...identityOf(row, random),
      ...historyOf(row, { isolator, random }),
      ...growthOf(row),
      ...useOf(row),
    },
  }
}

function keeperOf(number: string) {
  const keeper = keepers[number.split(' ')[0] ?? '']
  if (!keeper) throw new Error(`Nobody keeps the strain ${number}.`)
  return keeper
}

const captionOf = ({ name, from }: MicrobeRow, picture: string): Text =>
  picture.startsWith('dish')
    ? { zh: `示意图：${name.zh}的菌落与细胞`, en: `Drawing: colonies and cells of a ${name.en}` }
    : { zh: `示意图：${habitats[from].name.zh}`, en: `Drawing: ${habitats[from].name.en}` }

function summaryOf({ from, gives, celsius, salt }: MicrobeRow, random: Random): Text {
  const { name } = habitats[from]
  const [low, best, high] = celsius.map((degrees) => String(degrees).replace('-', '−'))
  const inSalt = salt && { zh: `、NaCl ${salt[1]}%`, en: ` and ${salt[1]}% NaCl` }
  const give = gives.en.charAt(0).toUpperCase() + gives.en.slice(1)
  return random.pick([
    {
      zh: `分离自${name.zh}。${gives.zh}；最适生长条件 ${best} ℃${inSalt?.zh ?? ''}。`,
      en: `From ${name.en}. ${give}. Grows best at ${best} °C${inSalt?.en ?? ''}.`,
    },
    {
      zh: `${gives.zh}。得自${name.zh}，${low} 至 ${high} ℃ 可生长。`,
      en: `${give}. Isolated from ${name.en}; grows from ${low} to ${high} °C.`,
    },
  ])
}

function identityOf({ number, taxon, type }: MicrobeRow, random: Random) {
  const marker = type === 'yeast' || type === 'filamentous_fungi' ? 'ITS' : '16S rRNA'
  return {
    accenumb: number,
    genus: taxon[0],
    species: taxon[1],
    organismType: [type],
    taxonName: taxon.join(' '),
    typeStrain: false,
    // Sequence numbers of the demo are of no databank.
    sequences: [{ marker, accession: `DEMO${random.whole(100_000, 999_999)}` }],
  }
}

type Kept = { isolator: string; random: Random }

function historyOf({ number, from }: MicrobeRow, { isolator, random }: Kept) {
  const { name, origin, longitude, latitude, elevation } = habitats[from]
  const year = random.whole(2009, 2024)
  const month = String(random.whole(5, 10)).padStart(2, '0')
  return {
    historyOfDeposit: `${number.split(' ')[0]} < ${isolator}`,
    depositor: isolator,
    isolator,
    isolationDate: `${year}${month}--`,
    inclusionDate: `${year + 1}----`,
    acqdate: `${year + 1}----`,
    substrate: name.zh,
    isolationHabitat: name.zh,
    geographicOrigin: `中国${origin}`,
    origcty: 'CHN',
    collsite: origin,
    declongitude: longitude,
    declatitude: latitude,
    coorduncert: 1000,
    elevation,
  }
}

function growthOf({ medium, celsius, ph, salt, oxygen, type }: MicrobeRow) {
  const [low, best, high] = celsius
  const isFungus = type === 'yeast' || type === 'filamentous_fungi'
  return {
    growthMedium: [medium],
    temperatureRecommended: best,
    temperatureMin: low,
    temperatureOptimum: best,
    temperatureMax: high,
    ...(ph && { phMin: ph[0], phOptimum: ph[1], phMax: ph[2] }),
    ...(salt && { naclMin: salt[0], naclOptimum: salt[1], naclMax: salt[2] }),
    oxygenRelation: oxygen ?? 'aerobe',
    preservation: isFungus ? ['minus80', 'freeze_dried'] : ['minus80', 'liquid_nitrogen'],
    supplyForms: best >= 50 || oxygen === 'anaerobe' ? ['Cryo'] : ['Lyo', 'Agar'],
  }
}

function useOf({ gives, enzymes, metabolites, endures, mutant }: MicrobeRow) {
  return {
    applications: gives.zh,
    ...(enzymes && { enzymeProduction: [...enzymes] }),
    ...(metabolites && { metabolites: [...metabolites] }),
    ...(endures?.radiation && { radiationTolerance: endures.radiation }),
    ...(endures?.dryness && { desiccationTolerance: endures.dryness }),
    ...(mutant && { mutantInfo: mutant }),
    gmo: false,
    dualUse: false,
    quarantine: false,
    registeredCollection: false,
    riskGroup: '1',
    restrictionsOnUse: '2',
    nagoyaStatus: '1',
    shareMode: 'C',
    acquisitionWay: 'post',
    physicalState: 'good',
  }
}
