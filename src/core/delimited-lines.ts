import { parseDelimited } from './delimited.ts'
import { Problem } from './problem.ts'
import type { Text } from './text.ts'
import { seenText } from './typed-text.ts'

/** One line of a file or one row of a sheet, counted as a spreadsheet does: the first is 1. */
export type Line = { number: number; cells: readonly string[] }

const words = {
  openQuote: (line: number): Text => ({
    zh: `第 ${line} 行有一个双引号没有正确结束，其后的行会被并入这一格，因此没有导入任何内容。请补上或删去这个引号。`,
    en: `A quotation mark opened in line ${line} is not closed properly and would merge the rows after it. Nothing was imported. Close or remove the quotation mark.`,
  }),
  notATable: (detail: string): Text => ({
    zh: `无法按表格读取：${detail}`,
    en: `This cannot be read as a table: ${detail}`,
  }),
}

const delimiters = [',', '\t', ';', '|'] as const
const linesAsked = 200

/**
 * The delimiter that makes the most consistent table of the first lines: most of them have one number of cells, and that
 * of the first line that has any. A comma inside of numbers or a semicolon inside of lists does not begin in the header.
 */
export function delimiterOf(text: string): string {
  const lines = bareLines(text)
  const ranked = delimiters
    .map((delimiter) => ({ delimiter, ...consistencyOf(lines, delimiter) }))
    .filter(({ width }) => width > 1)
    .toSorted((a, b) => a.first - b.first || b.share - a.share || b.width - a.width)
  const [best] = [...ranked.filter(({ share }) => share >= 0.5), ...ranked]
  return best?.delimiter ?? ','
}

/** The first lines that say something, without what stands in quotation marks. */
const bareLines = (text: string): string[] =>
  text
    .slice(0, 1_000_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesAsked)
    .map((line) => line.replaceAll(/"[^"]*"/g, ''))

/** The usual number of cells, how many lines have it, and which is the first of them. */
function consistencyOf(lines: readonly string[], delimiter: string) {
  const widths = lines.map((line) => line.split(delimiter).length)
  const width = usualOf(widths)
  const having = widths.filter((one) => one === width).length
  return { width, share: having / (lines.length || 1), first: widths.indexOf(width) }
}

/** The most frequent of these numbers. */
function usualOf(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1)
  const [usual] = [...counts].toSorted(([, a], [, b]) => b - a)
  return usual?.[0] ?? 0
}

type Written = { delimiter: string; quote?: string }

/** What {@link seenText} would take out, and more. */
const maybeUnseen = /(?![\t\n\r])\p{Cc}|[\p{Cf}\p{Cs}\ufffe\uffff]/u

/** A cell that goes on longer than this has a quotation mark too few. */
const longestCell = 4_000_000

/**
 * The cells of every line of a text that comes in parts, each of which ends with a line break; a quoted cell may go on in
 * the next. A quotation mark that is not closed properly would swallow the rows behind it: it is refused with the line in
 * which it opens. Without a `quote`, marks are text.
 */
export async function* linesOf(
  parts: AsyncIterable<string> | Iterable<string>,
  { delimiter, quote = '"' }: Written,
): AsyncGenerator<Line> {
  let held = ''
  let [number, linesBefore] = [0, 0]
  for await (const part of parts) {
    const text = held + part
    const { records, ends, isOpen } = parsed(text, { delimiter, quote })
    const swallowing = records.findIndex((cells) => cells.some((cell) => isSwallowing(cell, text)))
    if (swallowing >= 0) throw openQuote(linesBefore + startOf(ends, swallowing))
    for (const cells of seenIn(records, text)) {
      number += 1
      yield { number, cells }
    }
    const [lines = 0] = isOpen ? ends.slice(-1) : [lineCount(text)]
    held = isOpen ? behindLines(text, lines) : ''
    linesBefore += lines
    if (held.length > longestCell) throw openQuote(linesBefore + 1)
  }
  if (held !== '') throw openQuote(linesBefore + 1)
}

/** Without what nobody sees; a look at the whole text spares one at each cell. */
const seenIn = (records: string[][], text: string): string[][] =>
  maybeUnseen.test(text) ? records.map((cells) => cells.map(seenText)) : records

const openQuote = (line: number) => new Problem('invalid', words.openQuote(line))

const startOf = (ends: readonly number[], at: number) => (ends[at - 1] ?? 0) + 1

/**
 * A cell of several lines that still has its opening quotation mark, as it stands in the file: marks inside it are not
 * doubled, so that it was meant to end before.
 */
const isSwallowing = (cell: string, text: string) =>
  cell.startsWith('"') && /[\r\n]/.test(cell) && text.includes(cell)

const lineCount = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0

/** What stands behind so many lines. */
function behindLines(text: string, lines: number): string {
  const ends = /\r\n|\n|\r/g
  for (let passed = 0; passed < lines && ends.exec(text); passed += 1);
  return text.slice(ends.lastIndex)
}

type Parsed = {
  records: string[][]
  /** The line in which each record ends, counted from 1. */
  ends: number[]
  /** Whether a quoted cell goes on behind the last record. */
  isOpen: boolean
}

function parsed(text: string, { delimiter, quote }: Required<Written>): Parsed {
  const records: string[][] = []
  const ends: number[] = []
  try {
    parseDelimited(text, {
      delimiter,
      quote: quote === '' ? null : quote,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      onRecord: (cells, { lines }) => {
        records.push(cells)
        ends.push(lines)
        return null
      },
    })
    return { records, ends, isOpen: false }
  } catch (error) {
    const isOpen =
      error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED'
    if (isOpen) return { records, ends, isOpen }
    throw new Problem('invalid', words.notATable(error instanceof Error ? error.message : ''))
  }
}
