import type { Text } from '../../src/core/text.ts'
import { dayOf } from '../days.ts'
import { institutions } from '../institutions.ts'
import { randomOf } from '../random.ts'
import type { RecordStory } from '../story.ts'
import { placeNamed } from './places.ts'

/** A breed and where it is kept alive or frozen. */
export type AnimalRow = {
  key: string
  /** Where it stands in the catalogue; a cell line is of the biobank. */
  library?: 'animal' | 'biobank'
  name: Text
  local?: string
  kind: Text
  genus: string
  species: string
  code: string
  number: string
  holder: string
  place: string
  about: Text
  traits: string
  uses: string
  forms: readonly string[]
  risk?: string
  population?: readonly [count: number, year: number]
  doses?: number
  sex?: 'male' | 'female' | 'mixed'
  /** Farm, zone or genebank by vocabulary `conservation_place`. */
  kept: readonly [type: 'farm' | 'zone' | 'genebank', name: string]
  picture?: string
  access?: 'closed' | 'registered'
  state?: 'draft' | 'withdrawn'
  reason?: string
  on?: string
}

export function animalStory(row: AnimalRow): RecordStory {
  const { name, kind, library = 'animal' } = row
  const story = `accession/${library}/${row.key}`
  return {
    key: story,
    kind: 'accession',
    institution: row.holder,
    on: row.on ?? dayOf(story, { recent: 1.3 }),
    ...(row.state && { state: row.state }),
    ...(row.reason && { reason: row.reason }),
    ...(row.picture && { picture: { subject: row.picture, caption: captionOf(name) } }),
    input: {
      title: name,
      summary: row.about,
      profile: 'animal',
      library,
      access: row.access ?? 'on_request',
      keywords: [kind.zh, kind.en],
      subjects: ['230.20'],
      ...passportOf(row),
      ...breedOf(row),
      ...conservationOf(row),
    },
  }
}

const captionOf = ({ zh, en }: Text) => ({ zh: `示意图：${zh}`, en: `Drawing: ${en}` })

function passportOf(row: AnimalRow) {
  const place = placeNamed(row.place)
  const holder = institutions.find(({ key }) => key === row.holder)
  const random = randomOf(`animal/${row.key}`)
  return {
    accenumb: row.number,
    accename: [row.name.zh, row.name.en],
    genus: row.genus,
    species: row.species,
    cropname: row.kind.zh,
    origcty: 'CHN',
    acqdate: `${random.whole(1998, 2024)}${String(random.whole(1, 12)).padStart(2, '0')}--`,
    collsite: `甘肃省${place.prefecture.zh}${place.name.zh}`,
    declongitude: place.longitude,
    declatitude: place.latitude,
    coorduncert: 10_000,
    elevation: place.elevation,
    holderName: holder?.name.zh ?? '',
    originPlace: `甘肃${place.name.zh}`,
    mainTraits: row.traits,
    mainUses: row.uses,
    shareMode: row.access === 'closed' ? 'L' : 'C',
    acquisitionWay: row.forms.includes('live') ? 'onsite' : 'other',
    physicalState: 'good',
  }
}

function breedOf(row: AnimalRow) {
  const { name, population } = row
  return {
    animalSpecies: `${row.kind.zh} ${row.genus} ${row.species}`,
    breedNameZh: name.zh,
    breedNameEn: name.en,
    ...(row.local && { breedNameLocal: row.local }),
    breedCode: row.code,
    riskStatus: row.risk ?? 'not_at_risk',
    ...(population && { populationSize: population[0], populationYear: population[1] }),
    ...(row.sex && { sex: row.sex }),
  }
}

function conservationOf({ forms, doses, kept }: AnimalRow) {
  return {
    conservationForms: [...forms],
    ...(doses !== undefined && {
      cryoconservedDoses: doses,
      sdgSufficiency: doses >= 2000 ? 'sufficient' : 'insufficient',
    }),
    conservationPlaceType: kept[0],
    conservationPlace: kept[1],
  }
}
