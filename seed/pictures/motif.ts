import type { Random } from '../random.ts'

/**
 * A way to draw: answers the inside of an SVG of 1600 × 1200. `key` makes its noise, `random` its chances,
 * `variant` which of its subjects it is (a species, a material).
 */
export type Motif = (random: Random, about: { key: string; variant: string }) => string
export type Motifs = Readonly<Record<string, Motif>>
