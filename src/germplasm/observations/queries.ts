import { type Insertable, type SqlBool, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { ObservationTable } from '../../../db/schema.ts'
import { listedFor } from '../../catalog/visible.ts'
import type { Actor } from '../../core/actor.ts'
import { type Db, pageBy, type Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { isId } from '../../core/shapes.ts'
import type { LocalText } from '../../core/text.ts'
import type { Scale } from '../traits/model.ts'
import type { ObservationFilter } from './model.ts'

/** Accessions that the viewer may list, by id or number. */
export const accessionsNamed = async (db: Db, actor: Actor, named: readonly string[]) =>
  db
    .selectFrom('record')
    .innerJoin('accession', 'accession.record_id', 'record.id')
    .where(listedFor(actor))
    .where(
      sql<SqlBool>`(accession.accenumb = any(${named}::text[]) or record.id = any(${named.filter(isId)}::uuid[]))`,
    )
    .select(['record.id', 'accession.accenumb as number', title.as('title')])
    .execute()

type Asked = Paging & ObservationFilter & { trialId?: string; recordId?: string }

/** Observations that the viewer may see, the latest entered first. */
export async function listObservations(
  db: Db,
  actor: Actor,
  { trialId, recordId, accession, trait, ...paging }: Asked,
) {
  const rows = observationRows(db, actor)
    .$if(trialId !== undefined, (some) => some.where('observation.trial_id', '=', trialId ?? ''))
    .$if(recordId !== undefined, (some) => some.where('observation.record_id', '=', recordId ?? ''))
    .$if(accession !== undefined, (some) => some.where('accession.accenumb', '=', accession ?? ''))
    .$if(trait !== undefined, (some) => some.where('trait.code', '=', trait ?? ''))
  return pageBy(db, { rows, by: { id: 'observation.id' }, direction: 'desc' }, paging)
}

export const findObservation = async (db: Db, actor: Actor, id: string) =>
  observationRows(db, actor).where('observation.id', '=', id).executeTakeFirst()

/** Enters observations; the same plot and day again takes the new value. How many were changed by it. */
export async function enterObservations(
  trx: Trx,
  rows: readonly Insertable<ObservationTable>[],
): Promise<{ entered: number; corrected: number }> {
  const done = await trx
    .insertInto('observation')
    .values(rows)
    .onConflict((conflict) =>
      conflict.constraint('observation_taken').doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        number: eb.ref('excluded.number'),
        observer: eb.ref('excluded.observer'),
        created_at: eb.ref('excluded.created_at'),
        created_by: eb.ref('excluded.created_by'),
      })),
    )
    // A row that was updated has a transaction that replaced it.
    .returning(sql<boolean>`xmax <> 0`.as('isCorrection'))
    .execute()
  const corrected = done.filter(({ isCorrection }) => isCorrection).length
  return { entered: done.length - corrected, corrected }
}

export const deleteObservation = async (trx: Trx, id: string) =>
  trx.deleteFrom('observation').where('id', '=', id).execute()

/** What is known of each trait of these accessions, in order of code. */
export async function traitSummaries(db: Db, actor: Actor, recordIds: readonly string[]) {
  return observed(db, actor)
    .where(sql<SqlBool>`observation.record_id = any(${recordIds}::uuid[])`)
    .groupBy(['observation.record_id', 'trait.id'])
    .select([
      'observation.record_id as recordId',
      ...traitColumns,
      sql<number | null>`avg(observation.number) filter (where trait.scale = 'numerical')`.as(
        'mean',
      ),
      sql<string>`(array_agg(observation.value order by trial.season desc, observation.id desc))[1]`.as(
        'value',
      ),
      sql<number>`count(*)::int`.as('observations'),
      sql<string[]>`array_agg(distinct trial.season)`.as('seasons'),
    ])
    .orderBy('trait.code')
    .execute()
}

const title = jsonBuildObject({
  zh: sql.ref<string | null>('record.title_zh'),
  en: sql.ref<string | null>('record.title_en'),
})

const traitColumns = [
  jsonBuildObject({
    id: sql.ref<string>('trait.id'),
    code: sql.ref<string>('trait.code'),
    name: sql<LocalText>`jsonb_build_object('zh', trait.name_zh, 'en', trait.name_en)`,
  }).as('trait'),
  sql<Scale>`trait.scale`.as('scale'),
  'trait.unit',
  'trait.lowest',
  'trait.highest',
  'trait.classes',
] as const

const observed = (db: Db, actor: Actor) =>
  db
    .selectFrom('observation')
    .innerJoin('record', 'record.id', 'observation.record_id')
    .innerJoin('accession', 'accession.record_id', 'record.id')
    .innerJoin('trait', 'trait.id', 'observation.trait_id')
    .innerJoin('trial', 'trial.id', 'observation.trial_id')
    .where(listedFor(actor))

const observationRows = (db: Db, actor: Actor) =>
  observed(db, actor).select([
    'observation.id',
    jsonBuildObject({
      id: sql.ref<string>('record.id'),
      number: sql.ref<string | null>('accession.accenumb'),
      title,
    }).as('accession'),
    ...traitColumns,
    jsonBuildObject({
      id: sql.ref<string>('trial.id'),
      code: sql.ref<string>('trial.code'),
      season: sql.ref<string>('trial.season'),
    }).as('trial'),
    'observation.value',
    'observation.replicate',
    'observation.observed_on as observedOn',
    'observation.observer',
  ])
