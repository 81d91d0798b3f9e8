import { type SqlBool, sql } from 'kysely'
import type { Db, Trx } from '../../core/database.ts'
import type { Occupant, Tube } from './rules/plan.ts'

/** Rows, columns and state of a box. */
export const findBox = async (db: Db, id: string) =>
  db
    .selectFrom('place')
    .where('place.id', '=', id)
    .select([
      'place.id',
      'place.code',
      'place.institution_id as institutionId',
      'place.row_count as rows',
      'place.column_count as columns',
      sql<'letters' | 'numbers' | null>`place.well_names`.as('wellNames'),
      sql<string>`place_path(place.id)`.as('path'),
      sql<boolean>`exists (
        with recursive up (id, parent_id, blocked_at) as (
          select around.id, around.parent_id, around.blocked_at from place around where around.id = place.id
          union all
          select around.id, around.parent_id, around.blocked_at
          from up join place around on around.id = up.parent_id
        )
        select from up where blocked_at is not null
      )`.as('isBlocked'),
      sql<boolean>`exists (
        with recursive up (id, parent_id, awaits_destruction) as (
          select around.id, around.parent_id, around.awaits_destruction from place around where around.id = place.id
          union all
          select around.id, around.parent_id, around.awaits_destruction
          from up join place around on around.id = up.parent_id
        )
        select from up where awaits_destruction
      )`.as('awaitsDestruction'),
    ])
    .executeTakeFirst()

/** One file into a box after the other. */
export async function lockBox(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('place').where('id', '=', id).select('id').forNoKeyUpdate().execute()
}

/** What stands in a box, well by well; by the index `well_taken`. */
export const occupantsOf = async (db: Db, placeId: string): Promise<Occupant[]> =>
  db
    .selectFrom('placement')
    .leftJoin('sample', 'sample.id', 'placement.sample_id')
    .leftJoin('lot', 'lot.id', 'placement.lot_id')
    .where('placement.place_id', '=', placeId)
    .where('placement.well', 'is not', null)
    .select([
      'placement.well',
      'placement.sample_id as sampleId',
      'sample.code',
      'lot.code as lot',
      'placement.blocked_reason as blockedReason',
      'placement.is_kept as isKept',
      sql<boolean>`coalesce(sample.blocked_at is not null, false)`.as('isWithdrawn'),
    ])
    .execute()

/** Samples of these codes of any institution; by the index `sample_by_code`. */
export const tubesOf = async (
  db: Db,
  { institutionId, codes }: { institutionId: string; codes: readonly string[] },
): Promise<Tube[]> =>
  db
    .selectFrom('sample')
    .leftJoin('sample_kit', 'sample_kit.id', 'sample.kit_id')
    .leftJoin('placement', 'placement.sample_id', 'sample.id')
    .leftJoin('place', 'place.id', 'placement.place_id')
    .where(
      sql<SqlBool>`upper(sample.code) = any(${codes.map((code) => code.toUpperCase())}::text[])`,
    )
    .select([
      'sample.id',
      'sample.code',
      sql<boolean>`sample.institution_id = ${institutionId}`.as('isOwn'),
      'sample.state',
      sql<boolean>`sample.blocked_at is not null`.as('isWithdrawn'),
      sql<string | null>`case when sample_kit.finished_at is not null then sample_kit.code end`.as(
        'finishedKit',
      ),
      sql<Tube['place']>`case when placement.place_id is not null then jsonb_build_object(
        'id', placement.place_id,
        'path', place_path(placement.place_id),
        'well', placement.well,
        'columns', placement.column_count,
        'wellNames', place.well_names
      ) end`.as('place'),
    ])
    .execute()
