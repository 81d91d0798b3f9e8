import type { PersonActor } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import { audienceOf } from '../../../instruments/rules/standing.ts'
import { feesOn } from '../queries.ts'
import { type Fee, feesFrom } from '../rules.ts'

/** What each unit of these records costs a person, or who did not sign in. Visibility is not asked: the caller read them. */
export async function feesOfEach(
  db: Db,
  person: Pick<PersonActor, 'institutionIds' | 'labs'> | undefined,
  recordIds: readonly string[],
): Promise<Map<string, Fee[]>> {
  const byRecord = Map.groupBy(await feesOn(db, recordIds), ({ recordId }) => recordId)
  return new Map(
    [...byRecord].map(([id, rows]) => {
      const institutionId = rows[0]?.institutionId ?? ''
      // Material belongs to no lab, as instruments do.
      const audience = person ? audienceOf(person, { institutionId, ownLabs: [] }) : 'external'
      return [id, feesFrom(rows, audience)]
    }),
  )
}

/** The same for who asks. */
export const feesFor = async ({ db, actor }: Context, recordIds: readonly string[]) =>
  feesOfEach(db, actor.type === 'person' ? actor : undefined, recordIds)
