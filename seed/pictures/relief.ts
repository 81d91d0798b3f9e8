import type { Motif, Motifs } from './motif.ts'
import { type Field, noiseOf, ridgesOf } from './noise.ts'
import { along, blue, green, ink, loess, mix, night, paper, type Ramp, red } from './palette.ts'
import { raster } from './raster.ts'
import {
  circle,
  curve,
  defs,
  fill,
  gradient,
  ground,
  height,
  line,
  n,
  path,
  type Point,
  rect,
  spread,
  stroke,
  times,
  width,
} from './svg.ts'

/** How bright a slope is when the light comes from the upper left. */
const lit = (land: Field, x: number, y: number, steep: number): number => {
  const step = 0.02
  const [east, south] = [
    land(x + step, y) - land(x - step, y),
    land(x, y + step) - land(x, y - step),
  ]
  return 0.5 - (east + south) * steep
}

const ramps: Readonly<Record<string, Ramp>> = {
  loess: [loess[5], loess[4], loess[3], loess[2], loess[1], paper[0]],
  green: [green[5], green[4], green[3], green[2], loess[1], paper[0]],
  ice: [night[1], blue[4], blue[3], blue[2], blue[1], '#ffffff'],
  danxia: [red[5], red[4], red[3], red[2], loess[1], paper[0]],
  night: [night[3], night[1], blue[5], blue[4], blue[2], loess[0]],
}

/** Mountains in relief, with the contours a surveyor would draw. */
const terrain: Motif = (random, { key, variant }) => {
  const [broad, crests] = [noiseOf(`${key}/broad`, 3), ridgesOf(`${key}/crests`, 4)]
  const ramp = ramps[variant] ?? ramps['loess'] ?? loess
  const size = random.between(2.6, 3.6)
  const [across, down] = [232, 174]
  const heights = times((across + 2) * (down + 2), (index) => {
    const [x, y] = [
      ((index % (across + 2)) / across) * size,
      (Math.floor(index / (across + 2)) / down) * size * 0.75,
    ]
    return 0.55 * broad(x * 0.9, y * 0.9) + 0.75 * crests(x, y)
  })
  const land = (u: number, v: number, right = 0, under = 0) =>
    heights[(Math.floor(v * down) + under) * (across + 2) + Math.floor(u * across) + right] ?? 0
  const shade = (u: number, v: number) => {
    const here = land(u, v)
    const rise = 2 * here - land(u, v, 1) - land(u, v, 0, 1)
    return 0.31 + 5.6 * rise + 0.42 * (here - 0.1)
  }
  const contours = contoursOf(land, { levels: spread(0.1, 1.1, 8), across: 46 })
  return [
    raster(ramp, shade, { across, down, steps: 34 }),
    path(contours, stroke(ramp[0] ?? ink[3], 2, 0.34)),
  ].join('')
}

/** The edges of heights, cell by cell: where the field crosses a level. */
export function contoursOf(
  field: (u: number, v: number) => number,
  { levels, across }: { levels: readonly number[]; across: number },
): string {
  const down = Math.round(across * 0.75)
  const heights = times((across + 1) * (down + 1), (index) =>
    field((index % (across + 1)) / across, Math.floor(index / (across + 1)) / down),
  )
  const heightAt = (column: number, row: number) => heights[row * (across + 1) + column] ?? 0
  const size = width / across
  const parts: string[] = []
  for (const level of levels)
    for (let row = 0; row < down; row += 1)
      for (let column = 0; column < across; column += 1) {
        const corners = [
          heightAt(column, row),
          heightAt(column + 1, row),
          heightAt(column + 1, row + 1),
          heightAt(column, row + 1),
        ]
        const cuts = crossings(corners, level).map(
          ([x, y]) => `${Math.round((column + x) * size)} ${Math.round((row + y) * size)}`,
        )
        if (cuts.length >= 2) parts.push(`M${cuts[0]}L${cuts[1]}`)
      }
  return parts.join('')
}

const sides: readonly (readonly [number, number, Point, Point])[] = [
  [0, 1, [0, 0], [1, 0]],
  [1, 2, [1, 0], [1, 1]],
  [2, 3, [1, 1], [0, 1]],
  [3, 0, [0, 1], [0, 0]],
]

const crossings = (corners: readonly number[], level: number): Point[] =>
  sides.flatMap(([from, to, [x, y], [u, v]]): Point[] => {
    const [a, b] = [corners[from] ?? 0, corners[to] ?? 0]
    if (a < level === b < level) return []
    const share = (level - a) / (b - a)
    return [[x + (u - x) * share, y + (v - y) * share]]
  })

/** A glacier from above: rock, ice with its flow lines, and the edge it had in other years. */
const glacier: Motif = (random, { key }) => {
  const [rock, ice] = [ridgesOf(`${key}/rock`, 5), noiseOf(`${key}/ice`, 4)]
  const bend = random.between(-0.16, 0.16)
  const middle = (v: number) => 0.5 + bend * Math.sin(v * 4) + 0.07 * Math.sin(v * 9 + 1)
  const wide = (v: number) => 0.34 * Math.max(0, 1 - v * 1.02) ** 0.62
  const shade = (u: number, v: number) => {
    const off = Math.abs(u - middle(v)) / Math.max(wide(v), 0.001)
    const isIce = 1 / (1 + Math.exp((off - 1 + 0.1 * ice(u * 9, v * 9)) * 22))
    const stone = 0.08 + 0.42 * lit(rock, u * 4, v * 3, 2.4) * (0.55 + 0.5 * rock(u * 4, v * 3))
    const snow = 0.74 + 0.2 * ice(u * 3, v * 3) + 0.05 * Math.sin(off * 22)
    return stone * (1 - isIce) + snow * isIce
  }
  const edges = times(7, (index) => {
    const grown = 1 + index * 0.075
    const rows = spread(0.3, 0.93 + index * 0.022, 16)
    const left = rows.map((v): Point => [
      (middle(v) - wide(v / grown) * grown * 0.98) * width,
      v * height,
    ])
    const right = rows.map((v): Point => [
      (middle(v) + wide(v / grown) * grown * 0.98) * width,
      v * height,
    ])
    return path(
      curve([...left, ...right.toReversed()]),
      `${stroke(along([red[2], loess[1]], index / 6), 4.5, 0.95)} ${index === 0 ? '' : 'stroke-dasharray="22 14"'}`,
    )
  })
  const flow = spread(-0.75, 0.75, 9).map((off) =>
    path(
      curve(
        spread(0, 0.9, 14).map((v): Point => [(middle(v) + off * wide(v)) * width, v * height]),
      ),
      stroke(blue[4], 3, 0.35),
    ),
  )
  return [
    raster([night[3], ink[2], loess[4], loess[2], blue[2], blue[1], '#ffffff'], shade, {
      across: 236,
      down: 177,
      steps: 34,
    }),
    ...flow,
    ...edges,
  ].join('')
}

/** Dunes from above, the wind from the upper left. */
const dunes: Motif = (random, { key, variant }) => {
  const [drift, fine] = [noiseOf(`${key}/drift`, 3), noiseOf(`${key}/fine`, 4)]
  const count = random.between(7, 10)
  const phase = (u: number, v: number) =>
    (u * 0.55 + v) * count + 1.5 * drift(u * 3, v * 3) + 0.25 * Math.sin(u * 17 + v * 5)
  const shade = (u: number, v: number) => {
    const turn = phase(u, v)
    const place = turn - Math.floor(turn)
    const slope =
      place < 0.72 ? 0.45 + 0.5 * (place / 0.72) ** 1.5 : 0.14 + 0.2 * ((place - 0.72) / 0.28)
    return (
      slope +
      0.045 * Math.sin((u * 1.3 - v * 0.4) * 300 + 9 * drift(u * 9, v * 9)) +
      0.06 * fine(u * 20, v * 16)
    )
  }
  const ramp =
    variant === 'dusk'
      ? [night[2], blue[5], red[4], red[2], loess[1], paper[0]]
      : [loess[5], loess[4], loess[3], loess[2], loess[1], loess[0]]
  const crests = contoursOf(phase, {
    levels: spread(-3, 20, 24).map((level) => level + 0.715),
    across: 74,
  })
  return [
    raster(ramp, shade, { across: 244, down: 183, steps: 30 }),
    path(crests, stroke(along(ramp, 0.12), 7, 0.9)),
  ].join('')
}

/** A wall of loess: pale dust of cold times, dark soils of warm ones, and what was measured down the wall. */
const profile: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  let y = -20
  const bands: string[] = []
  const warm: Point[] = []
  while (y < height + 40) {
    const isSoil = bands.length % 2 === 1
    const tall = isSoil ? random.between(40, 110) : random.between(60, 150)
    const from = y
    const top = spread(0, 1040, 16).map((x): Point => [x, from + 26 * noise(x / 300, from / 90)])
    const colour = isSoil
      ? mix(along([red[3], loess[4], red[4]], random.next()), loess[3], 0.25)
      : along([loess[1], loess[2], loess[0]], random.next())
    bands.push(path(`${line(top)}V1260H0Z`, fill(colour)))
    warm.push([1190 + (isSoil ? random.between(140, 290) : random.between(0, 50)), from + tall / 2])
    y += tall
  }
  const cracks = times(
    220,
    () =>
      `M${Math.round(random.between(0, 1040))} ${Math.round(random.between(0, 1200))}v${Math.round(random.between(10, 60))}`,
  )
  return [
    ground(paper[0]),
    ...bands,
    path(cracks.join(''), stroke(loess[5], 2, 0.28)),
    rect(1040, 0, 560, 1200, fill(paper[0])),
    path(
      spread(1190, 1500, 5)
        .map((x) => `M${n(x)} 0V1200`)
        .join(''),
      stroke(ink[0], 1.5, 0.4),
    ),
    path(line(warm), stroke(red[3], 5)),
    ...warm.map((point) =>
      circle(point, 9, `${fill(paper[0])} stroke="${red[3]}" stroke-width="5"`),
    ),
  ].join('')
}

/** Heat in the ground through the years: frost from above each winter, and the frozen floor that sinks. */
const permafrost: Motif = (random, { key }) => {
  const noise = noiseOf(key, 4)
  const years = random.between(7, 10)
  const shade = (u: number, v: number) => {
    const season = Math.sin((u * years - v * 1.5) * Math.PI * 2) * Math.exp(-v * 3.6)
    return (
      0.5 + 0.5 * season - 0.26 * (1 - Math.exp(-v * 2.2)) + 0.11 * u + 0.035 * noise(u * 12, v * 8)
    )
  }
  const ramp = [blue[5], blue[4], blue[3], blue[1], paper[0], loess[1], red[2], red[3]]
  const frost = contoursOf(shade, { levels: [0.42, 0.52], across: 60 })
  return [
    raster(ramp, shade, { across: 210, down: 157, steps: 22 }),
    path(frost, stroke(ink[3], 3, 0.65)),
    path(
      spread(120, 1080, 9)
        .map((y) => `M0 ${n(y)}h26`)
        .join(''),
      stroke(ink[3], 4),
    ),
  ].join('')
}

/** A ridge line after the other into the haze. */
const ranges: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 5)
  const sets: Record<string, Ramp> = {
    green: [blue[1], green[1], green[2], green[3], green[4], green[5]],
    loess: [loess[0], loess[1], loess[2], loess[3], loess[4], loess[5]],
    danxia: [paper[2], red[0], red[1], red[2], red[3], red[4]],
    ice: [blue[0], blue[1], blue[2], blue[3], blue[4], blue[5]],
  }
  const ramp = sets[variant] ?? sets['ice'] ?? blue
  const layers = times(9, (index) => {
    const base = 330 + index * 100
    const points = spread(-20, 1620, 64).map((x): Point => [
      x,
      base - (170 - index * 9) * (0.2 + noise(x / (420 - index * 14) + index * 9, index * 3)),
    ])
    return path(`${line(points)}V1220H-20Z`, fill(along(ramp, (index + 1) / 9)))
  })
  const sun = circle([random.between(300, 1300), 250], 95, fill(paper[0], 0.75))
  return [
    defs(
      gradient('air', [
        [0, mix(ramp[0] ?? blue[0], '#ffffff', 0.25)],
        [1, paper[1]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#air)"'),
    sun,
    ...layers,
  ].join('')
}

export const relief: Motifs = { terrain, glacier, dunes, profile, permafrost, ranges }
