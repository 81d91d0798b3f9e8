import type { Context } from '../../../core/context.ts'
import { giveUpIntents } from '../queries.ts'
import { removeObjects } from './intents.ts'

const hoursToFinish = 24
const atOnce = 200

/** Ends uploads that did not finish within a day: gives them up first, so that none is attached while its bytes go. */
export async function reapIntents(ctx: Context): Promise<{ reaped: number }> {
  const before = ctx.now().subtract({ hours: hoursToFinish })
  let reaped = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the next batch is known once this one is gone
    const keys = await giveUpIntents(ctx.db, before, atOnce)
    if (keys.length === 0) return { reaped }
    // oxlint-disable-next-line no-await-in-loop
    await removeObjects(ctx, keys)
    reaped += keys.length
  }
}
