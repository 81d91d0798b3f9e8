import { height, n, path, spread, stroke, width } from '../svg.ts'

/** Faint squares of a drawing board. */
export const board = (colour: string, opacity: number): string =>
  path(
    spread(0, width, 33)
      .map((x) => `M${n(x)} 0V${height}`)
      .join('') +
      spread(0, height, 25)
        .map((y) => `M0 ${n(y)}H${width}`)
        .join(''),
    stroke(colour, 1, opacity),
  )
