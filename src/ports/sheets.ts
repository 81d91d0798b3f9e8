import readWorkbook from 'read-excel-file/universal'

/** A sheet as it shows: rows from the first, each cell a text; empty cells are ''. */
export type Sheet = { name: string; rows: readonly (readonly string[])[] }

/**
 * The sheets of an XLSX workbook, read whole; undefined where it is none. Dates are ISO 8601, with a time where they have
 * one; numbers have the 15 digits that a spreadsheet keeps, without a point that says nothing, and from 16 digits on
 * their exponent (`2.19e+26`): by that it can be told that digits were lost. Errors (`#N/A`) are empty.
 */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[] | undefined> {
  try {
    const sheets = await readWorkbook(Uint8Array.from(bytes).buffer, {
      parseNumber: (digits) => ({ digits }),
      trim: false,
    })
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map(shownAs)),
    }))
  } catch {
    return undefined
  }
}

/**
 * How many cells a sheet spans: each row is as long as the widest. One stray cell at the far right of a long sheet makes
 * billions, which reading would fill in; ask before.
 */
export function cellsSpanned(sheetXml: string): number {
  const rows = sheetXml.match(/<row\b/g)?.length ?? 0
  let widest = 0
  for (const [, letters = ''] of sheetXml.matchAll(/<c\b[^>]*?\br="([A-Z]{1,3})\d/g))
    widest = Math.max(widest, columnNumber(letters))
  return rows * widest
}

/** A is 1, Z is 26, AA is 27. */
const columnNumber = (letters: string) =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0)

function shownAs(cell: unknown): string {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (cell instanceof Date) return dateShown(cell)
  const isNumber = typeof cell === 'object' && cell !== null && 'digits' in cell
  return isNumber ? numberShown(String(cell.digits)) : ''
}

/** Beyond 15 digits a spreadsheet has put zeros. */
const firstInexact = 1e15

function numberShown(digits: string): string {
  const number = Number(Number(digits).toPrecision(15))
  return Math.abs(number) >= firstInexact ? number.toExponential() : String(number)
}

function dateShown(date: Date): string {
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}
