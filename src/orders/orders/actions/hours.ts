import { personIdOf, writing } from '../../../core/permission.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { insertEvent, updateOrder } from '../queries/parts.ts'
import { isWorked } from '../rules/lifecycle.ts'
import { orderWords as words, stateNames } from '../words/orders.ts'
import { getOrder, sidesOf } from './read.ts'
import type { StepKey } from './step.ts'

/**
 * Says, or corrects, for how many hours the instrument ran for an order: also once the order is closed, for what is
 * reported of it. Nobody is written to, since nothing changes for the other side.
 */
export async function setMachineHours(ctx: Context, key: StepKey, hours: number): Promise<void> {
  writing(ctx)
  await transact(ctx, async (trx) => {
    const order = await getOrder(ctx, key.id, { db: trx, lock: true })
    if (!sidesOf(ctx, order).includes('staff')) throw new Problem('forbidden', words.notYours)
    if (key.seen !== undefined && key.seen !== order.version)
      throw new Problem('stale', words.stale)
    if (!isWorked(order.state)) throw new Problem('conflict', words.notNow(stateNames[order.state]))
    await updateOrder(trx, order, { machine_hours: hours })
    const at = ctx.now()
    const by = personIdOf(ctx)
    await insertEvent(trx, order, { at, by, type: 'machine_hours', note: `${hours} h` })
    await recordChange(trx, ctx, {
      action: 'order.machine_hours',
      entity: 'service_order',
      entityId: order.id,
      institutionId: order.institutionId,
      before: { machineHours: order.machineHours },
      after: { machineHours: hours },
    })
  })
}
