import type { RecordStory } from '../story.ts'
import { earthInstruments } from './earth.ts'
import { lifeInstruments } from './life.ts'
import { materialsInstruments } from './materials.ts'
import { physicsInstruments } from './physics.ts'
import { instrumentStory } from './row.ts'

export const instruments: readonly RecordStory[] = [
  ...physicsInstruments,
  ...earthInstruments,
  ...lifeInstruments,
  ...materialsInstruments,
].map(instrumentStory)
