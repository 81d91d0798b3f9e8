import type { Motif } from '../motif.ts'
import { along, green, ink, loess, mix, paper, red } from '../palette.ts'
import {
  circle,
  defs,
  fill,
  gradient,
  height,
  path,
  rect,
  stamps,
  stroke,
  times,
  turned,
  width,
} from '../svg.ts'

/** A hen or cock of the land, all feathers. */
export const fowl: Motif = (random, { variant }) => {
  const colour = variant === 'black' ? '#34302f' : variant === 'yellow' ? '#c98a3c' : '#a8603a'
  const feathers = stamps(
    'feather',
    4,
    (index) =>
      path(
        'M0 0C-20 20 -20 54 0 76C20 54 20 20 0 0Z',
        fill(along([mix(colour, '#ffffff', 0.3), colour, mix(colour, ink[3], 0.4)], index / 3)),
      ) + path('M0 6V66', stroke(ink[3], 2, 0.3)),
  )
  const rows = times(12, (row) =>
    times(13, (column) => {
      const [u, v] = [(column - 6 + (row % 2) * 0.5) / 6.4, (row - 5.5) / 6]
      return u * u + v * v * 1.05 > 1
        ? ''
        : feathers.use(
            random.whole(0, 3),
            turned([760 + u * 330 + v * 30, 600 + v * 250], 62 - v * 30 + u * 10, 1.15),
          )
    }).join(''),
  ).toReversed()
  const tail = times(9, (index) =>
    path(
      'M0 0C-64 -120 -62 -270 24 -372C74 -270 58 -110 0 0Z',
      `${fill(along([ink[3], green[4], colour], index / 8))} ${turned([530 - index * 7, 500 + index * 16], -8 - index * 11, 1 - index * 0.045)}`,
    ),
  )
  return [
    defs(
      gradient('yard', [
        [0, paper[0]],
        [1, loess[0]],
      ]),
    ),
    rect(0, 0, width, height, 'fill="url(#yard)"'),
    circle([1390, 270], 100, fill(red[1], 0.55)),
    path('M0 1010Q800 930 1600 1020V1200H0Z', fill(loess[2])),
    ...tail,
    feathers.kept,
    `<ellipse cx="760" cy="610" rx="350" ry="270" fill="${colour}"/>`,
    path('M960 640C1080 560 1090 420 1060 330', stroke(mix(colour, '#ffffff', 0.12), 170)),
    ...rows,
    circle([1066, 320], 92, fill(mix(colour, '#ffffff', 0.12))),
    path('M1000 240c-10 -70 20 -90 40 -60c0 -70 50 -70 50 -10c30 -40 60 -10 40 50z', fill(red[3])),
    path('M1096 372q16 80 -20 96q-36 -20 -10 -92z', fill(red[3])),
    path('M1144 316l84 26l-80 24z', fill(loess[2])),
    circle([1092, 306], 13, fill(ink[3])),
    path(
      'M690 850V1010M690 1010l60 18M690 1010l-50 20M830 850V1010M830 1010l60 18M830 1010l-50 20',
      stroke(loess[3], 16),
    ),
  ].join('')
}
