import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { countChange } from '../queries.ts'

/**
 * In the transaction of a change to what is public of a record: its registries are told by jobs. Cheap where it has no
 * registered identifier, as most have none.
 */
export async function noteForRegistries(trx: Trx, ctx: Context, recordId: string): Promise<void> {
  for (const id of await countChange(trx, recordId))
    // oxlint-disable-next-line no-await-in-loop -- two at most, on one connection
    await tellRegistry(trx, ctx, id)
}

/** One job for all that changed until it begins. */
export const tellRegistry = async (trx: Trx, ctx: Context, identifierId: string, runAt?: Date) =>
  ctx.jobs.add(
    trx,
    'register_identifier',
    { identifierId },
    { key: `register-${identifierId}`, ...(runAt && { runAt }) },
  )
