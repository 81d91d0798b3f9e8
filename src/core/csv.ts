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
  typeof value === 'string' && /^[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value
