import { at } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, green, ink, loess, paper, red, violet } from '../palette.ts'
import { raster } from '../raster.ts'
import { ground, n, path, stroke, times } from '../svg.ts'

/** Samples across, kinds down, likeness as colour; the tree that orders them above. */
export const heatmap: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const ramp = random.pick([
    [blue[5], blue[3], paper[1], red[2], red[4]],
    [green[5], green[3], paper[1], loess[2], loess[4]],
    [violet[5], violet[3], paper[1], loess[1], loess[3]],
  ])
  const cells = raster(
    ramp,
    (u, v) =>
      0.5 +
      0.55 * noise(Math.floor(u * 42) / 9 + (v > 0.5 ? 5 : 0), Math.floor(v * 27) / 3) +
      0.2 * noise(u * 47, v * 31),
    {
      across: 42,
      down: 27,
      steps: 24,
      isSoft: false,
      box: { x: 100, y: 330, width: 1400, height: 800 },
    },
  )
  let nodes = times(42, (index) => ({ x: 100 + (index + 0.5) * 33.33, y: 318 }))
  const joints: string[] = []
  while (nodes.length > 1) {
    const index = random.whole(0, nodes.length - 2)
    const [one, other] = [at(nodes, index), at(nodes, index + 1)]
    const y = Math.min(one.y, other.y) - random.between(4, 9) - 130 / nodes.length
    joints.push(`M${n(one.x)} ${n(one.y)}V${n(y)}H${n(other.x)}V${n(other.y)}`)
    nodes = [...nodes.slice(0, index), { x: (one.x + other.x) / 2, y }, ...nodes.slice(index + 2)]
  }
  return [ground(paper[1]), cells, path(joints.join(''), stroke(ink[2], 3))].join('')
}
