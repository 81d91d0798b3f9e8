import type { Random } from '../../random.ts'
import { mix, ink, type Ramp } from '../palette.ts'
import { circle, fill, n, path, polar, stroke, times } from '../svg.ts'
import { blade } from './leaves.ts'

/** A seed, lying along x, in the two colours of its kind. */
export function seedOf(
  random: Random,
  shape: string,
  { size, ramp }: { size: number; ramp: Ramp },
): string {
  const base = mix(ramp[0] ?? '#a97738', ramp[1] ?? '#7d5426', random.next())
  const look = { size, base, dark: mix(base, ink[3], 0.45), light: mix(base, '#ffffff', 0.42) }
  return (shapes[shape] ?? shapes['round'] ?? (() => ''))(look)
}

type Look = { size: number; base: string; dark: string; light: string }

const shapes: Record<string, (look: Look) => string> = {
  kidney: ({ size, base, light }) =>
    path(
      `M${n(-size)} 0C${n(-size)} ${n(-size * 0.9)} ${n(size)} ${n(-size * 0.9)} ${n(size)} 0C${n(size)} ${n(size * 0.8)} ${n(size * 0.4)} ${n(size * 0.2)} 0 ${n(size * 0.24)}C${n(-size * 0.4)} ${n(size * 0.2)} ${n(-size)} ${n(size * 0.8)} ${n(-size)} 0Z`,
      fill(base),
    ) +
    path(
      `M${n(-size * 0.6)} ${n(-size * 0.36)}Q0 ${n(-size * 0.66)} ${n(size * 0.5)} ${n(-size * 0.38)}`,
      stroke(light, size * 0.14, 0.7),
    ),
  round: ({ size, base, dark, light }) =>
    circle([0, 0], size * 0.8, fill(base)) +
    circle([-size * 0.25, -size * 0.28], size * 0.26, fill(light, 0.75)) +
    path(`M${n(size * 0.5)} ${n(size * 0.3)}h0`, stroke(dark, size * 0.2)),
  grain: ({ size, base, dark, light }) =>
    path(blade(size * 2, size * 0.56, 0.45), `${fill(base)} transform="translate(${n(-size)} 0)"`) +
    path(`M${n(-size * 0.8)} 0H${n(size * 0.75)}`, stroke(dark, size * 0.1, 0.7)) +
    path(
      `M${n(-size * 0.5)} ${n(-size * 0.2)}Q0 ${n(-size * 0.36)} ${n(size * 0.5)} ${n(-size * 0.18)}`,
      stroke(light, size * 0.12, 0.7),
    ),
  flat: ({ size, base, dark, light }) =>
    `<ellipse rx="${n(size)}" ry="${n(size * 0.64)}" ${fill(base)}/>` +
    `<ellipse rx="${n(size * 0.68)}" ry="${n(size * 0.4)}" ${stroke(dark, size * 0.08, 0.6)}/>` +
    path(`M${n(-size * 0.6)} 0h${n(size * 1.2)}`, stroke(light, size * 0.08, 0.6)),
  winged: ({ size, base, dark, light }) =>
    `<ellipse rx="${n(size)}" ry="${n(size * 0.72)}" ${fill(light)}/><ellipse rx="${n(size * 0.62)}" ry="${n(size * 0.5)}" ${fill(base)}/>` +
    path(
      [-0.24, 0, 0.24].map((y) => `M${n(-size * 0.5)} ${n(y * size)}H${n(size * 0.5)}`).join(''),
      stroke(dark, size * 0.09, 0.7),
    ),
  triangle: ({ size, base, dark, light }) =>
    path(
      `M0 ${n(-size)}Q${n(size * 0.9)} ${n(size * 0.1)} ${n(size * 0.72)} ${n(size * 0.7)}Q0 ${n(size)} ${n(-size * 0.72)} ${n(size * 0.7)}Q${n(-size * 0.9)} ${n(size * 0.1)} 0 ${n(-size)}Z`,
      fill(base),
    ) +
    path(
      `M0 ${n(-size * 0.9)}Q${n(-size * 0.12)} 0 0 ${n(size * 0.8)}`,
      stroke(dark, size * 0.1, 0.8),
    ) +
    path(
      `M${n(-size * 0.3)} ${n(-size * 0.1)}Q${n(-size * 0.5)} ${n(size * 0.2)} ${n(-size * 0.4)} ${n(size * 0.5)}`,
      stroke(light, size * 0.12, 0.6),
    ),
  tear: ({ size, base, light }) =>
    path(
      `M${n(-size)} 0C${n(-size * 0.4)} ${n(-size * 0.4)} ${n(size * 0.4)} ${n(-size * 0.8)} ${n(size)} 0C${n(size * 0.4)} ${n(size * 0.8)} ${n(-size * 0.4)} ${n(size * 0.4)} ${n(-size)} 0Z`,
      fill(base),
    ) +
    path(
      `M${n(-size * 0.3)} ${n(-size * 0.14)}Q${n(size * 0.3)} ${n(-size * 0.4)} ${n(size * 0.7)} ${n(-size * 0.1)}`,
      stroke(light, size * 0.13, 0.7),
    ),
  stone: ({ size, base, dark }) =>
    path(blade(size * 2, size * 0.86, 0.42), `${fill(base)} transform="translate(${n(-size)} 0)"`) +
    path(
      times(
        7,
        (index) =>
          `M${n(-size * 0.7 + index * size * 0.22)} ${n(-size * 0.3 + (index % 3) * size * 0.2)}q${n(size * 0.12)} ${n(size * 0.2)} ${n(size * 0.26)} 0`,
      ).join(''),
      stroke(dark, size * 0.08, 0.8),
    ),
  burr: ({ size, base, light }) =>
    circle([0, 0], size * 0.6, fill(base)) +
    path(
      times(14, (index) => {
        const [x, y] = polar([0, 0], size, index * 0.4488)
        return `M0 0L${n(x)} ${n(y)}`
      }).join(''),
      stroke(base, size * 0.14),
    ) +
    circle([-size * 0.16, -size * 0.18], size * 0.2, fill(light, 0.7)),
}
