import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Trx } from '../src/core/database.ts'
import type { Temporal } from '../src/core/time.ts'

/** Ids by the demo's own names. */
const Ids = z.record(z.string(), z.string())
export type Ids = z.output<typeof Ids>

/** What a part wrote; undefined while it is not done. */
export async function findSeeded(db: Db, part: string): Promise<Ids | undefined> {
  const row = await db
    .selectFrom('seeded')
    .where('part', '=', part)
    .select('ids')
    .executeTakeFirst()
  return row && Ids.parse(row.ids)
}

/** Several parts at once, for what is made of them. */
export async function seededIds(db: Db, kind: string): Promise<Ids> {
  const rows = await db
    .selectFrom('seeded')
    .where('part', 'like', `${kind}/%`)
    .select('ids')
    .execute()
  return Object.assign({}, ...rows.map(({ ids }) => Ids.parse(ids)))
}

/**
 * Writes a part once: in its transaction it is noted as done, so that a process killed at any moment leaves a part
 * whole or not at all. Two that seed at once take turns.
 */
export async function seedPart(
  db: Db,
  part: { name: string; now: () => Temporal.Instant },
  write: (trx: Trx) => Promise<Ids>,
): Promise<Ids> {
  const before = await findSeeded(db, part.name)
  if (before) return before
  return db.transaction().execute(async (trx) => {
    // However long the other's part takes: on a busy machine that is longer than a lock is usually waited for.
    await sql`set local lock_timeout = 0`.execute(trx)
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`select pg_advisory_xact_lock(hashtext('hexi demo'))`.execute(trx)
    const meanwhile = await findSeeded(trx, part.name)
    if (meanwhile) return meanwhile
    const ids = await write(trx)
    await trx
      .insertInto('seeded')
      .values({ part: part.name, ids: JSON.stringify(ids), at: part.now() })
      .execute()
    return ids
  })
}
