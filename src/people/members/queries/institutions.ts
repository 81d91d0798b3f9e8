import { type Insertable, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { MembershipTable } from '../../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import type { Temporal } from '../../../core/time.ts'

/** Asks to belong, or belongs at once; false when there was a membership already. */
export async function insertMembership(
  trx: Trx,
  row: Insertable<MembershipTable>,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('membership')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'institution_id']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return inserted !== undefined
}

type Pair = { personId: string; institutionId: string }

export async function approveMembershipRow(
  trx: Trx,
  { personId, institutionId, by, now }: Pair & { by: string | null; now: Temporal.Instant },
): Promise<boolean> {
  const row = await trx
    .updateTable('membership')
    .set({ approved_at: now, approved_by: by })
    .where('person_id', '=', personId)
    .where('institution_id', '=', institutionId)
    .where('approved_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteMembership(trx: Trx, { personId, institutionId }: Pair) {
  return trx
    .deleteFrom('membership')
    .where('person_id', '=', personId)
    .where('institution_id', '=', institutionId)
    .returning('approved_at as approvedAt')
    .executeTakeFirst()
}

/** Who waits to be accepted, the longest waiting first; then who belongs, in order of joining. */
export async function listMembers(db: Db, { id, ...paging }: Paging & { id: string }) {
  const isApproved = sql<number>`(membership.approved_at is not null)::int`
  const rows = db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.institution_id', '=', id)
    .where('person.disabled_at', 'is', null)
    .select((eb) => [
      'membership.institution_id as institutionId',
      'person.id',
      jsonBuildObject({
        id: eb.ref('person.id'),
        name: eb.ref('person.name'),
        email: eb.ref('person.email'),
      }).as('person'),
      'membership.title',
      'membership.created_at as askedAt',
      'membership.approved_at as approvedAt',
      isApproved.as('isApproved'),
    ])
  const by = { isApproved, askedAt: 'membership.created_at', id: 'person.id' }
  return pageBy(db, { rows, by }, paging)
}
