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
  rect,
  spread,
  stroke,
  times,
  width,
} from './svg.ts'

type Peak = { at: number; high: number; wide: number }

const peaksOf = (random: Random, count: number, wide: readonly [number, number]): Peak[] =>
  times(count, () => ({
    at: random.between(0.04, 0.96),
    high: random.next() ** 2.2,
    wide: random.between(...wide),
  }))

const trace = (peaks: readonly Peak[], x: number) =>
  peaks.reduce((sum, { at, high, wide }) => sum + high * Math.exp(-(((x - at) / wide) ** 2)), 0)

/** A fine scale along the bottom, as on every plotter. */
const ruler = (y: number, colour: string): string =>
  path(
    times(81, (index) => {
      const x = n(100 + index * 17.5)
      return `M${x} ${y}v${index % 10 === 0 ? 26 : index % 5 === 0 ? 17 : 9}`
    }).join(''),
    stroke(colour, 2, 0.6),
  )

/** Sticks over a ruler, the tallest of each cluster marked; its mirror is the library's spectrum. */
const massSpectrum: Motif = (random) => {
  const base = 700
  const clusters = times(random.whole(9, 13), () => random.between(130, 1470))
  const sticks = clusters.flatMap((x) => {
    const tall = 90 + 480 * random.next() ** 1.4
    return times(random.whole(4, 8), (index) => ({
      x: x + index * 13,
      tall: tall * Math.exp(-index * random.between(0.35, 0.6)) * (index === 0 ? 0.7 : 1),
    }))
  })
  const colour = random.pick([blue[4], red[3], green[4]])
  const noise = times(
    150,
    () => `M${n(random.between(100, 1500))} ${base}v-${n(random.between(2, 22))}`,
  )
  return [
    defs(
      gradient('sky', [
        [0, paper[0]],
        [1, paper[2]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#sky)"'),
    path(
      spread(150, 650, 6)
        .map((y) => `M100 ${n(y)}H1500`)
        .join(''),
      stroke(ink[0], 1.5, 0.25),
    ),
    path(noise.join(''), stroke(ink[1], 2, 0.55)),
    path(sticks.map(({ x, tall }) => `M${n(x)} ${base}v-${n(tall)}`).join(''), stroke(colour, 6)),
    path(
      sticks
        .map(({ x, tall }) => `M${n(x)} ${base + 60}v${n(tall * 0.55 * random.between(0.8, 1))}`)
        .join(''),
      stroke(mix(colour, paper[2], 0.55), 6),
    ),
    ...sticks
      .filter(({ tall }) => tall > 260)
      .map(({ x, tall }) => circle([x, base - tall - 20], 8, fill(loess[3]))),
    path(`M100 ${base}H1500M100 ${base + 60}H1500`, stroke(ink[2], 3)),
    ruler(base, ink[2]),
  ].join('')
}

/** Three flat-topped beams of one gas (44, 45, 46) swept over the collectors, and the samples' deltas above. */
const isotopes: Motif = (random) => {
  const tops = [440, 300, 190]
  const colours = [blue[4], green[3], loess[3]]
  const beams = tops.map((top, index) => {
    const shift = (index - 1) * 60
    const points = spread(120, 1480, 69).map((x): Point => {
      const edge =
        1 / (1 + Math.exp(-(x - 520 - shift) / 22)) / (1 + Math.exp((x - 1080 - shift) / 22))
      return [x, 1020 - edge * top]
    })
    return (
      path(`${line(points)}L1480 1020L120 1020Z`, fill(colours[index] ?? blue[4], 0.22)) +
      path(line(points), stroke(colours[index] ?? blue[4], 6))
    )
  })
  const deltas = times(120, (index) => {
    const x = random.between(170, 1430)
    const y = 330 - (x - 800) * 0.26 + random.bell() * 70
    return circle(
      [x, y],
      random.between(6, 15),
      fill(along([blue[3], green[3], loess[3]], index / 120), 0.8),
    )
  })
  return [
    ground(paper[1]),
    path(
      spread(120, 1480, 9)
        .map((x) => `M${n(x)} 90V1020`)
        .join(''),
      stroke(ink[0], 1.5, 0.3),
    ),
    path('M150 499L1450 161', stroke(ink[2], 3, 0.6)),
    ...deltas,
    ...beams,
    path('M120 1020H1480', stroke(ink[2], 4)),
    ruler(1020, ink[2]),
  ].join('')
}

/** Many runs behind one another: every line a chromatogram. */
const chromatogram: Motif = (random) => {
  const ramp = random.pick([
    [blue[5], blue[3], green[2], loess[1]],
    [violet[5], red[3], loess[2], loess[1]],
    [green[5], green[3], loess[2], paper[2]],
  ])
  const peaks = peaksOf(random, 16, [0.005, 0.018])
  const count = 15
  const runs = times(count, (run) => {
    const drift = run * 0.0016
    const changed = peaks.map((peak) => ({
      ...peak,
      at: peak.at + drift,
      high: peak.high * random.between(0.45, 1.15),
    }))
    const base = 360 + run * 54
    const points = spread(-0.01, 1.01, 190).map((x): Point => [
      x * width,
      base - trace(changed, x) * 300,
    ])
    const colour = along(ramp, run / (count - 1))
    const edge = `${fill(colour)} stroke="${mix(colour, '#ffffff', 0.45)}" stroke-width="3"`
    return path(`${line(points)}V1220H-20Z`, edge)
  })
  return [ground(mix(ramp[0] ?? ink[3], night[3], 0.55)), ...runs].join('')
}

/** Crosses of two frequencies as contours, the diagonal through them, a trace along either side. */
const resonance: Motif = (random) => {
  const spots = times(13, () => random.between(0.06, 0.94))
  const crosses = times(22, () => [random.pick(spots), random.pick(spots)] as const)
  const place = ([u, v]: readonly [number, number]): Point => [330 + u * 1150, 250 + v * 860]
  const contours = [
    ...spots.map((u) => [u, u] as const),
    ...crosses,
    ...crosses.map(([u, v]) => [v, u] as const),
  ].map((spot) => {
    const [x, y] = place(spot)
    const size = random.between(0.6, 1.3)
    const colour = random.is(0.8) ? blue[2] : red[2]
    return times(
      5,
      (ring) =>
        `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n((8 + ring * 8) * size)}" ry="${n((6 + ring * 6) * size)}" ${ring === 0 ? fill(paper[0]) : stroke(mix(colour, night[1], ring * 0.16), 2.5)}/>`,
    ).join('')
  })
  const peaks = spots.map((at) => ({ at, high: random.between(0.3, 1), wide: 0.004 }))
  const top = spread(0, 1, 300).map((u): Point => [330 + u * 1150, 205 - trace(peaks, u) * 120])
  const side = spread(0, 1, 240).map((v): Point => [285 - trace(peaks, v) * 150, 250 + v * 860])
  return [
    ground(night[2]),
    path(
      spread(330, 1480, 12)
        .map((x) => `M${n(x)} 250V1110`)
        .join('') +
        spread(250, 1110, 9)
          .map((y) => `M330 ${n(y)}H1480`)
          .join(''),
      stroke(blue[3], 1.2, 0.28),
    ),
    path('M330 250L1480 1110', stroke(loess[2], 2, 0.5)),
    ...contours,
    path(line(top), stroke(loess[1], 3)),
    path(line(side), stroke(loess[1], 3)),
  ].join('')
}

/** Rings of powder on the plate, cut open by the pattern that is read from them. */
const diffraction: Motif = (random) => {
  const peaks = times(17, () => ({
    at: random.between(0.08, 1),
    high: 0.2 + 0.8 * random.next() ** 2,
    wide: 0.004,
  }))
  const rings = peaks.map(({ at, high }) =>
    circle(
      [800, 560],
      at * 900,
      stroke(mix(blue[1], paper[0], high), 2 + high * 11, 0.12 + high * 0.6),
    ),
  )
  const spots = peaks.flatMap(({ at, high }) =>
    times(Math.round(high * 10), () => {
      const angle = random.between(0, Math.PI * 2)
      return circle(
        [800 + at * 900 * Math.cos(angle), 560 + at * 900 * Math.sin(angle)],
        random.between(3, 10),
        fill(paper[0], 0.85),
      )
    }),
  )
  const pattern = spread(0, 1, 330).map((x): Point => [
    800 + x * 900,
    1110 - trace(peaks, x) * 190 - random.between(0, 4),
  ])
  const mirrored = pattern.map(([x, y]): Point => [1600 - x, y]).toReversed()
  return [
    defs(
      `<radialGradient id="halo" cx="50%" cy="47%" r="62%"><stop offset="0" stop-color="${blue[3]}"/><stop offset=".5" stop-color="${blue[5]}"/><stop offset="1" stop-color="${night[3]}"/></radialGradient>`,
    ),
    rect(0, 0, width, height, 'fill="url(#halo)"'),
    ...rings,
    ...spots,
    circle([800, 560], 34, fill(night[3])),
    path('M800 560L1620 1380', stroke(night[3], 24, 0.9)),
    rect(0, 880, width, 320, fill(night[3], 0.72)),
    path(line([...mirrored, ...pattern]), stroke(loess[1], 3.5)),
  ].join('')
}

/** A band of light from violet to red with its dark lines, and what was measured over it. */
const absorption: Motif = (random) => {
  const ramp = [violet[4], blue[3], green[2], loess[1], loess[3], red[3], red[5]]
  const bands = times(100, (index) => rect(index * 16, 0, 16.5, 640, fill(along(ramp, index / 99))))
  const gaps = times(46, () => `M${n(random.between(10, 1590))} 0V640`)
  const wide = times(9, () =>
    rect(
      random.between(0, 1560),
      0,
      random.between(8, 34),
      640,
      fill(night[3], random.between(0.3, 0.7)),
    ),
  )
  const lines = times(5, (index) => {
    const peaks = peaksOf(random, 9, [0.02, 0.09])
    const points = spread(0, 1, 150).map((x): Point => [
      x * width,
      1120 - index * 62 - trace(peaks, x) * 150,
    ])
    return path(line(points), stroke(along(ramp, index / 4), 5))
  })
  return [
    ground(paper[0]),
    ...bands,
    path(gaps.join(''), stroke(night[3], 3, 0.6)),
    ...wide,
    path(
      spread(0, 1600, 17)
        .map((x) => `M${n(x)} 640V1200`)
        .join(''),
      stroke(ink[0], 1.5, 0.25),
    ),
    ...lines,
  ].join('')
}

/** Curves that rise one after the other, as copies double: PCR, growth, dose and answer. */
const sigmoids: Motif = (random) => {
  const ramp = [blue[4], green[3], loess[2], red[3]]
  const curves = times(34, (index) => {
    const middle = 0.28 + (index / 34) * 0.5 + random.bell() * 0.015
    const top = random.between(620, 820)
    const points = spread(0, 1, 40).map((x): Point => [
      110 + x * 1380,
      1040 - top / (1 + Math.exp(-(x - middle) * 26)) - random.between(0, 3),
    ])
    return path(curve(points), stroke(along(ramp, index / 33), 5, 0.85))
  })
  const wells = times(96, (index) => {
    const [x, y] = [200 + (index % 12) * 46, 150 + Math.floor(index / 12) * 46]
    return circle([x, y], 17, fill(along(ramp, random.next()), random.between(0.35, 1)))
  })
  return [
    ground(paper[1]),
    path(
      spread(220, 1040, 8)
        .map((y) => `M110 ${n(y)}H1490`)
        .join(''),
      stroke(ink[0], 1.5, 0.35),
    ),
    ...curves,
    rect(165, 115, 576, 392, `${fill(paper[0], 0.94)} rx="24"`),
    ...wells,
    path('M110 640H1490', `${stroke(ink[2], 3, 0.7)} stroke-dasharray="4 14"`),
    path('M110 1040H1490', stroke(ink[2], 4)),
    ruler(1040, ink[2]),
  ].join('')
}

/** Four dyes over one another: the letters of a sequence, and its clusters as seen by the camera. */
const sequence: Motif = (random) => {
  const dyes = [green[3], blue[3], loess[3], red[3]]
  const letters = times(44, () => random.whole(0, 3))
  const traces = dyes.map((colour, dye) => {
    const peaks = letters.flatMap((letter, index) =>
      letter === dye
        ? [{ at: (index + 0.5) / 44, high: random.between(0.6, 1), wide: 0.0095 }]
        : [],
    )
    const points = spread(0, 1, 220).map((x): Point => [x * width, 1060 - trace(peaks, x) * 330])
    return path(
      `${line(points)}V1060H0Z`,
      `${fill(colour, 0.3)} stroke="${colour}" stroke-width="4"`,
    )
  })
  const clusters = times(420, () =>
    circle(
      [random.between(0, width), random.between(0, 600)],
      random.between(4, 11),
      fill(mix(random.pick(dyes), '#ffffff', random.between(0.1, 0.5)), random.between(0.35, 1)),
    ),
  )
  const bars = letters.map((letter, index) =>
    rect((index / 44) * width + 3, 1090, 30, 70, `${fill(dyes[letter] ?? green[3])} rx="5"`),
  )
  return [
    ground(paper[0]),
    rect(0, 0, width, 620, fill(night[3])),
    group('', ...clusters),
    ...traces,
    ...bars,
  ].join('')
}

export const spectra: Motifs = {
  mass_spectrum: massSpectrum,
  isotopes,
  chromatogram,
  resonance,
  diffraction,
  absorption,
  sigmoids,
  sequence,
}
