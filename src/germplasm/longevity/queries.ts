import { type Insertable, type SqlBool, sql } from 'kysely'
import type { LifeConstantsTable } from '../../../db/schema.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { ConstantsFilter } from './model.ts'

/** Constants by species. */
export async function listConstants(db: Db, { species, ...paging }: Paging & ConstantsFilter) {
  const rows = db
    .selectFrom('life_constants')
    .select(['id', 'species', 'ke', 'cw', 'ch', 'cq', 'reference'])
    .$if(species !== undefined, (some) =>
      some.where(sql<SqlBool>`strpos(key, lower(${species ?? ''})) > 0`),
    )
  return pageBy(db, { rows, by: { species: 'species', id: 'id' } }, paging)
}

/** Enters constants; those of a species that has some are replaced. How many there were of each. */
export async function enterConstants(
  trx: Trx,
  rows: readonly Insertable<LifeConstantsTable>[],
): Promise<{ entered: number; replaced: number }> {
  const done = await trx
    .insertInto('life_constants')
    .values(rows)
    .onConflict((conflict) =>
      conflict.constraint('life_constants_species_taken').doUpdateSet((eb) => ({
        species: eb.ref('excluded.species'),
        ke: eb.ref('excluded.ke'),
        cw: eb.ref('excluded.cw'),
        ch: eb.ref('excluded.ch'),
        cq: eb.ref('excluded.cq'),
        reference: eb.ref('excluded.reference'),
        entered_at: eb.ref('excluded.entered_at'),
        entered_by: eb.ref('excluded.entered_by'),
      })),
    )
    // A row that was updated has a transaction that replaced it.
    .returning(sql<boolean>`xmax <> 0`.as('isReplaced'))
    .execute()
  const replaced = done.filter(({ isReplaced }) => isReplaced).length
  return { entered: done.length - replaced, replaced }
}
