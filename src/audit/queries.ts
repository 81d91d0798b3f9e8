import { type Insertable, sql } from 'kysely'
import type { AuditTable } from '../../db/schema.ts'
import type { Db, Trx } from '../core/database.ts'
import type { AuditAnswer, AuditFilter } from './model.ts'

export async function insertAudit(trx: Trx, row: Insertable<AuditTable>): Promise<void> {
  await trx.insertInto('audit').values(row).execute()
}

type Narrowing = AuditFilter & {
  /** Whose rows the viewer may see; undefined: all. */
  institutionIds: readonly string[] | undefined
}

/** What was done, newest first; one row more than `limit`. */
export async function listAudit(
  db: Db,
  narrowing: Narrowing,
  { limit, before }: { limit: number; before?: string },
) {
  return narrowed(db, narrowing)
    .$if(before !== undefined, (rows) => rows.where('id', '<', before ?? ''))
    .select([
      'id',
      'at',
      sql<AuditAnswer['actor']['type']>`actor_type`.as('actorType'),
      'actor_id as actorId',
      'actor_name as actorName',
      'action',
      'entity',
      'entity_id as entityId',
      'institution_id as institutionId',
      sql<AuditAnswer['before']>`coalesce(before, '{}')`.as('before'),
      sql<AuditAnswer['after']>`coalesce(after, '{}')`.as('after'),
      'request_id as requestId',
    ])
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export type AuditRow = Awaited<ReturnType<typeof listAudit>>[number]

/** How many, counted no further than `most`. */
export async function countAudit(db: Db, narrowing: Narrowing, most: number): Promise<number> {
  const { count } = await db
    .selectFrom(narrowed(db, narrowing).select('id').limit(most).as('some'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function narrowed(db: Db, narrowing: Narrowing) {
  const { entity, entityId, actor, action, institution, institutionIds } = narrowing
  return db
    .selectFrom('audit')
    .$if(institutionIds !== undefined, (rows) =>
      rows.where(sql<boolean>`institution_id = any(${institutionIds}::uuid[])`),
    )
    .$if(entity !== undefined, (rows) => rows.where('entity', '=', entity ?? ''))
    .$if(entityId !== undefined, (rows) => rows.where('entity_id', '=', entityId ?? ''))
    .$if(actor !== undefined, (rows) => rows.where('actor_id', '=', actor ?? ''))
    .$if(action !== undefined, (rows) => rows.where('action', '=', action ?? ''))
    .$if(institution !== undefined, (rows) => rows.where('institution_id', '=', institution ?? ''))
}
