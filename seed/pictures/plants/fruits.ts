import type { Random } from '../../random.ts'
import { green, ink, loess, mix, paper } from '../palette.ts'
import { circle, fill, group, n, path, polar, stroke, times, turned } from '../svg.ts'

/** A fruit that hangs from (0, 0), `size` units across, in its own colours. */
type Fruit = (random: Random, size: number, colours: readonly string[]) => string

const tones = (random: Random, [one = '#a84f35', other = '#cb9f58']: readonly string[]) =>
  mix(one, other, random.next() * 0.75)

const shaded = (d: string, base: string, size: number): string =>
  path(d, fill(base)) +
  path(
    d,
    `${fill('#ffffff', 0.16)} transform="translate(${n(-size * 0.1)} ${n(size * 0.02)}) scale(.72 .74)"`,
  )

const stalk = (size: number) =>
  path(
    `M0 ${n(size * 0.1)}Q${n(size * 0.05)} ${n(-size * 0.12)} 0 ${n(-size * 0.22)}`,
    stroke(loess[4], Math.max(4, size * 0.05)),
  )

const apple: Fruit = (random, size, colours) => {
  const base = tones(random, colours)
  const s = size / 2
  const body = `M0 ${n(s * 0.24)}C${n(-s * 0.5)} ${n(-s * 0.1)} ${n(-s * 1.1)} ${n(s * 0.1)} ${n(-s)} ${n(s)}C${n(-s * 0.9)} ${n(s * 1.8)} ${n(-s * 0.3)} ${n(s * 2.05)} 0 ${n(s * 1.9)}C${n(s * 0.3)} ${n(s * 2.05)} ${n(s * 0.9)} ${n(s * 1.8)} ${n(s)} ${n(s)}C${n(s * 1.1)} ${n(s * 0.1)} ${n(s * 0.5)} ${n(-s * 0.1)} 0 ${n(s * 0.24)}Z`
  const flecks = times(26, () => {
    const [x, y] = polar([0, s], s * 0.85 * Math.sqrt(random.next()), random.between(0, 6.3))
    return `M${n(x)} ${n(y)}h0`
  })
  return (
    stalk(size) +
    shaded(body, base, size) +
    path(flecks.join(''), stroke(paper[0], size * 0.018, 0.5)) +
    path(
      `M${n(-s * 0.5)} ${n(s * 0.36)}Q0 ${n(s * 0.1)} ${n(s * 0.5)} ${n(s * 0.36)}`,
      stroke(mix(base, ink[3], 0.45), size * 0.02, 0.6),
    )
  )
}

const pear: Fruit = (random, size, colours) => {
  const base = tones(random, colours)
  const s = size / 2
  const body = `M${n(-s * 0.2)} ${n(s * 0.1)}C${n(-s * 0.5)} ${n(s * 0.7)} ${n(-s * 1.05)} ${n(s * 1.2)} ${n(-s)} ${n(s * 1.8)}C${n(-s * 0.95)} ${n(s * 2.5)} ${n(s * 0.95)} ${n(s * 2.5)} ${n(s)} ${n(s * 1.8)}C${n(s * 1.05)} ${n(s * 1.2)} ${n(s * 0.5)} ${n(s * 0.7)} ${n(s * 0.2)} ${n(s * 0.1)}Q0 ${n(-s * 0.06)} ${n(-s * 0.2)} ${n(s * 0.1)}Z`
  const flecks = times(34, () => {
    const [x, y] = polar([0, s * 1.6], s * 0.8 * Math.sqrt(random.next()), random.between(0, 6.3))
    return `M${n(x)} ${n(y)}h0`
  })
  return (
    stalk(size) +
    shaded(body, base, size) +
    path(flecks.join(''), stroke(loess[4], size * 0.014, 0.6))
  )
}

const peach: Fruit = (random, size, colours) => {
  const s = size / 2
  const base = tones(random, colours)
  const body = `M0 ${n(s * 0.08)}C${n(-s * 0.7)} ${n(-s * 0.1)} ${n(-s * 1.15)} ${n(s * 0.5)} ${n(-s)} ${n(s * 1.2)}C${n(-s * 0.8)} ${n(s * 1.9)} ${n(-s * 0.2)} ${n(s * 2)} 0 ${n(s * 2.15)}C${n(s * 0.2)} ${n(s * 2)} ${n(s * 0.8)} ${n(s * 1.9)} ${n(s)} ${n(s * 1.2)}C${n(s * 1.15)} ${n(s * 0.5)} ${n(s * 0.7)} ${n(-s * 0.1)} 0 ${n(s * 0.08)}Z`
  return (
    stalk(size) +
    shaded(body, base, size) +
    path(
      `M0 ${n(s * 0.1)}C${n(-s * 0.5)} ${n(s * 0.6)} ${n(-s * 0.4)} ${n(s * 1.5)} 0 ${n(s * 2.1)}`,
      stroke(mix(base, ink[3], 0.35), size * 0.026, 0.6),
    )
  )
}

const ball: Fruit = (random, size, colours) => {
  const base = tones(random, colours)
  return (
    stalk(size * 0.8) +
    circle([0, size * 0.5], size * 0.5, fill(base)) +
    circle([-size * 0.14, size * 0.38], size * 0.3, fill('#ffffff', 0.14)) +
    circle([-size * 0.2, size * 0.3], size * 0.09, fill('#ffffff', 0.55))
  )
}

const egg =
  (slender: number): Fruit =>
  (random, size, colours) => {
    const base = tones(random, colours)
    return (
      stalk(size * 0.8) +
      `<ellipse cx="0" cy="${n(size * 0.56)}" rx="${n(size * 0.5 * slender)}" ry="${n(size * 0.56)}" fill="${base}"/><ellipse cx="${n(-size * 0.1 * slender)}" cy="${n(size * 0.44)}" rx="${n(size * 0.2 * slender)}" ry="${n(size * 0.32)}" fill="#fff" fill-opacity=".2"/>`
    )
  }

/** Many together on one stalk. */
const bunch =
  (count: number, spreadOut: number, one: Fruit, share: number): Fruit =>
  (random, size, colours) =>
    path(`M0 0V${n(size * 0.8)}`, stroke(green[3], 5)) +
    times(count, (index) => {
      const y = (index / count) * size * 1.05
      const reach = size * spreadOut * Math.sin(Math.min(1, 0.25 + index / count) * Math.PI) ** 0.6
      return group(
        turned([random.bell() * reach, y], random.between(-16, 16)),
        one(random, size * share, colours),
      )
    }).join('')

const nut: Fruit = (random, size, colours) => {
  const base = tones(random, colours)
  const s = size * 0.5
  const lines = times(
    13,
    (index) =>
      `M${n((index - 6) * s * 0.14)} ${n(s * (0.25 + (0.1 * Math.abs(index - 6)) / 6))}q${n(random.bell() * s * 0.2)} ${n(s * 0.6)} ${n(random.bell() * s * 0.1)} ${n(s * 1.3)}`,
  )
  return (
    stalk(size * 0.7) +
    `<ellipse cx="0" cy="${n(s)}" rx="${n(s * 0.9)}" ry="${n(s)}" fill="${base}"/>` +
    path(lines.join(''), stroke(mix(base, ink[3], 0.45), size * 0.02, 0.6)) +
    path(
      `M0 ${n(s * 0.02)}C${n(-s * 0.2)} ${n(s * 0.6)} ${n(-s * 0.2)} ${n(s * 1.4)} 0 ${n(s * 1.98)}`,
      stroke(mix(base, ink[3], 0.6), size * 0.035),
    )
  )
}

const pepper: Fruit = (random, size, colours) => {
  const base = tones(random, colours)
  const warts = times(6, () => {
    const [x, y] = polar(
      [0, size * 0.5],
      size * 0.36 * Math.sqrt(random.next()),
      random.between(0, 6.3),
    )
    return `M${n(x)} ${n(y)}h0`
  })
  return (
    circle([0, size * 0.5], size * 0.46, fill(base)) +
    path(warts.join(''), stroke(mix(base, '#ffffff', 0.35), size * 0.09, 0.7)) +
    (random.is(0.45)
      ? circle([size * 0.08, size * 0.56], size * 0.2, fill(ink[3])) +
        circle([size * 0.02, size * 0.5], size * 0.05, fill('#ffffff', 0.8))
      : '')
  )
}

const pod: Fruit = (random, size, colours) => {
  const base = tones(random, colours)
  const bumps = times(5, (index) =>
    circle([0, size * (0.28 + index * 0.22)], size * 0.1, fill(mix(base, '#ffffff', 0.2))),
  )
  return (
    path(
      `M0 0C${n(-size * 0.2)} ${n(size * 0.3)} ${n(-size * 0.2)} ${n(size * 1.1)} ${n(size * 0.04)} ${n(size * 1.4)}C${n(size * 0.22)} ${n(size * 1.1)} ${n(size * 0.18)} ${n(size * 0.3)} 0 0Z`,
      fill(base),
    ) + bumps.join('')
  )
}

export const fruits = {
  apple,
  pear,
  peach,
  ball,
  jujube: egg(0.78),
  olive: egg(0.66),
  drop: egg(0.46),
  grapes: bunch(25, 0.3, ball, 0.27),
  goji: bunch(7, 0.42, egg(0.5), 0.36),
  berries: bunch(26, 0.24, ball, 0.17),
  huajiao: bunch(18, 0.32, pepper, 0.23),
  nut,
  pod,
} satisfies Record<string, Fruit>
export type FruitName = keyof typeof fruits
