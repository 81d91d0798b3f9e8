import type { Grid as Named } from '../../../stock/places/rules.ts'

type Grid = Pick<Named, 'rows' | 'columns'>

/** How a rack may have lain in the scanner, beside as it should. */
export const turns = ['half', 'mirrored', 'flipped', 'quarter', 'three_quarters'] as const
export type Turn = (typeof turns)[number]

/** Where a well of the file is in the box, when the file is turned so. */
export function turned(well: number, turn: Turn | undefined, { rows, columns }: Grid): number {
  const [row, column] = [Math.floor(well / columns), well % columns]
  const ways: Readonly<Record<Turn, number>> = {
    half: rows * columns - 1 - well,
    mirrored: row * columns + columns - 1 - column,
    flipped: (rows - 1 - row) * columns + column,
    quarter: column * columns + rows - 1 - row,
    three_quarters: (columns - 1 - column) * columns + row,
  }
  return turn === undefined ? well : ways[turn]
}

export const turnsOf = ({ rows, columns }: Grid): Turn[] =>
  turns.filter((turn) => rows === columns || !turn.includes('quarter'))

type Coded = ReadonlyMap<number, string>

/**
 * The turn by which most of a file's codes stand where the box has them now; undefined where none is better than the
 * file as it is, or where less than half of them are.
 */
export function turnOf(file: Coded, present: Coded, grid: Grid): Turn | undefined {
  const matching = (turn: Turn | undefined) =>
    [...file].filter(([well, code]) => present.get(turned(well, turn, grid)) === code).length
  const known = new Set(present.values())
  const shared = [...file.values()].filter((code) => known.has(code)).length
  const [best] = [undefined, ...turnsOf(grid)]
    .map((turn) => ({ turn, count: matching(turn) }))
    .toSorted((one, other) => other.count - one.count)
  return best && best.count > 1 && best.count * 2 > shared ? best.turn : undefined
}
