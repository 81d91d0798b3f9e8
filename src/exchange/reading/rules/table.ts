import { Problem } from '../../../core/problem.ts'
import type { RowProblem } from '../../model.ts'
import type { IsKnown, Line, Lines, Table, TableRow } from '../model.ts'
import { readingWords as words } from '../words.ts'
import { collectFacts } from './facts.ts'

/** Title lines above a table are few. */
const linesBeforeHeader = 50

/**
 * The table in the lines of a file or sheet: from its header row, which is the one with most names that are known, as
 * wide as its columns go without a gap, and down to where notes follow a blank row. Blank rows are skipped, and counted.
 * What was left out is said, never dropped silently. The lines are never held: they are gone through once to survey them,
 * and once more for what stands beside them and for notes below.
 */
export async function tableIn(lines: Lines, isKnown: IsKnown): Promise<Table> {
  const headerLine = headerOf(await firstLines(lines), isKnown)
  if (!headerLine) throw new Problem('invalid', words.empty)
  const body = () => linesBehind(lines, headerLine.number)
  const named = namedColumns(headerLine)
  const first = await surveyOf(body, named, null)
  const columns = columnsOf(headerLine, first.filled)
  const isApart = columns.isMore || columns.to < named.to
  const counted = isApart ? await surveyOf(body, columns, null) : first
  const notes = notesIn(counted, columns, headerLine.number + 1)
  const { facts } = notes.from === null ? counted : await surveyOf(body, columns, notes.from)
  const rows = () => rowsOf(body, columns, notes.from)
  const header = headerLine.cells.slice(columns.from, columns.to).map((cell) => cell.trim())
  const leftOut = [...aside(headerLine.number, columns), ...below(notes)]
  return { header, headerRow: headerLine.number, leftOut, rows, ...facts.done() }
}

async function firstLines(lines: Lines): Promise<Line[]> {
  const first: Line[] = []
  for await (const line of lines()) {
    first.push(line)
    if (first.length === linesBeforeHeader) break
  }
  return first
}

async function* linesBehind(lines: Lines, number: number): AsyncGenerator<Line> {
  for await (const line of lines()) if (line.number > number) yield line
}

/** How many names of a header are known. */
export const knownIn = (cells: readonly string[], isKnown: IsKnown): number =>
  cells.filter((cell) => cell.trim() !== '' && isKnown(cell)).length

const isBlank = (cell: string | undefined) => cell === undefined || cell.trim() === ''
const filledIn = (cells: readonly string[]) => cells.filter((cell) => !isBlank(cell)).length

function headerOf(lines: readonly Line[], isKnown: IsKnown): Line | undefined {
  const counts = lines.map(({ cells }) => knownIn(cells, isKnown))
  const most = Math.max(0, ...counts)
  return most > 0
    ? lines[counts.indexOf(most)]
    : lines.find(({ cells }) => cells.some((cell) => !isBlank(cell)))
}

/**
 * `from` … `to` have names; `to` … `end` have none, and cells of some rows. A column without a name and without any cell
 * ends the table: lists and notes stand behind it.
 */
type Columns = { from: number; to: number; end: number; isMore: boolean; unnamed: number[] }

/** All that the header names, and whatever stands behind. */
function namedColumns({ cells }: Line): Columns {
  const from = cells.findIndex((cell) => !isBlank(cell))
  const to = cells.findLastIndex((cell) => !isBlank(cell)) + 1
  return { from, to, end: Infinity, isMore: false, unnamed: [] }
}

function columnsOf({ cells: header }: Line, filled: ReadonlySet<number>): Columns {
  const isEmpty = (at: number) => isBlank(header[at]) && !filled.has(at)
  const width = Math.max(header.length, ...filled, 0) + 1
  const from = header.findIndex((cell) => !isBlank(cell))
  let end = from
  while (end < width && !isEmpty(end)) end += 1
  let to = end
  while (to > from && isBlank(header[to - 1])) to -= 1
  const isMore = [...filled, ...header.keys()].some((at) => at > end && !isEmpty(at))
  const unnamed = [...filled].filter((at) => at < to && isBlank(header[at]))
  return { from, to, end, isMore, unnamed }
}

type Survey = {
  /** Columns with any cell. */
  filled: ReadonlySet<number>
  /** Filled cells of the named columns, line by line; which of these lines call themselves a note. */
  counts: readonly number[]
  remarks: ReadonlySet<number>
  facts: ReturnType<typeof collectFacts>
}

async function surveyOf(body: Lines, columns: Columns, before: number | null): Promise<Survey> {
  const filled = new Set<number>()
  const counts: number[] = []
  const remarks = new Set<number>()
  const facts = collectFacts(columns.to - columns.from)
  for await (const line of body()) {
    if (before !== null && line.number >= before) break
    noteFilled(filled, line)
    const cells = cellsOf(line, columns)
    const count = filledIn(cells)
    if (count === 1 && isRemark(line)) remarks.add(counts.length)
    counts.push(count)
    if (count > 0 || isThere(line, columns)) facts.note(cells)
  }
  return { filled, counts, remarks, facts }
}

function noteFilled(filled: Set<number>, { cells }: Line): void {
  for (const [at, cell] of cells.entries()) if (!filled.has(at) && !isBlank(cell)) filled.add(at)
}

/** Columns that are none of the table's, named once at its header. */
function aside(row: number, { unnamed, isMore, end }: Columns): RowProblem[] {
  const first = columnName(end + 1)
  return [
    ...unnamed.map(columnName).map((column): RowProblem => ({
      row,
      field: column,
      code: 'unknown_column',
      detail: words.unnamedColumn(column),
    })),
    ...(isMore
      ? [{ row, field: first, code: 'left_out' as const, detail: words.beside(first) }]
      : []),
  ]
}

/** A column as spreadsheets call it: 0 is A, 26 is AA. */
export function columnName(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26))
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`
}

async function* rowsOf(
  body: Lines,
  columns: Columns,
  before: number | null,
): AsyncGenerator<TableRow> {
  for await (const line of body()) {
    if (before !== null && line.number >= before) return
    if (isThere(line, columns)) yield rowOf(line, columns)
  }
}

const isThere = ({ cells }: Line, { from, end }: Columns) => !cells.slice(from, end).every(isBlank)

/** Where notes begin below the table, and how many lines they are. */
type Notes = { from: number | null; count: number }

/**
 * Notes begin at a line that calls itself one, or behind a blank line where the lines up to the next blank one fill next
 * to nothing of a table that is usually filled. A narrow table has no such lines.
 */
function notesIn({ counts, remarks }: Survey, columns: Columns, firstNumber: number): Notes {
  const at = notesAt(counts, remarks, columns)
  const count = counts.slice(at).filter((one) => one > 0).length
  return { from: at < counts.length ? firstNumber + at : null, count }
}

function notesAt(
  counts: readonly number[],
  remarks: ReadonlySet<number>,
  { from, to }: Columns,
): number {
  if (to - from < 3) return counts.length
  const few = Math.max(1, Math.floor(medianOf(counts.filter((count) => count > 0)) / 4))
  const first = counts.findIndex((count) => count > 0)
  const found = counts.findIndex((count, at) => {
    if (at <= first || count === 0) return false
    if (remarks.has(at)) return true
    return counts[at - 1] === 0 && runAt(counts, at).every((one) => one <= few)
  })
  return found < 0 ? counts.length : found
}

const medianOf = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** From here to the next blank line. */
function runAt(counts: readonly number[], at: number): readonly number[] {
  const end = counts.indexOf(0, at)
  return counts.slice(at, end < 0 ? counts.length : end)
}

const isRemark = ({ cells }: Line) =>
  /^\s*(?:注|备注|说明|填表说明|notes?|remarks?|source)\s*\d*\s*[:：]/i.test(
    cells.find((cell) => !isBlank(cell)) ?? '',
  )

const below = ({ from, count }: Notes): RowProblem[] =>
  from === null ? [] : [{ row: from, field: '', code: 'left_out', detail: words.below(count) }]

const cellsOf = ({ cells }: Line, { from, to }: Columns) => cells.slice(from, to)

function rowOf(line: Line, columns: Columns): TableRow {
  const { number, cells } = line
  const surplus = cells.slice(columns.to, columns.end).filter((cell) => !isBlank(cell))
  if (surplus.length === 0) return { number, cells: cellsOf(line, columns) }
  return {
    number,
    cells: cells.slice(columns.from, columns.end),
    problems: [
      { row: number, field: '', code: 'surplus_cells', detail: words.surplus(surplus.join(' ')) },
    ],
  }
}
