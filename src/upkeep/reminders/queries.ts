import { sql } from 'kysely'
import type { Trx } from '../../core/database.ts'
import type { Temporal } from '../../core/time.ts'
import { planRows } from '../plans/queries.ts'
import { qualificationRows } from '../qualifications/queries.ts'

type Until = { before: Temporal.Instant; now: Temporal.Instant }

/** Plans that are due before a moment or by their hours, and nobody was told of. Locked. */
export const findPlansToTell = async (trx: Trx, { before, now }: Until) =>
  planRows(trx, now)
    .where('maintenance_plan.ended_at', 'is', null)
    .where('maintenance_plan.told_at', 'is', null)
    .where((eb) => eb('maintenance_plan.due_at', '<=', before).or('progress.isUsedUp', '=', true))
    .orderBy('maintenance_plan.due_at')
    .limit(500)
    .forNoKeyUpdate('maintenance_plan')
    .execute()

/** Qualifications that expire before a moment, and nobody was reminded of; by `qualification_to_expire`. Noted at once. */
export async function takeExpiring(trx: Trx, { before, now }: Until) {
  const taken = await trx
    .updateTable('qualification')
    .set({ reminded_at: now })
    .where('revoked_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('expires_at', '>=', now)
    .where('expires_at', '<=', before)
    .returning(['instrument_id', 'id'])
    .execute()
  return qualificationRows(trx, now)
    .where('qualification.instrument_id', '=', anyOf(taken.map((one) => one.instrument_id)))
    .where('qualification.id', '=', anyOf(taken.map(({ id }) => id)))
    .execute()
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`
