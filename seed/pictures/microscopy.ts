import { at, type Random } from '../random.ts'
import type { Motif, Motifs } from './motif.ts'
import { noiseOf, ridgesOf } from './noise.ts'
import { along, blue, green, ink, loess, mix, night, paper, red, violet } from './palette.ts'
import { raster } from './raster.ts'
import {
  circle,
  curve,
  defs,
  fill,
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

/** The little bar of every micrograph. */
export const scaleBar = (colour = '#ffffff', x = 1300): string =>
  rect(x, 1120, 200, 10, fill(colour, 0.9)) +
  path(`M${x} 1104v42M${x + 200} 1104v42`, stroke(colour, 4, 0.9))

const greys = ['#14191b', '#2d3536', '#5b615d', '#98968a', '#d6cfbd', '#f7f2e4']

/** Grains lit by electrons: bright at their edges, dark below, near ones over far ones. */
const grains: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 4)
  const tint = variant === 'warm' ? [night[3], loess[5], loess[4], loess[2], paper[1]] : greys
  const back = raster(tint, (u, v) => 0.16 + 0.16 * noise(u * 7, v * 6), {
    across: 150,
    down: 112,
    steps: 20,
  })
  const bodies = times(40, (index) => {
    const near = index / 40
    const size = 50 + near * random.between(60, 190)
    return grain(random, [random.between(-60, 1660), random.between(-60, 1260)], { size, near })
  })
  const light = radial(
    'body',
    [
      [0, along(tint, 0.55)],
      [0.55, along(tint, 0.62)],
      [0.86, along(tint, 0.86)],
      [0.96, along(tint, 1)],
      [1, along(tint, 0.7)],
    ],
    'cx=".42" cy=".38" r=".66"',
  )
  return [
    defs(light),
    back,
    ...bodies,
    rect(0, 0, width, height, fill(night[3], 0.06)),
    scaleBar(),
  ].join('')
}

function grain(
  random: Random,
  [x, y]: Point,
  { size, near }: { size: number; near: number },
): string {
  const corners = random.whole(7, 11)
  const outline = times(corners, (index): Point =>
    polar([0, 0], size * random.between(0.78, 1.12), (index / corners) * Math.PI * 2),
  )
  const facets = outline
    .filter((_, index) => index % 2 === 0)
    .map(([u, v]) => `M${n(u * 0.12)} ${n(v * 0.1)}L${n(u * 0.86)} ${n(v * 0.86)}`)
  const pits = times(12, () => {
    const [u, v] = polar([0, 0], size * Math.sqrt(random.next()) * 0.8, random.between(0, 7))
    return `M${Math.round(u)} ${Math.round(v)}h0`
  })
  return group(
    turned([x, y], random.between(0, 360)),
    path(
      curve(
        outline.map(([u, v]): Point => [u + 14, v + 22]),
        true,
      ),
      fill(night[3], 0.5),
    ),
    path(curve(outline, true), 'fill="url(#body)"'),
    path(curve(outline, true), fill(night[3], (1 - near) * 0.55)),
    path(facets.join(''), stroke(night[3], 3, 0.14)),
    path(pits.join(''), stroke(night[3], size * 0.08, 0.25)),
  )
}

/** Pollen: spheres of spines, as palynologists know them. */
const pollen: Motif = (random, { key }) => {
  const noise = noiseOf(key, 4)
  const back = raster([night[3], ink[2], ink[1]], (u, v) => 0.3 + 0.3 * noise(u * 5, v * 4), {
    across: 160,
    down: 120,
    steps: 20,
  })
  const places: Point[] = [
    [480, 520],
    [1130, 420],
    [860, 930],
    [1440, 800],
    [180, 1010],
  ]
  const tints = [loess[2], green[2], paper[3], red[1], loess[1]]
  const bodies = places.map(([x, y], index) => {
    const size = [330, 260, 240, 190, 200][index] ?? 200
    const tint = at(tints, index + random.whole(0, 4))
    const id = `grain${index}`
    return [
      defs(
        radial(
          id,
          [
            [0, mix(tint, '#ffffff', 0.35)],
            [0.6, tint],
            [0.92, mix(tint, night[3], 0.55)],
            [1, mix(tint, night[3], 0.8)],
          ],
          'cx=".38" cy=".34" r=".72"',
        ),
      ),
      circle([x, y], size, `fill="url(#${id})"`),
      ...spines(random, { x, y, size, tint, tall: random.between(0.05, 0.14) }),
    ].join('')
  })
  return [back, ...bodies, scaleBar()].join('')
}

type Sphere = { x: number; y: number; size: number; tint: string; tall: number }

/** Points of a sphere by the golden angle; those at the rim stand out, those in the middle look at us. */
function spines(random: Random, { x, y, size, tint, tall }: Sphere): string[] {
  const turn = random.between(0, 6)
  const points = times(150, (index) => {
    const depth = 1 - index / 150
    const radius = Math.sqrt(1 - depth * depth)
    const angle = turn + index * 2.399963
    const foot = polar([x, y], size * radius, angle)
    const tip = polar([x, y], size * (radius + tall * (0.25 + radius)), angle)
    const wide = size * 0.05 * (1.1 - radius * 0.6)
    const [left, right] = [polar(foot, wide, angle + 1.57), polar(foot, wide, angle - 1.57)]
    return { d: line([left, tip, right], true), isAtRim: radius > 0.85 }
  })
  return [true, false].map((isAtRim) =>
    path(
      points
        .filter((point) => point.isAtRim === isAtRim)
        .map(({ d }) => d)
        .join(''),
      fill(mix(tint, isAtRim ? night[3] : '#ffffff', isAtRim ? 0.4 : 0.35), 0.9),
    ),
  )
}

/** Columns of atoms, a grain boundary through them, and their transform in the corner. */
const lattice: Motif = (random) => {
  const angle = random.between(0.1, 0.5)
  const step = random.between(34, 42)
  const atoms = [angle, angle + random.between(0.35, 0.6)].flatMap((turn, side) => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    return times(64 * 50, (index): Point => {
      const [u, v] = [
        ((index % 64) - 32) * step + (Math.floor(index / 64) % 2) * step * 0.5,
        (Math.floor(index / 64) - 25) * step * 0.866,
      ]
      return [800 + u * cos - v * sin, 600 + u * sin + v * cos]
    }).filter(
      ([x, y]) =>
        x > -20 &&
        x < 1620 &&
        y > -20 &&
        y < 1220 &&
        Math.sign(x - 820 - Math.sin(y / 190) * 90) === (side === 0 ? -1 : 1),
    )
  })
  const dots = atoms.map(([x, y]) => `M${Math.round(x)} ${Math.round(y)}h0`).join('')
  const rings = times(6, (spoke) =>
    [110, 190, 220]
      .map((r, ring) =>
        circle(
          polar(
            [1340, 260],
            r * (ring === 1 ? 0.6 : 1),
            angle + (spoke * Math.PI) / 3 + ring * 0.52,
          ),
          ring === 0 ? 9 : 5,
          fill(paper[0], 0.9),
        ),
      )
      .join(''),
  )
  return [
    defs(
      radial(
        'glow',
        [
          [0, blue[4]],
          [1, night[3]],
        ],
        'cx=".35" cy=".4" r=".9"',
      ),
    ),
    rect(0, 0, width, height, 'fill="url(#glow)"'),
    path(dots, stroke(blue[2], 25, 0.28)),
    path(dots, stroke(paper[0], 13, 0.85)),
    circle([1340, 260], 215, `${fill(night[3], 0.88)} stroke="${paper[2]}" stroke-width="3"`),
    ...rings,
    circle([1340, 260], 16, fill(paper[0])),
    scaleBar(),
  ].join('')
}

/** Averages of particles from thousands of pictures, row by row. */
const particles: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const folds = random.whole(3, 6)
  const shade = (u: number, v: number) => {
    const [column, row] = [Math.floor(u * 8), Math.floor(v * 6)]
    const [x, y] = [(u * 8 - column - 0.5) * 2, (v * 6 - row - 0.5) * 2]
    const [radius, angle] = [Math.hypot(x, y), Math.atan2(y, x)]
    const view = (column * 7 + row * 13) % 11
    const squeezed = radius * (1 + 0.25 * Math.sin(angle + view) ** 2)
    const lobes = 0.62 + 0.13 * Math.cos(angle * (view < 6 ? folds : 2) + view)
    const body = 1 / (1 + Math.exp((squeezed - lobes) * 18))
    const inner = 0.5 + 0.5 * Math.cos(squeezed * 13 + view) * Math.cos(angle * folds + view * 0.6)
    return 0.16 + body * (0.34 + 0.45 * inner) + 0.05 * noise(u * 60, v * 45)
  }
  const picture = raster([night[3], night[1], blue[4], blue[2], paper[0]], shade, {
    across: 256,
    down: 192,
    steps: 28,
  })
  const grid =
    spread(200, 1400, 7)
      .map((x) => `M${x} 0V1200`)
      .join('') +
    spread(200, 1000, 5)
      .map((y) => `M0 ${y}H1600`)
      .join('')
  return [picture, path(grid, stroke(night[3], 10))].join('')
}

/** Cells in three dyes: nuclei, the threads between them, and what was sought. */
const cells: Motif = (random) => {
  const dyes = random.pick([
    [green[2], blue[2], red[1]],
    [loess[1], violet[2], green[1]],
    [blue[1], red[2], loess[1]],
  ] as const)
  const centres = times(26, (index): Point => [
    (index % 6) * 290 + random.between(-60, 190),
    Math.floor(index / 6) * 270 + random.between(-60, 190),
  ])
  const threads = centres.flatMap((centre) =>
    times(16, () => {
      const angle = random.between(0, 6.3)
      const bend = random.between(-0.9, 0.9)
      return curve(
        spread(20, random.between(140, 300), 4).map((r) =>
          polar(centre, r, angle + bend * (r / 200)),
        ),
      )
    }),
  )
  const meshes = times(4, (weight) =>
    path(
      threads.filter((_, index) => index % 4 === weight).join(''),
      stroke(dyes[0], 1.5 + weight, 0.75 - weight * 0.13),
    ),
  )
  const nuclei = centres.map(([x, y]) => {
    const [wide, turn] = [random.between(44, 74), random.between(0, 180)]
    const spots = times(7, () =>
      circle(
        [random.between(-26, 26), random.between(-20, 20)],
        random.between(3, 9),
        fill(dyes[2], 0.9),
      ),
    )
    return group(
      turned([x, y], turn),
      `<ellipse rx="${n(wide)}" ry="${n(wide * 0.72)}" fill="url(#nucleus)"/>`,
      ...spots,
    )
  })
  const nucleus = radial('nucleus', [
    [0, mix(dyes[1], '#ffffff', 0.35)],
    [0.6, dyes[1]],
    [1, mix(dyes[1], night[3], 0.55)],
  ])
  return [defs(nucleus), ground('#070d10'), ...meshes, ...nuclei, scaleBar()].join('')
}

/** A surface felt line by line. */
const surface: Motif = (random, { key }) => {
  const noise = noiseOf(key, 4)
  const bumps = times(9, () => ({
    x: random.between(0.1, 0.9),
    y: random.between(0.1, 0.95),
    tall: random.between(60, 190),
    wide: random.between(0.05, 0.13),
  }))
  const rows = times(52, (row) => {
    const v = row / 51
    const base = 300 + v * 840
    const spreadOut = 0.72 + v * 0.36
    const points = spread(0, 1, 72).map((u): Point => {
      const bump = bumps.reduce(
        (sum, { x, y, tall, wide }) =>
          sum + tall * Math.exp(-(((u - x) / wide) ** 2) - ((v - y) / wide) ** 2),
        0,
      )
      return [
        800 + (u - 0.5) * 1500 * spreadOut,
        base - (bump + 46 * noise(u * 5, v * 5)) * spreadOut,
      ]
    })
    const colour = along([blue[4], green[3], loess[2], loess[0]], v)
    return path(
      `${line(points)}V1240H${n(points[0]?.[0] ?? 0)}Z`,
      `${fill(night[2])} stroke="${colour}" stroke-width="${n(2 + v * 2)}"`,
    )
  })
  return [ground(night[2]), ...rows].join('')
}

/** A core of soil or rock, sliced by X-rays: grains, pores, roots. */
const slices: Motif = (_random, { key, variant }) => {
  const [noise, cracks] = [noiseOf(key, 5), ridgesOf(`${key}/cracks`, 3)]
  const ramp =
    variant === 'bone'
      ? [night[3], blue[5], blue[3], blue[1], paper[0]]
      : [night[3], loess[5], loess[4], loess[2], paper[1]]
  const shade = (u: number, v: number) => {
    const [x, y] = [(u - 0.5) * 4, (v - 0.5) * 3]
    const radius = Math.hypot(x, y)
    const pores = 0.5 * risen((cracks(x * 1.7, y * 1.7) - 0.88) * 12)
    const stones = 0.24 * risen((noise(x * 2.2 + 9, y * 2.2) - 0.25) * 10)
    return radius > 1.5 ? 0 : 0.5 + 0.28 * noise(x * 3.4, y * 3.4) + stones - pores
  }
  const picture = raster(ramp, shade, { across: 248, down: 186, steps: 26 })
  const around = path(
    'M0 0H1600V1200H0ZM800 60A540 540 0 1 1 799 60Z',
    `${fill(ramp[0] ?? night[3])} fill-rule="evenodd"`,
  )
  const cross = path(
    'M800 20V1180M220 600H1380',
    `${stroke(paper[2], 2, 0.5)} stroke-dasharray="18 14"`,
  )
  return [
    picture,
    around,
    circle([800, 600], 540, stroke(paper[1], 12)),
    cross,
    path('M1000 600A200 200 0 0 1 800 800', stroke(paper[1], 5, 0.9)),
    scaleBar(paper[1]),
  ].join('')
}

/** From 0 to 1 where it passes through zero, softly. */
const risen = (value: number) => 1 / (1 + Math.exp(-value))

export const microscopy: Motifs = { grains, pollen, lattice, particles, cells, surface, slices }
