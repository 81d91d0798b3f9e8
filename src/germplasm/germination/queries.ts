import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { TestCountTable, ViabilityTestTable } from '../../../db/schema.ts'
import { keptOnly } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { Category } from '../protocols/model.ts'
import { titledRecord } from '../queries.ts'
import type { TestFilter, TestState } from './model.ts'

type Narrowed = Pick<TestFilter, 'state'> & {
  lotId?: string
  /** What a label names. */
  test?: { lot: string; number: number } | undefined
}

/** Tests of lots that the viewer keeps, the newest first. */
export async function listTests(
  db: Db,
  viewer: Actor,
  { lotId, state, test, ...paging }: Paging & Narrowed,
) {
  const rows = testRows(db, viewer)
    .$if(lotId !== undefined, (some) => some.where('viability_test.lot_id', '=', lotId ?? ''))
    .$if(state !== undefined, (some) => some.where(stateOfTest, '=', state ?? 'running'))
    .$if(test !== undefined, (some) =>
      some
        .where(sql<SqlBool>`upper(lot.code) = upper(${test?.lot ?? ''})`)
        .where('viability_test.number', '=', test?.number ?? 0),
    )
  return pageBy(db, { rows, by: { id: 'viability_test.id' }, direction: 'desc' }, paging)
}

export type ListedRow = Awaited<ReturnType<typeof listTests>>['items'][number]

/** A test with its dishes and what was counted in them. */
export const findTest = async (db: Db, viewer: Actor, id: string) =>
  testRows(db, viewer)
    .where('viability_test.id', '=', id)
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('test_replicate')
          .whereRef('test_replicate.test_id', '=', 'viability_test.id')
          .select((dish) => [
            'test_replicate.number',
            'test_replicate.seeds',
            jsonArrayFrom(
              dish
                .selectFrom('test_count')
                .leftJoin('person', 'person.id', 'test_count.counted_by')
                .whereRef('test_count.test_id', '=', 'test_replicate.test_id')
                .whereRef('test_count.replicate', '=', 'test_replicate.number')
                .select([
                  'test_count.day',
                  'test_count.normal',
                  'test_count.abnormal',
                  'test_count.hard',
                  'test_count.dead',
                  'test_count.empty',
                  'test_count.version',
                  countedAt.as('at'),
                  'person.name as by',
                ])
                .orderBy('test_count.day'),
            ).as('counts'),
          ])
          .orderBy('test_replicate.number'),
      ).as('replicates'),
    )
    .executeTakeFirst()

/** Inside of JSON a moment is text. */
const countedAt = sql<string>`to_char(
  test_count.counted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'
)`

/** Holds a test until the end of the transaction; read it after that, not with it. Whether there is one. */
export const holdTestRow = async (trx: Trx, viewer: Actor, id: string): Promise<boolean> =>
  (await testRows(trx, viewer)
    .where('viability_test.id', '=', id)
    .clearSelect()
    .select('viability_test.id')
    .forNoKeyUpdate('viability_test')
    .executeTakeFirst()) !== undefined

/** The number of the next test of a lot that the caller holds. */
export async function nextNumber(trx: Trx, lotId: string): Promise<number> {
  const { next } = await trx
    .selectFrom('viability_test')
    .where('lot_id', '=', lotId)
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow()
  return next
}

export async function insertTest(
  trx: Trx,
  row: Insertable<ViabilityTestTable>,
  dishes: readonly { number: number; seeds: number }[],
): Promise<string> {
  const { id } = await trx
    .insertInto('viability_test')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  if (dishes.length > 0)
    await trx
      .insertInto('test_replicate')
      .values(dishes.map((dish) => ({ test_id: id, ...dish })))
      .execute()
  return id
}

export async function updateTest(
  trx: Trx,
  id: string,
  change: Updateable<ViabilityTestTable>,
): Promise<void> {
  await trx
    .updateTable('viability_test')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Writes what was counted in a dish on a day, for the first time or corrected. */
export async function writeCount(trx: Trx, row: Insertable<TestCountTable>): Promise<void> {
  const { test_id: _, replicate: __, day: ___, ...found } = row
  await trx
    .insertInto('test_count')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['test_id', 'replicate', 'day'])
        .doUpdateSet((eb) => ({ ...found, version: eb('test_count.version', '+', 1) })),
    )
    .execute()
}

const stateOfTest = sql<TestState>`case
  when viability_test.ended_at is null then 'running'
  when viability_test.finished_on is null then 'abandoned'
  else 'finished'
end`

const protocolOfTest = sql<{ id: string; code: string; name: LocalText } | null>`case
  when test_protocol.id is not null then jsonb_build_object(
    'id', test_protocol.id, 'code', test_protocol.code,
    'name', jsonb_build_object('zh', test_protocol.name_zh, 'en', test_protocol.name_en)
  )
end`

const testRows = (db: Db, viewer: Actor) =>
  db
    .selectFrom('viability_test')
    .innerJoin('lot', 'lot.id', 'viability_test.lot_id')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .innerJoin('institution', 'institution.id', 'lot.institution_id')
    .leftJoin('test_protocol', 'test_protocol.id', 'viability_test.protocol_id')
    .where(keptOnly(viewer))
    .select([
      'viability_test.id',
      sql<string>`lot.code || '@' || viability_test.number`.as('code'),
      'viability_test.lot_id as lotId',
      sql<{ id: string; code: string }>`jsonb_build_object('id', lot.id, 'code', lot.code)`.as(
        'lot',
      ),
      titledRecord,
      named('institution'),
      'record.institution_id as recordInstitutionId',
      protocolOfTest.as('protocol'),
      'viability_test.started_on as startedOn',
      'viability_test.finished_on as finishedOn',
      stateOfTest.as('state'),
      'viability_test.seeds',
      'viability_test.planned_seeds as plannedSeeds',
      sql<Category[]>`viability_test.categories`.as('categories'),
      'viability_test.hard_is_viable as hardIsViable',
      'viability_test.last_day as lastDay',
      'viability_test.percent',
      'viability_test.is_conclusive as isConclusive',
      sql<boolean>`viability_test.lot_entry_id is null`.as('isOld'),
      'viability_test.note',
      'viability_test.abandoned_reason as abandonedReason',
      sql<Temporal.Instant>`viability_test.created_at`.as('createdAt'),
      'viability_test.version',
    ])
