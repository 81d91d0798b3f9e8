import { at } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { along, blue, green, loess, paper, red } from '../palette.ts'
import { fill, ground, group, path, polar, times } from '../svg.ts'

/** Years as rings of days: when each leaf came and went. */
export const seasons: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const ramp = [
    blue[1],
    paper[2],
    green[1],
    green[3],
    green[4],
    loess[2],
    red[2],
    loess[1],
    blue[1],
  ]
  const rings = times(18, (year) => {
    const radius = 150 + year * 22
    return times(72, (day) => {
      const share = (day / 72 + 0.03 * noise(day / 9, year) - year * 0.0022 + 1) % 1
      const [from, to] = [(day / 72) * 6.2832 - 1.5708, ((day + 0.82) / 72) * 6.2832 - 1.5708]
      const [a, b] = [polar([800, 600], radius, from), polar([800, 600], radius, to)]
      return {
        colour: along(ramp, Math.round(share * 24) / 24),
        d: `M${Math.round(a[0])} ${Math.round(a[1])}A${radius} ${radius} 0 0 1 ${Math.round(b[0])} ${Math.round(b[1])}`,
      }
    })
  }).flat()
  const arcs = [...new Set(rings.map(({ colour }) => colour))].map(
    (colour) =>
      `<path d="${rings
        .filter((arc) => arc.colour === colour)
        .map(({ d }) => d)
        .join('')}" fill="none" stroke="${colour}" stroke-width="17"/>`,
  )
  const leaf = times(3, (index) =>
    group(
      `transform="translate(800 600) rotate(${index * 120 + random.between(0, 30)})"`,
      path(
        'M0 0C-34 -30 -34 -78 0 -116C34 -78 34 -30 0 0Z',
        fill(at([green[3], loess[2], red[2]], index)),
      ),
    ),
  )
  return [ground(paper[1]), ...arcs, ...leaf].join('')
}
