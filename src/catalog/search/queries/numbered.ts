import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { listedFor } from '../../visible.ts'
import { keyOf } from '../rules/terms.ts'

/** What somebody means to open, not to search for: it has a figure and some length. */
const looksNumbered = (key: string) => key.length > 3 && /\p{N}/u.test(key)

/** The one record that has this very number or identifier and that the viewer may find; by `record_name_prefix`. */
export async function findNumbered(db: Db, actor: Actor, typed: string) {
  const key = keyOf(typed)
  if (!looksNumbered(key)) return undefined
  const rows = await db
    .selectFrom('record_name as name')
    .innerJoin('record', 'record.id', 'name.record_id')
    .where('name.key', '=', key)
    .where('name.type', '=', 'number')
    .where(listedFor(actor))
    .select('record.id')
    .limit(2)
    .execute()
  const [one, other] = rows
  return other ? undefined : one?.id
}
