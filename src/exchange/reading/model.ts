import type { FieldValues } from '../../core/fields.ts'
import type { Text } from '../../core/text.ts'
import type { RowProblem } from '../model.ts'
import type { Line } from '../../core/delimited-lines.ts'
import type { Encoding } from '../../core/encoding.ts'

export type { Line } from '../../core/delimited-lines.ts'

/** Lines that can be read from the beginning as often as it takes. */
export type Lines = () => AsyncIterable<Line> | Iterable<Line>

export type TableRow = Line & {
  /** What is wrong with the row itself, whatever its cells say. */
  problems?: readonly RowProblem[]
  /** What a workbook says about the row on its other sheets, as values of fields. */
  beside?: FieldValues
}

/** A table as it came: cells are text without what nobody sees, blanks included. */
export type Table = {
  header: readonly string[]
  /** Where the header stands, counted as a spreadsheet does. */
  headerRow: number
  /** From the first, as often as it takes: a long table is never held. */
  rows: () => AsyncIterable<TableRow> | Iterable<TableRow>
  rowCount: number
  /** Cells of the first rows, for people to see. */
  sample: readonly (readonly string[])[]
  columns: readonly ColumnFacts[]
  /** What stands around the table and is none of its data. */
  leftOut: readonly RowProblem[]
  /** A program wrote it: a value that no field takes is left out and named, where a person’s would refuse the row. */
  isLenient?: true
}

/** What all cells of a column have in common. */
export type ColumnFacts = {
  filled: number
  /** Cells that are digits only, by how many: all of them, and those that begin with a zero. */
  digits: ReadonlyMap<number, { all: number; padded: number }>
}

/** How a file was read, to be shown before anything is stored. */
export type Understood =
  | { format: 'text'; encoding: Encoding; delimiter: string; headerRow: number }
  | { format: 'json'; path: string }
  /** The metadata of datasets, in one of their formats. */
  | { format: 'metadata'; words: Text }
  | { format: 'archive'; file: string; extensions: number }
  | { format: 'workbook'; sheet: string; sheets: readonly string[]; headerRow: number }

/** Whether a header's name is one that an import understands. */
export type IsKnown = (name: string) => boolean
