import type { Context } from '../../../core/context.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { validated } from '../../../core/validated.ts'
import { enterEntry } from '../../../stock/entries/actions.ts'
import { entryForm } from '../../../stock/entries/model.ts'
import { getLot } from '../../../stock/lots/actions/hold.ts'
import { createLot, editLot } from '../../../stock/lots/actions/keep.ts'
import { lotEdit, lotForm } from '../../../stock/lots/model.ts'
import type { Unit } from '../../../stock/model.ts'
import { transferLot } from '../../../stock/moves/actions.ts'
import { transferForm } from '../../../stock/moves/model.ts'
import { refer } from '../../calls/actions.ts'
import { brapiWords as words } from '../../words/refusals.ts'
import type { NewSeedLot, NewTransaction, SeedLotChange } from '../model.ts'
import { unitIn } from '../rules.ts'

/** Adds a lot of one germplasm; what it holds at first is the first line of its ledger. */
export async function createSeedLot(ctx: Context, sent: NewSeedLot): Promise<string> {
  const [content, ...others] = sent.contentMixture ?? []
  if (!content?.germplasmDbId || others.length > 0)
    throw invalidField('contentMixture', words.oneContent)
  const input = validated(lotForm.schema, {
    code: sent.seedLotName,
    unit: unitOf(sent.units) ?? 'seed',
    ...(sent.amount && { quantity: sent.amount }),
    ...placed(sent),
  })
  const { id } = await createLot(ctx, input, { id: content.germplasmDbId })
  await refer(ctx, { entity: 'lot', id }, sent)
  return id
}

/** Changes what is said of a lot. How much it holds follows from its transactions alone. */
export async function changeSeedLot(ctx: Context, id: string, sent: SeedLotChange): Promise<void> {
  const lot = await getLot(ctx, id)
  const isSame = sent.amount === undefined || sent.amount === null || sent.amount === lot.balance
  if (!isSame) throw invalidField('amount', words.amountByTransactions)
  const change = validated(lotEdit.edit.schema, {
    ...(sent.seedLotName && { code: sent.seedLotName }),
    ...placed(sent),
  })
  await editLot(ctx, change, { id, version: undefined })
  if (sent.externalReferences) await refer(ctx, { entity: 'lot', id }, sent)
}

const placed = ({ seedLotDescription, storageLocation }: SeedLotChange) => ({
  ...(seedLotDescription && { note: seedLotDescription }),
  ...(storageLocation && { place: storageLocation }),
})

function unitOf(written: string | null | undefined): Unit | undefined {
  if (!written) return undefined
  const unit = unitIn(written)
  if (!unit) throw invalidField('units', words.unknownUnit(written))
  return unit
}

/** Enters what came into a lot, went out of it, or from one into another. */
export async function createTransaction(ctx: Context, sent: NewTransaction): Promise<string> {
  const { fromSeedLotDbId: from, toSeedLotDbId: to } = sent
  const { id } = from && to ? await transferred(ctx, { from, to, sent }) : await entered(ctx, sent)
  await refer(ctx, { entity: 'lot_entry', id }, sent)
  return id
}

function entered(ctx: Context, sent: NewTransaction): Promise<{ id: string }> {
  const { fromSeedLotDbId: from, toSeedLotDbId: to, transactionDescription: reason } = sent
  const lot = from || to
  if (!lot) throw new Problem('invalid', words.lotNeeded)
  const unit = unitOf(sent.units)
  const input = validated(entryForm.schema, {
    kind: from ? 'out' : 'in',
    quantity: sent.amount,
    ...(unit && { unit }),
    ...(reason && { reason }),
  })
  return enterEntry(ctx, input, { id: lot })
}

async function transferred(
  ctx: Context,
  { from, to, sent }: { from: string; to: string; sent: NewTransaction },
): Promise<{ id: string }> {
  const [source, target] = await Promise.all([getLot(ctx, from), getLot(ctx, to)])
  if ((unitOf(sent.units) ?? source.unit) !== source.unit)
    throw invalidField('units', words.otherUnit(source.unit))
  const input = validated(transferForm.schema, {
    to: target.code,
    quantity: sent.amount,
    ...(sent.transactionDescription && { reason: sent.transactionDescription }),
  })
  return transferLot(ctx, input, { id: from })
}
