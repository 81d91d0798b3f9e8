import { filesIn } from '../archive.ts'
import { cellsSpanned, type Sheet, sheetsOf } from '../sheets.ts'
import type { SheetFacts } from '../../core/preview.ts'
import { columnsOf, extentIn, isHeader, numbered } from './columns.ts'
import type { Reading } from './reading.ts'
import { Refused, type Source, wholeOf } from './source.ts'

const mostBytes = 32_000_000
/** Unpacked, all of its parts together. */
const mostUnpacked = 200_000_000
const mostCells = 3_000_000
const mostSheets = 10

/** An XLSX workbook: the first rows of each sheet, and what its columns hold. */
export async function readWorkbook(source: Source): Promise<Reading> {
  const bytes = wholeOf(source, mostBytes)
  await refuseBomb(bytes)
  const sheets = (await sheetsOf(bytes)) ?? refuseDamaged()
  const shown = sheets.slice(0, mostSheets).map(sheetFacts)
  return {
    facts: {
      kind: 'table',
      format: 'xlsx',
      bytesRead: bytes.length,
      isWhole: true,
      sheets: shown.map(({ facts }) => facts),
      sheetsLeftOut: Math.max(0, sheets.length - mostSheets),
    },
    variables: shown.flatMap(({ hasHeader, facts }) =>
      hasHeader ? facts.columns.map(({ name }) => name) : [],
    ),
    extent: shown.map(({ facts }) => extentIn(facts.columns)).find(Boolean) ?? null,
  }
}

const refuseDamaged = (): never => {
  throw new Refused('damaged')
}

/** What its parts unpack to, and how many cells its sheets span, is known before it is read as a whole. */
async function refuseBomb(bytes: Uint8Array): Promise<void> {
  const files = filesIn(bytes) ?? refuseDamaged()
  const unpacked = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (unpacked > mostUnpacked) throw new Refused('too_large')
  let cells = 0
  for (const file of files.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet after the other, so that one is in memory
    cells += cellsSpanned(new TextDecoder().decode(await file.read()))
    if (cells > mostCells) throw new Refused('too_large')
  }
}

function sheetFacts({ name, rows }: Sheet): { facts: SheetFacts; hasHeader: boolean } {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const header = filled[0] ?? []
  const hasHeader = filled.length > 0 && isHeader(header)
  const columns = columnsOf(hasHeader ? header : numbered(header.length))
  for (const cells of hasHeader ? filled.slice(1) : filled) columns.add(cells)
  const facts = columns.facts()
  return { facts: { ...facts, name, rows: facts.rowsRead }, hasHeader }
}
