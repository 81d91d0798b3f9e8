import type { Motifs } from './motif.ts'
import { cytometry } from './bench/cytometry.ts'
import { phytotron } from './bench/phytotron.ts'
import { greenhouse } from './bench/greenhouse.ts'
import { gel } from './bench/gel.ts'
import { tubes } from './bench/tubes.ts'
import { histology } from './bench/histology.ts'
import { cores } from './bench/cores.ts'

export const bench: Motifs = { cytometry, phytotron, greenhouse, gel, tubes, histology, cores }
