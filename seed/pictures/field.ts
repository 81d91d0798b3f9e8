import type { Motifs } from './motif.ts'
import { seismogram } from './field/seismogram.ts'
import { radar } from './field/radar.ts'
import { curtain } from './field/curtain.ts'
import { radargram } from './field/radargram.ts'
import { wind } from './field/wind.ts'
import { flight } from './field/flight.ts'
import { footprint } from './field/footprint.ts'
import { force } from './field/force.ts'
import { station } from './field/station.ts'

export const field: Motifs = {
  seismogram,
  radar,
  curtain,
  radargram,
  wind,
  flight,
  footprint,
  force,
  station,
}
