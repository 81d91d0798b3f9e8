import { tellRegistry } from '../../catalog/identifiers/actions/note.ts'
import { withIdentifier } from '../../catalog/identifiers/actions/keep.ts'
import { type Context, transact } from '../../core/context.ts'
import type { JobPayloads } from '../../core/ports.ts'
import { RegistryError } from '../../core/registries.ts'
import { tellOf } from './actions.ts'

/** Where another job is telling the registry of the same identifier. */
const pauseSeconds = 5
/** What a registry may ask for at most, before it is asked again. */
const longestPauseSeconds = 3600

/**
 * Tells a registry what it does not know yet. What may pass is tried again: by the queue, ever later, or when the
 * registry asks for it. What it refuses is told again once the record changes, or somebody asks for it.
 */
export async function registerIdentifier(
  ctx: Context,
  { identifierId }: JobPayloads['register_identifier'],
): Promise<void> {
  try {
    const done = await withIdentifier(ctx, identifierId, (row) => tellOf(ctx, row))
    if (done === 'busy') await again(ctx, identifierId, pauseSeconds)
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    if (isFinal(error)) return
    if (error.retryAfterSeconds === undefined) throw error
    await again(ctx, identifierId, Math.min(error.retryAfterSeconds, longestPauseSeconds))
  }
}

const isFinal = ({ code }: RegistryError) =>
  code === 'refused' || code === 'unconfigured' || code === 'not_described'

const again = async (ctx: Context, identifierId: string, seconds: number) =>
  transact(ctx, (trx) =>
    tellRegistry(trx, ctx, identifierId, new Date(ctx.now().add({ seconds }).epochMilliseconds)),
  )
