import { sql } from 'kysely'
import { type Db, pageBy } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { Temporal } from '../../core/time.ts'

type Fields = Record<string, unknown>

/** What happened to a record, newest first, since a moment or ever; by `audit_by_entity`. */
export async function pageOfHistory(
  db: Db,
  { recordId, since }: { recordId: string; since: Temporal.Instant | undefined },
  paging: Paging,
) {
  const rows = db
    .selectFrom('audit')
    .where('entity', '=', 'record')
    .where('entity_id', '=', recordId)
    .$if(since !== undefined, (some) => some.where(sql<boolean>`at >= ${since}::timestamptz`))
    .select([
      'id',
      'at',
      'action',
      'actor_type as actorType',
      'actor_name as actorName',
      sql<Fields>`coalesce(before, '{}')`.as('before'),
      sql<Fields>`coalesce(after, '{}')`.as('after'),
    ])
  return pageBy(db, { rows, by: { id: 'id' }, direction: 'desc' }, paging)
}
