import { type SqlBool, sql } from 'kysely'
import { listedFor } from '../../catalog/visible.ts'
import { local } from '../../core/database.ts'
import { isId } from '../../core/shapes.ts'
import type { Category, Scale } from '../../germplasm/traits/model.ts'
import { type Filter, ids, names, nothingBy, source, texts, textsOf } from '../calls/queries.ts'

/** Of `CO_324:0000123` `CO_324`; what an institution named itself is in its own. Ids have no `/`. */
const ontology = sql<string>`(case
  when trait.code like '%_:_%' then replace(split_part(trait.code, ':', 1), '/', '-') else 'local'
end)`

/** Measured in something that the viewer may see. */
const observed =
  (of: string): Filter =>
  (values, { actor }) =>
    sql<SqlBool>`trait.id in (
    select observation.trait_id from observation
    join record on record.id = observation.record_id
    join trial on trial.id = observation.trial_id
    where ${sql.ref(of)} = any(${values.filter(isId)}::uuid[]) and ${listedFor(actor)}
  )`

/** A name in either language, or the code. */
const called: Filter = (values) => sql<SqlBool>`(
  trait.name_zh = any(${[...values]}::text[]) or trait.name_en = any(${[...values]}::text[])
  or trait.code = any(${[...values]}::text[])
)`

/** One of its crop; what is for all crops is for each. */
const ofCrop: Filter = (values) =>
  sql<SqlBool>`(trait.crop is null or trait.crop = any(${[...values]}::text[]))`

const ofProgram = observed('trial.institution_id')
const ofTrial = observed('trial.id')

/**
 * A trait of ours is a variable with its trait, method and scale: all four, and an attribute, have its id. So they share
 * their filters.
 */
export const variableSource = source({
  rows: ({ db }) =>
    db
      .selectFrom('trait')
      .select([
        'trait.id',
        'trait.code',
        local('trait.name'),
        'trait.crop',
        sql<Category>`trait.category`.as('category'),
        local('trait.method'),
        sql<Scale>`trait.scale`.as('scale'),
        'trait.unit',
        'trait.lowest',
        'trait.highest',
        'trait.classes',
        ontology.as('ontology'),
        'trait.created_at as createdAt',
        'trait.closed_at as closedAt',
      ]),
  by: 'trait.id',
  filters: {
    observationVariableDbId: ids('trait.id'),
    observationVariableName: called,
    observationVariablePUI: texts('trait.code'),
    attributeDbId: ids('trait.id'),
    attributeName: called,
    attributePUI: texts('trait.code'),
    attributeCategory: texts('trait.category'),
    traitDbId: ids('trait.id'),
    traitName: names('trait.name_zh', 'trait.name_en'),
    traitPUI: texts('trait.code'),
    traitClass: texts('trait.category'),
    methodDbId: ids('trait.id'),
    methodName: called,
    scaleDbId: ids('trait.id'),
    scaleName: called,
    ontologyDbId: textsOf(ontology),
    commonCropName: ofCrop,
    dataType: (values) => sql<SqlBool>`initcap(trait.scale) = any(${[...values]}::text[])`,
    programDbId: ofProgram,
    trialDbId: ofTrial,
    studyDbId: ofTrial,
    germplasmDbId: observed('record.id'),
    ...nothingBy(
      'methodPUI',
      'scalePUI',
      'traitAttribute',
      'traitAttributePUI',
      'traitEntity',
      'traitEntityPUI',
      'germplasmName',
      'programName',
      'trialName',
      'studyName',
      'externalReferenceId',
      'externalReferenceID',
      'externalReferenceSource',
    ),
  },
})

export const ontologySource = source({
  rows: ({ db }) =>
    db
      .selectFrom(
        sql<{ id: string }>`(select distinct ${ontology} as id from trait)`.as('ontology'),
      )
      .select('ontology.id'),
  by: 'ontology.id',
  filters: { ontologyDbId: texts('ontology.id'), ontologyName: texts('ontology.id') },
})
