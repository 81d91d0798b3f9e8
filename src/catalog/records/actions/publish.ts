import { fieldsOf } from '../../../kinds.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { valuesOf } from '../queries/parts.ts'
import { deleteRecord, updateRecord } from '../queries/records.ts'
import { catalogWords } from '../words/refusals.ts'
import { holdRecord } from './edit.ts'
import { refuseUnpublishable } from './input.ts'
import { indexRecord } from '../../search/actions.ts'

type Held = { id: string; version?: number }

/** Shows a draft to its audience; refused while fields that publication needs are empty. */
export async function publishRecord(ctx: Context, held: Held): Promise<void> {
  await transact(ctx, async (trx) => {
    const record = await holdRecord(trx, ctx, held)
    if (record.publishedAt) throw new Problem('conflict', catalogWords.alreadyPublished)
    const { kind, profile, parts } = record
    refuseUnpublishable(fieldsOf(kind, profile), valuesOf(kind, profile, parts), record.access)
    const now = ctx.now()
    const by = ctx.actor.type === 'person' ? ctx.actor.personId : null
    await updateRecord(trx, held.id, {
      published_at: now,
      published_by: by,
      listed_at: now,
      updated_at: now,
    })
    await indexRecord(trx, held.id)
    await recordChange(trx, ctx, {
      action: 'record.publish',
      entity: 'record',
      entityId: held.id,
      institutionId: record.institutionId,
      before: { visibility: 'draft' },
      after: { visibility: 'published' },
    })
  })
}

/** Takes a shown record back for good: its tombstone keeps title, identifiers, reason and date. */
export async function withdrawRecord(ctx: Context, held: Held, reason: string): Promise<void> {
  await transact(ctx, (trx) => withdrawRecordIn(trx, ctx, { ...held, reason }))
}

/** The same inside a transaction of the caller, for the demo. */
export async function withdrawRecordIn(
  trx: Trx,
  ctx: Context,
  { reason, ...held }: Held & { reason: string },
): Promise<void> {
  const record = await holdRecord(trx, ctx, held)
  if (!record.publishedAt) throw new Problem('conflict', catalogWords.draftNotWithdrawn)
  const now = ctx.now()
  const by = ctx.actor.type === 'person' ? ctx.actor.personId : null
  await updateRecord(trx, held.id, {
    withdrawn_at: now,
    withdrawn_by: by,
    withdrawal_reason: reason,
    updated_at: now,
  })
  await indexRecord(trx, held.id)
  await recordChange(trx, ctx, {
    action: 'record.withdraw',
    entity: 'record',
    entityId: held.id,
    institutionId: record.institutionId,
    before: { visibility: 'published' },
    after: { visibility: 'withdrawn', reason },
  })
}

/** What another area does before the row of a draft goes: lets the bytes go that belong to it. */
export type DeletionStep = (trx: Trx, ctx: Context, recordId: string) => Promise<void>

/** Deletes a draft that nobody else has seen. */
export async function deleteDraft(
  ctx: Context,
  held: Held,
  steps: readonly DeletionStep[],
): Promise<void> {
  await transact(ctx, async (trx) => {
    const record = await holdRecord(trx, ctx, held)
    if (record.publishedAt) throw new Problem('conflict', catalogWords.notADraft)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    for (const step of steps) await step(trx, ctx, held.id)
    await deleteRecord(trx, held.id)
    await recordChange(trx, ctx, {
      action: 'record.delete',
      entity: 'record',
      entityId: held.id,
      institutionId: record.institutionId,
      before: { title: { zh: record.titleZh, en: record.titleEn } },
    })
  })
}
