import { wellName as nameInGrid } from '../../../stock/places/rules.ts'

/** Rows and columns of a box, and how its wells are called: `A1`, unless by numbers. */
export type Grid = { rows: number; columns: number; wellNames?: 'letters' | 'numbers' }

/** What a scanner wrote of one well. */
export type Read =
  | { is: 'code'; code: string }
  | { is: 'empty' }
  /** A tube stands there whose code could not be read. */
  | { is: 'unread' }

/** The number of a row by its letters; undefined where there are none. */
export function rowOf(letters: string): number | undefined {
  if (!/^[a-z]{1,2}$/i.test(letters)) return undefined
  const upper = Array.from(letters.toUpperCase())
  return upper.reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1
}

/** `A1`, or `1`, for a well in reading order. */
export const wellName = (well: number, { columns, wellNames }: Omit<Grid, 'rows'>): string =>
  nameInGrid({ rows: 1, columns, wellNames: wellNames ?? 'letters' }, well)

/**
 * A well by what a scanner calls it, in reading order from 0: `A1`, `A01`, `A-1`, `A:1`, or `1` for the first one.
 * `outside` where the box has no such well, undefined where the text names none.
 */
export function wellOf(text: string, grid: Grid): number | 'outside' | undefined {
  const [, letters, digits] = /^([a-z]{0,2})[\s:_-]?(\d{1,4})$/i.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  if (letters) return wellAt(rowOf(letters), Number(digits) - 1, grid)
  const well = Number(digits) - 1
  return well >= 0 && well < grid.rows * grid.columns ? well : 'outside'
}

export const wellAt = (row: number | undefined, column: number, { rows, columns }: Grid) =>
  row !== undefined && row >= 0 && row < rows && column >= 0 && column < columns
    ? row * columns + column
    : 'outside'

const emptyWords =
  /^(?:no[ _-]?(?:tube|sample|vial)|empty|none|null|n\/?a|-+|0|无管|空|空位|空孔|无)?$/i
const unreadWords =
  /^(?:no[ _-]?(?:read|code|barcode)|(?:not|un)[ _-]?read(?:able)?|(?:read|decode|decoding)[ _-]?(?:fail(?:ed|ure)?|error)|error|fail(?:ed)?|\?+|\*+|读取失败|无法读取|无法识别|未读出|无码)$/i

/** What a cell says of the tube in its well. */
export function readOf(cell: string): Read {
  const text = cell.trim()
  if (emptyWords.test(text)) return { is: 'empty' }
  return unreadWords.test(text) ? { is: 'unread' } : { is: 'code', code: text }
}

/** A status that a scanner writes beside an empty code, or instead of one. */
export const isStatus = (cell: string): boolean =>
  /^(?:ok|read|good|success|正常|成功)$/i.test(cell.trim()) ||
  (cell.trim() !== '' && readOf(cell).is !== 'code')

/** A spreadsheet turned a long number into `2.19E+26`, and its digits are lost. */
export const hasLostDigits = (code: string): boolean => /^\d(?:[.,]\d+)?e\+?\d+$/i.test(code)
