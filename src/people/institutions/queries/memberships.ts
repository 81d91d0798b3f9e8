import type { Insertable } from 'kysely'
import type { MembershipTable } from '../../../../db/schema.ts'
import type { Db, Trx } from '../../../core/database.ts'
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

/** Who belongs to an institution or has asked to, in order of joining this service. */
export async function membersOf(
  db: Db,
  institutionId: string,
  { limit, after }: { limit: number; after?: string },
) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.institution_id', '=', institutionId)
    .where('person.disabled_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('person.id', '>', after ?? ''))
    .select([
      'person.id',
      'person.name',
      'person.email',
      'membership.title',
      'membership.created_at as askedAt',
      'membership.approved_at as approvedAt',
    ])
    .orderBy('person.id')
    .limit(limit + 1)
    .execute()
}

export async function pendingMembers(db: Db, institutionId: string) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.institution_id', '=', institutionId)
    .where('membership.approved_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .select(['person.id', 'person.name', 'person.email', 'membership.created_at as askedAt'])
    .orderBy('membership.created_at')
    .limit(200)
    .execute()
}
