import type { Context } from '../core/context.ts'
import type { Trx } from '../core/database.ts'
import { changedFields } from './rules.ts'
import { insertAudit } from './queries.ts'

/** What happened: `record.publish` to which row, and how its fields changed. */
export type Change = {
  action: `${string}.${string}`
  entity: string
  entityId: string | null
  institutionId?: string | null
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** Writes the audit row of a change, inside the change's own transaction. Equal fields are left out. */
export async function recordChange(trx: Trx, ctx: Context, change: Change): Promise<void> {
  const { before, after } = changedFields(change.before ?? {}, change.after ?? {})
  const { actor } = ctx
  await insertAudit(trx, {
    at: ctx.now(),
    actor_type: actor.type,
    actor_id: actor.type === 'person' ? actor.personId : null,
    actor_name: actor.type === 'person' ? actor.name : actor.type === 'system' ? actor.job : null,
    action: change.action,
    entity: change.entity,
    entity_id: change.entityId,
    institution_id: change.institutionId ?? null,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
    request_id: ctx.requestId,
  })
}
