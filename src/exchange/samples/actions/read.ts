import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import {
  identifiersInColumns,
  identifiersInRow,
} from '../../../samples/identifiers/rules/identifiers.ts'
import { identifierNames } from '../../../samples/identifiers/words.ts'
import { allOf } from '../../reading/rules/chunks.ts'
import { heldFile, readFile } from '../../reading/actions.ts'
import { mostSampleRows } from '../model.ts'
import { codeColumns, isKnownColumn, targetsOf } from '../rules/columns.ts'
import { miabisTable } from '../rules/miabis.ts'
import type { Row } from '../rules/row.ts'
import { sampleImportWords as words } from '../words.ts'

export type SampleTable = { header: readonly string[]; rows: readonly Row[] }

/** The table in a file of samples, whatever it is: a sheet, a text, MIABIS JSON. */
export async function tableOf(bytes: Uint8Array): Promise<SampleTable> {
  const found = miabisTable(bytes) ?? (await sheetTable(bytes))
  if (found.rows.length === 0) throw new Problem('invalid', words.noRows)
  if (found.rows.length > mostSampleRows)
    throw new Problem('too-large', words.tooManyRows(mostSampleRows))
  return found
}

async function sheetTable(bytes: Uint8Array): Promise<SampleTable> {
  const { table } = await readFile(heldFile(bytes), isKnownColumn)
  if (table.rowCount > mostSampleRows)
    throw new Problem('too-large', words.tooManyRows(mostSampleRows))
  const rows = await allOf(table.rows())
  return { header: table.header, rows: rows.map(({ number, cells }) => ({ number, cells })) }
}

/** Refuses a table of people’s samples that tells who they are, before anything of it is kept; names the columns. */
export function refuseIdentifying({ lang }: Context, { header, rows }: SampleTable): void {
  const targets = targetsOf(header, {})
  const codes = new Set(header.filter((_, at) => isCode(targets[at])))
  const found = new Map(identifiersInColumns(header).map(({ column, kind }) => [column, kind]))
  for (const { cells } of rows) {
    const row = Object.fromEntries(header.map((name, at) => [name, cells[at]]))
    for (const { column, kind } of identifiersInRow(row, codes))
      if (!found.has(column)) found.set(column, kind)
  }
  if (found.size === 0) return
  const named = [...found].map(([column, kind]) => `${column} (${identifierNames[kind][lang]})`)
  const message = words.identifying(named.join(', '))
  throw new Problem('invalid', message, { issues: [{ path: 'file', message }] })
}

const isCode = (target: ReturnType<typeof targetsOf>[number]) =>
  target !== undefined && codeColumns.has(target)
