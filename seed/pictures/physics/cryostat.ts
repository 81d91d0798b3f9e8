import type { Motif } from '../motif.ts'
import { blue, green, ink, loess, mix, paper, red, violet } from '../palette.ts'
import { circle, fill, ground, n, path, rect, stroke, times } from '../svg.ts'
import { board } from './shared.ts'

/** Shells of cold around a sample, cut open, and the field through them. */
export const cryostat: Motif = (random) => {
  const shells = [430, 350, 280, 215, 150, 92]
  const ramp = [loess[2], green[2], blue[2], blue[3], blue[4], blue[5]]
  const walls = shells.map((size, index) => {
    const tall = size * 1.32
    return rect(
      800 - size,
      640 - tall * 0.82,
      size * 2,
      tall * 1.55,
      `${fill(mix(ramp[index] ?? blue[3], paper[0], 0.5 - index * 0.06))} stroke="${ramp[index]}" stroke-width="9" rx="${n(size * 0.22)}"`,
    )
  })
  const field = times(16, (index) => {
    const side = index % 2 === 0 ? 1 : -1
    const reach = 40 + Math.floor(index / 2) * 105
    return path(
      `M${800 + side * 16} 60C${n(800 + side * reach)} 160 ${n(800 + side * reach * 1.5)} 1040 ${800 + side * 16} 1180`,
      `${stroke(violet[3], 2.5, 0.5)} stroke-dasharray="${random.whole(14, 22)} 12"`,
    )
  })
  const coils = [610, 690, 770].flatMap((y) =>
    [-118, 118].map((x) =>
      circle([800 + x, y], 26, `${fill(loess[3])} stroke="${loess[5]}" stroke-width="5"`),
    ),
  )
  return [
    ground(paper[1]),
    board(ink[0], 0.14),
    ...walls,
    ...field,
    rect(770, 20, 60, 560, fill(ink[1])),
    ...coils,
    rect(762, 640, 76, 100, `${fill(red[2])} rx="10"`),
    circle([800, 690], 18, fill(paper[0])),
  ].join('')
}
