import type { Random } from '../../random.ts'
import { blue, green, ink, mix, night, paper, red, type Ramp } from '../palette.ts'
import {
  circle,
  curve,
  fill,
  group,
  n,
  path,
  type Point,
  polar,
  rect,
  spread,
  stamps,
  stroke,
  times,
  turned,
} from '../svg.ts'

/** Cells as the lens shows them. */
export function lens(
  random: Random,
  centre: Point,
  { shape, ramp }: { shape: string; ramp: Ramp },
): string {
  const cells = stamps('cell', 3, () => cellOf(random, shape, ramp))
  const inside = times(['filaments', 'hyphae', 'chains'].includes(shape) ? 12 : 46, (index) =>
    cells.use(
      index,
      turned(
        polar([0, 0], 205 * Math.sqrt(random.next()), random.between(0, 6.3)),
        random.between(0, 360),
        random.between(0.8, 1.15),
      ),
    ),
  )
  return (
    `<clipPath id="lens"><circle r="222"/></clipPath>` +
    cells.kept +
    group(
      turned(centre, 0),
      circle(
        [0, 0],
        226,
        `${fill(mix(night[0], ramp[2] ?? night[0], 0.25))} stroke="${paper[0]}" stroke-width="12"`,
      ),
      group('clip-path="url(#lens)"', ...inside),
      rect(70, 150, 90, 7, fill('#ffffff', 0.85)),
    )
  )
}

function cellOf(random: Random, shape: string, ramp: Ramp): string {
  const [light, base, dark] = [ramp[0] ?? '#fff', ramp[1] ?? '#ccc', ramp[2] ?? '#888']
  const body = (d: string, wide: number) =>
    path(d, stroke(dark, wide + 5)) +
    path(d, stroke(base, wide)) +
    path(d, `${stroke(light, wide * 0.34, 0.7)} transform="translate(-2 -3)"`)
  const shapes: Record<string, () => string> = {
    rods: () => body(`M${n(-random.between(18, 28))} 0h${n(random.between(40, 56))}`, 17),
    cocci: () => body('M0 0h0', 27) + body('M25 4h0', 25),
    tetrads: () => ['M0 0h0', 'M26 0h0', 'M0 26h0', 'M26 26h0'].map((d) => body(d, 25)).join(''),
    squares: () =>
      path('M-18 -18h36v36h-36z', `${fill(base)} stroke="${dark}" stroke-width="4"`) +
      path('M-10 -10h12v12h-12z', fill(light, 0.6)),
    yeast: () =>
      `<ellipse rx="25" ry="20" fill="${base}" stroke="${dark}" stroke-width="4"/><ellipse cx="29" cy="-11" rx="12" ry="10" fill="${base}" stroke="${dark}" stroke-width="4"/>` +
      circle([-6, -4], 8, fill(light, 0.7)),
    spores: () => body('M-24 0h48', 19) + circle([12, 0], 9, fill('#ffffff', 0.9)),
    filaments: () =>
      times(5, (index) => body(`M${-130 + index * 54} ${n(12 * Math.sin(index))}h34`, 22)).join(''),
    chains: () =>
      times(9, (index) =>
        body(`M${-120 + index * 29} ${n(22 * Math.sin(index * 0.8))}h0`, 25),
      ).join(''),
    hyphae: () =>
      path(
        `M-190 10C-90 -60 60 60 190 -20M-40 -12c40 -50 70 -60 110 -110M40 8c30 40 60 60 70 120`,
        stroke(base, 10),
      ) +
      times(6, (index) =>
        circle([62 + index * 4, -118 - (index % 3) * 13 + index * 4], 9, fill(light)),
      ).join(''),
    spirals: () =>
      body(`M-60 0${times(5, (index) => `q12 ${index % 2 === 0 ? -34 : 34} 24 0`).join('')}`, 9),
  }
  return (shapes[shape] ?? shapes['rods'] ?? (() => ''))()
}

/** How it grows with heat, salt and acid: three humps over their scales. */
export function growth(random: Random, [x, y]: Point, ramp: Ramp): string {
  return [blue[3], green[3], red[2]]
    .map((colour, index) => {
      const base = y - 90 + index * 118
      const [peak, wide] = [random.between(-100, 120), random.between(40, 90)]
      const points = spread(-215, 215, 34).map((u): Point => [
        x + u,
        base - 78 * Math.exp(-(((u - peak) / (u < peak ? wide : wide * 0.6)) ** 2)),
      ])
      return (
        path(
          `${curve(points)}L${n(x + 215)} ${n(base)}L${n(x - 215)} ${n(base)}Z`,
          fill(mix(colour, ramp[1] ?? colour, 0.2), 0.55),
        ) +
        path(`M${n(x - 220)} ${n(base)}h440`, stroke(ink[2], 3, 0.6)) +
        circle([x + peak, base - 78], 7, fill(ink[2]))
      )
    })
    .join('')
}
