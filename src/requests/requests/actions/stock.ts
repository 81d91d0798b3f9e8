import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { enterIn, pickIn } from '../../../stock/entries/actions.ts'
import { holdLotsIn } from '../../../stock/lots/actions/hold.ts'
import { isStocked } from '../../../stock/lots/actions/keep.ts'
import { units } from '../../../stock/model.ts'
import { quantityOf } from '../../../stock/rules.ts'
import { insertHeld, reservationsHeld, setHeldQuantity } from '../queries/log.ts'
import type { RequestRow } from '../queries/requests.ts'
import { reservationsOf } from '../rules/projections.ts'
import type { Item, Request } from '../rules/state.ts'

/**
 * Holds back what approved items still need and lets go of the rest, so that every end of a request gives its material
 * back. Refused where there is not enough: then nothing of the command happened.
 */
export async function settleStock(
  trx: Trx,
  ctx: Context,
  { row, after }: { row: Pick<RequestRow, 'id' | 'number'>; after: Request },
): Promise<void> {
  const wanted = new Map(reservationsOf(after).map(({ itemId, quantity }) => [itemId, quantity]))
  const held = Map.groupBy(await reservationsHeld(trx, row.id), ({ itemId }) => itemId)
  for (const item of after.items) {
    const own = held.get(item.id) ?? []
    const needed = wanted.get(item.id) ?? 0
    if (own.reduce((sum, { quantity }) => sum + quantity, 0) === needed) continue
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await release(trx, ctx, own)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    if (needed > 0) await reserve(trx, ctx, { item, needed, number: row.number })
  }
}

type Reserved = Awaited<ReturnType<typeof reservationsHeld>>

async function release(trx: Trx, ctx: Context, reserved: Reserved): Promise<void> {
  for (const { id, lotId, open } of reserved) {
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    const [lot] = await holdLotsIn(trx, [lotId])
    if (!lot) throw new Error('A reservation has its lot.')
    const entry = {
      kind: 'release',
      change: 0,
      held: -open,
      reason: null,
      reservationId: id,
    } as const
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await enterIn(trx, ctx, { lot, entry })
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await setHeldQuantity(trx, id, 0)
  }
}

type Needed = { item: Item; needed: number; number: string }

/** From the lots that may be asked for, or from the one that was; material without lots is not held back. */
async function reserve(trx: Trx, ctx: Context, { item, needed, number }: Needed): Promise<void> {
  const unit = units.find((one) => one === item.unit)
  if (unit === undefined || !(await isStocked({ ...ctx, db: trx }, item.recordId))) return
  const { reservations } = await pickIn(trx, ctx, {
    recordId: item.recordId,
    quantity: quantityOf(unit, needed),
    unit,
    purpose: number,
    ...lotOf(item),
  })
  for (const { id, lot, asked } of reservations)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await insertHeld(trx, {
      item_id: item.id,
      reservation_id: id,
      lot_id: lot.id,
      quantity: asked,
    })
}

const lotOf = ({ target }: Item): { lotId?: string } =>
  typeof target['lotId'] === 'string' ? { lotId: target['lotId'] } : {}
