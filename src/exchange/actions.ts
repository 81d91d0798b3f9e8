import type { z } from 'zod'
import { createRecord, codeLists, findImported } from '../catalog/records/actions/create.ts'
import { changesNothing, editRecord } from '../catalog/records/actions/edit.ts'
import { fieldsOf, kindDefinitions } from '../kinds.ts'
import { newRecordShape, recordChangeShape } from '../catalog/records/model/shapes.ts'
import type { Kind } from '../catalog/records/model/record.ts'
import { vocabulariesOf } from '../catalog/records/rules/record.ts'
import { catalogWords } from '../catalog/records/words.ts'
import type { Context } from '../core/context.ts'
import { issuesOf } from '../core/issues.ts'
import { Problem } from '../core/problem.ts'
import { inLang, type Text } from '../core/text.ts'
import type { ImportReport, RowProblem, Table } from './model.ts'
import { findInstitutionNamed, findUsualOwner } from './queries.ts'
import { type Terms, targetsOf } from './rules/cells.ts'
import { inputOf, type ReadRow, readRow, type RowPlan, readTable } from './rules/rows.ts'
import { importWords } from './words.ts'

export type ImportOptions = {
  kind: Kind
  bytes: Uint8Array
  institutionId: string
  /** Shows the good rows at once; otherwise they are drafts. */
  publish: boolean
  onProgress?: (done: number, total: number) => void
}

/**
 * Takes a table into the catalogue: every good row becomes a record, every bad one is named by row and field. A row that
 * was imported before changes its record where it differs, and is counted as unchanged where nothing does: an empty
 * cell empties its field, what the file has no column for stays.
 */
export async function importRecords(ctx: Context, options: ImportOptions): Promise<ImportReport> {
  const { kind, bytes, onProgress } = options
  const table = readTable(bytes)
  const plan = await planOf(ctx, kind, table)
  const report: ImportReport = {
    rows: { total: table.rows.length, accepted: 0, unchanged: 0, rejected: 0 },
    problems: unknownColumns(table, plan),
  }
  const seen = new Map<string, number>()
  for (const [at, row] of table.rows.entries()) {
    const read = readRow(plan, row)
    const problems = 'problems' in read ? read.problems : duplicateOf(seen, row.number, read.number)
    // oxlint-disable-next-line no-await-in-loop -- a row is a transaction; one after the other keeps memory flat
    const outcome =
      'read' in read && problems.length === 0
        ? await takeRow(ctx, { ...options, ...read, profile: plan.profile, row: row.number })
        : { problems }
    if ('problems' in outcome) {
      report.rows.rejected += 1
      report.problems.push(...outcome.problems)
    } else report.rows[outcome.done] += 1
    onProgress?.(at + 1, table.rows.length)
  }
  return report
}

async function planOf(ctx: Context, kind: Kind, table: Table): Promise<RowPlan> {
  const profile = kindDefinitions[kind].profiles[0]?.key ?? null
  const fields = fieldsOf(kind, profile)
  const targets = targetsOf(table.header, fields)
  if (targets.every((target) => target === undefined))
    throw new Problem('invalid', importWords.noColumn)
  const vocabularies: ReadonlyMap<string, Terms> = await codeLists(ctx, vocabulariesOf(fields))
  return { kind, profile, targets, vocabularies }
}

/** Columns that nobody knows are named once, at the header's row; their rows are taken all the same. */
const unknownColumns = ({ header }: Table, { targets }: RowPlan): RowProblem[] =>
  header.flatMap((name, at) =>
    targets[at] === undefined && name !== ''
      ? { row: 1, field: name, code: 'unknown_column', detail: importWords.unknownColumn(name) }
      : [],
  )

function duplicateOf(seen: Map<string, number>, row: number, number: string): RowProblem[] {
  const before = seen.get(number)
  if (before === undefined) {
    seen.set(number, row)
    return []
  }
  return [
    { row, field: 'accenumb', code: 'duplicate_in_file', detail: importWords.duplicate(before) },
  ]
}

type Taken = { done: 'accepted' | 'unchanged' } | { problems: RowProblem[] }
type RowToTake = ImportOptions & {
  read: ReadRow
  number: string
  profile: string | null
  row: number
}

async function takeRow(ctx: Context, taken: RowToTake): Promise<Taken> {
  try {
    return { done: await addOrChange(ctx, taken) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const issues = error.facts.issues ?? [{ path: '', message: error.detail }]
    return { problems: issues.map(({ path, message }) => problemAt(taken.row, path, message)) }
  }
}

async function addOrChange(
  ctx: Context,
  { kind, institutionId, publish, read, number, profile }: RowToTake,
): Promise<'accepted' | 'unchanged'> {
  const from = { source: `import:${institutionId}:${kind}`, sourceKey: number }
  const known = await findImported(ctx, from)
  if (!known) {
    const input = { ...inputOf(read), institution: institutionId, ...(profile && { profile }) }
    await createRecord(ctx, kind, checked(newRecordShape(kind), input), { publish, from })
    return 'accepted'
  }
  const change = checked(recordChangeShape(kind), inputOf(read, known))
  if (changesNothing(known.row, change)) return 'unchanged'
  await editRecord(ctx, { id: known.row.id }, change)
  return 'accepted'
}

function checked<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const { success, data, error } = shape.safeParse(input)
  if (success) return data
  throw new Problem('invalid', catalogWords.invalid, { issues: issuesOf(error, input) })
}

const problemAt = (row: number, field: string, detail: Text): RowProblem => ({
  row,
  field,
  code: 'invalid',
  detail,
})

/** Whose the imported records are: the institution that was named, or the usual owner of such records. */
export async function ownerOf(
  ctx: Context,
  kind: Kind,
  name: string | undefined,
): Promise<{ id: string; name: string }> {
  const found = await (name === undefined
    ? findUsualOwner(ctx.db, kind)
    : findInstitutionNamed(ctx.db, name))
  if (found) return { id: found.id, name: inLang(found, ctx.lang) }
  throw new Problem(
    'invalid',
    name === undefined ? importWords.noInstitutions : importWords.noInstitution(name),
  )
}
