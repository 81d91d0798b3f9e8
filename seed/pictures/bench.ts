import { at, type Random } from '../random.ts'
import type { Motif, Motifs } from './motif.ts'
import { noiseOf } from './noise.ts'
import { along, blue, green, ink, loess, mix, night, paper, red, violet } from './palette.ts'
import {
  circle,
  curve,
  defs,
  fill,
  gradient,
  ground,
  group,
  height,
  line,
  n,
  path,
  type Point,
  polar,
  radial,
  rect,
  spread,
  stroke,
  times,
  turned,
  width,
} from './svg.ts'

/** Cells one by one through the laser: clouds of like ones, and the gates drawn around them. */
const cytometry: Motif = (random) => {
  const clouds = times(5, (index) => ({
    at: polar(
      [random.between(760, 860), random.between(540, 640)],
      random.between(240, 460),
      index * 1.257 + random.between(-0.2, 0.2),
    ),
    wide: random.between(60, 170),
    turn: random.between(0, 3),
    colour: at([green[2], blue[2], loess[1], red[2], violet[1]], index),
  }))
  const dots = clouds.map(({ at: [x, y], wide, turn, colour }) => {
    const spots = times(520, () => {
      const [u, v] = [random.bell() * wide, random.bell() * wide * 0.5]
      return `M${Math.round(x + u * Math.cos(turn) - v * Math.sin(turn))} ${Math.round(y + u * Math.sin(turn) + v * Math.cos(turn))}h0`
    })
    return path(spots.join(''), stroke(colour, 6, 0.7))
  })
  const gates = clouds.slice(0, 3).map(({ at: centre, wide, colour }) =>
    path(
      line(
        times(6, (index) => polar(centre, wide * random.between(1.5, 1.9), index * 1.047)),
        true,
      ),
      `${stroke(mix(colour, '#ffffff', 0.4), 4)} stroke-dasharray="16 12"`,
    ),
  )
  return [
    ground(night[2]),
    path(
      spread(100, 1500, 8)
        .map((x) => `M${x} 60V1130`)
        .join('') +
        spread(60, 1130, 6)
          .map((y) => `M100 ${n(y)}H1500`)
          .join(''),
      stroke(blue[2], 1.5, 0.2),
    ),
    ...dots,
    ...gates,
    path('M100 60V1130H1500', stroke(paper[2], 4, 0.8)),
  ].join('')
}

/** Plants on shelves under their lamps, every shelf a different spring. */
const phytotron: Motif = (random) => {
  const lamps = [violet[1], red[1], paper[0], blue[1]]
  const shelves = times(4, (row) => {
    const y = 280 + row * 285
    const light = at(lamps, row + random.whole(0, 1))
    const plants = times(11, (column) =>
      seedling(random, [130 + column * 134, y], {
        tall: 60 + row * 34 + random.between(-16, 16),
        warm: row / 4,
      }),
    )
    return [
      rect(60, y - 262, 1480, 262, fill(light, 0.2)),
      rect(60, y - 268, 1480, 15, fill(light)),
      ...plants,
      rect(40, y, 1520, 20, fill(ink[1])),
    ].join('')
  })
  return [
    defs(
      gradient('room', [
        [0, night[1]],
        [1, night[3]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#room)"'),
    ...shelves,
  ].join('')
}

function seedling(
  random: Random,
  [x, y]: Point,
  { tall, warm }: { tall: number; warm: number },
): string {
  const lean = random.bell() * 12
  const leaves = times(4 + Math.round(warm * 5), (index) => {
    const share = 0.35 + (index / 9) * 0.7
    const side = index % 2 === 0 ? 1 : -1
    const [u, v] = [lean * share, -tall * share]
    return path(
      `M${n(u)} ${n(v)}q${n(side * 26)} -30 ${n(side * 54)} -12q${n(-side * 22)} 26 ${n(-side * 54)} 12z`,
      fill(along([green[1], green[2], green[3]], random.next())),
    )
  })
  return group(
    `transform="translate(${n(x)} ${n(y)})"`,
    path(`M0 0Q${n(lean * 0.2)} ${n(-tall * 0.6)} ${n(lean)} ${n(-tall)}`, stroke(green[2], 6)),
    ...leaves,
    path('M-38 -34h76l-10 34h-56z', fill(loess[3])),
    rect(-42, -42, 84, 12, fill(loess[2])),
  )
}

/** A glasshouse from the end, rows of beds to the far wall. */
const greenhouse: Motif = (random) => {
  const far: Point = [800, 520]
  const ribs = times(9, (index) => {
    const scale = 1 - index * 0.1
    return `M${n(far[0] - 760 * scale)} ${n(far[1] + 560 * scale)}V${n(far[1] - 60 * scale)}Q${far[0]} ${n(far[1] - 760 * scale)} ${n(far[0] + 760 * scale)} ${n(far[1] - 60 * scale)}V${n(far[1] + 560 * scale)}`
  })
  const beds = times(6, (bed) => {
    const x = -1.15 + bed * 0.46
    return times(15, (step) => {
      const scale = 0.14 + (step / 14) ** 1.7
      const size = 92 * scale
      const place: Point = [far[0] + x * 760 * scale, far[1] + 90 + 560 * scale]
      return times(5, (leaf) =>
        circle(
          [
            place[0] + random.bell() * size * 0.7,
            place[1] - size * 0.5 + random.bell() * size * 0.3,
          ],
          size * random.between(0.3, 0.5),
          fill(
            along(
              [green[4], green[3], green[2], green[1]],
              random.next() * 0.7 + (leaf === 4 ? 0.3 : 0),
            ),
          ),
        ),
      ).join('')
    })
  })
  const rows = times(15, (step) => beds.map((bed) => bed[step] ?? '').join(''))
  return [
    defs(
      gradient('glass', [
        [0, blue[1]],
        [0.55, paper[0]],
        [1, loess[1]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#glass)"'),
    path(
      spread(-0.95, 0.95, 9)
        .map((u) => `M${n(far[0] + u * 150)} ${far[1] - 90}L${n(far[0] + u * 1500)} -60`)
        .join(''),
      stroke(paper[0], 5, 0.8),
    ),
    path(ribs.join(''), stroke(ink[1], 7, 0.6)),
    ...rows,
  ].join('')
}

/** Bands of a gel under the lamp. */
const gel: Motif = (random) => {
  const ladder = times(11, (index) => 130 + index * 86 * (1 - index * 0.012))
  const lanes = times(17, (lane) => {
    const x = 80 + lane * 88
    const isLadder = lane === 0 || lane === 16
    const bands = isLadder
      ? ladder
      : times(random.whole(2, 6), () => random.pick(ladder) + random.between(-24, 24))
    return (
      bands
        .map((y) => {
          const strong = random.between(0.35, 1)
          return (
            `<ellipse cx="${x + 32}" cy="${n(y)}" rx="42" ry="${n(12 + strong * 8)}" ${fill(green[0], strong * 0.18)}/>` +
            rect(
              x,
              y - 5,
              64,
              10 + strong * 4,
              `${fill(mix(green[1], '#ffffff', strong * 0.7), 0.4 + strong * 0.6)} rx="6"`,
            )
          )
        })
        .join('') +
      rect(
        x,
        54,
        64,
        22,
        `${fill(night[3])} stroke="${green[2]}" stroke-opacity=".4" stroke-width="2"`,
      )
    )
  })
  return [
    defs(
      gradient('gel', [
        [0, '#0d1f1b'],
        [1, '#15352c'],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#gel)"'),
    ...lanes,
  ].join('')
}

/** Tubes in their racks from above, one colour for what each holds. */
const tubes: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 2)
  const sets: Record<string, readonly string[]> = {
    blood: [red[2], red[3], loess[1], paper[2]],
    plant: [green[1], green[2], green[3], loess[1]],
    soil: [loess[1], loess[2], loess[3], loess[4]],
    ice: [blue[0], blue[1], blue[2], blue[3]],
    animal: [red[1], loess[2], violet[1], blue[2]],
  }
  const ramp = sets[variant] ?? sets['ice'] ?? blue
  const tint = radial(
    'tube',
    [
      [0, '#ffffff', 0.75],
      [0.45, '#ffffff', 0],
      [1, night[3], 0.45],
    ],
    'cx=".36" cy=".32" r=".75"',
  )
  const wells = times(14 * 10, (index) => {
    const [column, row] = [index % 14, Math.floor(index / 14)]
    const place: Point = [112 + column * 106, 122 + row * 106]
    const isThere = noise(column / 3 + 4, row / 3) > -0.34
    if (!isThere)
      return circle(place, 38, `${fill(night[3], 0.5)} stroke="${night[0]}" stroke-width="4"`)
    const colour = along(
      ramp,
      0.5 + 0.7 * noise(column / 4, row / 2 + 9) + random.between(-0.16, 0.16),
    )
    return (
      circle(place, 44, fill(colour)) +
      circle(place, 44, 'fill="url(#tube)"') +
      circle(place, 20, stroke(paper[0], 4, 0.5))
    )
  })
  return [
    defs(tint),
    ground(night[1]),
    ...[0, 1].map((rack) =>
      rect(
        48 + rack * 764,
        40,
        740,
        1120,
        `${fill(night[2])} stroke="${night[0]}" stroke-width="6" rx="30"`,
      ),
    ),
    ...wells,
  ].join('')
}

/** A section under the microscope, in the pink and violet of the pathologist. */
const histology: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const glands = times(13, () => ({
    at: [random.between(0, 1600), random.between(0, 1200)] as Point,
    size: random.between(90, 190),
  }))
  const rings = glands.map(({ at: centre, size }) => {
    const shape = (scale: number) =>
      curve(
        times(14, (index) =>
          polar(centre, size * scale * (0.85 + 0.3 * noise(index, size)), index * 0.4488),
        ),
        true,
      )
    const nuclei = times(30, (index) =>
      group(
        turned(
          polar(centre, size * 0.92 * (0.9 + 0.2 * random.next()), index * 0.2094),
          index * 12,
        ),
        `<ellipse rx="15" ry="9" fill="${along([violet[3], violet[4], violet[5]], random.next())}"/>`,
      ),
    )
    return [
      path(shape(1.18), fill(mix(violet[1], red[0], 0.4))),
      path(shape(0.62), fill('#fbf3f0')),
      ...nuclei,
    ].join('')
  })
  const fibres = times(30, (index) =>
    path(
      curve(
        spread(-20, 1620, 14).map((x): Point => [
          Math.round(x),
          Math.round(index * 42 + 50 * noise(x / 260, index / 3)),
        ]),
      ),
      stroke(mix(red[1], '#e9a9b4', 0.6), random.between(4, 13), 0.45),
    ),
  )
  return [
    ground('#f4d9da'),
    ...fibres,
    ...rings,
    rect(1300, 1120, 200, 10, fill(ink[3], 0.8)),
  ].join('')
}

/** Cores of ice side by side, a layer for every year. */
const cores: Motif = (random, { variant }) => {
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

export const bench: Motifs = { cytometry, phytotron, greenhouse, gel, tubes, histology, cores }
