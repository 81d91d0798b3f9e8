import { ink, loess, mix, paper } from '../palette.ts'
import {
  circle,
  fill,
  group,
  line,
  n,
  path,
  type Point,
  polar,
  spread,
  stroke,
  times,
  turned,
} from '../svg.ts'
import type { Build } from './builds.ts'

export function headOf(build: Build, [x, y]: Point, long: number): string {
  const reach = long * build.neck
  const tip: Point = [x + reach * 0.72, y - reach * riseOf(build)]
  const wide = long * (build.coat === 'short' ? 0.13 : 0.15)
  const neck = neckOf(build, { from: [x, y], tip, long, wide })
  const face = long * (faces[build.snout ?? ''] ?? 0.2)
  const mane = build.mane ? maneOf(build, { from: [x, y], tip, long, wide }) : ''
  const skull = group(
    turned(tip, build.snout === 'long' ? 40 : 34),
    path(
      `M${n(-face * 0.34)} ${n(-face * 0.34)}C${n(face * 0.2)} ${n(-face * 0.46)} ${n(face * 0.7)} ${n(-face * 0.26)} ${n(face * 0.98)} ${n(-face * 0.12)}C${n(face * 1.08)} ${n(face * 0.1)} ${n(face * 0.98)} ${n(face * 0.24)} ${n(face * 0.84)} ${n(face * 0.26)}C${n(face * 0.5)} ${n(face * 0.3)} ${n(face * 0.1)} ${n(face * 0.44)} ${n(-face * 0.2)} ${n(face * 0.38)}C${n(-face * 0.5)} ${n(face * 0.2)} ${n(-face * 0.5)} ${n(-face * 0.2)} ${n(-face * 0.34)} ${n(-face * 0.34)}Z`,
      fill(build.head),
    ),
    circle([face * 0.22, -face * 0.12], face * 0.055, fill(build.head < '#6' ? paper[1] : ink[3])),
    circle([face * 0.9, face * 0.02], face * 0.04, fill(ink[3], 0.6)),
  )
  const ear = group(
    turned(
      [tip[0] - face * 0.16, tip[1] - face * 0.16],
      build.snout === 'long' && build.coat === 'short' ? -60 : 150,
    ),
    `<ellipse cx="${n(face * 0.2)}" cy="0" rx="${n(face * 0.26)}" ry="${n(face * 0.1)}" fill="${mix(build.head, ink[3], 0.2)}"/>`,
  )
  return (
    hornOf(build, tip, face * 0.9) +
    neck +
    mane +
    skull +
    ear +
    hornOf(build, [tip[0] - 8, tip[1] - 4], face)
  )
}

const faces: Readonly<Record<string, number>> = { long: 0.25, short: 0.17 }

/** How steeply the neck stands. */
function riseOf({ isLow, humps, coat, neck }: Build): number {
  if (isLow) return -0.5
  if (humps === 2) return 0.72
  return coat === 'short' && neck < 0.3 ? 0.5 : 0.95
}

function neckOf(build: Build, { from: [x, y], tip, long, wide }: Mane): string {
  const reach = long * build.neck
  const isCamel = build.humps === 2
  const neckColour =
    isCamel && build.coat !== 'fleece' ? mix(build.colour, ink[3], 0.1) : build.colour
  return path(
    `M${n(x - long * 0.06)} ${n(y + wide * 0.5)}Q${n(x + reach * 0.3)} ${n(y + (isCamel ? reach * 0.2 : 0))} ${n(tip[0])} ${n(tip[1])}`,
    stroke(neckColour, wide * 1.35),
  )
}

type Mane = { from: Point; tip: Point; long: number; wide: number }

const maneOf = ({ colour }: Build, { from: [x, y], tip, long, wide }: Mane): string =>
  path(
    times(16, (index) => {
      const t = index / 15
      const [u, v] = [x - long * 0.04 + (tip[0] - x) * t, y - wide * 0.6 + (tip[1] - y) * t]
      return `M${n(u)} ${n(v)}q${n(-long * 0.045)} ${n(long * 0.02)} ${n(-long * 0.05)} ${n(long * 0.07)}`
    }).join(''),
    stroke(mix(colour, ink[3], 0.7), long * 0.022),
  )

const hornOf = ({ horns }: Build, root: Point, size: number): string =>
  horns ? (shapes[horns]?.(root, size) ?? '') : ''

const tone = loess[1]

const shapes: Record<string, (root: Point, size: number) => string> = {
  spiral: ([x, y], size) =>
    path(
      line(
        spread(0, 1, 34).map((t) =>
          polar(
            [x - size * 0.06 + t * size * 0.1, y - size * 0.18],
            size * (0.5 - 0.4 * t),
            -2.2 - t * 7.4,
          ),
        ),
      ),
      stroke(mix(tone, loess[3], 0.5), size * 0.15),
    ) +
    path(
      line(
        spread(0, 1, 34).map((t) =>
          polar(
            [x - size * 0.06 + t * size * 0.1, y - size * 0.18],
            size * (0.5 - 0.4 * t),
            -2.2 - t * 7.4,
          ),
        ),
      ),
      `${stroke(loess[4], size * 0.15, 0.35)} stroke-dasharray="2 13"`,
    ),
  curve: ([x, y], size) =>
    path(
      `M${n(x - size * 0.1)} ${n(y - size * 0.28)}c${n(size * 0.1)} ${n(-size * 0.3)} ${n(size * 0.5)} ${n(-size * 0.2)} ${n(size * 0.4)} ${n(-size * 0.7)}`,
      stroke(mix(loess[2], ink[3], 0.45), size * 0.11),
    ),
  straight: ([x, y], size) =>
    path(
      `M${n(x - size * 0.1)} ${n(y - size * 0.28)}q${n(size * 0.1)} ${n(-size * 0.22)} ${n(size * 0.28)} ${n(-size * 0.28)}`,
      stroke(paper[3], size * 0.09),
    ),
  sabre: ([x, y], size) =>
    path(
      `M${n(x - size * 0.06)} ${n(y - size * 0.26)}q${n(-size * 0.04)} ${n(-size * 0.6)} ${n(-size * 0.56)} ${n(-size * 0.86)}`,
      stroke(mix(loess[3], ink[3], 0.2), size * 0.12),
    ),
  antlers: ([x, y], size) =>
    path(
      `M${n(x - size * 0.1)} ${n(y - size * 0.26)}c${n(-size * 0.2)} ${n(-size * 0.4)} ${n(-size * 0.4)} ${n(-size * 0.7)} ${n(-size * 0.1)} ${n(-size * 1.25)}m${n(-size * 0.12)} ${n(size * 0.86)}q${n(size * 0.3)} ${n(-size * 0.04)} ${n(size * 0.42)} ${n(-size * 0.3)}m${n(-size * 0.52)} ${n(-size * 0.12)}q${n(size * 0.3)} 0 ${n(size * 0.5)} ${n(-size * 0.3)}`,
      stroke(mix(loess[3], ink[3], 0.25), size * 0.09),
    ),
}
