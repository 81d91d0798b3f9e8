import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { allowManager } from '../../people/roles/actions/roles.ts'
import { getLot, holdLot, refuseFrozen } from '../lots/actions/hold.ts'
import { findLotByCode } from '../lots/queries.ts'
import {
  type Confirmation,
  type CoverageFilter,
  type DuplicateFilter,
  duplicateForm,
  type Ending,
  type NewDuplicate,
} from './model.ts'
import {
  type DuplicateRow,
  findDuplicated,
  insertDuplicate,
  listCoverage,
  listDuplicates,
  listKept,
  lockDuplicate,
  updateDuplicate,
} from './queries.ts'
import { objectionsToDuplicate } from './rules.ts'
import { duplicateWords as words } from './words.ts'

export type { DuplicateRow } from './queries.ts'

type Key = { id: string }

/** What of a lot is kept elsewhere; for who keeps the lot. */
export async function duplicatesOf(ctx: Context, { id, ...paging }: Paging & Key) {
  const lot = await getLot(ctx, id)
  return listDuplicates(ctx.db, lot.id, paging)
}

/** What institutions that the actor curates keep for others. */
export async function searchKept(ctx: Context, asked: Paging & DuplicateFilter) {
  allowReading(ctx)
  return listKept(ctx.db, ctx.actor, asked)
}

/** How many of the accessions that the actor keeps have a duplicate elsewhere. */
export async function searchCoverage(ctx: Context, asked: Paging & CoverageFilter) {
  allowReading(ctx)
  return listCoverage(ctx.db, ctx.actor, asked)
}

/** Says that part of a lot is kept elsewhere. */
export async function declareDuplicate(ctx: Context, input: NewDuplicate, { id }: Key) {
  allowWriting(ctx)
  if (input.institution !== undefined) await getInstitution(ctx, input.institution)
  return unlessBroken('safety_duplicate_taken', words.taken, () =>
    transact(ctx, async (trx) => {
      const lot = await holdLot(trx, ctx, id)
      refuseFrozen(lot)
      if (input.institution === lot.institutionId)
        throw invalidField('institution', words.notElsewhere)
      const duplicate = duplicateForm.whole(input)
      const duplicateId = await insertDuplicate(trx, {
        lot_id: lot.id,
        institution_id: duplicate.institution,
        holder: duplicate.holder,
        deposited_on: duplicate.depositedOn,
        document: duplicate.document || null,
        created_at: ctx.now(),
        created_by: personIdOf(ctx),
      })
      const of = {
        entity: 'lot',
        entityId: lot.id,
        institutionId: lot.recordInstitutionId,
      } as const
      await recordChange(trx, ctx, { action: 'lot.declare_duplicate', ...of, after: duplicate })
      return { id: duplicateId }
    }),
  )
}

/** Its keeper names the lot in which it is; refused where that cannot be a duplicate. */
export async function confirmDuplicate(ctx: Context, { lot: code }: Confirmation, { id }: Key) {
  allowWriting(ctx)
  return unlessBroken('safety_duplicate_lot_taken', words.lotTaken, () =>
    transact(ctx, async (trx) => {
      const duplicate = await openDuplicate(trx, ctx, id)
      const { keeperId } = duplicate
      if (keeperId === null) throw new Problem('conflict', words.outside)
      allowManager(ctx, keeperId)
      if (duplicate.state === 'confirmed') throw new Problem('conflict', words.isConfirmed)
      const found = await findLotByCode(trx, { institutionId: keeperId, code })
      if (!found) throw invalidField('lot', words.noLot(code))
      const [original, copy] = [
        await findDuplicated(trx, duplicate.lotId),
        await findDuplicated(trx, found.id),
      ]
      const reasons = objectionsToDuplicate(original, copy)
      if (reasons.length > 0) throw new Problem('conflict', words.noDuplicateOf(code, reasons))
      const confirmed = { confirmed_at: ctx.now(), confirmed_by: personIdOf(ctx) }
      await updateDuplicate(trx, id, { duplicate_lot_id: found.id, ...confirmed })
      const after = { duplicate: code }
      await recordDuplicate(trx, ctx, { action: 'lot.confirm_duplicate', of: duplicate, after })
      return { id }
    }),
  )
}

/** It is not there any more; by who keeps the lot, or by its keeper. */
export async function endDuplicate(ctx: Context, { reason }: Ending, { id }: Key) {
  allowWriting(ctx)
  return transact(ctx, async (trx) => {
    const duplicate = await openDuplicate(trx, ctx, id)
    const ended = { ended_at: ctx.now(), ended_by: personIdOf(ctx), ended_reason: reason }
    await updateDuplicate(trx, id, ended)
    const after = { endedReason: reason }
    await recordDuplicate(trx, ctx, { action: 'lot.end_duplicate', of: duplicate, after })
    return { id }
  })
}

async function openDuplicate(trx: Trx, ctx: Context, id: string): Promise<DuplicateRow> {
  const duplicate = isId(id) ? await lockDuplicate(trx, ctx.actor, id) : undefined
  if (!duplicate) throw new Problem('not-found', words.noDuplicate)
  if (duplicate.state === 'ended') throw new Problem('conflict', words.hasEnded)
  return duplicate
}

type Change = {
  action: 'lot.confirm_duplicate' | 'lot.end_duplicate'
  of: DuplicateRow
  after: Record<string, unknown>
}

const recordDuplicate = async (trx: Trx, ctx: Context, { action, of, after }: Change) =>
  recordChange(trx, ctx, {
    action,
    entity: 'lot',
    entityId: of.lotId,
    institutionId: of.recordInstitutionId,
    after,
  })
