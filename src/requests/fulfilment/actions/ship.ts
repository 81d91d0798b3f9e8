import { recordChange } from '../../../audit/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { personIdOf } from '../../../core/permission.ts'
import { enterIn } from '../../../stock/entries/actions.ts'
import { holdLotsIn } from '../../../stock/lots/actions/hold.ts'
import type { Held as HeldRequest } from '../../requests/actions/command.ts'
import { settleStock } from '../../requests/actions/stock.ts'
import { type Request, toShip } from '../../requests/rules/state.ts'
import type { NewShipment } from '../model.ts'
import { heldOf, insertLines, insertShipment, newId, takeHeld } from '../queries.ts'
import { type Held, type Taken, takenFrom } from '../rules.ts'
import { samplesHeld, shipSamplesIn } from '../../samples/actions/leave.ts'
import { giveMoving, type Key, partsOfItem } from './give.ts'

type Line = { itemId: string; quantity: number }

/** Ships what is named, or what was picked, out of what is held back for it: the ledger, the request and its papers in one. */
export const shipItems = (ctx: Context, sent: NewShipment, key: Key) =>
  giveMoving(ctx, key, {
    wish: async (trx, { row, request }) => ({
      command: 'shipment' as const,
      shipmentId: await newId(trx),
      lines: sent.lines ? linesNamed(request, sent.lines) : await linesPicked(trx, row.id),
      isHandedOver: sent.way === 'pick_up',
    }),
    moves: (trx, held, { shipmentId, lines }) =>
      moveOut(trx, ctx, { held, sent, shipmentId, lines }),
  })

function linesNamed(request: Request, lines: NonNullable<NewShipment['lines']>): Line[] {
  return lines.map(({ item: id, quantity }, at) => {
    const item = request.items.find((one) => one.id === id)
    if (!item) return { itemId: id, quantity: 1 }
    return {
      itemId: id,
      // What has nothing left is refused as too much.
      quantity:
        quantity === undefined
          ? Math.max(1, toShip(item))
          : partsOfItem(item, quantity, `lines.${at}.quantity`),
    }
  })
}

async function linesPicked(trx: Trx, requestId: string): Promise<Line[]> {
  const lots = await heldOf(trx, requestId)
  const samples = (await samplesHeld(trx, requestId)).map((one) => ({ ...one, quantity: 1 }))
  return joined([...lots, ...samples].filter(({ isPicked }) => isPicked))
}

type Moved = {
  held: HeldRequest
  sent: NewShipment
  shipmentId: string
  lines: readonly Line[]
}

async function moveOut(trx: Trx, ctx: Context, { held, sent, shipmentId, lines }: Moved) {
  const { row, request } = held
  // What was not held back when it was approved, because the record had no lots yet, is held back now.
  await settleStock(trx, ctx, { row, before: null, after: request })
  const open = await heldOf(trx, row.id)
  await holdLotsIn(
    trx,
    open.map(({ lotId }) => lotId),
  )
  const { way, carrier = null, tracking = null, collectedBy = null, note } = sent
  const now = ctx.now()
  const facts = { way, carrier, tracking, collected_by: collectedBy }
  await insertShipment(trx, {
    id: shipmentId,
    request_id: row.id,
    ...facts,
    note: note || null,
    sent_at: now,
    sent_by: personIdOf(ctx),
    received_at: way === 'pick_up' ? now : null,
  })
  for (const line of joined(lines)) {
    const own = open.filter(({ itemId }) => itemId === line.itemId)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await shipLine(trx, ctx, {
      line,
      shipmentId,
      number: row.number,
      taken: takenFrom(own, line.quantity),
    })
  }
  await shipSamples(trx, ctx, { held, sent, shipmentId, lines })
  await recordChange(trx, ctx, {
    action: 'request.ship',
    entity: 'request',
    entityId: row.id,
    institutionId: row.institutionId,
    after: { number: row.number, way, carrier, tracking, collectedBy },
  })
}

/** What of it are samples that are kept one by one. */
async function shipSamples(trx: Trx, ctx: Context, moved: Moved): Promise<void> {
  const { row, request } = moved.held
  const held = await samplesHeld(trx, row.id)
  for (const { itemId, quantity } of joined(moved.lines)) {
    const item = request.items.find(({ id }) => id === itemId)
    if (!item) continue
    const leaving = { row, item, quantity, held, shipmentId: moved.shipmentId }
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await shipSamplesIn(trx, ctx, { ...leaving, keepsPlaces: moved.sent.keepPlaces === true })
  }
}

/** An item that is named twice is one line. */
const joined = (lines: readonly Line[]): Line[] =>
  [...Map.groupBy(lines, ({ itemId }) => itemId)].map(([itemId, own]) => ({
    itemId,
    quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
  }))

type Shipped = { line: Line; shipmentId: string; number: string; taken: readonly Taken<Held>[] }

async function shipLine(trx: Trx, ctx: Context, { line, shipmentId, number, taken }: Shipped) {
  for (const { from, quantity, lotQuantity } of taken) {
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    const [lot] = await holdLotsIn(trx, [from.lotId])
    if (!lot) throw new Error('A reservation has its lot.')
    const entry = {
      kind: 'ship',
      change: -lotQuantity,
      held: -lotQuantity,
      reason: number,
      reservationId: from.id,
    } as const
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await enterIn(trx, ctx, { lot, entry })
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await takeHeld(trx, from.id, quantity)
  }
  const unheld = line.quantity - taken.reduce((sum, { quantity }) => sum + quantity, 0)
  const common = { shipment_id: shipmentId, item_id: line.itemId }
  await insertLines(trx, [
    ...taken.map(({ from, quantity, lotQuantity }) => ({
      ...common,
      reservation_id: from.id,
      lot_id: from.lotId,
      quantity,
      lot_quantity: lotQuantity,
    })),
    ...(unheld > 0 ? [{ ...common, quantity: unheld }] : []),
  ])
}
