import type { Random } from '../../random.ts'
import { n, path, stroke, times } from '../svg.ts'

export type Peak = { at: number; high: number; wide: number }

export const peaksOf = (random: Random, count: number, wide: readonly [number, number]): Peak[] =>
  times(count, () => ({
    at: random.between(0.04, 0.96),
    high: random.next() ** 2.2,
    wide: random.between(...wide),
  }))

export const trace = (peaks: readonly Peak[], x: number) =>
  peaks.reduce((sum, { at, high, wide }) => sum + high * Math.exp(-(((x - at) / wide) ** 2)), 0)

/** A fine scale along the bottom, as on every plotter. */
export const ruler = (y: number, colour: string): string =>
  path(
    times(81, (index) => {
      const x = n(100 + index * 17.5)
      return `M${x} ${y}v${index % 10 === 0 ? 26 : index % 5 === 0 ? 17 : 9}`
    }).join(''),
    stroke(colour, 2, 0.6),
  )
