import type { Motif } from '../motif.ts'
import { along, blue, loess, night, red } from '../palette.ts'
import { defs, fill, gradient, ground, rect, times } from '../svg.ts'

/** Cores of ice side by side, a layer for every year. */
export const cores: Motif = (random, { variant }) => {
  const sets: Record<string, readonly string[]> = {
    soil: [loess[0], loess[2], loess[3], red[3], loess[4]],
    wood: [loess[1], loess[2], loess[3], loess[4]],
  }
  const ramp = sets[variant] ?? ['#ffffff', blue[0], blue[1], blue[2], blue[1]]
  const shine = gradient(
    'shine',
    [
      [0, night[3], 0.5],
      [0.3, '#ffffff', 0.35],
      [0.55, '#ffffff', 0],
      [1, night[3], 0.6],
    ],
    'x1="0" y1="0" x2="1" y2="0"',
  )
  const all = times(7, (core) => {
    const x = 92 + core * 207
    const layers: string[] = []
    for (let y = 60; y < 1140;) {
      const tall = Math.min(random.between(7, 46), 1140 - y)
      layers.push(rect(x, y, 172, tall + 1, fill(along(ramp, random.next()))))
      y += tall
    }
    return [...layers, rect(x, 60, 172, 1080, 'fill="url(#shine)"')].join('')
  })
  return [defs(shine), ground(night[2]), ...all].join('')
}
