import type { Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

type Of = { personId: string; now: Temporal.Instant }

export const revokeTokensOf = (trx: Trx, { personId, now }: Of) =>
  trx
    .updateTable('access_token')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name'])
    .execute()

export const revokeFeedsOf = (trx: Trx, { personId, now }: Of) =>
  trx
    .updateTable('calendar_feed')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'kind'])
    .execute()
