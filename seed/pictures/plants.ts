import type { Motif, Motifs } from './motif.ts'
import { plate } from './plants/plates.ts'
import { species } from './plants/species.ts'

/** One plate for every plant that the seed knows by its looks. */
const plant: Motif = (random, { variant }) => {
  const looks = species[variant]
  if (!looks) throw new Error(`No looks for the plant ${variant}.`)
  return plate(random, looks)
}

export const plants: Motifs = { plant }
