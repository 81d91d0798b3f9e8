import type { Text } from '../../core/text.ts'
import { type FillOrder, mostDepth, type WellNaming } from './model.ts'
import { placeWords as words } from './words.ts'

/** A place that something is put into, from the top down to it. */
type Around = { path: string; depth: number; holdsOne: boolean; blockedPath: string | null }

type Moved = {
  /** What is to stand there: how many places deep it is itself. */
  height: number
  /** Whether the place around it is the place itself, or inside it. */
  isInside: boolean
}

/** Why a place cannot stand inside another; nothing when it can. */
export function objectionsToStanding(around: Around, { height, isInside }: Moved): Text[] {
  return [
    ...(isInside ? [words.insideItself] : []),
    ...(around.depth + height > mostDepth ? [words.tooDeep(mostDepth)] : []),
    ...(around.holdsOne ? [words.nothingInside(around.path)] : []),
    ...objectionsToPutting(around),
  ]
}

/** Why nothing is put into a place; that it holds one thing already is for the database to say. */
export const objectionsToPutting = ({ blockedPath }: Pick<Around, 'blockedPath'>): Text[] =>
  blockedPath === null ? [] : [words.isBlocked(blockedPath)]

/** Rows and columns of wells, and how these are called. Wells are counted from 0 in reading order. */
export type Grid = { rows: number; columns: number; wellNames: WellNaming }

type Sized = { rows: number | null; columns: number | null; wellNames: WellNaming }

export const gridOf = ({ rows, columns, wellNames }: Sized): Grid | null =>
  rows === null || columns === null ? null : { rows, columns, wellNames }

/** Row 0 is A, row 26 is AA. */
export const rowName = (row: number): string =>
  (row < 26 ? '' : rowName(Math.floor(row / 26) - 1)) + String.fromCodePoint(65 + (row % 26))

export const wellName = ({ columns, wellNames }: Grid, well: number): string =>
  wellNames === 'numbers'
    ? String(well + 1)
    : `${rowName(Math.floor(well / columns))}${(well % columns) + 1}`

type Size = Pick<Grid, 'rows' | 'columns'>

/**
 * What a name says of a well, however it is written and whatever the box calls its wells: `A1`, `a01`, `A-1`, `A:1`, or
 * `1` for the first one. `outside` where the box has no such well, undefined where the text names none.
 */
export function wellNamed(size: Size, name: string): number | 'outside' | undefined {
  const [, letters = '', digits] = /^(?:([a-z]{1,2})[\s:_-]?)?(\d{1,5})$/i.exec(name.trim()) ?? []
  if (digits === undefined) return undefined
  const number = Number(digits) - 1
  if (letters !== '') return wellIn(size, rowNamed(letters), number)
  return number < 0
    ? 'outside'
    : wellIn(size, Math.floor(number / size.columns), number % size.columns)
}

/** The well of this name, as the box calls its wells. Undefined where the box has none. */
export function wellAt(grid: Grid, name: string): number | undefined {
  const isNumber = /^\d/.test(name.trim())
  if (isNumber !== (grid.wellNames === 'numbers')) return undefined
  const well = wellNamed(grid, name)
  return well === 'outside' ? undefined : well
}

/** The well in a row and a column, both from 0. */
export const wellIn = ({ rows, columns }: Size, row: number | undefined, column: number) =>
  row !== undefined && row >= 0 && row < rows && column >= 0 && column < columns
    ? row * columns + column
    : 'outside'

/** The other way round of `rowName`; undefined where it is none. */
export const rowNamed = (name: string): number | undefined =>
  /^[a-z]{1,2}$/i.test(name)
    ? Array.from(name.toUpperCase(), (letter) => letter.charCodeAt(0) - 64).reduce(
        (sum, place) => sum * 26 + place,
        0,
      ) - 1
    : undefined

/** All wells as they are filled one after the other. */
export const wellsInOrder = ({ rows, columns }: Grid, order: FillOrder): number[] =>
  Array.from({ length: rows * columns }, (_, index) =>
    order === 'rows' ? index : (index % rows) * columns + Math.floor(index / rows),
  )

type Filling = { grid: Grid; order: FillOrder; taken: ReadonlySet<number> }

/** The free well after one, or the first that is free at all. */
export function nextFree({ grid, order, taken }: Filling, after?: number): number | undefined {
  const wells = wellsInOrder(grid, order)
  const from = after === undefined ? 0 : wells.indexOf(after) + 1
  return [...wells.slice(from), ...wells.slice(0, from)].find((well) => !taken.has(well))
}

type Change = { rows: number | null; columns: number | null; capacity: number | null }
type Use = { columns: number | null; highestWell: number | null }
type GridObjection = { field: string; text: Text } | undefined

/** What is wrong with the grid of a new or changed place, by field. */
export function objectionToGrid(change: Change, use?: Use): GridObjection {
  const { rows, columns, capacity } = change
  if ((rows === null) !== (columns === null))
    return { field: rows === null ? 'rows' : 'columns', text: words.gridWhole }
  if (rows !== null && capacity !== null) return { field: 'capacity', text: words.gridOrCapacity }
  return use && objectionToShifting(change, use)
}

/** Another number of columns gives every well in use another name. */
function objectionToShifting({ rows, columns }: Change, use: Use): GridObjection {
  if (use.highestWell === null) return undefined
  if (columns !== use.columns) return { field: 'columns', text: words.gridInUse }
  const count = (rows ?? 0) * (columns ?? 0)
  return use.highestWell < count ? undefined : { field: 'rows', text: words.gridTooSmall }
}
