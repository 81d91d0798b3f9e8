import type { Motifs } from './motif.ts'
import { animal } from './animals/animal.ts'
import { fowl } from './animals/fowl.ts'
import { comb } from './animals/comb.ts'

export const animals: Motifs = { animal, fowl, comb }
