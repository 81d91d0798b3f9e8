import { sql } from 'kysely'
import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Policy } from '../model.ts'

export type PolicyVersionRow = {
  version: number
  rules: Policy
  note: string | null
  createdAt: Temporal.Instant
  createdBy: string | null
}

/** Every version of an instrument's policy, the one in force first. */
export async function listPolicies(db: Db, instrumentId: string): Promise<PolicyVersionRow[]> {
  return db
    .selectFrom('booking_policy')
    .leftJoin('person', 'person.id', 'booking_policy.created_by')
    .where('instrument_id', '=', instrumentId)
    .select([
      'booking_policy.version',
      sql<Policy>`booking_policy.rules`.as('rules'),
      'booking_policy.note',
      'booking_policy.created_at as createdAt',
      'person.name as createdBy',
    ])
    .orderBy('booking_policy.version', 'desc')
    .execute()
}

export async function insertPolicy(
  trx: Trx,
  policy: {
    instrumentId: string
    version: number
    rules: Policy
    note: string | null
    createdAt: Temporal.Instant
    createdBy: string | null
  },
): Promise<void> {
  await trx
    .insertInto('booking_policy')
    .values({
      instrument_id: policy.instrumentId,
      version: policy.version,
      rules: JSON.stringify(policy.rules),
      note: policy.note,
      created_at: policy.createdAt,
      created_by: policy.createdBy,
    })
    .execute()
}

/** How many of these labs exist. */
export async function countLabsAmong(db: Db, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from lab where id = any(${[...ids]}::uuid[])
  `.execute(db)
  return rows[0]?.count ?? 0
}
