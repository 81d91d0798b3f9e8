import { parse } from 'csv-parse/sync'
import { Problem } from '../../core/problem.ts'
import type { Table } from '../model.ts'
import { importWords } from '../words.ts'

/** Text of a file whose encoding nobody wrote down: a byte order mark tells, else UTF-8, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const delimiters = [',', '\t', ';'] as const

/** The delimiter that the header line has most of. */
export function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  const counts = delimiters.map((one) => ({ one, count: line.split(one).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.one ?? ','
}

/** Reads a CSV or TSV with a header row. Blank lines are skipped, and counted. */
export function readTable(bytes: Uint8Array): Table {
  const text = decodeText(bytes)
  const [first, ...rest] = parsedLines(text)
  if (!first || first.cells.every((cell) => cell.trim() === ''))
    throw new Problem('invalid', importWords.empty)
  const rows = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return { header: first.cells.map((cell) => cell.trim()), rows }
}

function parsedLines(text: string): { number: number; cells: string[] }[] {
  try {
    // The library answers what `columns: false` makes: one list of texts per record.
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
    })
    return records.map((cells, at) => ({ number: at + 1, cells }))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new Problem('invalid', importWords.notATable(detail))
  }
}
