import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { type Db, pageBy, type Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import type { Temporal } from '../../../core/time.ts'
import type { LabRole } from '../../model/named.ts'

/** Leaders first. */
export async function listLabMembers(db: Db, { id, ...paging }: Paging & { id: string }) {
  const afterLeaders = sql<number>`(lab_member.role <> 'pi')::int`
  const rows = db
    .selectFrom('lab_member')
    .innerJoin('person', 'person.id', 'lab_member.person_id')
    .where('lab_member.lab_id', '=', id)
    .where('person.disabled_at', 'is', null)
    .select((eb) => [
      'lab_member.lab_id as labId',
      'person.id',
      'person.name',
      jsonBuildObject({ id: eb.ref('person.id'), name: eb.ref('person.name') }).as('person'),
      sql<LabRole>`lab_member.role`.as('role'),
      'lab_member.created_at as since',
      afterLeaders.as('afterLeaders'),
    ])
  const by = { afterLeaders, name: 'person.name', id: 'person.id' }
  return pageBy(db, { rows, by }, paging)
}

type Member = { labId: string; personId: string }

export async function findLabRole(db: Db, { labId, personId }: Member) {
  return db
    .selectFrom('lab_member')
    .where('lab_id', '=', labId)
    .where('person_id', '=', personId)
    .select(sql<LabRole>`role`.as('role'))
    .executeTakeFirst()
}

/** Adds a member, or gives one that is there another role. */
export async function putLabMember(
  trx: Trx,
  { labId, personId, role, now }: Member & { role: LabRole; now: Temporal.Instant },
): Promise<void> {
  await trx
    .insertInto('lab_member')
    .values({ lab_id: labId, person_id: personId, role, created_at: now })
    .onConflict((conflict) => conflict.columns(['lab_id', 'person_id']).doUpdateSet({ role }))
    .execute()
}

export async function deleteLabMember(trx: Trx, { labId, personId }: Member) {
  return trx
    .deleteFrom('lab_member')
    .where('lab_id', '=', labId)
    .where('person_id', '=', personId)
    .returning('role')
    .executeTakeFirst()
}
