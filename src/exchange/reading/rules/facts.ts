import type { ColumnFacts, Table, TableRow } from '../model.ts'

const rowsInSample = 5

type Facts = Pick<Table, 'rowCount' | 'sample' | 'columns'>

/** What rows have in common, of as many columns as their header has names. */
export function collectFacts(width: number) {
  const sample: (readonly string[])[] = []
  const columns = Array.from({ length: width }, () => ({
    filled: 0,
    digits: new Map<number, { all: number; padded: number }>(),
  }))
  let rowCount = 0
  return {
    note(cells: readonly string[]) {
      rowCount += 1
      if (sample.length < rowsInSample) sample.push(cells)
      for (const [at, facts] of columns.entries()) noteCell(facts, (cells[at] ?? '').trim())
    },
    done: (): Facts => ({ rowCount, sample, columns }),
  }
}

type Noted = { filled: number; digits: Map<number, { all: number; padded: number }> }

function noteCell(facts: Noted, text: string): void {
  if (text === '') return
  facts.filled += 1
  if (!/^\d+$/.test(text)) return
  const before = facts.digits.get(text.length) ?? { all: 0, padded: 0 }
  before.all += 1
  if (text.startsWith('0')) before.padded += 1
  facts.digits.set(text.length, before)
}

type Held = Pick<Table, 'header' | 'headerRow' | 'leftOut'> & { rows: readonly TableRow[] }

/** A table whose rows are all at hand. */
export function heldTable({ rows, ...table }: Held): Table {
  const facts = collectFacts(table.header.length)
  for (const { cells } of rows) facts.note(cells)
  return { ...table, rows: () => rows, ...facts.done() }
}

/** The width of a column of digits of which some begin with zeros and nineteen in twenty are as wide. */
export function paddedWidthOf({ digits }: ColumnFacts): number | undefined {
  const counts = [...digits].map(([width, { all, padded }]) => ({ width, all, padded }))
  const total = counts.reduce((sum, { all }) => sum + all, 0)
  const [usual] = counts.toSorted((a, b) => b.all - a.all)
  return usual && usual.padded > 0 && usual.all >= total * 0.95 ? usual.width : undefined
}
