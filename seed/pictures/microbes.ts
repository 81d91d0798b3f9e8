import type { Motifs } from './motif.ts'
import { dish } from './microbes/dish.ts'
import { habitat } from './microbes/habitat.ts'

export const microbes: Motifs = { dish, habitat }
