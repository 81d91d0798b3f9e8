import { at, type Random } from '../random.ts'
import type { Motif, Motifs } from './motif.ts'
import { noiseOf, ridgesOf } from './noise.ts'
import {
  along,
  blue,
  green,
  ink,
  loess,
  mix,
  night,
  paper,
  type Ramp,
  red,
  violet,
} from './palette.ts'
import { raster } from './raster.ts'
import { contoursOf } from './relief.ts'
import {
  circle,
  curve,
  fill,
  ground,
  group,
  height,
  line,
  n,
  path,
  type Point,
  polar,
  rect,
  spread,
  stroke,
  times,
  width,
} from './svg.ts'

/** Epicentres over faults: size is magnitude, colour is depth. */
const epicentres: Motif = (random, { key }) => {
  const relief = noiseOf(key, 4)
  const back = raster(
    [paper[0], paper[1], paper[2], paper[3]],
    (u, v) => 0.5 + 0.5 * relief(u * 4, v * 3),
    { across: 120, down: 90, steps: 14 },
  )
  const faults = times(5, (index) => {
    const [x, y] = [random.between(-200, 700), 170 + index * 220]
    return spread(0, 1, 14).map((t): Point => [
      x + t * random.between(1300, 1500),
      y + t * random.between(-160, 200) + 40 * relief(t * 4, index * 3),
    ])
  })
  const quakes = times(270, () => {
    const [x, y] = random.pick(random.pick(faults))
    const size = 5 + 62 * random.next() ** 7
    return {
      at: [x + random.bell() * 70, y + random.bell() * 46] as Point,
      size,
      deep: random.next() ** 1.6,
    }
  }).toSorted((one, other) => other.size - one.size)
  const dots = quakes.map(({ at: place, size, deep }) =>
    circle(
      place,
      size,
      `${fill(along([red[3], loess[2], green[3], blue[4]], deep), 0.72)} stroke="${paper[0]}" stroke-width="1.5"`,
    ),
  )
  return [
    back,
    path(
      contoursOf((u, v) => relief(u * 4, v * 3), { levels: spread(-0.6, 0.6, 9), across: 44 }),
      stroke(loess[4], 1.5, 0.25),
    ),
    ...faults.map((points) => path(curve(points), stroke(ink[3], 4, 0.75))),
    ...dots,
  ].join('')
}

/** Greenness, cell by cell. */
const greenness: Motif = (_random, { key, variant }) => {
  const [broad, fine] = [noiseOf(key, 5), noiseOf(`${key}/fine`, 2)]
  const river = (u: number) => 0.52 + 0.16 * broad(u * 2.4, 7.7)
  const shade = (u: number, v: number) =>
    0.42 +
    0.42 * broad(u * 3.2, v * 2.6) +
    0.5 * Math.exp(-(((v - river(u)) / 0.07) ** 2)) +
    0.1 * fine(u * 40, v * 30)
  const sets: Record<string, Ramp> = {
    snow: [loess[4], loess[2], paper[2], blue[1], '#ffffff'],
    desert: [loess[0], loess[1], loess[2], green[1], green[3]],
    water: [loess[1], paper[1], blue[1], blue[3], blue[5]],
  }
  const ramp = sets[variant] ?? [
    loess[3],
    loess[1],
    paper[2],
    green[1],
    green[2],
    green[3],
    green[5],
  ]
  const cells = raster(ramp, shade, { across: 80, down: 60, steps: 16, isSoft: false })
  const grid =
    spread(0, width, 81)
      .map((x) => `M${n(x)} 0V1200`)
      .join('') +
    spread(0, height, 61)
      .map((y) => `M0 ${n(y)}H1600`)
      .join('')
  return [cells, path(grid, stroke(paper[0], 2.5, 0.5))].join('')
}

/** A river in many channels, with the bars between them. */
const river: Motif = (random, { key, variant }) => {
  const noise = noiseOf(key, 3)
  const ramp = variant === 'clear' ? [green[4], blue[4], blue[2]] : [loess[4], loess[2], loess[1]]
  const bank = raster(
    [green[4], green[3], green[2], loess[1], loess[0]],
    (u, v) => 0.35 + 0.4 * noise(u * 5, v * 4) + 0.12 * noise(u * 30, v * 24),
    { across: 150, down: 112, steps: 18 },
  )
  const middle = (x: number) => 600 + 260 * noise(x / 900, 3) + 60 * Math.sin(x / 260)
  const band = spread(-40, 1640, 30).map((x): Point => [x, middle(x)])
  const channels = times(40, (index) => {
    const off = (index / 39 - 0.5) * 2
    const points = spread(-40, 1640, 38).map((x): Point => [
      x,
      middle(x) +
        off * 185 * (0.6 + 0.5 * noise(x / 300, 9)) +
        95 * noise(x / 150 + index, index * 1.7),
    ])
    return path(
      curve(points),
      stroke(along(ramp, random.next()), random.between(3, 17), random.between(0.45, 0.95)),
    )
  })
  return [
    bank,
    path(curve(band), stroke(mix(loess[1], paper[1], 0.4), 390, 0.85)),
    ...channels,
  ].join('')
}

/** How waters come together: every brook, as wide as what it gathers. */
const drainage: Motif = (random, { variant }) => {
  const parts: { d: string; order: number }[] = []
  const grow = (from: Point, angle: number, order: number): void => {
    if (order < 1) return
    const long = random.between(46, 84) + order * 17
    const bend = polar(from, long * 0.5, angle + random.bell() * 0.35)
    const to = polar(from, long, angle)
    parts.push({
      d: `M${n(from[0])} ${n(from[1])}Q${n(bend[0])} ${n(bend[1])} ${n(to[0])} ${n(to[1])}`,
      order,
    })
    grow(to, angle + random.bell() * 0.32, order - (random.is(0.45) ? 1 : 0.5))
    if (random.is(0.82))
      grow(to, angle + random.pick([-1, 1]) * random.between(0.5, 1.05), order - 1)
  }
  for (const [index, x] of [250, 640, 1010, 1390].entries())
    grow(
      [x, index % 2 === 0 ? 1230 : -30],
      index % 2 === 0 ? -1.4 + random.bell() * 0.2 : 1.5 + random.bell() * 0.2,
      6.5,
    )
  const [back, from, to] =
    variant === 'night' ? [night[2], blue[1], loess[1]] : [paper[1], blue[5], blue[2]]
  const byOrder = times(14, (index) => {
    const same = parts.filter(({ order }) => Math.round(order * 2) === index)
    return same.length === 0
      ? ''
      : path(same.map(({ d }) => d).join(''), stroke(mix(to, from, index / 13), 1.4 + index * 1.15))
  })
  return [ground(back), ...byOrder].join('')
}

/** Years as rings of days: when each leaf came and went. */
const seasons: Motif = (random, { key }) => {
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

/** A stripe for every year, blue for cold and red for warm. */
const stripes: Motif = (random) => {
  const years = 64
  const ramp = [blue[5], blue[4], blue[2], blue[0], paper[1], red[0], red[1], red[3], red[4]]
  const values = times(years, (year) => 0.22 + (year / years) * 0.56 + random.bell() * 0.13)
  const bars = values.map((value, year) =>
    rect((year / years) * width - 0.5, 0, width / years + 1, height, fill(along(ramp, value))),
  )
  const points = values.map((value, year): Point => [
    ((year + 0.5) / years) * width,
    980 - value * 760,
  ])
  return [...bars, path(line(points), stroke(paper[0], 6, 0.95))].join('')
}

/** Rings of a tree, wide in wet years. */
const treeRings: Motif = (random, { key }) => {
  const noise = noiseOf(key, 3)
  const centre: Point = [random.between(560, 760), random.between(520, 720)]
  let radius = 1250
  const rings: string[] = []
  while (radius > 14) {
    const outline = times(40, (index) => {
      const angle = (index / 40) * Math.PI * 2
      return polar(
        centre,
        radius *
          (1 + 0.06 * noise(Math.cos(angle) * 1.4 + 5, Math.sin(angle) * 1.4 + radius / 900)),
        angle,
      )
    })
    rings.push(
      path(
        curve(
          outline.map(([x, y]): Point => [Math.round(x), Math.round(y)]),
          true,
        ),
        `fill="${along([loess[4], loess[2], loess[1], loess[2]], ((radius / 640) % 1) * 0.8 + 0.1)}" stroke="${loess[5]}" stroke-opacity=".55" stroke-width="${n(random.between(2, 6))}"`,
      ),
    )
    radius -= random.between(20, 46) * (0.7 + 0.5 * noise(radius / 120, 1))
  }
  const rays = times(60, (index) =>
    line([polar(centre, 40, index * 0.1047), polar(centre, 1100, index * 0.1047 + 0.02)]),
  )
  return [
    ...rings,
    path(rays.join(''), stroke(paper[1], 2, 0.1)),
    path(`M${n(centre[0])} ${n(centre[1])}L1600 ${n(centre[1] - 120)}`, stroke(paper[0], 10, 0.65)),
  ].join('')
}

/** Old paint on old plaster, as the camera reads it band by band. */
const mural: Motif = (random, { key }) => {
  const [noise, cracks] = [noiseOf(key, 4), ridgesOf(`${key}/cracks`, 3)]
  const plaster = raster(
    [loess[4], loess[2], loess[1], paper[2], paper[1]],
    (u, v) =>
      0.62 + 0.25 * noise(u * 6, v * 5) - 0.34 * Math.max(0, cracks(u * 3.1, v * 2.4) - 0.94) * 16,
    { across: 210, down: 157, steps: 22 },
  )
  const pigments = [
    ['#2f6f8f', blue[2]],
    ['#3f7f68', green[2]],
    ['#a8452f', red[1]],
    ['#7a2f28', red[2]],
    ['#c08a2e', loess[1]],
  ] as const
  const clouds = times(11, (index) => {
    const [x, y] = [random.between(-120, 1300), 90 + (index % 6) * 190 + random.between(-40, 40)]
    const [deep, light] = random.pick(pigments)
    const rise = random.between(-130, 130)
    return times(7, (thread) =>
      path(
        curve(
          spread(0, 1, 12).map((t): Point => [
            x + t * 520,
            y +
              rise * t +
              thread * 17 * (1.15 - t) +
              Math.sin(t * 5.5 + index) * 66 * (1 - t * 0.55),
          ]),
        ),
        stroke(mix(deep, light, thread / 6), 13, 0.8),
      ),
    ).join('')
  })
  const lotus = times(16, (index) =>
    group(
      `transform="translate(800 600) rotate(${index * 22.5})"`,
      path(
        'M0 -60C-46 -130 -40 -210 0 -262C40 -210 46 -130 0 -60Z',
        `${fill(at(pigments, index)[0], 0.85)} stroke="${paper[0]}" stroke-width="7"`,
      ),
    ),
  )
  const lost = times(26, () => {
    const [x, y, size] = [random.between(0, 1600), random.between(0, 1200), random.between(14, 66)]
    return path(
      curve(
        times(7, (index) => polar([x, y], size * random.between(0.5, 1.2), index * 0.9)),
        true,
      ),
      fill(paper[1], 0.78),
    )
  })
  return [
    plaster,
    ...clouds,
    circle([800, 600], 300, stroke(red[3], 16, 0.8)),
    ...lotus,
    circle([800, 600], 66, fill(loess[2])),
    ...lost,
    ...times(6, (index) =>
      rect(
        70 + index * 62,
        1090,
        56,
        56,
        fill(at([...pigments.map(([deep]) => deep), ink[3]], index)),
      ),
    ),
  ].join('')
}

/** Samples across, kinds down, likeness as colour; the tree that orders them above. */
const heatmap: Motif = (random, { key }) => {
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

/** Chromosomes round a ring, their genes and what pairs with what. */
const genome: Motif = (random) => {
  const count = random.whole(7, 9)
  const gap = 0.05
  const colours = [
    green[3],
    blue[3],
    loess[2],
    red[2],
    violet[2],
    green[2],
    blue[2],
    loess[3],
    red[3],
  ]
  const spans = times(
    count,
    (index) =>
      [(index / count) * 6.2832 - 1.5708, ((index + 1) / count) * 6.2832 - 1.5708 - gap] as const,
  )
  const arc = (radius: number, from: number, to: number) => {
    const [a, b] = [polar([800, 600], radius, from), polar([800, 600], radius, to)]
    return `M${n(a[0])} ${n(a[1])}A${radius} ${radius} 0 0 1 ${n(b[0])} ${n(b[1])}`
  }
  const outer = spans.map(
    ([from, to], index) =>
      `<path d="${arc(530, from, to)}" fill="none" stroke="${at(colours, index)}" stroke-width="46"/>`,
  )
  const bars = spans.map(([from, to], index) =>
    path(
      times(34, (bar) => {
        const angle = from + ((to - from) * (bar + 0.5)) / 34
        return line([
          polar([800, 600], 400, angle),
          polar([800, 600], 405 + 85 * random.next(), angle),
        ])
      }).join(''),
      stroke(at(colours, index), 6, 0.8),
    ),
  )
  const ribbons = times(64, () => {
    const [one, other] = [random.whole(0, count - 1), random.whole(0, count - 1)]
    const ends = [one, other].map((index) =>
      polar([800, 600], 385, random.between(...at(spans, index))),
    )
    const [[x, y] = [0, 0], [u, v] = [0, 0]] = ends
    return path(
      `M${n(x)} ${n(y)}Q800 600 ${n(u)} ${n(v)}`,
      stroke(at(colours, one), random.between(3, 15), 0.4),
    )
  })
  return [ground(night[2]), ...ribbons, ...bars, ...outer].join('')
}

/** Rain above, the river's answer below. */
const hydrograph: Motif = (random: Random) => {
  const storms = times(9, () => ({
    day: random.between(0.05, 0.92),
    strong: random.between(0.25, 1),
  }))
  const flow = (t: number) =>
    storms.reduce(
      (sum, { day, strong }) =>
        sum + (t > day ? strong * (1 - Math.exp(-(t - day) * 70)) * Math.exp(-(t - day) * 13) : 0),
      0.09,
    )
  const bars = storms.flatMap(({ day, strong }) =>
    times(9, (index) =>
      rect(
        day * width - 30 + index * 11,
        0,
        8,
        300 * strong * random.between(0.2, 1) * Math.exp(-((index - 4) ** 2) / 9),
        fill(blue[3], 0.9),
      ),
    ),
  )
  const areas = [1, 0.72, 0.42].map((scale, index) => {
    const points = spread(0, 1, 120).map((t): Point => [t * width, 1130 - flow(t) * 620 * scale])
    return path(`${line(points)}V1200H0Z`, fill(at([blue[2], blue[3], loess[2]], index), 0.85))
  })
  return [
    ground(paper[1]),
    path(
      spread(320, 1130, 7)
        .map((y) => `M0 ${n(y)}H1600`)
        .join(''),
      stroke(ink[0], 1.4, 0.35),
    ),
    ...bars,
    ...areas,
  ].join('')
}

export const maps: Motifs = {
  epicentres,
  greenness,
  river,
  drainage,
  seasons,
  stripes,
  tree_rings: treeRings,
  mural,
  heatmap,
  genome,
  hydrograph,
}
