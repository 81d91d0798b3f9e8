import { type SqlBool, sql } from 'kysely'
import { listedFor } from '../../../catalog/visible.ts'
import type { Db } from '../../../core/database.ts'
import { isId } from '../../../core/shapes.ts'
import {
  type Filter,
  ids,
  names,
  nothingBy,
  option,
  referenceFilters,
  referencesOf,
  source,
  texts,
  textsOf,
} from '../../calls/queries.ts'
import { namedGermplasm, ofCrop } from '../../germplasm/queries.ts'
import type { Observed, TrialNamed, VariableNamed } from '../model.ts'
import { unitIn } from '../rules.ts'
import { dayOf, noReferences, seasonId, siteId } from './trials.ts'

const trialNamed = sql<TrialNamed>`jsonb_build_object(
  'id', trial.id,
  'name', jsonb_build_object('zh', trial.name_zh, 'en', trial.name_en),
  'code', trial.code,
  'season', trial.season,
  'site', trial.site,
  'locationId', ${siteId},
  'institution', jsonb_build_object(
    'id', institution.id,
    'name', jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en)
  )
)`.as('trial')

const variableNamed = sql<VariableNamed>`jsonb_build_object(
  'id', trait.id,
  'name', jsonb_build_object('zh', trait.name_zh, 'en', trait.name_en),
  'code', trait.code
)`.as('variable')

/** Filters of what was grown: of units and of what was observed in them. */
const grownFilters: Readonly<Record<string, Filter>> = {
  germplasmDbId: ids('record.id'),
  germplasmName: textsOf(sql`coalesce(accession.accename[1], record.title_zh, record.title_en)`),
  trialDbId: ids('trial.id'),
  trialName: names('trial.name_zh', 'trial.name_en'),
  studyDbId: ids('trial.id'),
  studyName: names('trial.name_zh', 'trial.name_en'),
  programDbId: ids('trial.institution_id'),
  programName: names('institution.name_zh', 'institution.name_en'),
  locationDbId: (values) => sql<SqlBool>`${siteId} = any(${values.filter(isId)}::uuid[])`,
  locationName: texts('trial.site'),
  seasonDbId: textsOf(seasonId),
  commonCropName: ofCrop,
  observationUnitLevelName: (values) => sql<SqlBool>`${values.includes('plot')}`,
  observationUnitLevelOrder: (values) => sql<SqlBool>`${values.includes('1')}`,
  observationUnitLevelRelationshipName: (values) => sql<SqlBool>`${values.includes('rep')}`,
  observationUnitLevelRelationshipOrder: (values) => sql<SqlBool>`${values.includes('0')}`,
  ...nothingBy('observationUnitLevelRelationshipDbId'),
}

/** The parts of ids of units, as columns. */
const unitsNamed = (values: readonly string[]) => {
  const keys = values.flatMap((value) => unitIn(value) ?? [])
  return sql`select * from unnest(
    ${keys.map(({ trialId }) => trialId)}::uuid[],
    ${keys.map(({ recordId }) => recordId)}::uuid[],
    ${keys.map(({ replicate }) => replicate)}::int[]
  )`
}

/** Replicates of accessions in trials, as far as something was observed in them. */
export const unitSource = source({
  rows: ({ db, actor }) =>
    db
      .selectFrom(
        sql<{ id: string; trial_id: string; record_id: string; replicate: number }>`(
          select distinct trial_id || '_' || record_id || '_' || replicate as id,
            trial_id, record_id, replicate
          from observation
        )`.as('unit'),
      )
      .innerJoin('record', 'record.id', 'unit.record_id')
      .innerJoin('accession', 'accession.record_id', 'record.id')
      .innerJoin('trial', 'trial.id', 'unit.trial_id')
      .innerJoin('institution', 'institution.id', 'trial.institution_id')
      .where(listedFor(actor))
      .select(['unit.id', 'unit.replicate', namedGermplasm, trialNamed]),
  by: 'unit.id',
  filters: {
    ...grownFilters,
    observationUnitDbId: (values) =>
      sql<SqlBool>`(unit.trial_id, unit.record_id, unit.replicate) in (${unitsNamed(values)})`,
    observationUnitName: textsOf(sql`unit.replicate::text`),
    observationUnitLevelCode: textsOf(sql`unit.replicate::text`),
    observationUnitLevelRelationshipCode: textsOf(sql`unit.replicate::text`),
    observationVariableDbId: (values) => sql<SqlBool>`exists (
      select from observation
      where observation.trial_id = unit.trial_id and observation.record_id = unit.record_id
        and observation.replicate = unit.replicate
        and observation.trait_id = any(${values.filter(isId)}::uuid[])
    )`,
    includeObservations: option,
    ...nothingBy('observationVariableName', 'observationVariablePUI'),
    ...noReferences,
  },
})

export const observationSource = source({
  rows: ({ db, actor }) =>
    db
      .selectFrom('observation')
      .innerJoin('record', 'record.id', 'observation.record_id')
      .innerJoin('accession', 'accession.record_id', 'record.id')
      .innerJoin('trait', 'trait.id', 'observation.trait_id')
      .innerJoin('trial', 'trial.id', 'observation.trial_id')
      .innerJoin('institution', 'institution.id', 'trial.institution_id')
      .where(listedFor(actor))
      .select([
        'observation.id',
        sql<string>`observation.trial_id || '_' || observation.record_id || '_' || observation.replicate`.as(
          'unitId',
        ),
        'observation.replicate',
        'observation.value',
        'observation.observed_on as observedOn',
        'observation.observer',
        namedGermplasm,
        trialNamed,
        variableNamed,
        referencesOf('observation', 'observation.id'),
      ]),
  by: 'observation.id',
  filters: {
    ...grownFilters,
    observationDbId: ids('observation.id'),
    observationUnitDbId: (values) =>
      sql<SqlBool>`(observation.trial_id, observation.record_id, observation.replicate) in (${unitsNamed(values)})`,
    observationUnitLevelCode: textsOf(sql`observation.replicate::text`),
    observationUnitLevelRelationshipCode: textsOf(sql`observation.replicate::text`),
    observationVariableDbId: ids('observation.trait_id'),
    observationVariableName: names('trait.name_zh', 'trait.name_en'),
    observationVariablePUI: texts('trait.code'),
    observationTimeStampRangeStart: ([moment = '']) =>
      sql<SqlBool>`observation.observed_on >= ${dayOf(moment)}::date`,
    observationTimeStampRangeEnd: ([moment = '']) =>
      sql<SqlBool>`observation.observed_on <= ${dayOf(moment)}::date`,
    ...referenceFilters('observation', 'observation.id'),
  },
})

/** What is known last of a trait of an accession, over all trials. */
export const attributeValueSource = source({
  rows: ({ db, actor }) =>
    db
      .selectFrom(
        sql<{
          id: string
          record_id: string
          trait_id: string
          value: string
          observed_on: string | null
        }>`(
          select distinct on (record_id, trait_id) record_id || '_' || trait_id as id,
            record_id, trait_id, value, observed_on
          from observation
          order by record_id, trait_id, observed_on desc nulls last, id desc
        )`.as('known'),
      )
      .innerJoin('record', 'record.id', 'known.record_id')
      .innerJoin('accession', 'accession.record_id', 'record.id')
      .innerJoin('trait', 'trait.id', 'known.trait_id')
      .where(listedFor(actor))
      .select([
        'known.id',
        'known.value',
        'known.observed_on as observedOn',
        namedGermplasm,
        variableNamed,
      ]),
  by: 'known.id',
  filters: {
    attributeValueDbId: texts('known.id'),
    attributeDbId: ids('known.trait_id'),
    attributeName: names('trait.name_zh', 'trait.name_en'),
    commonCropName: ofCrop,
    dataType: (values) => sql<SqlBool>`initcap(trait.scale) = any(${[...values]}::text[])`,
    programDbId: ids('record.institution_id'),
    germplasmDbId: ids('record.id'),
    germplasmName: textsOf(sql`coalesce(accession.accename[1], record.title_zh, record.title_en)`),
    traitClass: texts('trait.category'),
    traitDbId: ids('known.trait_id'),
    methodDbId: ids('known.trait_id'),
    scaleDbId: ids('known.trait_id'),
    ...nothingBy('ontologyDbId', 'programName'),
    ...noReferences,
  },
})

/** The observations of these plots, variables (by id or code) and days, in their order; by `observation_taken`. */
export async function findObserved(db: Db, observed: readonly Observed[]): Promise<string[]> {
  const column = <Name extends keyof Observed>(name: Name) => observed.map((one) => one[name])
  const { rows } = await sql<{ id: string }>`
    select observation.id
    from unnest(
      ${column('trialId')}::uuid[],
      ${column('recordId')}::uuid[],
      ${column('replicate')}::int[],
      ${column('variable')}::text[],
      ${column('observedOn')}::date[]
    ) with ordinality as asked (trial_id, record_id, replicate, variable, observed_on, place)
    join trait on trait.id::text = asked.variable or trait.code = asked.variable
    join observation
      on observation.trial_id = asked.trial_id
      and observation.trait_id = trait.id
      and observation.record_id = asked.record_id
      and observation.replicate = asked.replicate
      and observation.observed_on is not distinct from asked.observed_on
    order by asked.place
  `.execute(db)
  return rows.map(({ id }) => id)
}
