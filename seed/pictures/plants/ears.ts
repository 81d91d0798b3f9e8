import type { Random } from '../../random.ts'
import { green, ink, mix, type Ramp } from '../palette.ts'
import { circle, fill, group, n, path, type Point, polar, stroke, times, turned } from '../svg.ts'

/** The head of a grass, standing on (0, 0), `size` tall, in the colours of its grain. */
type Ear = (random: Random, size: number, ramp: Ramp) => string

const kernel = (random: Random, size: number, ramp: Ramp) => {
  const base = mix(ramp[0] ?? '#e0c285', ramp[1] ?? '#a97738', random.next())
  return (
    path(
      `M0 0C${n(-size * 0.4)} ${n(-size * 0.3)} ${n(-size * 0.34)} ${n(-size)} 0 ${n(-size * 1.1)}C${n(size * 0.34)} ${n(-size)} ${n(size * 0.4)} ${n(-size * 0.3)} 0 0Z`,
      `${fill(base)} stroke="${mix(base, ink[3], 0.5)}" stroke-opacity=".5" stroke-width="${n(size * 0.05)}"`,
    ) +
    path(
      `M0 ${n(-size * 0.15)}V${n(-size * 0.9)}`,
      stroke(mix(base, '#ffffff', 0.5), size * 0.08, 0.7),
    )
  )
}

/** Kernels in two rows on an axis, with awns of a given length. */
const spike =
  (rows: number, awn: number, plump = 1): Ear =>
  (random, size, ramp) => {
    const count = 13
    const parts = times(count, (index) => {
      const y = -size * (0.05 + (index / count) * 0.86)
      return (rows === 2 ? [0, -1, 1] : [-1, 1, 0])
        .map((side) => {
          const tilt = side * 24
          const [x, top] = [side * size * (rows === 2 ? 0.034 : 0.05), y - size * 0.1]
          const bristle =
            awn > 0
              ? `M${n(x)} ${n(top)}q${n(side * size * 0.05)} ${n(-size * awn * 0.5)} ${n(side * size * 0.1 + random.bell() * size * 0.03)} ${n(-size * awn)}`
              : ''
          return (
            path(bristle || 'M0 0', stroke(ramp[1] ?? '#a97738', size * 0.006, 0.8)) +
            group(turned([x, y], tilt), kernel(random, size * 0.125 * plump, ramp))
          )
        })
        .join('')
    })
    return path(`M0 0V${n(-size * 0.9)}`, stroke(green[3], size * 0.018)) + parts.join('')
  }

/** Spikelets that hang from fine branches, as oats do. */
const oat: Ear = (random, size, ramp) =>
  path(`M0 0V${n(-size)}`, stroke(green[3], size * 0.014)) +
  times(18, (index) => {
    const y = -size * (0.12 + (index / 18) * 0.84)
    const side = index % 2 === 0 ? 1 : -1
    const [x, v] = [
      side * size * random.between(0.1, 0.3) * (1.1 - (index / 18) * 0.8),
      y + size * random.between(-0.02, 0.09),
    ]
    return (
      path(
        `M0 ${n(y)}Q${n(x * 0.6)} ${n(y - size * 0.12)} ${n(x)} ${n(v)}`,
        stroke(green[3], size * 0.008),
      ) +
      group(
        turned([x, v], 180 - side * 22),
        kernel(random, size * 0.085, ramp),
        group(turned([size * 0.014, 0], 16), kernel(random, size * 0.08, ramp)),
      )
    )
  }).join('')

/** A dense tail: foxtail millet. */
const tail: Ear = (random, size, ramp) => {
  const spine = (t: number): Point => [size * 0.3 * t * t, -size * (1.15 * t - 0.32 * t * t)]
  const grains = times(190, () => {
    const t = random.between(0.06, 1)
    const [x, y] = spine(t)
    const around = polar(
      [x, y],
      size * 0.1 * Math.sin(Math.min(1, t * 1.15) * Math.PI) ** 0.5 * Math.sqrt(random.next()),
      random.between(0, 6.3),
    )
    return circle(
      around,
      size * 0.017,
      fill(
        mix(mix(ramp[0] ?? '', ramp[1] ?? '', random.next()), '#ffffff', random.between(0, 0.3)),
      ),
    )
  })
  const bristles = times(80, () => {
    const [x, y] = spine(random.between(0.05, 1))
    const [u, v] = polar([x, y], size * 0.15, random.between(0, 6.3))
    return `M${n(x)} ${n(y)}L${n(u)} ${n(v)}`
  })
  return path(bristles.join(''), stroke(ramp[1] ?? '', size * 0.005, 0.6)) + grains.join('')
}

/** A heavy open head: sorghum, broomcorn millet. */
const broom =
  (droop: number): Ear =>
  (random, size, ramp) =>
    times(15, (index) => {
      const side = (index / 14 - 0.5) * 2
      const end: Point = [
        side * size * 0.34 + droop * size * 0.3,
        -size * (0.94 - Math.abs(side) * 0.26) + droop * size * 0.32 * Math.abs(side + 0.4),
      ]
      const grains = times(13, () => {
        const t = random.between(0.35, 1)
        return circle(
          [end[0] * t + random.bell() * size * 0.04, end[1] * t + random.bell() * size * 0.04],
          size * random.between(0.018, 0.03),
          fill(mix(ramp[0] ?? '', ramp[1] ?? '', random.next())),
        )
      })
      return (
        path(
          `M0 0Q${n(end[0] * 0.2)} ${n(end[1] * 0.8)} ${n(end[0])} ${n(end[1])}`,
          stroke(green[3], size * 0.008),
        ) + grains.join('')
      )
    }).join('')

/** An ear in its husk, half opened. */
const maize: Ear = (random, size, ramp) => {
  const rows = times(19, (row) =>
    times(9, (column) => {
      const [u, v] = [(column - 4) / 4.6, row / 18]
      const wide = size * 0.2 * Math.sin(Math.PI * (0.16 + v * 0.72)) ** 0.5
      return `<ellipse cx="${n(u * wide * (1 - 0.1 * u * u))}" cy="${n(-size * (0.06 + v * 0.86))}" rx="${n(wide * 0.12)}" ry="${n(size * 0.027)}" fill="${mix(mix(ramp[0] ?? '', ramp[1] ?? '', random.next()), ink[3], Math.abs(u) * 0.24)}"/>`
    }).join(''),
  )
  const silk = times(
    14,
    () =>
      `M0 ${n(-size * 0.9)}q${n(random.bell() * size * 0.14)} ${n(-size * 0.1)} ${n(random.bell() * size * 0.26)} ${n(-size * 0.05)}`,
  )
  return (
    path(silk.join(''), stroke('#a84f35', size * 0.008, 0.8)) +
    path(
      `M0 0C${n(-size * 0.4)} ${n(-size * 0.3)} ${n(-size * 0.3)} ${n(-size * 0.8)} ${n(-size * 0.2)} ${n(-size * 1.02)}C${n(-size * 0.1)} ${n(-size * 0.6)} ${n(size * 0.1)} ${n(-size * 0.6)} ${n(size * 0.2)} ${n(-size * 1.02)}C${n(size * 0.3)} ${n(-size * 0.8)} ${n(size * 0.4)} ${n(-size * 0.3)} 0 0Z`,
      fill(green[2]),
    ) +
    rows.join('') +
    path(
      `M0 ${n(size * 0.03)}C${n(-size * 0.36)} ${n(-size * 0.06)} ${n(-size * 0.3)} ${n(-size * 0.5)} ${n(-size * 0.26)} ${n(-size * 0.62)}C${n(-size * 0.14)} ${n(-size * 0.3)} ${n(-size * 0.02)} ${n(-size * 0.16)} 0 ${n(-size * 0.1)}C${n(size * 0.02)} ${n(-size * 0.16)} ${n(size * 0.14)} ${n(-size * 0.3)} ${n(size * 0.26)} ${n(-size * 0.62)}C${n(size * 0.3)} ${n(-size * 0.5)} ${n(size * 0.36)} ${n(-size * 0.06)} 0 ${n(size * 0.03)}Z`,
      fill(green[3]),
    )
  )
}

export const ears: Readonly<Record<string, Ear>> = {
  awned: spike(2, 0.5),
  two_row: spike(2, 0.7, 1.1),
  six_row: spike(3, 0.55, 1.05),
  naked: spike(3, 0.42, 1.2),
  bald: spike(2, 0, 1.25),
  wild: spike(2, 0.2, 0.75),
  oat,
  tail,
  broom: broom(0),
  drooping: broom(0.9),
  maize,
}
