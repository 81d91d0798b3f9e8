import type { Motifs } from './motif.ts'
import { grains } from './microscopy/grains.ts'
import { pollen } from './microscopy/pollen.ts'
import { lattice } from './microscopy/lattice.ts'
import { particles } from './microscopy/particles.ts'
import { cells } from './microscopy/cells.ts'
import { surface } from './microscopy/surface.ts'
import { slices } from './microscopy/slices.ts'

export const microscopy: Motifs = { grains, pollen, lattice, particles, cells, surface, slices }
