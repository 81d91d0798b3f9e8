import { unlessBroken } from '../../../core/conflict.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { hasSamples } from '../../../samples/matching/actions.ts'
import type { RequestRow } from '../../requests/actions/read.ts'
import type { Item } from '../../requests/rules/state.ts'
import { type HeldRow, heldFor, sendSamples } from '../queries.ts'
import { requestSampleRefusals as refusals } from '../words.ts'
import { refuseMisfits } from './wanted.ts'

type Leaving = {
  row: Pick<RequestRow, 'number' | 'destination'>
  item: Item
  quantity: number
  shipmentId: string
  keepsPlaces: boolean
  held: readonly HeldRow[]
}

/** What of a request is held and has not left. */
export const samplesHeld = async (trx: Trx, requestId: string) => heldFor(trx, requestId)

/**
 * So many picked samples of an item leave with a shipment. Where a collection’s samples are kept here, nothing of it
 * leaves uncounted; of another the request alone says how many.
 */
export async function shipSamplesIn(trx: Trx, ctx: Context, leaving: Leaving): Promise<void> {
  const { row, item, quantity, shipmentId, keepsPlaces } = leaving
  const picked = leaving.held.filter((one) => one.itemId === item.id && one.isPicked)
  if (picked.length < quantity) {
    if (item.unit === 'sample' && (await hasSamples({ db: trx }, item.recordId)))
      throw new Problem('conflict', refusals.pickFirst(picked.length))
    return
  }
  const taken = picked.slice(0, quantity)
  const sampleIds = taken.map(({ sampleId }) => sampleId)
  await refuseMisfits(trx, ctx, { destination: row.destination, item, sampleIds })
  await unlessBroken('sample_is_blocked', refusals.blocked, () =>
    sendSamples(trx, {
      holdIds: taken.map(({ id }) => id),
      shipmentId,
      number: row.number,
      isLoan: item.isLoan,
      keepsPlaces,
      at: ctx.now(),
      by: personIdOf(ctx),
    }),
  )
}
