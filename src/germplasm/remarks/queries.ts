import { sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, local } from '../../core/database.ts'

/** Other accessions with one of these numbers that the viewer may see; the first 20. By `record_name_prefix`. */
export async function recordsNumbered(
  db: Db,
  actor: Actor,
  { keys, except }: { keys: readonly string[]; except: string },
) {
  const named = sql<boolean>`record.id in (
    select record_id from record_name where key = any(${keys}::text[]) limit 1000
  )`
  return db
    .selectFrom('record')
    .innerJoin('accession', 'accession.record_id', 'record.id')
    .leftJoin('microbe_profile', 'microbe_profile.record_id', 'record.id')
    .where(named)
    .where('record.id', '<>', except)
    .where(listedFor(actor))
    .select([
      'record.id',
      local('record.title'),
      'accession.accenumb',
      sql<
        string[]
      >`accession.othernumb || coalesce(microbe_profile.other_collection_numbers, '{}')`.as(
        'others',
      ),
    ])
    .orderBy('record.id')
    .limit(20)
    .execute()
}
