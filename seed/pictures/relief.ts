import type { Motifs } from './motif.ts'
import { terrain } from './relief/terrain.ts'
import { glacier } from './relief/glacier.ts'
import { dunes } from './relief/dunes.ts'
import { profile } from './relief/profile.ts'
import { permafrost } from './relief/permafrost.ts'
import { ranges } from './relief/ranges.ts'

export const relief: Motifs = { terrain, glacier, dunes, profile, permafrost, ranges }
