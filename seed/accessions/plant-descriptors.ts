import { at, type Random } from '../random.ts'
import { countryOf, holderOf, statusOf } from './plant-passport.ts'
import type { One, PlantRow } from './plant-row.ts'

/** The common descriptors of the Chinese platforms. */
export function descriptorsOf(row: PlantRow, one: One, random: Random) {
  const { place, index } = one
  const { sampstat, germplasmType } = statusOf(one.type)
  const traits = [index, index + 1].map((number) => at(row.traits, number)[0])
  const origin = countryOf(one.type)?.[1].zh ?? `甘肃${place.name.zh}`
  return {
    familyName: row.family,
    genusName: row.genus,
    speciesName: `${row.genus} ${row.species}`,
    germplasmType,
    originPlace: origin,
    sourcePlace: `甘肃${place.name.zh}`,
    holderName: holderOf(row).zh,
    mainTraits: traits[0] ?? '',
    mainUses: row.use.zh,
    shareMode: ['100', '300'].includes(sampstat) ? 'A' : 'C',
    physicalState: random.is(0.85) ? 'good' : 'fair',
    climateZone: place.climate,
    soilType: place.soil,
    ecosystemType: place.ecosystem,
    annualTemperature: place.temperature,
    annualRainfall: place.rainfall,
    growthCycle: row.cycle,
    characteristics: `${traits.join('；')}。`,
    ...keepingOf(row, random),
    ...(row.daodi && { authenticRegion: row.daodi }),
  }
}

/** Trees and tubers stand in fields and are fetched there; seeds lie in banks and go by post. */
function keepingOf({ kept = 'seed', genus, seedMass }: PlantRow, random: Random) {
  const code = genus.slice(0, 2).toUpperCase()
  if (kept === 'seed')
    return {
      acquisitionWay: 'post',
      observationSite: '兰州、武威',
      bankNumber: `I${code}${String(random.whole(1, 99_999)).padStart(5, '0')}`,
      plantMaterial: ['seed'],
      ...(seedMass && seedOf(seedMass, random)),
    }
  return {
    acquisitionWay: 'onsite',
    observationSite: '兰州资源圃',
    fieldBankNumber: `GP${code}${String(random.whole(1, 9999)).padStart(4, '0')}`,
    plantMaterial: [kept === 'tuber' ? 'tuber' : 'plant'],
  }
}

const seedOf = (mass: number, random: Random) => ({
  thousandSeedMass: Math.round(mass * random.between(0.86, 1.14) * 1000) / 1000,
  germinationRate: random.whole(78, 97),
  germinationEnergy: random.whole(60, 77),
})
