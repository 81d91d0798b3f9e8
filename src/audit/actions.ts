import { permissionWords, isAdministrator } from '../core/permission.ts'
import { isId } from '../core/shapes.ts'
import type { Actor } from '../core/actor.ts'
import type { Context } from '../core/context.ts'
import type { Trx } from '../core/database.ts'
import { badCursor, pageOf, readCursor } from '../core/paging.ts'
import { Problem } from '../core/problem.ts'
import type { AuditAction, AuditFilter, EntityOf } from './model.ts'
import { countAudit, insertAudit, listAudit } from './queries.ts'
import { changedFields } from './rules.ts'
import { auditWords } from './words.ts'

/** What happened: `record.publish` to which row, and how its fields changed. */
type Change<Action extends AuditAction> = {
  action: Action
  entity: EntityOf<Action>
  entityId: string | null
  institutionId?: string | null
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** Writes the audit row of a change, inside the change's own transaction. Equal fields are left out. */
export async function recordChange<Action extends AuditAction>(
  trx: Trx,
  ctx: Context,
  change: Change<Action>,
): Promise<void> {
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

const countedTo = 10_000

/** What was done, newest first: everything for administrators, their institutions' for curators. */
export async function searchAudit(
  ctx: Context,
  filter: AuditFilter,
  { limit, after }: { limit: number; after?: string | undefined },
) {
  const narrowing = { ...filter, institutionIds: seenBy(ctx.actor) }
  const before = after === undefined ? undefined : idIn(after)
  const rows = await listAudit(ctx.db, narrowing, { limit, ...(before && { before }) })
  const count = await countAudit(ctx.db, narrowing, countedTo + 1)
  const isMore = count > countedTo
  return {
    ...pageOf(rows, limit, ({ id }) => [id]),
    total: {
      value: Math.min(count, countedTo),
      relation: isMore ? ('gte' as const) : ('eq' as const),
    },
  }
}

/** The institutions whose changes the actor may see; undefined means all of them. */
function seenBy(actor: Actor): readonly string[] | undefined {
  if (actor.type === 'anonymous') throw new Problem('unauthenticated', permissionWords.signIn)
  if (isAdministrator(actor)) return undefined
  const kept = actor.type === 'person' ? actor.curates.institutionIds : []
  if (kept.length === 0) throw new Problem('forbidden', auditWords.adminsOnly)
  return kept
}

function idIn(cursor: string): string {
  const id = String(readCursor(cursor, 1)[0])
  if (!isId(id)) throw badCursor()
  return id
}
