import { recordChange } from '../../../audit/actions.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { managesInstitution } from '../../../people/roles/rules.ts'
import type { FeeFilter, NewFee } from '../model.ts'
import { insertFee, listFees, lockFee, updateFee } from '../queries.ts'
import { feeWords as words } from '../words.ts'

/** Prices of material that hold, of the institutions that the actor keeps. */
export async function searchFees(ctx: Context, asked: Paging & FeeFilter) {
  allowReading(ctx)
  return listFees(ctx.db, ctx.actor, asked)
}

/** Sets what a unit of material costs from now on; by curators of the institution. */
export async function createFee(ctx: Context, input: NewFee): Promise<{ id: string }> {
  allowWriting(ctx)
  allowKeeper(ctx, input.institution)
  const { institution, record, unit, own, member, external, note } = input
  if (own === undefined && member === undefined && external === undefined)
    throw invalidField('external', words.priceNeeded)
  if (record !== undefined) await refuseOther(ctx, { record, institution })
  const prices = {
    ...(own !== undefined && { institution: own }),
    ...(member !== undefined && { member }),
    ...(external !== undefined && { external }),
  }
  return unlessBroken('material_fee_taken', words.taken, () =>
    transact(ctx, async (trx) => {
      const id = await insertFee(trx, {
        institution_id: institution,
        record_id: record ?? null,
        unit,
        prices: JSON.stringify(prices),
        note: note ?? null,
        created_at: ctx.now(),
        created_by: personIdOf(ctx),
      })
      await recordChange(trx, ctx, {
        action: 'material_fee.create',
        entity: 'material_fee',
        entityId: id,
        institutionId: institution,
        after: input,
      })
      return { id }
    }),
  )
}

/** Nothing more is asked for by it; what was approved keeps its price. */
export async function endFee(ctx: Context, { id }: { id: string }): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const fee = isId(id) ? await lockFee(trx, id) : undefined
    if (!fee) throw new Problem('not-found', words.noFee)
    allowKeeper(ctx, fee.institutionId)
    await updateFee(trx, fee.id, { ended_at: ctx.now(), ended_by: personIdOf(ctx) })
    const { institutionId, unit, prices } = fee
    const of = { entity: 'material_fee', entityId: fee.id, institutionId } as const
    await recordChange(trx, ctx, { action: 'material_fee.end', ...of, before: { unit, prices } })
  })
}

function allowKeeper(ctx: Context, institutionId: string): void {
  if (!managesInstitution(ctx.actor, institutionId)) throw new Problem('forbidden', words.notYours)
}

async function refuseOther(
  ctx: Context,
  { record, institution }: { record: string; institution: string },
) {
  const { row } = await getRecord(ctx, record)
  const isMaterial = row.kind === 'accession' || row.kind === 'collection'
  if (!isMaterial || row.institutionId !== institution)
    throw invalidField('record', words.otherInstitution)
}
