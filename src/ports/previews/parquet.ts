import {
  type AsyncBuffer,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import type { ColumnSummary } from '../../core/preview.ts'
import { columnsOf, extentIn, shortened } from './columns.ts'
import type { Reading } from './reading.ts'
import type { Source } from './source.ts'

const rowsAsked = 1_000

/** A Parquet file: its schema, how many rows it has, and the first of them, from the pages that hold those. */
export async function readParquet(source: Source): Promise<Reading> {
  const file = asyncBufferOf(source)
  const metadata = await parquetMetadataAsync(file)
  const fields = parquetSchema(metadata).children.map(({ element }) => element)
  const rows = Number(metadata.num_rows)
  const read = await parquetReadObjects({
    file,
    metadata,
    compressors,
    columns: fields.slice(0, 200).map(({ name }) => name),
    rowStart: 0,
    rowEnd: Math.min(rows, rowsAsked),
    useOffsetIndex: true,
  })
  const columns = columnsOf(fields.map(({ name }) => name))
  for (const row of read) columns.add(fields.map(({ name }) => textOf(row[name])))
  const facts = columns.facts()
  const named = facts.columns.map((column, at) => ({
    ...column,
    ...typedBy(column, fields[at]?.type),
    stored: storedAs(fields[at]),
  }))
  return {
    facts: {
      kind: 'table',
      format: 'parquet',
      bytesRead: source.taken(),
      isWhole: rows <= facts.rowsRead,
      sheets: [{ ...facts, columns: named, name: null, rows }],
      sheetsLeftOut: 0,
    },
    variables: named.map(({ name }) => name),
    extent: rows <= facts.rowsRead ? extentIn(named) : null,
  }
}

const asyncBufferOf = ({ sizeBytes, read }: Source): AsyncBuffer => ({
  byteLength: sizeBytes,
  slice: (start, end = sizeBytes) => {
    const from = start < 0 ? Math.max(0, sizeBytes + start) : start
    return Uint8Array.from(read(from, end - from)).buffer
  },
})

type Element = ReturnType<typeof parquetSchema>['element']

const storedAs = (element: Element | undefined) =>
  [element?.logical_type?.type ?? element?.converted_type, element?.type]
    .filter((name) => name !== undefined)
    .join(' · ') || 'group'

/** What a file stores as text is text, whatever it looks like. */
const typedBy = ({ type }: ColumnSummary, stored: string | undefined): Partial<ColumnSummary> =>
  stored === 'BYTE_ARRAY' && (type === 'integer' || type === 'number')
    ? { type: 'identifier', min: null, max: null }
    : {}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Date) return dateText(value)
  if (value instanceof Uint8Array) return `${value.length} B`
  return shortened(JSON.stringify(value, plain), 300)
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
}

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
