import { recordChange } from '../../../audit/actions.ts'
import { releaseDataset } from '../../../datasets/versions/actions.ts'
import { deleteRecordIn, editRecord, holdRecord } from '../../../catalog/records/actions/edit.ts'
import { recordChangeShape } from '../../../catalog/records/model/shapes.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { bothLanguages } from '../../../core/text.ts'
import { releaseDocuments } from '../../../files/documents/actions.ts'
import { releasePictures } from '../../../files/pictures/actions/change.ts'
import { type ImportRow, rowsToUndo, updateImport } from '../queries.ts'
import { importWords as words } from '../words.ts'
import { holdImport } from './start.ts'

type UndoneRow = Awaited<ReturnType<typeof rowsToUndo>>[number]

/**
 * Takes a whole import back: records that it made are gone, those that it changed are as they were. Refused, and nothing
 * is undone, where somebody has changed one of them since or something depends on it: every such record is named.
 */
export async function undoImport(ctx: Context, id: string): Promise<void> {
  try {
    await transact(ctx, (trx) => undoIn(trx, ctx, id))
  } catch (error) {
    // Something refers to a record that is to go: lots, bookings, requests, whatever areas come to know.
    if (isReferredTo(error)) throw new Problem('conflict', words.isDependedOn)
    throw error
  }
}

async function undoIn(trx: Trx, ctx: Context, id: string): Promise<void> {
  const found = await holdImport(trx, ctx, id)
  if (found.dryRun || !['done', 'cancelled'].includes(found.state))
    throw new Problem('conflict', words.notUndoable)
  const rows = await rowsToUndo(trx, id)
  const objections = rows.flatMap(objectionsTo)
  if (objections.length > 0)
    throw new Problem('conflict', words.cannotUndo(objections.length), {
      objections: objections.slice(0, mostNamed),
    })
  // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
  for (const row of rows) await undoRow(trx, ctx, found, row)
  const by = ctx.actor.type === 'person' ? ctx.actor.personId : null
  await updateImport(trx, id, { state: 'undone', undone_at: ctx.now(), undone_by: by })
  await recordChange(trx, ctx, {
    action: 'import.undo',
    entity: 'import',
    entityId: id,
    institutionId: found.institutionId,
    before: { state: found.state },
    after: { state: 'undone' },
  })
}

const mostNamed = 100

function objectionsTo({ version, versionNow, isNew, hasGrown, title }: UndoneRow) {
  const name = bothLanguages(title)
  if (version !== versionNow) return [{ code: 'changed_since', detail: words.changedSince(name) }]
  return isNew && hasGrown ? [{ code: 'related', detail: words.hasGrown(name) }] : []
}

async function undoRow(
  trx: Trx,
  ctx: Context,
  { kind }: ImportRow,
  { recordId, isNew, before }: UndoneRow,
): Promise<void> {
  if (recordId === null) return
  if (isNew) {
    const record = await holdRecord(trx, ctx, { id: recordId })
    await deleteRecordIn(trx, ctx, record, [releasePictures, releaseDocuments, releaseDataset])
  } else {
    const inside: Context = { ...ctx, db: trx, keyed: (work) => work(trx) }
    await editRecord(inside, { id: recordId }, recordChangeShape(kind).parse(before))
  }
}

const isReferredTo = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '23503'
