import type { Motif } from '../motif.ts'
import { along, blue, green, ink, loess, paper, red } from '../palette.ts'
import { fill, ground, n, path, stroke } from '../svg.ts'

/** The chart of the nuclides: every known nucleus a square, neutrons across, protons up. */
export const nuclides: Motif = (random) => {
  const size = 15
  const squares: Record<string, string[]> = {}
  for (let protons = 0; protons <= 82; protons += 1) {
    const stable = protons * (1 + 0.0062 * protons ** 0.95)
    const spread2 = 2 + protons * 0.16 + random.between(-1, 1)
    for (
      let neutrons = Math.round(stable - spread2);
      neutrons <= stable + spread2 * 1.25;
      neutrons += 1
    ) {
      if (neutrons < 0) continue
      const off = (neutrons - stable) / spread2
      const colour =
        Math.abs(off) < 0.16
          ? ink[3]
          : along(
              off < 0 ? [loess[2], red[2], red[3]] : [green[2], blue[2], blue[4]],
              Math.abs(off) * 0.8 + random.between(-0.1, 0.1),
            )
      const list = (squares[colour.slice(0, 6)] ??= [colour])
      list.push(
        `M${n(120 + neutrons * 10.4)} ${1100 - protons * 12.4}h${size - 4}v${-(size - 3)}h-${size - 4}z`,
      )
    }
  }
  const magic = [8, 20, 28, 50, 82].map(
    (count) =>
      `M${n(120 + count * 10.4)} ${n(1140 - count * 7)}V${n(1000 - count * 12)}M${n(90 + count * 8)} ${n(1100 - count * 12.4)}H${n(330 + count * 15)}`,
  )
  const cells = Object.values(squares).map(([colour = ink[3], ...all]) =>
    path(all.join(''), fill(colour)),
  )
  return [
    ground(paper[1]),
    path(magic.join(''), stroke(ink[1], 2, 0.45)),
    ...cells,
    path('M90 1130H1540M90 1130V60', stroke(ink[2], 4)),
  ].join('')
}
