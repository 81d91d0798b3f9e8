import { crop } from './accessions/crop.ts'
import { forage } from './accessions/forage.ts'
import { grain } from './accessions/grain.ts'
import { plantStories } from './accessions/plant-row.ts'
import { collections } from './collections.ts'
import { datasets } from './datasets.ts'
import { instruments } from './instruments/all.ts'
import type { RecordStory } from './story.ts'

const plants = [...forage, ...grain, ...crop].flatMap(plantStories)

/** All that the demo's catalogue holds. */
export const stories: readonly RecordStory[] = [
  ...instruments,
  ...datasets,
  ...collections,
  ...plants,
]
