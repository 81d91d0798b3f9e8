import type { Random } from '../random.ts'
import type { Motif, Motifs } from './motif.ts'
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

/** Faint squares of a drawing board. */
const board = (colour: string, opacity: number): string =>
  path(
    spread(0, width, 33)
      .map((x) => `M${n(x)} 0V${height}`)
      .join('') +
      spread(0, height, 25)
        .map((y) => `M0 ${n(y)}H${width}`)
        .join(''),
    stroke(colour, 1, opacity),
  )

/** A ring for heavy ions: dipoles in the bends, quadrupoles between, the beam inside, lines in and out. */
const ring: Motif = (random, { variant }) => {
  const corners = variant === 'booster' ? 8 : random.pick([6, 8, 12])
  const [across, down] = [620, 410]
  const centre: Point = [800, 600]
  const onRing = (turn: number, scale = 1): Point => [
    centre[0] + across * scale * Math.sign(Math.cos(turn)) * Math.abs(Math.cos(turn)) ** 0.72,
    centre[1] + down * scale * Math.sign(Math.sin(turn)) * Math.abs(Math.sin(turn)) ** 0.72,
  ]
  const loop = curve(
    times(120, (index) => onRing((index / 120) * Math.PI * 2)),
    true,
  )
  const magnets = times(corners * 4, (index) => {
    const turn = ((index + 0.5) / (corners * 4)) * Math.PI * 2
    const [before, after] = [onRing(turn - 0.02), onRing(turn + 0.02)]
    const angle = (Math.atan2(after[1] - before[1], after[0] - before[0]) * 180) / Math.PI
    const isDipole = index % 2 === 0
    const colour = isDipole ? [blue[3], green[3]][index % 4 === 0 ? 0 : 1] : loess[2]
    const [long, wide] = isDipole ? [92, 62] : [20, 78]
    return group(
      turned(onRing(turn), angle),
      rect(-long / 2, -wide / 2, long, wide, `${fill(colour ?? blue[3])} rx="8"`),
      rect(-long / 2, -7, long, 14, fill(night[3], 0.55)),
    )
  })
  const bunches = times(26, (index) =>
    circle(onRing((index / 26) * Math.PI * 2 + random.between(0, 0.05)), 9, fill(paper[0])),
  )
  const inner =
    variant === 'booster'
      ? [circle(centre, 165, stroke(loess[2], 5)), spiral(centre, 150)]
      : [
          path(
            curve(
              times(80, (index) => onRing((index / 80) * Math.PI * 2, 0.52)),
              true,
            ),
            stroke(violet[2], 5, 0.9),
          ),
          spiral(centre, 90),
        ]
  return [
    defs(
      radial('hall', [
        [0, night[0]],
        [1, night[3]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#hall)"'),
    board(blue[2], 0.12),
    path(
      `M0 1130C300 1130 420 1040 560 1000M1040 206C1200 150 1330 60 1600 40M1420 640C1500 690 1530 760 1600 800M800 600L620 330`,
      stroke(loess[1], 5, 0.8),
    ),
    path(loop, stroke(night[3], 56)),
    path(loop, stroke(blue[2], 4)),
    ...inner,
    ...magnets,
    ...bunches,
  ].join('')
}

const spiral = (centre: Point, size: number): string =>
  path(
    line(spread(0, 1, 150).map((share) => polar(centre, size * Math.sqrt(share), share * 44))),
    stroke(loess[1], 2.5, 0.95),
  )

/** A cyclotron from above: four sectors, the turns of the beam between them. */
const cyclotron: Motif = (random) => {
  const centre: Point = [760, 610]
  const turn = random.between(0, 1)
  const sectors = times(4, (index) => {
    const [from, to] = [turn + (index * Math.PI) / 2, turn + (index * Math.PI) / 2 + 0.92]
    const edge = spread(from, to, 20)
    const points = [
      ...edge.map((angle) => polar(centre, 520, angle)),
      ...edge.toReversed().map((angle) => polar(centre, 90, angle + 0.35)),
    ]
    return path(
      line(points, true),
      `${fill(along([blue[3], green[3]], index / 3), 0.9)} stroke="${paper[1]}" stroke-width="4"`,
    )
  })
  const beam = line(
    spread(0, 1, 900).map((share) =>
      polar(centre, 55 + 480 * Math.sqrt(share), turn + share * 120),
    ),
  )
  return [
    ground(paper[1]),
    board(ink[0], 0.18),
    circle(centre, 570, `${fill(paper[0])} stroke="${ink[2]}" stroke-width="10"`),
    ...sectors,
    path(beam, stroke(red[3], 2, 0.9)),
    path(`M${n(centre[0] + 535)} 560C1400 420 1480 250 1640 180`, stroke(red[3], 8)),
    circle(centre, 54, `${fill(loess[2])} stroke="${ink[2]}" stroke-width="6"`),
    ...times(7, (index) =>
      group(
        turned([1270 + index * 44, 440 - index * 42 + index * index * 2], -48),
        rect(-10, -46, 20, 92, `${fill(loess[3])} rx="5"`),
      ),
    ),
  ].join('')
}

/** Tracks of a shower of fragments in a chamber, curled by the field. */
const tracks: Motif = (random) => {
  const vertex: Point = [random.between(420, 620), 600]
  const curls = times(34, () => {
    const angle = random.bell() * 0.8
    const bend = random.bell() * 0.004
    const long = random.between(300, 1200)
    const points = spread(0, long, 14).map((s): Point => [
      vertex[0] + s * Math.cos(angle + bend * s * 0.5),
      vertex[1] + s * Math.sin(angle + bend * s * 0.5),
    ])
    return path(
      curve(points),
      stroke(
        along([loess[1], red[2], blue[1]], random.next()),
        random.between(1.5, 6),
        random.between(0.5, 1),
      ),
    )
  })
  const spirals = times(6, () => {
    const centre: Point = [random.between(760, 1450), random.between(150, 1050)]
    const size = random.between(30, 110)
    return path(
      line(spread(0, 1, 60).map((share) => polar(centre, size * (1 - share * 0.92), share * 22))),
      stroke(blue[1], 2, 0.8),
    )
  })
  const planes = times(9, (index) =>
    path(`M${760 + index * 96} ${170 - index * 12}V${1030 + index * 12}`, stroke(blue[2], 3, 0.35)),
  )
  return [
    defs(
      gradient(
        'dark',
        [
          [0, night[2]],
          [1, '#05090b'],
        ],
        'x1="0" y1="0" x2="1" y2="1"',
      ),
    ),
    rect(0, 0, width, height, 'fill="url(#dark)"'),
    ...planes,
    path(`M0 600H${n(vertex[0])}`, stroke(paper[0], 8)),
    rect(vertex[0] - 10, 470, 20, 260, fill(loess[2])),
    ...curls,
    ...spirals,
    circle(vertex, 20, fill(paper[0])),
  ].join('')
}

/** Shells of cold around a sample, cut open, and the field through them. */
const cryostat: Motif = (random) => {
  const shells = [430, 350, 280, 215, 150, 92]
  const ramp = [loess[2], green[2], blue[2], blue[3], blue[4], blue[5]]
  const walls = shells.map((size, index) => {
    const tall = size * 1.32
    return rect(
      800 - size,
      640 - tall * 0.82,
      size * 2,
      tall * 1.55,
      `${fill(mix(ramp[index] ?? blue[3], paper[0], 0.5 - index * 0.06))} stroke="${ramp[index]}" stroke-width="9" rx="${n(size * 0.22)}"`,
    )
  })
  const field = times(16, (index) => {
    const side = index % 2 === 0 ? 1 : -1
    const reach = 40 + Math.floor(index / 2) * 105
    return path(
      `M${800 + side * 16} 60C${n(800 + side * reach)} 160 ${n(800 + side * reach * 1.5)} 1040 ${800 + side * 16} 1180`,
      `${stroke(violet[3], 2.5, 0.5)} stroke-dasharray="${random.whole(14, 22)} 12"`,
    )
  })
  const coils = [610, 690, 770].flatMap((y) =>
    [-118, 118].map((x) =>
      circle([800 + x, y], 26, `${fill(loess[3])} stroke="${loess[5]}" stroke-width="5"`),
    ),
  )
  return [
    ground(paper[1]),
    board(ink[0], 0.14),
    ...walls,
    ...field,
    rect(770, 20, 60, 560, fill(ink[1])),
    ...coils,
    rect(762, 640, 76, 100, `${fill(red[2])} rx="10"`),
    circle([800, 690], 18, fill(paper[0])),
  ].join('')
}

/** Two beams met on a table: mirrors, and the fringes they make. */
const fringes: Motif = (random, { variant }) => {
  const [one, other]: [Point, Point] = [
    [random.between(380, 540), 480],
    [random.between(1040, 1200), random.between(620, 760)],
  ]
  const colour = variant === 'green' ? green : random.pick([green, blue])
  const waves = [one, other].map((centre) =>
    times(30, (index) =>
      circle(centre, 20 + index * 36, stroke(colour[1], 13, 0.34 - index * 0.007)),
    ).join(''),
  )
  const mirrors = [
    [210, 1010, 45],
    [1390, 190, 45],
    [1390, 1010, -45],
    [210, 190, -45],
  ].map(([x = 0, y = 0, turn = 0]) =>
    group(
      turned([x, y], turn),
      rect(-95, -14, 190, 28, `${fill(paper[1])} rx="8"`),
      rect(-95, 14, 190, 10, fill(loess[3])),
    ),
  )
  return [
    defs(
      radial('table', [
        [0, colour[4]],
        [1, night[3]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#table)"'),
    ...waves,
    path('M210 1010V190H1390V1010ZM210 190L800 600L1390 1010', `${stroke(colour[0], 7, 0.9)}`),
    ...mirrors,
    group(
      turned([800, 600], 45),
      rect(-80, -80, 160, 160, `${fill(colour[0], 0.35)} stroke="${paper[0]}" stroke-width="5"`),
    ),
  ].join('')
}

/** The chart of the nuclides: every known nucleus a square, neutrons across, protons up. */
const nuclides: Motif = (random) => {
  const size = 15
  const squares: Record<string, string[]> = {}
  for (let protons = 0; protons <= 82; protons += 1) {
    const stable = protons * (1 + 0.0062 * protons ** 0.95)
    const spread2 = 2 + protons * 0.16 + random.between(-1, 1)
    for (
      let neutrons = Math.round(stable - spread2);
      neutrons <= stable + spread2 * 1.25;
      neutrons += 1
    ) {
      if (neutrons < 0) continue
      const off = (neutrons - stable) / spread2
      const colour =
        Math.abs(off) < 0.16
          ? ink[3]
          : along(
              off < 0 ? [loess[2], red[2], red[3]] : [green[2], blue[2], blue[4]],
              Math.abs(off) * 0.8 + random.between(-0.1, 0.1),
            )
      const list = (squares[colour.slice(0, 6)] ??= [colour])
      list.push(
        `M${n(120 + neutrons * 10.4)} ${1100 - protons * 12.4}h${size - 4}v${-(size - 3)}h-${size - 4}z`,
      )
    }
  }
  const magic = [8, 20, 28, 50, 82].map(
    (count) =>
      `M${n(120 + count * 10.4)} ${n(1140 - count * 7)}V${n(1000 - count * 12)}M${n(90 + count * 8)} ${n(1100 - count * 12.4)}H${n(330 + count * 15)}`,
  )
  const cells = Object.values(squares).map(([colour = ink[3], ...all]) =>
    path(all.join(''), fill(colour)),
  )
  return [
    ground(paper[1]),
    path(magic.join(''), stroke(ink[1], 2, 0.45)),
    ...cells,
    path('M90 1130H1540M90 1130V60', stroke(ink[2], 4)),
  ].join('')
}

/** A machine of many minds: racks, and what they say to one another. */
const network: Motif = (random) => {
  const nodes = times(84, (index): Point => [
    150 + (index % 14) * 100,
    240 + Math.floor(index / 14) * 145,
  ])
  const links = times(120, () => [random.pick(nodes), random.pick(nodes)] as const)
  const arcs = links.map(([[x, y], [u, v]]) =>
    path(
      `M${n(x)} ${n(y)}Q${n((x + u) / 2)} ${n((y + v) / 2 - 170)} ${n(u)} ${n(v)}`,
      stroke(random.pick([blue[2], green[2], loess[2]]), 2, 0.4),
    ),
  )
  const racks = nodes.map(
    ([x, y]) =>
      rect(
        x - 30,
        y - 44,
        60,
        88,
        `${fill(night[0])} stroke="${blue[3]}" stroke-width="3" rx="7"`,
      ) +
      path(
        times(5, (index) => `M${n(x - 17)} ${n(y - 28 + index * 14)}h${random.whole(8, 34)}`).join(
          '',
        ),
        stroke(random.pick([green[1], blue[1], loess[1]]), 4),
      ),
  )
  return [
    defs(
      gradient('hall', [
        [0, night[3]],
        [1, night[1]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#hall)"'),
    ...arcs,
    ...racks,
  ].join('')
}

/** Stress against strain, for one specimen after the other, as it is pressed. */
const strain: Motif = (random: Random) => {
  const ramp = [blue[4], blue[2], green[2], loess[2], red[3]]
  const curves = times(11, (index) => {
    const top = 260 + index * 62
    const points = spread(0, 1, 40).map((x): Point => [
      560 + x * 920,
      1040 -
        top * (1 - Math.exp(-x * 7)) * (1 - 0.35 * Math.max(0, x - 0.35) * (1 + index / 9)) +
        random.between(-2, 2),
    ])
    return path(curve(points), stroke(along(ramp, index / 10), 6))
  })
  const layers = times(
    18,
    (index) =>
      `<ellipse cx="290" cy="${n(330 + index * 35)}" rx="${n(150 + 26 * Math.sin((index / 17) * Math.PI))}" ry="42" fill="${along([blue[1], loess[1], loess[3]], index / 17)}" stroke="${ink[2]}" stroke-opacity=".35" stroke-width="2"/>`,
  )
  return [
    ground(paper[1]),
    board(ink[0], 0.15),
    path('M560 130V1040H1500', stroke(ink[2], 4)),
    ...curves,
    ...layers.toReversed(),
    rect(110, 200, 360, 74, `${fill(ink[2])} rx="10"`),
    rect(110, 1000, 360, 74, `${fill(ink[2])} rx="10"`),
    path('M290 60V170M250 130L290 180L330 130', stroke(red[3], 10)),
    path('M400 640l70 -90M180 760l-60 80', stroke(red[3], 4, 0.7)),
  ].join('')
}

/** What a scanner sees while it turns: every speck a wave. */
const sinogram: Motif = (random) => {
  const specks = times(60, () => ({
    far: random.next() ** 0.6,
    phase: random.between(0, 6.3),
    light: random.between(0.2, 1),
  }))
  const ramp = [violet[4], red[3], loess[2], paper[0]]
  const waves = specks.map(({ far, phase, light }) => {
    const points = spread(0, Math.PI * 2, 34).map((turn): Point => [
      (turn / (Math.PI * 2)) * width,
      600 + 500 * far * Math.sin(turn + phase),
    ])
    return path(curve(points), stroke(along(ramp, light), 5 + light * 22, 0.2 + light * 0.34))
  })
  return [
    defs(
      gradient('dark', [
        [0, '#120b1a'],
        [0.5, violet[5]],
        [1, '#120b1a'],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#dark)"'),
    ...waves,
  ].join('')
}

export const physics: Motifs = {
  ring,
  cyclotron,
  tracks,
  cryostat,
  fringes,
  nuclides,
  network,
  strain,
  sinogram,
}
