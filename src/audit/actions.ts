import { permissionWords, isAdministrator } from '../core/permission.ts'
import type { Actor } from '../core/actor.ts'
import type { Context } from '../core/context.ts'
import type { Trx } from '../core/database.ts'
import type { Paging } from '../core/paging.ts'
import { Problem } from '../core/problem.ts'
import { isId } from '../core/shapes.ts'
import type { LocalText } from '../core/text.ts'
import type { AuditAction, AuditFilter, EntityOf } from './model.ts'
import { type AuditRow, insertAudit, listAudit, namesAmong } from './queries.ts'
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
export const recordChange = <Action extends AuditAction>(
  trx: Trx,
  ctx: Context,
  change: Change<Action>,
): Promise<void> => recordChanges(trx, ctx, [change])

/** The same for several changes, in one statement. */
export async function recordChanges<Action extends AuditAction>(
  trx: Trx,
  ctx: Context,
  changes: readonly Change<Action>[],
): Promise<void> {
  await insertAudit(
    trx,
    changes.map((change) => auditRow(ctx, change)),
  )
}

function auditRow<Action extends AuditAction>(ctx: Context, change: Change<Action>) {
  const { before, after } = changedFields(change.before ?? {}, change.after ?? {})
  const { actor } = ctx
  return {
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
  }
}

/** What was done, newest first: everything for administrators, their institutions' for curators. */
export const searchAudit = async (
  ctx: Context,
  { limit, after, ...filter }: AuditFilter & Paging,
) =>
  listAudit(ctx.db, { ...filter, institutionIds: visibleInstitutions(ctx.actor) }, { limit, after })

/**
 * What the things in these entries are called, by their ids. Whom a request names is for administrators alone: its
 * reviewers are not told to its members, who may be curators.
 */
export async function namesIn(ctx: Context, rows: readonly AuditRow[]): Promise<AuditedNames> {
  const isNamed = ({ entity }: AuditRow) => entity !== 'request' || isAdministrator(ctx.actor)
  const things = rows.flatMap(({ entityId }) => entityId ?? [])
  const ids = rows.flatMap((row) => [
    row.entityId ?? '',
    row.actor.id ?? '',
    row.institutionId ?? '',
    ...[row.before, row.after]
      .flatMap((values) => (isNamed(row) ? Object.values(values) : []))
      .filter((value) => typeof value === 'string'),
  ])
  return namesAmong(ctx.db, { ids: [...new Set(ids)].filter(isId), things })
}

export type AuditedNames = ReadonlyMap<string, LocalText>

/** The institutions whose changes the actor may see; undefined means all of them. */
function visibleInstitutions(actor: Actor): readonly string[] | undefined {
  if (actor.type === 'anonymous') throw new Problem('unauthenticated', permissionWords.signIn)
  if (isAdministrator(actor)) return undefined
  const kept = actor.type === 'person' ? actor.curates.institutionIds : []
  if (kept.length === 0) throw new Problem('forbidden', auditWords.adminsOnly)
  return kept
}
