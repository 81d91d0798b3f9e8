import { type Insertable, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { AuditTable } from '../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../core/database.ts'
import type { Paging } from '../core/paging.ts'
import type { AuditAnswer, AuditFilter } from './model.ts'

export async function insertAudit(
  trx: Trx,
  rows: readonly Insertable<AuditTable>[],
): Promise<void> {
  if (rows.length > 0) await trx.insertInto('audit').values(rows).execute()
}

type Narrowing = AuditFilter & {
  /** Whose rows the viewer may see; undefined: all. */
  institutionIds: readonly string[] | undefined
}

/** What was done, newest first. */
export async function listAudit(db: Db, narrowing: Narrowing, paging: Paging) {
  const rows = narrowed(db, narrowing).select((eb) => [
    'id',
    'at',
    jsonBuildObject({
      type: sql<AuditAnswer['actor']['type']>`actor_type`,
      id: eb.ref('actor_id'),
      name: eb.ref('actor_name'),
    }).as('actor'),
    'action',
    'entity',
    'entity_id as entityId',
    'institution_id as institutionId',
    sql<AuditAnswer['before']>`coalesce(before, '{}')`.as('before'),
    sql<AuditAnswer['after']>`coalesce(after, '{}')`.as('after'),
    'request_id as requestId',
  ])
  return pageBy(db, { rows, by: { id: 'id' }, direction: 'desc' }, paging)
}

export type AuditRow = Awaited<ReturnType<typeof listAudit>>['items'][number]

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
