import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { personIdOf } from '../../../core/permission.ts'
import type { Request } from '../../requests/rules/state.ts'
import { heldFor, releaseHolds } from '../queries.ts'
import { mostHeld } from '../rules.ts'

type Settled = { row: { id: string }; after: Request }

/** Lets go of samples that are held beyond what an item still needs, so that every end of a request frees them. */
export async function settleSamples(
  trx: Trx,
  ctx: Context,
  { row, after }: Settled,
): Promise<void> {
  const held = await heldFor(trx, row.id)
  if (held.length === 0) return
  const items = new Map(after.items.map((item) => [item.id, item]))
  const beyond = [...Map.groupBy(held, ({ itemId }) => itemId)].flatMap(([id, own]) => {
    const item = items.get(id)
    return own.slice(item ? mostHeld(after, item) : 0)
  })
  const ids = beyond.map(({ id }) => id)
  await releaseHolds(trx, { ids, at: ctx.now(), by: personIdOf(ctx) })
}
