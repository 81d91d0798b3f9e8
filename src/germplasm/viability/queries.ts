import { type ExpressionBuilder, type SqlBool, sql, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, LotViabilityTable } from '../../../db/schema.ts'
import { keptOnly, listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, named, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { defaultZone, type Temporal } from '../../core/time.ts'
import { titledRecord } from '../queries.ts'
import type {
  DueFilter,
  DueState,
  LifeConstants,
  RegenerationFilter,
  RegenerationReason,
  TestingRule,
} from './model.ts'
import type { FoundTest } from './rules.ts'

/** What decides about these lots: their seeds, how they are kept, the finished tests of them and of what they were split off, their institution’s rule. */
export const factsOfLots = async (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('lot')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .leftJoin('lot_viability', 'lot_viability.lot_id', 'lot.id')
    .leftJoin('testing_rule', 'testing_rule.institution_id', 'lot.institution_id')
    .leftJoin('placement', 'placement.lot_id', 'lot.id')
    .where('lot.id', 'in', ids)
    .select((eb) => [
      'lot.id',
      'lot.code',
      'record.institution_id as recordInstitutionId',
      receivedAt.as('receivedAt'),
      'lot_viability.propagated_on as propagatedOn',
      'lot_viability.moisture_percent as moisturePercent',
      'lot_viability.celsius',
      'lot_viability.is_short_lived as isShortLived',
      'lot_viability.initial_test_id as initialTestId',
      'lot_viability.version',
      'testing_rule.rule',
      storeCelsius.as('storeCelsius'),
      constantsOfTaxon.as('constants'),
      finishedTests(eb).as('tests'),
    ])
    .execute()

export type FactsRow = Awaited<ReturnType<typeof factsOfLots>>[number]

/** The finished tests of a lot and of what it was split off, in order of time. */
const finishedTests = (eb: ExpressionBuilder<Database, 'lot'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('viability_test')
      .innerJoin(
        sql<SameSeed>`same_seed(lot.id)`.as<'seed'>('seed'),
        'seed.lot_id',
        'viability_test.lot_id',
      )
      .where('viability_test.finished_on', 'is not', null)
      .where(isOfSameSeed)
      .select([
        'viability_test.id',
        'viability_test.started_on as on',
        sql<FoundTest['percent']>`viability_test.percent`.as('percent'),
        sql<FoundTest['isConclusive']>`viability_test.is_conclusive`.as('isConclusive'),
      ])
      .orderBy('viability_test.started_on')
      .orderBy('viability_test.number'),
  )

type SameSeed = { lot_id: string }

/** A split lot was received when the seed was. */
const receivedAt = sql<Temporal.Instant>`(select min(received_at) from same_seed(lot.id))`

const isOfSameSeed = sql<SqlBool>`(
  seed.until is null or viability_test.started_on <= (seed.until at time zone ${defaultZone})::date
)`

/** The middle of what the air is kept at where a lot lies. */
const storeCelsius = sql<number | null>`(
  select (celsius_from + celsius_to) / 2 from store_climate
  where store_climate.place_id = climate_place(placement.place_id)
)`

/** By the name of the record itself, else by the accepted one that it leads to. */
const constantsOfTaxon = sql<LifeConstants | null>`(
  select jsonb_build_object(
    'species', c.species, 'ke', c.ke, 'cw', c.cw, 'ch', c.ch, 'cq', c.cq, 'reference', coalesce(c.reference, '')
  )
  from life_constants c
  where c.key in (lower(record.taxon), (select taxon.key from taxon where taxon.id = record.taxon_id))
  order by c.key = lower(record.taxon) desc
  limit 1
)`

/** The lot of seed of an accession that was tested last, where the viewer may see the accession. By `lot_of_record`. */
export async function lastTestedLot(db: Db, viewer: Actor, recordId: string) {
  const row = await db
    .selectFrom('lot')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .innerJoin('lot_viability', 'lot_viability.lot_id', 'lot.id')
    .innerJoin('viability_test as latest', 'latest.id', 'lot_viability.latest_test_id')
    .where('lot.record_id', '=', recordId)
    .where(listedFor(viewer))
    .where(isSeedInUse)
    .select('lot.id')
    .orderBy('latest.started_on', 'desc')
    .orderBy('lot.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Holds what is kept of lots until the end of the transaction, in order of id; what is not there yet is made. */
export async function holdViability(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .insertInto('lot_viability')
    .values([...ids].toSorted().map((lot_id) => ({ lot_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .selectFrom('lot_viability')
    .where('lot_id', 'in', ids)
    .select('lot_id')
    .orderBy('lot_id')
    .forNoKeyUpdate()
    .execute()
}

type Planned = Pick<
  Updateable<LotViabilityTable>,
  'initial_test_id' | 'latest_test_id' | 'predicted_on' | 'next_due_on' | 'needs_regeneration'
>

/** Writes what follows for a lot, where it is not so already. */
export async function writePlan(trx: Trx, lotId: string, plan: Planned): Promise<void> {
  const differs = Object.entries(plan).map(
    ([column, value]) => sql<SqlBool>`${sql.ref(column)} is distinct from ${value}`,
  )
  await trx
    .updateTable('lot_viability')
    .set(plan)
    .where('lot_id', '=', lotId)
    .where(sql<SqlBool>`(${sql.join(differs, sql` or `)})`)
    .execute()
}

/** Changes what is known of a lot’s seeds. */
export async function updateSeeds(
  trx: Trx,
  lotId: string,
  change: Updateable<LotViabilityTable>,
): Promise<void> {
  await trx
    .updateTable('lot_viability')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('lot_id', '=', lotId)
    .execute()
}

/** The next lots of seed that are in use, in order of id. */
export async function seedLotsBehind(db: Db, after: string | undefined, limit: number) {
  const rows = await db
    .selectFrom('lot')
    .where(isSeedInUse)
    .$if(after !== undefined, (some) => some.where('lot.id', '>', after ?? ''))
    .select('lot.id')
    .orderBy('lot.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export const findRule = async (db: Db, institutionId: string) =>
  db
    .selectFrom('testing_rule')
    .where('institution_id', '=', institutionId)
    .select(['rule', 'version'])
    .executeTakeFirst()

/** Writes a rule: the first of an institution, or instead of the one of this version. Whether it did. */
export async function writeRule(
  trx: Trx,
  { institutionId, rule, version }: { institutionId: string; rule: TestingRule; version: number },
): Promise<boolean> {
  const written = await trx
    .insertInto('testing_rule')
    .values({ institution_id: institutionId, rule: JSON.stringify(rule), version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .column('institution_id')
        .doUpdateSet((eb) => ({
          rule: eb.ref('excluded.rule'),
          version: eb.ref('excluded.version'),
        }))
        .where('testing_rule.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  return written !== undefined
}

const isSeedInUse = sql<SqlBool>`(lot.unit in ('seed', 'gram') and lot.frozen_at is null)`

const isUnderTest = sql<SqlBool>`exists (
  select from viability_test running where running.lot_id = lot.id and running.ended_at is null
)`

/** How long before its day a test is shown as due soon. */
const soonDays = 90

const dueStateOn = (today: string) => sql<DueState>`case
  when lot_viability.next_due_on <= ${today}::date then 'overdue'
  when lot_viability.next_due_on <= ${today}::date + ${soonDays}::int then 'soon'
  else 'later'
end`

type Today = { today: string }

/** Lots that are tested next, by their day. By `lot_viability_due`. */
export async function listDue(
  db: Db,
  viewer: Actor,
  { institution, state, today, ...paging }: Paging & DueFilter & Today,
) {
  const rows = plannedLots(db, viewer, institution)
    .where('lot_viability.next_due_on', 'is not', null)
    .where('lot_viability.needs_regeneration', '=', false)
    .where('lot.balance', '>', 0)
    .where(sql<SqlBool>`not ${isUnderTest}`)
    .$if(state !== undefined, (some) => some.where(dueStateOn(today), '=', state ?? 'soon'))
    .select([
      sql<string>`lot_viability.next_due_on`.as('nextDueOn'),
      'lot_viability.predicted_on as predictedOn',
      dueStateOn(today).as('state'),
    ])
  return pageBy(db, { rows, by: { nextDueOn: 'lot_viability.next_due_on', id: 'lot.id' } }, paging)
}

const isLow = sql<SqlBool>`(lot.balance < lot.critical_reserve)`

/** Something was harvested of it since it was found to be low. */
const isRegenerated = sql<SqlBool>`exists (
  select from lot_parent
  join lot child on child.id = lot_parent.lot_id
  where lot_parent.parent_id = lot.id and child.origin = 'harvested'
    and child.created_at >= coalesce(latest.ended_at, lot.created_at)
)`

/** What is left of the initial value; a lot that is merely low comes after those. */
const urgency = sql<number>`case
  when lot_viability.needs_regeneration then latest.percent / nullif(initial.percent, 0) else 1
end`

/** Lots whose seed is grown anew, those that lost most of their viability first. */
export async function listToRegenerate(
  db: Db,
  viewer: Actor,
  { institution, reason, ...paging }: Paging & RegenerationFilter,
) {
  const rows = plannedLots(db, viewer, institution)
    .where(sql<SqlBool>`(lot_viability.needs_regeneration or ${isLow})`)
    .where(sql<SqlBool>`not ${isRegenerated}`)
    .$if(reason === 'viability', (some) =>
      some.where('lot_viability.needs_regeneration', '=', true),
    )
    .$if(reason === 'stock', (some) => some.where(isLow))
    .select([
      sql<number>`coalesce(${urgency}, 0)`.as('urgency'),
      sql<RegenerationReason[]>`array_remove(array[
        case when lot_viability.needs_regeneration then 'viability' end,
        case when ${isLow} then 'stock' end
      ], null)`.as('reasons'),
    ])
  const by = { urgency: sql<number>`coalesce(${urgency}, 0)`, id: 'lot.id' }
  return pageBy(db, { rows, by }, paging)
}

const plannedLots = (db: Db, viewer: Actor, institution: string | undefined) =>
  db
    .selectFrom('lot_viability')
    .innerJoin('lot', 'lot.id', 'lot_viability.lot_id')
    .innerJoin('record', 'record.id', 'lot.record_id')
    .innerJoin('institution', 'institution.id', 'lot.institution_id')
    .leftJoin('viability_test as initial', 'initial.id', 'lot_viability.initial_test_id')
    .leftJoin('viability_test as latest', 'latest.id', 'lot_viability.latest_test_id')
    .leftJoin('placement', 'placement.lot_id', 'lot.id')
    .where(keptOnly(viewer))
    .where(isSeedInUse)
    .$if(institution !== undefined, (some) =>
      some.where('lot.institution_id', '=', institution ?? ''),
    )
    .select([
      'lot.id',
      'lot.code',
      titledRecord,
      named('institution'),
      sql<string | null>`place_path(placement.place_id)`.as('place'),
      'initial.percent as initialPercent',
      'latest.percent as latestPercent',
      'latest.started_on as latestOn',
    ])
