import { sql } from 'kysely'
import type { Db } from '../../core/database.ts'

type Fields = Record<string, unknown>

/** What happened to a record, newest first, a page at a time by `audit_by_entity`. One row more than `limit`. */
export async function historyRows(
  db: Db,
  recordId: string,
  { limit, before }: { limit: number; before?: string },
) {
  return db
    .selectFrom('audit')
    .where('entity', '=', 'record')
    .where('entity_id', '=', recordId)
    .$if(before !== undefined, (rows) => rows.where('id', '<', before ?? ''))
    .select([
      'id',
      'at',
      'action',
      'actor_type as actorType',
      'actor_name as actorName',
      sql<Fields>`coalesce(before, '{}')`.as('before'),
      sql<Fields>`coalesce(after, '{}')`.as('after'),
    ])
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
