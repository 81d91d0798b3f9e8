import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { allowReading, allowWriting, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { holdRequest } from '../../requests/actions/command.ts'
import { getRequest } from '../../requests/actions/read.ts'
import { actorById } from '../../../people/accounts/actions/actor.ts'
import { toShip } from '../../requests/rules/state.ts'
import type { Waiver } from '../model.ts'
import { itemFees, waiveItemFee } from '../queries.ts'
import { feeWords as words } from '../words.ts'
import { feesOfEach } from './price.ts'

type Key = { id: string }

/** The prices of a request’s items as they were approved, for who reads the request. */
export async function feesOfRequest(ctx: Context, { id }: Key) {
  allowReading(ctx)
  const request = await getRequest(ctx, { id })
  return itemFees(ctx.db, request.id)
}

type Asked = Pick<Awaited<ReturnType<typeof getRequest>>, 'requester' | 'items'>

/** What each record costs the requester now, while items of it wait for their answer. */
export async function pricesNow(ctx: Context, { requester, items }: Asked) {
  const open = items.filter(
    ({ decision, ended, delivery, loan }) =>
      decision === null && ended === null && delivery === 'shipment' && !loan,
  )
  if (open.length === 0) return []
  const person = await actorById(ctx.db, requester.id, { type: 'token', scopes: [] })
  const ids = open.map(({ record }) => record.id)
  const fees = await feesOfEach(ctx.db, person, ids)
  return open.map((item) => ({ item, fees: fees.get(item.record.id) ?? [] }))
}

/** Nothing is charged for what of an item still has to be shipped; by who decides, with a reason. */
export async function waiveFee(ctx: Context, { item: itemId, reason }: Waiver, { id }: Key) {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const { row, request, sides } = await holdRequest(trx, ctx, { id })
    if (!sides.includes('steward')) throw new Problem('forbidden', words.onlyStewards)
    const item = request.items.find((one) => one.id === itemId)
    const fee = (await itemFees(trx, row.id)).find((one) => one.item === itemId)
    if (!item || !fee || fee.waiver !== null || toShip(item) === 0)
      throw new Problem('conflict', words.nothingToWaive)
    const waiver = { waived_at: ctx.now(), waived_by: personIdOf(ctx), waiver_reason: reason }
    await waiveItemFee(trx, itemId, waiver)
    await recordChange(trx, ctx, {
      action: 'request.waive_fee',
      entity: 'request',
      entityId: row.id,
      institutionId: row.institutionId,
      before: { priceFen: fee.priceFen },
      after: { number: row.number, reason },
    })
  })
}
