import type { Db, Trx } from '../../../core/database.ts'
import type { Temporal } from '../../../core/time.ts'

/** Kinds of letters that a person does not want. */
export async function switchedOff(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice_off')
    .where('person_id', '=', personId)
    .select('kind')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** Exactly these are off from now on; those that were, since when they were. */
export async function switchOff(
  trx: Trx,
  personId: string,
  { kinds, at }: { kinds: readonly string[]; at: Temporal.Instant },
): Promise<void> {
  await trx
    .deleteFrom('notice_off')
    .where('person_id', '=', personId)
    .$if(kinds.length > 0, (query) => query.where('kind', 'not in', kinds))
    .execute()
  if (kinds.length === 0) return
  await trx
    .insertInto('notice_off')
    .values(kinds.map((kind) => ({ person_id: personId, kind, since: at })))
    .onConflict((conflict) => conflict.columns(['person_id', 'kind']).doNothing())
    .execute()
}
