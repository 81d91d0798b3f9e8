import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
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
 * back. Refused where a command asks for more than there is: then nothing of it happened. What was approved before and
 * cannot be held back, such as material whose first lot appeared later and is too small, keeps no other command; what
 * is shipped, where there is nothing `before`, is there.
 */
export async function settleStock(
  trx: Trx,
  ctx: Context,
  {
    row,
    before,
    after,
  }: { row: Pick<RequestRow, 'id' | 'number'>; before: Request | null; after: Request },
): Promise<void> {
  const [wanted, wantedBefore] = [neededOf(after), before && neededOf(before)]
  const held = Map.groupBy(await reservationsHeld(trx, row.id), ({ itemId }) => itemId)
  for (const item of after.items) {
    const needed = wanted.get(item.id) ?? 0
    const isMore = needed > (wantedBefore?.get(item.id) ?? 0)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    const missing = await missingOf(trx, ctx, { own: held.get(item.id) ?? [], needed })
    if (missing === 0) continue
    const reserving = reserve(trx, ctx, { item, needed: missing, number: row.number })
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await (isMore ? reserving : reserving.catch(unlessBug))
  }
}

type Holding = { own: Reserved; needed: number }

/** How much has to be held back besides; where it is too much, all of it is let go of first. */
async function missingOf(trx: Trx, ctx: Context, { own, needed }: Holding): Promise<number> {
  const already = own.reduce((sum, { quantity }) => sum + quantity, 0)
  if (already <= needed) return needed - already
  await release(trx, ctx, own)
  return needed
}

const neededOf = (request: Request) =>
  new Map(reservationsOf(request).map(({ itemId, quantity }) => [itemId, quantity]))

/** There is not enough, which is found out before anything is written. */
function unlessBug(error: unknown): void {
  if (!(error instanceof Problem)) throw error
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
