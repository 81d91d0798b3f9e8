import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { onlyOne } from '../../../core/only.ts'
import { enterIn } from '../../../stock/entries/actions.ts'
import { holdLotsIn } from '../../../stock/lots/actions/hold.ts'
import type { Request } from '../../requests/rules/state.ts'
import type { Returned } from '../model.ts'
import { endShipment, receivedLines, setReturned } from '../queries.ts'
import { returnedTo } from '../rules.ts'
import { refuseUncounted } from '../../samples/actions/back.ts'
import { giveMoving, type Key, partsOfItem } from './give.ts'

/** The one that is named, or the only one under way. */
const shipmentIn = ({ shipments }: Request, named: string | undefined): string =>
  named?.toLowerCase() ?? onlyOne(shipments.filter(({ state }) => state === 'under_way'))?.id ?? ''

/** Confirms that a shipment arrived. */
export const receiveShipment = (
  ctx: Context,
  { shipment }: { shipment?: string | undefined },
  key: Key,
) =>
  giveMoving(ctx, key, {
    wish: (_, { request }) => ({
      command: 'receipt' as const,
      shipmentId: shipmentIn(request, shipment),
    }),
    moves: (trx, _, { shipmentId }) => endShipment(trx, shipmentId, { received_at: ctx.now() }),
  })

type Lost = { shipment?: string | undefined; note: string }

/** Says that a shipment was lost on its way. */
export const loseShipment = (ctx: Context, { shipment, note }: Lost, key: Key) =>
  giveMoving(ctx, key, {
    wish: (_, { request }) => ({
      command: 'loss' as const,
      shipmentId: shipmentIn(request, shipment),
      note,
    }),
    moves: (trx, _, { shipmentId }) => endShipment(trx, shipmentId, { lost_at: ctx.now() }),
  })

/** Takes back so much of a loan, into the lots that it came from. */
export const takeBack = (ctx: Context, { item: id, quantity, condition }: Returned, key: Key) =>
  giveMoving(ctx, key, {
    wish: (_, { request }) => {
      const item = request.items.find((one) => one.id === id)
      return {
        command: 'return_shipment' as const,
        itemId: id,
        quantity: item ? partsOfItem(item, quantity, 'quantity') : quantity,
        condition,
      }
    },
    moves: async (trx, { row }, back) => {
      await refuseUncounted(trx, back.itemId)
      const lines = await receivedLines(trx, back.itemId)
      for (const { to, returned, lotQuantity } of returnedTo(lines, back.quantity)) {
        // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
        await setReturned(trx, to.id, returned)
        // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
        await putBack(trx, ctx, {
          lotId: to.lotId,
          lotQuantity,
          reason: `${row.number} ${condition}`,
        })
      }
    },
  })

type Back = { lotId: string | null; lotQuantity: number; reason: string }

/** A lot that is frozen takes nothing back: the request alone has it then. */
async function putBack(trx: Trx, ctx: Context, { lotId, lotQuantity, reason }: Back) {
  const [lot] = lotId === null ? [] : await holdLotsIn(trx, [lotId])
  if (!lot || lot.frozenAt || lotQuantity === 0) return
  await enterIn(trx, ctx, { lot, entry: { kind: 'return', change: lotQuantity, held: 0, reason } })
}
