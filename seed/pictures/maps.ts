import type { Motifs } from './motif.ts'
import { epicentres } from './maps/epicentres.ts'
import { greenness } from './maps/greenness.ts'
import { river } from './maps/river.ts'
import { drainage } from './maps/drainage.ts'
import { seasons } from './maps/seasons.ts'
import { stripes } from './maps/stripes.ts'
import { treeRings } from './maps/tree-rings.ts'
import { mural } from './maps/mural.ts'
import { heatmap } from './maps/heatmap.ts'
import { genome } from './maps/genome.ts'
import { hydrograph } from './maps/hydrograph.ts'

export const maps: Motifs = {
  epicentres,
  greenness,
  river,
  drainage,
  seasons,
  stripes,
  tree_rings: treeRings,
  mural,
  heatmap,
  genome,
  hydrograph,
}
