import { refuseUnlessKept } from '../../../catalog/records/actions/input.ts'
import { catalogWords } from '../../../catalog/records/words.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowReading } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { findLot, type HeldLot, lockLots, type LotRow } from '../queries.ts'
import { lotWords as words } from '../words.ts'

export type { HeldLot, LotRow } from '../queries.ts'

/** A lot of a record that the actor keeps or is a steward of; not-found to everybody else. */
export async function getLot(ctx: Context, id: string): Promise<LotRow> {
  allowReading(ctx)
  const row = isId(id) ? await findLot(ctx.db, ctx.actor, id) : undefined
  if (!row) throw noLot()
  return row
}

/** The same for a form that changes it, which stewards are not shown. */
export async function getKeptLot(ctx: Context, id: string): Promise<LotRow> {
  const row = await getLot(ctx, id)
  if (!row.isKept) throw new Problem('forbidden', catalogWords.notYours)
  return row
}

/** A lot held for a change, in smallest parts, by who keeps its record. */
export async function holdLot(trx: Trx, ctx: Context, id: string): Promise<HeldLot> {
  const [lot] = await holdLots(trx, ctx, [id])
  if (!lot) throw noLot()
  return lot
}

/** Several at once, in the order in which they were named. */
export async function holdLots(trx: Trx, ctx: Context, ids: readonly string[]): Promise<HeldLot[]> {
  const rows = ids.every(isId) ? await lockLots(trx, ctx.actor, ids) : []
  return ids.map((id) => {
    const lot = rows.find((row) => row.id === id.toLowerCase())
    if (!lot) throw noLot()
    refuseUnlessKept(ctx.actor, ownerOf(lot))
    return lot
  })
}

/** Several at once for a caller that asked itself whether the actor may. */
export const holdLotsIn = async (trx: Trx, ids: readonly string[]): Promise<HeldLot[]> =>
  lockLots(trx, { type: 'system', job: 'stock' }, ids)

/** What decides who keeps it: its record. */
const ownerOf = ({ recordId, recordInstitutionId, collectionId }: HeldLot) => ({
  id: recordId,
  institutionId: recordInstitutionId,
  collectionId,
})

type Key = { id: string; version: number | undefined }

/** The same for a change of its details: it is the version that was read, and not frozen. */
export async function holdForEdit(trx: Trx, ctx: Context, { id, version }: Key): Promise<HeldLot> {
  const lot = await holdLot(trx, ctx, id)
  if (version !== undefined && version !== lot.version)
    throw new Problem('stale', catalogWords.stale)
  refuseFrozen(lot)
  return lot
}

export function refuseFrozen({ frozenAt }: Pick<HeldLot, 'frozenAt'>): void {
  if (frozenAt) throw new Problem('conflict', words.isFrozen)
}

const noLot = () => new Problem('not-found', words.noLot)
