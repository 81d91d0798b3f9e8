import type { Insertable } from 'kysely'
import type { AuditTable } from '../../db/schema.ts'
import type { Trx } from '../core/database.ts'

export async function insertAudit(trx: Trx, row: Insertable<AuditTable>): Promise<void> {
  await trx.insertInto('audit').values(row).execute()
}
