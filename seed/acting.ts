import type { Context } from '../src/core/context.ts'
import type { Trx } from '../src/core/database.ts'
import { actorById } from '../src/people/accounts/actions/actor.ts'
import { idOf } from './landscape.ts'
import type { Ids } from './seeded.ts'

export type Scene = { trx: Trx; house: Context; landscape: Ids }

/** Somebody of the demo at a moment before now, whose actions run in the transaction of the part. */
export async function acting(
  { trx, house, landscape }: Scene,
  { who, daysAgo }: { who: string; daysAgo: number },
): Promise<Context> {
  const scopes = ['admin' as const, 'write' as const, 'read' as const]
  const actor = await actorById(trx, idOf(landscape, `person/${who}`), { type: 'token', scopes })
  if (!actor) throw new Error(`the demo has nobody called ${who}`)
  const at = house.now().subtract({ hours: Math.round(daysAgo * 24) })
  return {
    ...house,
    db: trx,
    actor,
    now: () => at,
    keyed: async <T>(work: (inside: Trx) => Promise<T>) => work(trx),
  }
}
