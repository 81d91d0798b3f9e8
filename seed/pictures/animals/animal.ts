import { at } from '../../random.ts'
import type { Motif } from '../motif.ts'
import { noiseOf } from '../noise.ts'
import { blue, green, ink, loess, mix, paper, red } from '../palette.ts'
import {
  circle,
  defs,
  fill,
  gradient,
  height,
  line,
  n,
  path,
  type Point,
  rect,
  spread,
  stamps,
  stroke,
  times,
  width,
} from '../svg.ts'
import { builds } from './builds.ts'
import { drawn } from './body.ts'

/** Hills of the place, the animal on them large, its herd small behind, a swatch of its coat. */
export const animal: Motif = (random, { key, variant }) => {
  const build = builds[variant]
  if (!build) throw new Error(`No looks for the animal ${variant}.`)
  const noise = noiseOf(key, 4)
  const lands = [
    [blue[0], green[1], green[2], green[3]],
    [paper[1], loess[1], loess[2], loess[3]],
    ['#f3e3d3', red[1], red[2], loess[3]],
    [blue[1], blue[2], green[2], green[4]],
  ]
  const [sky = paper[0], far = green[1], middle = green[2], near = green[3]] = at(
    lands,
    random.whole(0, 3),
  )
  const hill = (base: number, wave: number, colour: string, step: number) =>
    path(
      `${line(spread(-20, 1620, 40).map((x): Point => [x, base - wave * (0.4 + noise(x / 520 + step * 4, step))]))}V1220H-20Z`,
      fill(colour),
    )
  const body = drawn(random, build)
  const herd = stamps('herd', 1, () => body)
  const isMirrored = random.is(0.5)
  const distant = times(5, (index) => {
    const x = 140 + index * 330 + random.between(-60, 60)
    return herd.use(
      0,
      `transform="translate(${n(x)} ${n(735 + random.between(-26, 26))}) scale(${index % 2 === 0 ? 0.15 : -0.15} .15)" opacity=".75"`,
    )
  })
  const blades = times(
    90,
    () =>
      `M${Math.round(random.between(0, 1600))} ${Math.round(random.between(1010, 1200))}q4 -20 ${Math.round(random.between(-14, 14))} -${Math.round(random.between(24, 46))}`,
  )
  return [
    defs(
      gradient('sky', [
        [0, mix(sky, '#ffffff', 0.3)],
        [1, sky],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#sky)"'),
    circle([isMirrored ? 1240 : 360, 240], 84, fill(paper[0], 0.85)),
    hill(620, 220, mix(far, sky, 0.45), 1),
    hill(690, 150, far, 2),
    hill(780, 90, middle, 3),
    herd.kept,
    ...distant,
    hill(1010, 60, near, 4),
    `<ellipse cx="800" cy="1070" rx="430" ry="34" ${fill(ink[3], 0.22)}/>`,
    herd.use(0, `transform="translate(800 1070) scale(${isMirrored ? -1 : 1} 1)"`),
    path(blades.join(''), stroke(mix(near, ink[3], 0.3), 4, 0.8)),
  ].join('')
}
