import type { Context as HonoContext } from 'hono'
import { csvLine } from '../core/csv.ts'
import type { WorkbookCell } from '../ports/workbook.ts'
import { workbookOf } from '../ports/workbook.ts'
import { fileTypes } from './api.ts'
import type { Env } from './env.ts'

export type TableFile = {
  /** Without its ending: `instrument-use-2026`. */
  name: string
  header: readonly string[]
  rows: readonly (readonly WorkbookCell[])[]
}

/** A table as a file to keep: CSV with a byte order mark, which Excel needs for Chinese, or XLSX. */
export async function tableFile(
  c: HonoContext<Env>,
  format: 'csv' | 'xlsx',
  { name, header, rows }: TableFile,
): Promise<Response> {
  c.header('content-disposition', `attachment; filename="${name}.${format}"`)
  c.header('cache-control', 'private, no-store')
  if (format === 'xlsx') return workbookFile(c, name, await workbookOf([{ name, header, rows }]))
  c.header('content-type', `${fileTypes.csv}; charset=utf-8`)
  return c.body(`\ufeff${[header, ...rows].map((row) => csvLine(row.map(safeText))).join('')}`)
}

/** A workbook of several sheets as a file to keep. */
export function workbookFile(
  c: HonoContext<Env>,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Response {
  c.header('content-disposition', `attachment; filename="${name}.xlsx"`)
  c.header('cache-control', 'private, no-store')
  c.header('content-type', fileTypes.xlsx)
  return c.body(bytes)
}

/** What a spreadsheet would take for a formula, full-width signs included, is marked as text. */
function safeText(value: WorkbookCell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  return /^[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value
}
