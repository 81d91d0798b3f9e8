import type { Text } from '../core/text.ts'

/** What is wrong with one field of one row; rows are counted as a spreadsheet shows them. */
export type RowProblem = { row: number; field: string; code: ProblemCode; detail: Text }

export const problemCodes = [
  'unknown_column',
  'left_out',
  'surplus_cells',
  'unknown_reference',
  'not_kept',
  'damaged',
  'unknown_code',
  'not_a_number',
  'not_a_coordinate',
  'out_of_range',
  'swapped_coordinates',
  'not_a_date',
  'not_yes_or_no',
  'invalid',
  'missing',
  'duplicate_in_file',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** A cell that was understood as something else than its characters. */
export type CellChange = { row: number; field: string; typed: string; value: string }
