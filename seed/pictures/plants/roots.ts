import type { Random } from '../../random.ts'
import { loess, mix, paper } from '../palette.ts'
import { circle, fill, n, path, stroke, times } from '../svg.ts'

/** What is dug up. */
export function rootOf(random: Random, root: string, ramp: readonly string[]): string {
  const base = mix(loess[2], ramp[0] ?? loess[2], 0.3)
  const strand = (x: number, long: number, wide: number, lean: number) => {
    const wrinkles = times(
      6,
      (index) =>
        `M${n(x - wide * 0.4 + lean * index * 0.12)} ${n(30 + index * long * 0.12)}h${n(wide * 0.7)}`,
    )
    return (
      path(
        `M${n(x - wide)} -10C${n(x - wide * 1.1)} ${n(long * 0.4)} ${n(x + lean - wide * 0.3)} ${n(long * 0.8)} ${n(x + lean)} ${n(long)}C${n(x + lean + wide * 0.2)} ${n(long * 0.8)} ${n(x + wide * 1.1)} ${n(long * 0.4)} ${n(x + wide)} -10Z`,
        `${fill(base)} stroke="${loess[4]}" stroke-width="3"`,
      ) + path(wrinkles.join(''), stroke(loess[4], 3, 0.55))
    )
  }
  const hairs = path(
    times(16, () => {
      const x = random.between(-70, 70)
      return `M${n(x * 0.4)} 20q${n(x)} ${n(random.between(60, 160))} ${n(x * 1.7)} ${n(random.between(160, 300))}`
    }).join(''),
    stroke(loess[3], 3, 0.8),
  )
  const drawn: Record<string, () => string> = {
    tap: () => hairs + strand(0, 470, 44, 26),
    bundle: () =>
      [-46, 40, -10, 76, -84].map((x, index) => strand(x, 340 + index * 26, 20, x * 1.1)).join(''),
    knobbed: () =>
      hairs +
      strand(0, 210, 74, -10) +
      times(9, (index) =>
        strand(-80 + index * 20, 330 + (index % 3) * 50, 11, (index - 4) * 30),
      ).join(''),
    bulb: () =>
      hairs +
      times(11, (index) =>
        path(
          `M${n((index - 5) * 15)} 150C${n((index - 5) * 42)} 130 ${n((index - 5) * 40)} 20 ${n((index - 5) * 7)} -14C${n((index - 5) * 22 + 26)} 30 ${n((index - 5) * 22 + 22)} 120 ${n((index - 5) * 15)} 150Z`,
          `${fill(mix(paper[0], paper[2], (index % 3) / 3))} stroke="${loess[3]}" stroke-width="3"`,
        ),
      ).join(''),
    tuber: () =>
      hairs +
      [
        [-150, 130, 96],
        [40, 190, 120],
        [190, 100, 84],
        [-50, 270, 76],
      ]
        .map(
          ([x = 0, y = 0, size = 80]) =>
            `<g transform="translate(${x} ${y}) rotate(${n(random.between(-24, 24))})"><ellipse rx="${size}" ry="${n(size * 0.7)}" fill="${mix(ramp[0] ?? loess[1], ramp[1] ?? loess[2], random.next())}" stroke="${loess[4]}" stroke-width="3"/>${times(7, () => circle([random.bell() * size * 0.55, random.bell() * size * 0.32], 6, fill(loess[4], 0.7))).join('')}<ellipse cx="${n(-size * 0.3)}" cy="${n(-size * 0.24)}" rx="${n(size * 0.36)}" ry="${n(size * 0.14)}" fill="#fff" fill-opacity=".3"/></g>`,
        )
        .join(''),
    spread: () => hairs + [-1, 0, 1].map((way) => strand(way * 18, 380, 22, way * 150)).join(''),
  }
  return (drawn[root] ?? drawn['tap'] ?? (() => ''))()
}
