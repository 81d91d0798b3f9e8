import { digitsOf } from './numbers.ts'

export type CsvCell = string | number | boolean | null

/** One line of RFC 4180, cells as they are. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(value: CsvCell): string {
  const text = value === null ? '' : typeof value === 'number' ? digitsOf(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A text that a spreadsheet would take for a formula, full-width signs included, marked as text; numbers stay numbers. */
export const withoutFormula = (value: CsvCell): CsvCell =>
  typeof value === 'string' && /^[=+\-@＝＋－＠\t\r\n]/.test(value) && !isNegative(value)
    ? `'${value}`
    : value

/** `-42.5` is a number in a text as well. `+86…` is not: a spreadsheet would lose its sign. */
const isNegative = (text: string) => /^-\d+(?:\.\d+)?$/.test(text)
