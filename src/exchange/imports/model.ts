import { z } from 'zod'
import { kinds } from '../../catalog/records/model/record.ts'
import { LocalAnswer, Named, saying } from '../../core/shapes.ts'
import type { Text } from '../../core/text.ts'
import { InstantAnswer } from '../../core/time.ts'
import { metadataFormats } from '../metadata/model.ts'
import type { CellChange, RowProblem } from '../model.ts'

/** Sent in one request and read whole: about 100,000 passports. */
export const maxImportBytes = 50_000_000

export const importStates = ['queued', 'running', 'done', 'failed', 'cancelled', 'undone'] as const
export type ImportState = (typeof importStates)[number]

export type Counts = { total: number; accepted: number; unchanged: number; rejected: number }

export type ImportReport = {
  id: string
  /** How the file was read. */
  understood: Text | null
  rows: Counts
  problems: readonly RowProblem[]
  changed: readonly CellChange[]
  /** Of all, where `changed` has only the first of them. */
  changedCount: number
}

const ProblemAnswer = z.object({
  row: z.int().describe('As a spreadsheet counts: the first is 1'),
  field: z.string().describe('Field, or column of the file; empty for the whole row'),
  code: z.string(),
  detail: z.string().describe('In the reader’s language'),
})

export const ChangeAnswer = z
  .object({
    row: z.int(),
    field: z.string(),
    typed: z.string().describe('As it stands in the file'),
    value: z.string().describe('As it was understood and stored'),
  })
  .meta({ id: 'ImportedCell' })

const AlikeAnswer = z.object({
  row: z.int(),
  recordId: z.string().nullable().describe('The record that the row made; null of a check'),
  id: z.string().describe('A record with the same number or name'),
  title: LocalAnswer,
})

/** The first ones, with the import itself; `rejected.csv` has all rows that were refused. */
export const mostProblems = 200

export const ImportAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(kinds),
    institution: Named,
    fileName: z.string(),
    state: z.enum(importStates),
    dryRun: z.boolean(),
    publish: z.boolean(),
    understood: z.string().nullable().describe('How the file was read'),
    failure: z.string().nullable().describe('Why nothing of it could be read'),
    rows: z.object({
      total: z.int().describe('0 until the file is read'),
      accepted: z.int(),
      unchanged: z.int(),
      rejected: z.int(),
    }),
    createdAt: InstantAnswer,
    endedAt: InstantAnswer.nullable(),
  })
  .meta({ id: 'Import', description: 'A file of records, and what became of its rows.' })

export const ImportDetail = ImportAnswer.extend({
  problems: z.array(ProblemAnswer).describe(`The first ${mostProblems}`),
  changed: z
    .array(ChangeAnswer)
    .describe(`The first ${mostProblems} cells understood otherwise; all are under \`/changes\``),
  alike: z.array(AlikeAnswer).describe('Likely duplicates, to be looked at and related by hand'),
}).meta({ id: 'ImportDetail' })

const formats = [
  ...(['auto', 'csv', 'tsv', 'xlsx', 'json', 'mcpd', 'mirri', 'dwca', 'brapi'] as const),
  ...metadataFormats,
] as const
const whose = { zh: '请选择归属单位。', en: 'Choose the owner.' }
const yesNo = ['true', 'false'] as const

/** What comes with a file. */
export const NewImport = z.strictObject({
  format: z.enum(formats).default('auto'),
  kind: z.enum(kinds).optional(),
  institution: z.uuid(saying(whose)).optional(),
  publish: z.enum(yesNo).default('true'),
  dryRun: z.enum(yesNo).default('false'),
  mapping: z.string().max(100_000).optional(),
})

/** The same as the API documents it. */
export const ImportForm = z.object({
  file: z.string().meta({ format: 'binary' }),
  format: z.enum(formats).optional().describe('Only a hint: the file itself decides'),
  kind: z
    .enum(kinds)
    .optional()
    .describe('Datasets where the format is one of theirs, or else accessions'),
  institution: z
    .uuid()
    .optional()
    .describe('Id of the owner; by default the first that you manage'),
  publish: z.enum(yesNo).optional().describe('`false` keeps the records as drafts'),
  dryRun: z.enum(yesNo).optional().describe('`true` decides everything and stores nothing'),
  mapping: z
    .string()
    .optional()
    .describe('JSON: field by header, as `{"Nr.": "accenumb"}`; an empty one leaves a column out'),
})
