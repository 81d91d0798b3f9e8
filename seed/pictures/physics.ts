import type { Motifs } from './motif.ts'
import { ring } from './physics/ring.ts'
import { cyclotron } from './physics/cyclotron.ts'
import { tracks } from './physics/tracks.ts'
import { cryostat } from './physics/cryostat.ts'
import { fringes } from './physics/fringes.ts'
import { nuclides } from './physics/nuclides.ts'
import { network } from './physics/network.ts'
import { strain } from './physics/strain.ts'
import { sinogram } from './physics/sinogram.ts'

export const physics: Motifs = {
  ring,
  cyclotron,
  tracks,
  cryostat,
  fringes,
  nuclides,
  network,
  strain,
  sinogram,
}
