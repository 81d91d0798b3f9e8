import type { Text } from '../core/text.ts'

/** What is wrong with one field of one row; rows are counted as a spreadsheet shows them, the header being row 1. */
export type RowProblem = { row: number; field: string; code: ProblemCode; detail: Text }

export type ProblemCode =
  | 'unknown_column'
  | 'unknown_code'
  | 'not_a_number'
  | 'not_a_date'
  | 'not_yes_or_no'
  | 'invalid'
  | 'missing'
  | 'duplicate_in_file'

export type ImportReport = {
  rows: { total: number; accepted: number; unchanged: number; rejected: number }
  problems: RowProblem[]
}

/** A table as it came: cells are text without what nobody sees, blanks included. */
export type Table = {
  header: readonly string[]
  rows: readonly { number: number; cells: readonly string[] }[]
}
