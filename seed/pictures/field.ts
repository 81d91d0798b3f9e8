import type { Motif, Motifs } from './motif.ts'
import { noiseOf } from './noise.ts'
import { along, blue, green, ink, loess, mix, night, paper, red, violet } from './palette.ts'
import { raster } from './raster.ts'
import { contoursOf } from './relief.ts'
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

/** One earthquake at many stations, the far ones below: the first wave, then the slower one. */
const seismogram: Motif = (random) => {
  const count = 22
  const rows = times(count, (row) => {
    const [first, second] = [0.16 + row * 0.017, 0.24 + row * 0.031]
    const loud = 80 * Math.exp(-row * 0.045)
    const points = spread(0, 1, 190).map((x): Point => {
      const p = x > first ? Math.exp(-(x - first) * 16) * 0.55 : 0
      const s = x > second ? Math.exp(-(x - second) * 7) : 0
      return [60 + x * 1480, 90 + row * 49 + (0.035 + p + s) * loud * random.bell()]
    })
    return path(
      line(points),
      stroke(along([red[3], loess[3], green[4], blue[4]], row / (count - 1)), 3.4),
    )
  })
  const arrivals = [
    [0.16, 0.017],
    [0.24, 0.031],
  ].map(([start = 0, step = 0]) =>
    path(
      `M${n(60 + start * 1480)} 90L${n(60 + (start + step * 21) * 1480)} ${90 + 21 * 49}`,
      `${stroke(ink[3], 3, 0.4)} stroke-dasharray="10 12"`,
    ),
  )
  return [
    ground(paper[1]),
    path(
      spread(60, 1540, 13)
        .map((x) => `M${n(x)} 40V1160`)
        .join(''),
      stroke(ink[0], 1.3, 0.3),
    ),
    ...arrivals,
    ...rows,
  ].join('')
}

/** The sweep of a radar with its cells of rain or hail. */
const radar: Motif = (random, { key }) => {
  const noise = noiseOf(key, 5)
  const shade = (u: number, v: number) => {
    const [x, y] = [(u - 0.5) * 4, (v - 0.5) * 3]
    const storm = noise(x * 1.1 + 3, y * 1.1) - 0.12
    return Math.hypot(x, y) > 1.42 ? 0 : 0.1 + Math.max(0, storm) * 1.7
  }
  const picture = raster([night[3], night[1], blue[4], green[3], loess[1], red[2], red[3]], shade, {
    across: 220,
    down: 165,
    steps: 15,
  })
  const rings = [110, 220, 330, 440, 568].map((r) =>
    circle([800, 600], r, stroke(paper[2], 2, 0.35)),
  )
  const spokes = times(24, (index) =>
    line([
      polar([800, 600], 24, (index * Math.PI) / 12),
      polar([800, 600], 568, (index * Math.PI) / 12),
    ]),
  )
  const turn = random.between(0, 6.3)
  const sweep = line(
    [[800, 600], ...spread(turn, turn + 0.55, 8).map((angle) => polar([800, 600], 568, angle))],
    true,
  )
  return [
    picture,
    ...rings,
    path(spokes.join(''), stroke(paper[2], 1.5, 0.2)),
    path(sweep, fill(paper[0], 0.16)),
    circle([800, 600], 10, fill(paper[0])),
  ].join('')
}

/** Layers of dust and cloud over a day, as a lidar sees them pass. */
const curtain: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 5)
  const layers = times(5, () => ({
    high: random.between(0.1, 0.72),
    thick: random.between(0.03, 0.1),
    strong: random.between(0.35, 0.9),
    wave: random.between(0.5, 3),
  }))
  const shade = (u: number, v: number) => {
    const up = 1 - v
    const cloud = layers.reduce(
      (sum, { high, thick, strong, wave }) =>
        sum +
        strong *
          Math.max(0, noise(u * 4 + wave * 7, up * 3) + 0.55) *
          Math.exp(-(((up - high - 0.08 * Math.sin(u * wave * 3 + wave)) / thick) ** 2)),
      0,
    )
    return 0.05 + 0.42 * Math.exp(-up * 4.5) + cloud + 0.05 * noise(u * 30, v * 30)
  }
  const ramp =
    variant === 'ice'
      ? [night[3], blue[5], blue[4], blue[2], blue[1], '#ffffff']
      : [night[3], violet[5], violet[4], red[3], loess[2], loess[0]]
  return [
    raster(ramp, shade, { across: 236, down: 177, steps: 32 }),
    path(
      spread(100, 1100, 6)
        .map((y) => `M0 ${y}h34`)
        .join('') +
        spread(100, 1500, 15)
          .map((x) => `M${n(x)} 1200v-22`)
          .join(''),
      stroke(paper[0], 4, 0.8),
    ),
  ].join('')
}

/** Echoes under the ground: layers, and the bows that single stones make. */
const radargram: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const layers = times(8, (index) => 110 + index * 130 + random.between(-30, 30))
  const lines = layers.flatMap((base, layer) =>
    times(5, (ring) =>
      path(
        curve(
          spread(0, width, 26).map((x): Point => [
            x,
            base + ring * 13 + 58 * noise(x / 380, layer * 3),
          ]),
        ),
        stroke(ring % 2 === 0 ? ink[3] : loess[3], 5 - ring * 0.7, 0.65 - ring * 0.09),
      ),
    ),
  )
  const bows = times(11, () => {
    const [x, y] = [random.between(100, 1500), random.between(220, 950)]
    return times(4, (ring) =>
      path(
        curve(
          spread(-1, 1, 14).map((u): Point => [
            x + u * 170,
            y + ring * 15 + 150 * (Math.sqrt(1 + (u * 1.6) ** 2) - 1),
          ]),
        ),
        stroke(ring % 2 === 0 ? ink[3] : paper[0], 5, 0.62 - ring * 0.11),
      ),
    ).join('')
  })
  return [
    defs(
      gradient('earth', [
        [0, paper[2]],
        [0.5, loess[1]],
        [1, loess[2]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#earth)"'),
    ...lines,
    ...bows,
  ].join('')
}

/** Sand over a dune in the wind tunnel: how the air bends, where grains leap. */
const wind: Motif = (random) => {
  const dune = (x: number) => 900 - 300 * Math.exp(-(((x - 760) / (x < 760 ? 370 : 170)) ** 2))
  const streams = times(24, (index) => {
    const base = 80 + index * 34
    const points = spread(-20, 1620, 44).map((x): Point => [
      x,
      base -
        (900 - dune(x)) * (index / 24) ** 2.2 * 0.96 +
        (x > 800 ? Math.sin((x - 800) / 70 + index) * (index > 17 ? 9 : 1.5) : 0),
    ])
    return path(curve(points), stroke(along([blue[3], green[3], loess[2]], index / 23), 4, 0.75))
  })
  const leaps = times(90, () => {
    const x = random.between(0, 1250)
    const [long, tall] = [random.between(40, 170), random.between(16, 90)]
    return `M${n(x)} ${n(dune(x))}Q${n(x + long * 0.45)} ${n(dune(x) - tall * 2)} ${n(x + long)} ${n(dune(x + long))}`
  })
  const body = spread(-20, 1620, 80).map((x): Point => [x, dune(x)])
  const bed = times(26, (index) =>
    path(
      curve(spread(-20, 1620, 24).map((x): Point => [x, dune(x) + 10 + index * 13])),
      stroke(loess[4], 2, 0.32),
    ),
  )
  return [
    defs(
      gradient('air', [
        [0, paper[0]],
        [1, paper[2]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#air)"'),
    ...streams,
    path(leaps.join(''), stroke(loess[4], 2.5, 0.6)),
    path(`${line(body)}V1220H-20Z`, fill(loess[1])),
    ...bed,
  ].join('')
}

/** Flight lines over fields: what a drone covers, pass by pass. */
const flight: Motif = (random) => {
  const ramp = [loess[0], loess[1], green[1], green[2], green[3], green[4]]
  const fields: string[] = []
  for (let y = -60; y < 1260;) {
    const tall = random.between(80, 190)
    for (let x = -80; x < 1680;) {
      const wide = random.between(80, 300)
      const colour = along(ramp, random.next())
      const corner = (u: number, v: number): Point => [u + (v - 600) * 0.16, v - (u - 800) * 0.05]
      const rows = times(Math.floor(tall / 13), (index) =>
        line([corner(x + 7, y + 8 + index * 13), corner(x + wide - 9, y + 8 + index * 13)]),
      )
      fields.push(
        path(
          line(
            [
              corner(x, y),
              corner(x + wide - 6, y),
              corner(x + wide - 6, y + tall - 6),
              corner(x, y + tall - 6),
            ],
            true,
          ),
          fill(colour),
        ),
        path(rows.join(''), stroke(mix(colour, green[5], 0.35), 3, 0.5)),
      )
      x += wide
    }
    y += tall
  }
  const passes = times(9, (index): Point[] =>
    index % 2 === 0
      ? [
          [130, 130 + index * 118],
          [1470, 130 + index * 118],
        ]
      : [
          [1470, 130 + index * 118],
          [130, 130 + index * 118],
        ],
  )
  const route = curve(passes.flat())
  const shots = passes.flatMap(([[, y] = [0, 0]]) =>
    spread(190, 1410, 12).map((x) => circle([x, y], 9, fill(paper[0]))),
  )
  return [
    ground(loess[4]),
    ...fields,
    path(route, stroke(night[3], 13, 0.3)),
    path(route, stroke(paper[0], 5)),
    ...shots,
  ].join('')
}

/** Where the air that a tower breathes comes from, and how the wind turned. */
const footprint: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const shade = (u: number, v: number) => {
    const [x, y] = [u - 0.42, v - 0.62]
    const [a, b] = [x * 0.83 - y * 0.56, x * 0.56 + y * 0.83]
    return a < -0.02
      ? 0.03
      : Math.min(
          1,
          2.6 *
            Math.exp(-((b / (0.05 + a * 0.3)) ** 2)) *
            Math.exp(-a * 2.4) *
            (1 - Math.exp(-(a + 0.02) * 14)) *
            (1 + 0.3 * noise(u * 6, v * 6)),
        )
  }
  const lines = contoursOf(shade, { levels: spread(0.14, 0.9, 7), across: 54 })
  const petals = times(24, (index) => {
    const far = 60 + 230 * random.next() ** 2 * (1 + Math.cos((index / 24) * 6.283 - 0.7))
    const angle = (index / 24) * Math.PI * 2
    return path(
      line(
        [
          [300, 300],
          polar([300, 300], far * 0.62, angle - 0.1),
          polar([300, 300], far * 0.62, angle + 0.1),
        ],
        true,
      ),
      fill(along([blue[3], green[3], loess[2]], index / 23), 0.85),
    )
  })
  return [
    raster([paper[1], green[0], green[1], green[2], loess[1], red[2]], shade, {
      across: 160,
      down: 120,
      steps: 24,
    }),
    path(lines, stroke(green[5], 2.5, 0.5)),
    circle([300, 300], 250, `${fill(paper[0], 0.8)} stroke="${ink[1]}" stroke-width="2"`),
    circle([300, 300], 130, stroke(ink[1], 1.5, 0.5)),
    ...petals,
    path('M672 744V500M640 744h64M650 560h44M656 620h32', stroke(ink[3], 8)),
  ].join('')
}

/** Lines of force around what lies below. */
const force: Motif = (random) => {
  const poles = times(5, (index) => ({
    at: [random.between(220, 1380), random.between(220, 980)] as Point,
    sign: index % 2 === 0 ? 1 : -1,
  }))
  const lines = poles.flatMap(({ at: [x, y], sign }, index) =>
    times(20, (spoke) => {
      let point: Point = polar([x, y], 26, (spoke / 20) * 6.283)
      const points: Point[] = [point]
      for (let step = 0; step < 46; step += 1) {
        const [u, v] = poles.reduce<Point>(
          ([a, b], pole) => {
            const [dx, dy] = [point[0] - pole.at[0], point[1] - pole.at[1]]
            const far = (dx * dx + dy * dy) ** 1.1 + 900
            return [a + (pole.sign * dx) / far, b + (pole.sign * dy) / far]
          },
          [0, 0],
        )
        const size = Math.hypot(u, v) || 1
        point = [point[0] + (sign * 26 * u) / size, point[1] + (sign * 26 * v) / size]
        points.push(point)
      }
      return path(
        curve(points.filter((_, step) => step % 3 === 0)),
        stroke(along([blue[2], green[2], loess[1], red[2], violet[2]], index / 4), 3, 0.75),
      )
    }),
  )
  return [
    defs(
      radial('deep', [
        [0, night[0]],
        [1, night[3]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#deep)"'),
    ...lines,
    ...poles.map(({ at, sign }) =>
      circle(
        at,
        24,
        `${fill(sign > 0 ? loess[1] : blue[2])} stroke="${night[3]}" stroke-width="6"`,
      ),
    ),
  ].join('')
}

/** A mast with its instruments against the evening, and the day's curves behind. */
const station: Motif = (random, { key }) => {
  const noise = noiseOf(key, 4)
  const curves = times(6, (index) =>
    path(
      curve(
        spread(-20, 1620, 36).map((x): Point => [
          x,
          360 + index * 70 + 110 * noise(x / 330 + index, index),
        ]),
      ),
      stroke(along([loess[1], red[1], violet[2], blue[2]], index / 5), 5, 0.75),
    ),
  )
  const hills = times(3, (index) =>
    path(
      `${line(spread(-20, 1620, 50).map((x): Point => [x, 920 + index * 80 - 70 * (0.4 + noise(x / 500 + index * 5, 7 + index))]))}V1220H-20Z`,
      fill(along([green[3], night[1]], index / 2)),
    ),
  )
  const mast = random.between(520, 1080)
  const arms = [330, 450, 580, 720].map(
    (y, index) =>
      `M${n(mast - 110)} ${y}h220M${n(mast - 110)} ${y - 26}v52M${n(mast + 110)} ${y - 26}v${40 + index * 4}`,
  )
  return [
    defs(
      gradient('dusk', [
        [0, blue[4]],
        [0.45, violet[2]],
        [0.8, red[1]],
        [1, loess[1]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#dusk)"'),
    ...curves,
    ...hills,
    path(
      `M${n(mast)} 210V1110M${n(mast)} 240L${n(mast - 250)} 1110M${n(mast)} 240L${n(mast + 250)} 1110`,
      stroke(night[3], 5),
    ),
    path(arms.join(''), stroke(night[3], 9)),
    group(
      turned([mast, 215], 0),
      circle([-46, 0], 18, fill(night[3])),
      circle([46, 0], 18, fill(night[3])),
      circle([0, -30], 18, fill(night[3])),
    ),
  ].join('')
}

export const field: Motifs = {
  seismogram,
  radar,
  curtain,
  radargram,
  wind,
  flight,
  footprint,
  force,
  station,
}
