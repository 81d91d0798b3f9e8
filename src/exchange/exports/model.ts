import { z } from 'zod'
import { type FoundRecord, WholeSearch } from '../../catalog/exports/model.ts'
import type { Text } from '../../core/text.ts'

export const exportFormats = [
  'csv',
  'xlsx',
  'jsonl',
  'mcpd',
  'mcpd-xlsx',
  'chinese',
  'genesys',
  'dwca',
] as const
export type ExportFormat = (typeof exportFormats)[number]

export const ExportQuery = WholeSearch.extend({
  format: z.enum(exportFormats).describe('`mcpd` and those after it hold germplasm only.'),
})
export type ExportQuery = z.output<typeof ExportQuery>

export type Cell = string | number | boolean | null

/** One column of a file: its heading, and what it says of a record. */
export type ExportColumn = {
  heading: string
  cell: (record: FoundRecord) => Cell
  /** What somebody typed: a spreadsheet must not take it for a formula. */
  isFree?: boolean
}

/** What columns are made from besides the records. */
export type ExportFacts = {
  lang: 'zh' | 'en'
  /** Address of this service, no slash at its end. */
  baseUrl: string
  labels: CodeLabels
}

/** Labels of codes, by vocabulary. */
export type CodeLabels = {
  get(vocabulary: string): { terms: ReadonlyMap<string, { label: Text }> } | undefined
}
