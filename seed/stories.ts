import { animalStory } from './accessions/animal-row.ts'
import { animalCells, animals } from './accessions/animals.ts'
import { crop } from './accessions/crop.ts'
import { economicForest } from './accessions/economic-forest.ts'
import { forage } from './accessions/forage.ts'
import { fruit } from './accessions/fruit.ts'
import { grain } from './accessions/grain.ts'
import { medicinal } from './accessions/medicinal.ts'
import { microbeStory } from './accessions/microbe-row.ts'
import { microbes } from './accessions/microbes.ts'
import { plantStories } from './accessions/plant-row.ts'
import { collections } from './collections.ts'
import { datasets } from './datasets.ts'
import { instruments } from './instruments/all.ts'
import type { RecordStory } from './story.ts'

const plants = [...forage, ...grain, ...crop, ...fruit, ...economicForest, ...medicinal].flatMap(
  plantStories,
)

/** All that the demo's catalogue holds. */
export const stories: readonly RecordStory[] = [
  ...instruments,
  ...datasets,
  ...collections,
  ...plants,
  ...[...animals, ...animalCells].map(animalStory),
  ...microbes.map(microbeStory),
]
