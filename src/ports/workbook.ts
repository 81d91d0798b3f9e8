import writeXlsxFile from 'write-excel-file/universal'

export type WorkbookCell = string | number | boolean | null

/** One sheet: a header that stays in sight, and rows of as many cells. */
export type WorkbookSheet = {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string
  header: readonly string[]
  rows: readonly (readonly WorkbookCell[])[]
}

/** An XLSX file. Texts stay texts, whatever they begin with: a cell is never a formula. */
export async function workbookOf(
  sheets: readonly WorkbookSheet[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { toBlob } = writeXlsxFile(
    sheets.map(({ name, header, rows }) => ({
      sheet: sheetName(name),
      stickyRowsCount: 1,
      columns: widthsOf([header, ...rows]),
      data: [
        header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  )
  return new Uint8Array(await (await toBlob()).arrayBuffer())
}

function cellOf(value: WorkbookCell) {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  return typeof value === 'boolean'
    ? { value, type: Boolean }
    : { value: printable(value), type: String }
}

/** A name that a sheet may have. */
export const sheetName = (name: string) => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** XML 1.0 has no control characters but tab and line breaks. */
export const printable = (text: string) =>
  text.replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')

/** As wide as the longest of the first rows; a Chinese character counts twice. */
function widthsOf(rows: readonly (readonly WorkbookCell[])[]) {
  const first = rows.slice(0, 200)
  return (first[0] ?? []).map((_, at) => {
    const longest = Math.max(...first.map((row) => breadthOf(String(row[at] ?? ''))))
    return { width: Math.min(60, Math.max(8, longest + 2)) }
  })
}

const breadthOf = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)
