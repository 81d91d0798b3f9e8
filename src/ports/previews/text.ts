import { delimiterOf, linesOf } from '../../core/delimited-lines.ts'
import { type Encoding, decodedAs, encodingBy, noBytes, withBytes } from '../../core/encoding.ts'
import type { Facts, TreeNode } from '../../core/preview.ts'
import { seenText } from '../../core/typed-text.ts'
import { columnsOf, extentIn, isHeader, numbered, shortened } from './columns.ts'
import type { Reading } from './reading.ts'
import { Refused, type Source } from './source.ts'

const tableBytes = 8_000_000
const textBytes = 200_000
const treeBytes = 8_000_000

type Beginning = { text: string; encoding: Encoding; bytesRead: number; isWhole: boolean }

/** The first bytes of a file as text, up to the last line that is whole; undefined where they are none. */
export function beginningOf(source: Source, most: number): Beginning | undefined {
  const bytes = source.read(0, most)
  const isWhole = bytes.length === source.sizeBytes
  try {
    return decodedBeginning(bytes, isWhole)
  } catch {
    return undefined
  }
}

function decodedBeginning(bytes: Uint8Array, isWhole: boolean): Beginning {
  const end = isWhole ? bytes.length : bytes.lastIndexOf(0x0a) + 1 || bytes.length
  const lines = bytes.subarray(0, end)
  const encoding = encodingBy(withBytes(noBytes, lines))
  const isWide = encoding.startsWith('utf-16')
  // The line break of UTF-16 LE is 0a 00: what stands behind the byte found is no whole character.
  const used = isWide && !isWhole ? lines.subarray(0, (lines.length - 1) & ~1) : lines
  const decodedText = decodedAs(used, encoding).replace(/^\ufeff/, '')
  const text = isWide && !isWhole ? throughLastLine(decodedText) : decodedText
  return { text, encoding, bytesRead: used.length, isWhole }
}

const throughLastLine = (text: string) => text.slice(0, text.lastIndexOf('\n') + 1 || text.length)

const refuseEncoding = (): never => {
  throw new Refused('encoding')
}

/** Comma-separated values and their kin: what the columns hold, and the first rows. */
export async function readTable(source: Source): Promise<Reading> {
  const { text, encoding, bytesRead, isWhole } = beginningOf(source, tableBytes) ?? refuseEncoding()
  const delimiter = /\.(?:tsv|tab)$/i.test(source.name) ? '\t' : delimiterOf(text)
  const { sheet, hasHeader } = await sheetIn({ text, isWhole }, delimiter)
  const facts: Facts<'table'> = {
    kind: 'table',
    format: 'csv',
    encoding,
    delimiter,
    hasHeader,
    bytesRead,
    isWhole,
    sheets: [{ ...sheet, name: null, rows: isWhole ? sheet.rowsRead : null }],
    sheetsLeftOut: 0,
  }
  return {
    facts,
    variables: hasHeader ? sheet.columns.map(({ name }) => name) : [],
    extent: extentIn(sheet.columns),
  }
}

type Part = Pick<Beginning, 'text' | 'isWhole'>

async function sheetIn(part: Part, delimiter: string) {
  const rows = rowsOf(part, delimiter)
  const first = await rows.next()
  if (first.done) throw new Refused('empty')
  const hasHeader = isHeader(first.value)
  const columns = columnsOf(hasHeader ? first.value : numbered(first.value.length))
  if (!hasHeader) columns.add(first.value)
  for await (const cells of rows) columns.add(cells)
  return { sheet: columns.facts(), hasHeader }
}

/**
 * Rows that say something. A quotation mark that is never closed is text, or the place where the part that was read
 * ends.
 */
async function* rowsOf(
  { text, isWhole }: Part,
  delimiter: string,
): AsyncGenerator<readonly string[]> {
  let rows = 0
  try {
    for await (const { cells } of linesOf(partsOf(text), { delimiter })) {
      if (cells.every((cell) => cell.trim() === '')) continue
      rows += 1
      yield cells
    }
  } catch {
    if (!isWhole && rows > 0) return
    for await (const { cells } of linesOf(partsOf(text), { delimiter, quote: '' })) {
      if (cells.every((cell) => cell.trim() === '')) continue
      rows -= 1
      if (rows < 0) yield cells
    }
  }
}

const partLength = 500_000

/** Parts that end with a line break, but for the last. */
function* partsOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from + partLength) + 1 || text.length
    yield text.slice(from, end)
    from = end
  }
}

/** Text as it is; of a long one, its beginning. */
export function readText(source: Source, format: Facts<'text'>['format']): Reading {
  const { text, ...about } = beginningOf(source, textBytes) ?? refuseEncoding()
  return { facts: { kind: 'text', format, ...about, text: seenText(text) }, variables: [] }
}

/** JSON as a tree, not all of a large one; what is too long to be read whole is shown as text. */
export function readJson(source: Source): Reading {
  if (source.sizeBytes > treeBytes) return readText(source, 'json')
  const { text } = beginningOf(source, treeBytes) ?? refuseEncoding()
  const root = nodeOf('', JSON.parse(text), { left: mostNodes }, 0)
  return { facts: { kind: 'tree', format: 'json', root }, variables: [] }
}

const mostNodes = 2_000
const mostChildren = 100
const deepest = 12

function nodeOf(name: string, value: unknown, budget: { left: number }, depth: number): TreeNode {
  budget.left -= 1
  const shown = seenText(shortened(name, 200))
  if (typeof value !== 'object' || value === null)
    return { name: shown, value: seenText(shortened(JSON.stringify(value), 300)) }
  const isList = Array.isArray(value)
  const entries = isList ? value.slice(0, mostChildren).entries() : Object.entries(value)
  const count = isList ? value.length : Object.keys(value).length
  const children: TreeNode[] = []
  for (const [key, child] of entries) {
    if (depth >= deepest || budget.left <= 0 || children.length >= mostChildren) break
    children.push(nodeOf(String(key), child, budget, depth + 1))
  }
  return { name: shown, holds: { as: isList ? 'list' : 'object', count }, children }
}
