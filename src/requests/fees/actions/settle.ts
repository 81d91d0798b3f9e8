import { chargeMaterialIn } from '../../../charges/charges/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { defaultZone } from '../../../core/time.ts'
import { actorById } from '../../../people/accounts/actions/actor.ts'
import type { RequestEvent } from '../../requests/model/events.ts'
import type { Item, Request } from '../../requests/rules/state.ts'
import { amountIn, quantityIn } from '../../requests/rules/units.ts'
import { deleteItemFee, itemFees, putItemFee } from '../queries.ts'
import { amountOfFee } from '../rules.ts'
import { feeWords as words } from '../words.ts'
import { feesOfEach } from './price.ts'

type Row = {
  id: string
  number: string
  institutionId: string
  requesterId: string
  labId: string | null
}
type Settled = { row: Row; events: readonly RequestEvent[]; after: Request }

/** Fixes the price of what is approved, and charges what is shipped: of all else nothing is ever charged. */
export async function settleFees(trx: Trx, ctx: Context, settled: Settled): Promise<void> {
  const decided = new Set(settled.events.flatMap(decidedBy))
  const items = settled.after.items.filter(
    ({ id, delivery, shipped }) => decided.has(id) && delivery === 'shipment' && shipped === 0,
  )
  if (items.length > 0) await fixPrices(trx, ctx, { ...settled, items })
  for (const event of settled.events)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    if (event.type === 'shipped') await chargeShipped(trx, ctx, { ...settled, shipped: event })
}

function decidedBy(event: RequestEvent): string[] {
  if (event.type === 'items_decided') return event.decisions.map(({ itemId }) => itemId)
  return event.type === 'appeal_answered' ? [event.decision.itemId] : []
}

async function fixPrices(
  trx: Trx,
  ctx: Context,
  { row, items }: Settled & { items: readonly Item[] },
) {
  const requester = await actorById(trx, row.requesterId, { type: 'token', scopes: [] })
  const fees = await feesOfEach(
    trx,
    requester,
    items.map(({ recordId }) => recordId),
  )
  for (const { id, recordId, unit, isLoan, decision } of items) {
    const fee = fees.get(recordId)?.find((one) => one.unit === unit)
    // What is lent comes back.
    const isAsked = fee !== undefined && !isLoan && decision?.answer === 'approved'
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await (isAsked
      ? putItemFee(trx, {
          item_id: id,
          price_fen: fee.priceFen,
          is_cost: fee.isCost,
          fixed_at: ctx.now(),
        })
      : deleteItemFee(trx, id))
  }
}

type Shipped = Extract<RequestEvent, { type: 'shipped' }>

async function chargeShipped(
  trx: Trx,
  ctx: Context,
  { row, after, shipped: { shipmentId, lines } }: Settled & { shipped: Shipped },
) {
  const fees = await itemFees(trx, row.id)
  for (const [itemId, own] of Map.groupBy(lines, (line) => line.itemId)) {
    const fee = fees.find(({ item, waiver }) => item === itemId && waiver === null)
    const item = after.items.find(({ id }) => id === itemId)
    if (!fee || !item) continue
    const parts = own.reduce((sum, { quantity }) => sum + quantity, 0)
    const { number, institutionId, requesterId: personId, labId } = row
    const amount = amountIn(fee.unit, quantityIn(fee.unit, parts))
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await chargeMaterialIn(trx, ctx, {
      instrumentId: item.recordId,
      shipmentId,
      itemId,
      institutionId,
      personId,
      labId,
      zone: defaultZone,
      amountFen: amountOfFee(fee, parts),
      isCost: fee.isCost,
      why: words.why({ number, amount, isCost: fee.isCost }),
    })
  }
}
