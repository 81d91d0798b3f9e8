import type { Context } from '../../../core/context.ts'
import type { OpenTrx } from '../../../core/database.ts'
import {
  findAlike,
  type ImportRow,
  insertImportRows,
  lockImport,
  updateImport,
  type Wanted,
} from '../queries.ts'
import { keysOf } from '../rules/alike.ts'
import type { RowPlan } from '../rules/row.ts'
import { type Decided, type Outcome, takeBatch } from './take.ts'

type Batch = { id: string; plan: RowPlan; batch: readonly Decided[]; at: number }

/**
 * Stores some rows and how far the import is, in one transaction. Answers false where somebody stopped the import, or
 * another process is ahead with it.
 */
export async function storeBatch(ctx: Context, { id, plan, batch, at }: Batch): Promise<boolean> {
  const trx = await ctx.db.startTransaction().execute()
  try {
    const now = await lockImport(trx, id)
    const isOurs = now?.state === 'running' && now.position === at
    if (isOurs) await storeRows(ctx, trx, { found: now, plan, batch })
    await trx.commit().execute()
    return isOurs
  } catch (error) {
    await trx.rollback().execute()
    throw error
  }
}

type Storing = { found: ImportRow; plan: RowPlan; batch: readonly Decided[] }

async function storeRows(ctx: Context, trx: OpenTrx, { found, plan, batch }: Storing) {
  const { id, rows, position } = found
  const counts = { accepted: rows.accepted, unchanged: rows.unchanged, rejected: rows.rejected }
  const outcomes = await takeBatch(ctx, trx, { found, plan, batch })
  const stored: StoredRow[] = []
  const wanted: Wanted[] = []
  for (const [at, decided] of batch.entries()) {
    const outcome = outcomes[at]
    if (!outcome) continue
    counts[outcome.done] += 1
    stored.push(...storedRow(found, decided, outcome))
    if (outcome.done === 'accepted' && outcome.record.is_new) wanted.push(...wantedOf(decided))
  }
  const made = stored.flatMap((one) => (one.is_new ? (one.record_id ?? []) : []))
  const alike = await findAlike(trx, wanted, made)
  await insertImportRows(
    trx,
    stored.map((one) => ({ ...one, alike: alike.get(one.number) ?? [] })),
  )
  await updateImport(trx, id, { ...counts, position: position + batch.length })
}

type StoredRow = Parameters<typeof insertImportRows>[1][number]

/** What is kept of a row; nothing where it changed nothing and was understood as it was typed. */
function storedRow(found: ImportRow, { row, read }: Decided, outcome: Outcome): StoredRow[] {
  const { done } = outcome
  const typed = done !== 'rejected' && 'changes' in read ? read.changes : []
  if (done === 'unchanged' && typed.length === 0) return []
  const kept = {
    import_id: found.id,
    number: row.number,
    outcome: done,
    typed: JSON.stringify(typed),
  }
  if (done === 'rejected')
    return [
      { ...kept, problems: JSON.stringify(outcome.problems), cells: JSON.stringify(row.cells) },
    ]
  return [{ ...kept, ...(done === 'accepted' && !found.dryRun && outcome.record) }]
}

const wantedOf = ({ row, read }: Decided): Wanted[] =>
  'record' in read ? keysOf(read.record.values).map((key) => ({ row: row.number, ...key })) : []
