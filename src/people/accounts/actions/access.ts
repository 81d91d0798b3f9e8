import { recordChange } from '../../../audit/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { revokeFeedsOf, revokeTokensOf } from '../queries/access.ts'

/** Ends every access token and calendar feed of a person: what opens the account without its password. */
export async function endAccessOf(trx: Trx, ctx: Context, personId: string): Promise<void> {
  const of = { personId, now: ctx.now() }
  for (const { id, name } of await revokeTokensOf(trx, of))
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await recordChange(trx, ctx, {
      action: 'token.revoke',
      entity: 'token',
      entityId: id,
      before: { name },
    })
  for (const { id, kind } of await revokeFeedsOf(trx, of))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await recordChange(trx, ctx, {
      action: 'calendar_feed.revoke',
      entity: 'calendar_feed',
      entityId: id,
      before: { kind },
    })
}
