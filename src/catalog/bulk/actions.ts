import { recordChange } from '../../audit/actions.ts'
import { changedFields } from '../../audit/rules.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { issuesOf } from '../../core/issues.ts'
import type { Paging } from '../../core/paging.ts'
import { isAdministrator, personIdOf, signedIn } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { Text } from '../../core/text.ts'
import { editRecordIn, holdRecord, plannedEdit } from '../records/actions/edit.ts'
import { refuseUnlessWriting } from '../records/actions/input.ts'
import { getRecord } from '../records/actions/read.ts'
import type { Kind } from '../records/model/record.ts'
import { type RecordChange, recordChangeShape } from '../records/model/shapes.ts'
import { catalogWords } from '../records/words.ts'
import type { BulkDone, BulkEdit, BulkPreview, BulkReversed } from './model.ts'
import {
  changesOfBulkEdit,
  insertBulkEdit,
  listBulkEdits,
  lockBulkEdit,
  markUndone,
} from './queries.ts'
import { bulkWords as words } from './words.ts'

type Fields = Record<string, unknown>
type Planned = { before: Fields; after: Fields; refused: null }
type Refused = { before: Fields; after: Fields; refused: Text }

/** What a change would make of each record; nothing is written. */
export async function previewBulkEdit(
  ctx: Context,
  { records, change }: BulkEdit,
): Promise<BulkPreview> {
  refuseUnlessWriting(ctx.actor)
  const shown: BulkPreview['records'] = []
  for (const id of new Set(records)) {
    // oxlint-disable-next-line no-await-in-loop -- a page of records, one after the other on one connection
    const { row } = await getRecord(ctx, id)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const planned = await refusedOr(async () => {
      const input = changeFor(row.kind, change)
      return differences(await plannedEdit(ctx, ctx.db, row, input))
    })
    shown.push({ id, title: { zh: row.titleZh, en: row.titleEn }, ...planned })
  }
  return { records: shown }
}

/** Changes every record that can be changed so, in one transaction; the others are named. */
export async function makeBulkEdit(ctx: Context, { records, change }: BulkEdit): Promise<BulkDone> {
  refuseUnlessWriting(ctx.actor)
  return transact(ctx, async (trx) => {
    const changes: { recordId: string; before: Fields; after: Fields }[] = []
    const refused: BulkDone['refused'] = []
    // In the order of ids, in which everybody holds records.
    const ids = [...new Set(records)].toSorted()
    for (const id of ids) {
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      const done = await refusedOr(() => changeOne(trx, ctx, id, change))
      if (done.refused) refused.push({ id, detail: done.refused })
      else if (Object.keys(done.after).length > 0)
        changes.push({ recordId: id, before: done.before, after: done.after })
    }
    const at = ctx.now()
    const fields = Object.keys(change)
    const id = await insertBulkEdit(trx, { at, by: personIdOf(ctx), fields, changes })
    await recordChange(trx, ctx, {
      action: 'bulk_edit.make',
      entity: 'bulk_edit',
      entityId: id,
      after: { fields, records: changes.map(({ recordId }) => recordId) },
    })
    const unchanged = ids.length - changes.length - refused.length
    return { id, changed: changes.length, unchanged, refused }
  })
}

async function changeOne(trx: Trx, ctx: Context, id: string, change: Fields) {
  const row = await holdRecord(trx, ctx, { id })
  const input = changeFor(row.kind, change)
  const changed = differences(await plannedEdit(ctx, trx, row, input))
  if (Object.keys(changed.after).length > 0) await editRecordIn(trx, ctx, { id, input })
  return changed
}

const differences = (sides: { before: Fields; after: Fields }): Planned => ({
  ...changedFields(sides.before, sides.after),
  refused: null,
})

/** What was done, or why it was not; anything but a refusal is a bug. */
async function refusedOr(work: () => Promise<Planned>): Promise<Planned | Refused> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const [issue] = error.facts.issues ?? []
    return { before: {}, after: {}, refused: issue?.message ?? error.detail }
  }
}

function changeFor(kind: Kind, change: Fields): RecordChange {
  const { success, data, error } = recordChangeShape(kind).safeParse(change)
  if (success) return data
  throw new Problem('invalid', catalogWords.invalid, { issues: issuesOf(error, change) })
}

/** Gives the records of an edit back what they had; those that were changed since stay as they are. */
export async function undoBulkEdit(ctx: Context, id: string): Promise<BulkReversed> {
  refuseUnlessWriting(ctx.actor)
  return transact(ctx, async (trx) => {
    await holdBulkEdit(trx, ctx, id)
    const changes = await changesOfBulkEdit(trx, id)
    let restored = 0
    for (const { recordId, before, after } of changes) {
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      const done = await refusedOr(() => restoreOne(trx, ctx, recordId, { before, after }))
      if (!done.refused && Object.keys(done.after).length > 0) restored += 1
    }
    await markUndone(trx, id, { at: ctx.now(), by: personIdOf(ctx) })
    await recordChange(trx, ctx, { action: 'bulk_edit.undo', entity: 'bulk_edit', entityId: id })
    return { restored, kept: changes.length - restored }
  })
}

async function holdBulkEdit(trx: Trx, ctx: Context, id: string) {
  const edit = isId(id) ? await lockBulkEdit(trx, id) : undefined
  if (!edit) throw new Problem('not-found', words.noEdit)
  if (edit.createdBy !== personIdOf(ctx) && !isAdministrator(ctx.actor))
    throw new Problem('forbidden', words.notYours)
  if (edit.undoneAt) throw new Problem('conflict', words.undoneAlready)
}

/** A record that still has every value that the edit gave it gets back those from before. */
async function restoreOne(
  trx: Trx,
  ctx: Context,
  id: string,
  { before, after }: { before: Fields; after: Fields },
): Promise<Planned> {
  const row = await holdRecord(trx, ctx, { id })
  const input = changeFor(row.kind, before)
  const planned = await plannedEdit(ctx, trx, row, input)
  const now: Fields = planned.before
  const isSame = Object.entries(after).every(
    ([key, value]) => JSON.stringify(now[key] ?? null) === JSON.stringify(value ?? null),
  )
  if (!isSame) return { before: {}, after: {}, refused: null }
  await editRecordIn(trx, ctx, { id, input })
  return differences(planned)
}

/** What the actor changed in several records at once; administrators see everybody's. */
export async function searchBulkEdits(ctx: Context, paging: Paging) {
  const { personId } = signedIn(ctx)
  return listBulkEdits(ctx.db, {
    ...paging,
    by: isAdministrator(ctx.actor) ? undefined : personId,
  })
}
