import { codeLists } from '../../../catalog/records/actions/create.ts'
import { vocabulariesOf } from '../../../catalog/records/rules/record.ts'
import { type Context, transact, triedAgain } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { fieldsOf } from '../../../kinds.ts'
import type { Mapping } from '../../mapping/model.ts'
import { knownNames } from '../../mapping/rules.ts'
import { metadataWords } from '../../metadata/words.ts'
import type { RowProblem } from '../../model.ts'
import { readFile, type SourceFile, understoodAs } from '../../reading/actions.ts'
import type { Table, TableRow } from '../../reading/model.ts'
import {
  findImport,
  findWiews,
  type ImportRow,
  lockImport,
  rememberedMapping,
  updateImport,
} from '../queries.ts'
import { firstRows } from '../rules/first-rows.ts'
import { notesOn, planOf } from '../rules/plan.ts'
import { readRow, type RowPlan } from '../rules/row.ts'
import { importWords as words } from '../words.ts'
import { storeBatch } from './store.ts'
import type { Decided } from './take.ts'

type RunOptions = { onProgress?: ((done: number, total: number) => void) | undefined }

/** Rows of one transaction: few enough that nobody waits for their locks, many enough that a row costs no commit. */
const rowsAtOnce = 200

/**
 * Takes a file into the catalogue: every good row becomes a record or changes the one that it made before, every bad one
 * is named by row and field. How far it is stands in the transaction of the rows themselves, so that one that was killed
 * goes on where it was, and two that run at once do every row once. A row that was imported before changes its record
 * where it differs, and is counted as unchanged where nothing does: an empty cell empties its field, what the file has
 * no column for stays.
 */
export async function runImport(
  ctx: Context,
  id: string,
  { onProgress }: RunOptions = {},
): Promise<void> {
  const found = await findImport(ctx.db, id)
  if (!found || (found.state !== 'queued' && found.state !== 'running')) return
  const begun = await beginning(ctx, found)
  if (!begun) return
  const isWhole = await runRows(ctx, { ...begun, id, position: found.position, onProgress })
  if (!isWhole) return
  await whileUnderWay(ctx, id, { state: 'done', ended_at: ctx.now() })
}

type Rows = RunOptions & { id: string; table: Table; plan: RowPlan; position: number }

/** Answers false where it was stopped, or another process is ahead with it. */
async function runRows(
  ctx: Context,
  { id, table, plan, position, onProgress }: Rows,
): Promise<boolean> {
  const decide = decider(plan)
  let at = 0
  for await (const rows of batchesOf(table)) {
    const batch = rows.map(decide)
    const from = at
    at += rows.length
    // Rows that are stored already are read once more for their numbers only.
    if (from < position) continue
    if (!(await triedAgain(() => storeBatch(ctx, { id, plan, batch, at: from })))) return false
    onProgress?.(at, table.rowCount)
  }
  return true
}

/** Changes an import that nobody has stopped and no other process has ended; answers whether it is one. */
const whileUnderWay = (
  ctx: Context,
  id: string,
  change: Parameters<typeof updateImport>[2],
): Promise<boolean> =>
  transact(ctx, async (trx) => {
    const now = await lockImport(trx, id)
    const isUnderWay = now?.state === 'queued' || now?.state === 'running'
    if (isUnderWay) await updateImport(trx, id, change)
    return isUnderWay
  })

/** Reads the file and says what was understood; an import of what cannot be read has failed, and says why. */
async function beginning(
  ctx: Context,
  found: ImportRow,
): Promise<{ table: Table; plan: RowPlan } | undefined> {
  const { id, kind } = found
  try {
    const { table, understood } = await readFile(fileOf(ctx, found), knownNames(kind))
    if (understood.format === 'metadata' && kind !== 'dataset')
      throw new Problem('invalid', metadataWords.onlyDatasets(understood.words))
    const read = {
      state: 'running',
      total: table.rowCount,
      understood: JSON.stringify(understoodAs(understood)),
      header: JSON.stringify(table.header),
      sample: JSON.stringify(table.sample),
    }
    // Kept where its columns are refused, too: whoever sent it maps them then.
    if (!(await whileUnderWay(ctx, id, read))) return undefined
    const mapping = await mappingOf(ctx, found)
    const planned = planOf({ kind, table, mapping })
    const notes = JSON.stringify(notesOn(table, planned.targets))
    if (!(await whileUnderWay(ctx, id, { notes }))) return undefined
    const vocabularies = await codeLists(ctx, vocabulariesOf(fieldsOf(kind, planned.profile)))
    const holder = await findWiews(ctx.db, found.institutionId)
    return { table, plan: { ...planned, vocabularies, holder } }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const failure = JSON.stringify(error.detail)
    await whileUnderWay(ctx, id, { state: 'failed', failure, ended_at: ctx.now() })
    return undefined
  }
}

/** What columns were mapped to for the institution before, and for this file. */
export const mappingOf = async (ctx: Context, found: ImportRow): Promise<Mapping> => ({
  ...(await rememberedMapping(ctx.db, found)),
  ...found.mapping,
})

/** The file in the bucket; each reading of it asks for it anew. */
const fileOf = (ctx: Context, { fileKey, sizeBytes }: ImportRow): SourceFile => ({
  sizeBytes,
  open: async function* open() {
    const object = await ctx.objects.find(fileKey)
    if (!object) throw new Problem('not-found', words.noFileLeft)
    yield* object.body
  },
})

async function* batchesOf({ rows }: Table): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = []
  for await (const row of rows()) {
    batch.push(row)
    if (batch.length < rowsAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Reads rows one by one; one that has the number of another before it is refused. */
function decider(plan: RowPlan): (row: TableRow) => Decided {
  const cameBefore = firstRows()
  return (row) => {
    const read = readRow(plan, row)
    if ('problems' in read) return { row, read }
    const before = cameBefore(read.key, row.number)
    return before === undefined
      ? { row, read }
      : { row, read: { problems: [duplicate(plan, row.number, before)] } }
  }
}

const duplicate = ({ kind }: RowPlan, row: number, before: number): RowProblem => ({
  row,
  field: kind === 'dataset' ? 'identifiers' : 'accenumb',
  code: 'duplicate_in_file',
  detail: words.duplicate(before),
})
