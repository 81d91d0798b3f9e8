import { type SqlBool, sql } from 'kysely'
import { listedFor } from '../../../catalog/visible.ts'
import { local, named } from '../../../core/database.ts'
import { isId } from '../../../core/shapes.ts'
import { dayAt, dayIn } from '../../../core/time.ts'
import type { Asking } from '../../calls/model.ts'
import { type Filter, ids, names, nothingBy, source, texts, textsOf } from '../../calls/queries.ts'
import { ofCrop } from '../../germplasm/queries.ts'
import type { LocationRow } from '../model.ts'

export const noReferences = nothingBy(
  'externalReferenceId',
  'externalReferenceID',
  'externalReferenceSource',
)

/** Institutions with an accession of these crops. */
const withCrop: Filter = (values, asking) => sql<SqlBool>`institution.id in (
  select record.institution_id from record
  where record.kind = 'accession' and ${listedFor(asking.actor)} and ${ofCrop(values, asking)}
)`

/** A program is an institution: its accessions, trials and stock are the program's. */
export const programSource = source({
  rows: ({ db }) =>
    db
      .selectFrom('institution')
      .where('institution.closed_at', 'is', null)
      .select([
        'institution.id',
        local('institution.name'),
        local('institution.about'),
        'institution.website',
      ]),
  by: 'institution.id',
  filters: {
    programDbId: ids('institution.id'),
    programName: names('institution.name_zh', 'institution.name_en'),
    // The document spells it in both ways.
    programType: (values) =>
      sql<SqlBool>`${values.some((value) => ['STANDARD', 'STANARD'].includes(value))}`,
    commonCropName: withCrop,
    ...nothingBy('abbreviation', 'leadPersonDbId', 'leadPersonName', 'objective'),
    ...noReferences,
  },
})

/** Sites have no row of their own: an institution's site is its name. */
export const siteId = sql<string | null>`(
  case when trial.site is not null
  then md5(trial.institution_id::text || '/' || trial.site)::uuid end
)`

export const seasonId = sql<string>`replace(trial.season, '/', '-')`

const today = ({ now }: Asking) => dayAt(now(), 'UTC')

const isActive = (asking: Asking) =>
  sql<boolean>`(trial.ends_on is null or trial.ends_on >= ${today(asking)}::date)`

const variablesOf = ({ actor }: Asking) => sql<string[]>`array(
  select distinct observation.trait_id from observation
  join record on record.id = observation.record_id
  where observation.trial_id = trial.id and ${listedFor(actor)}
)`

/** Trials in which something fits that the viewer may see. */
const observing =
  (fits: (values: readonly string[], asking: Asking) => ReturnType<Filter>): Filter =>
  (values, asking) =>
    sql<SqlBool>`trial.id in (
    select observation.trial_id from observation
    join record on record.id = observation.record_id
    join accession on accession.record_id = record.id
    join trait on trait.id = observation.trait_id
    where ${listedFor(asking.actor)} and ${fits(values, asking)}
  )`

const trialRows = (asking: Asking) =>
  asking.db
    .selectFrom('trial')
    .innerJoin('institution', 'institution.id', 'trial.institution_id')
    .select([
      'trial.id',
      named('institution'),
      'trial.code',
      local('trial.name'),
      'trial.season',
      'trial.site',
      siteId.as('locationId'),
      'trial.starts_on as startsOn',
      'trial.ends_on as endsOn',
      local('trial.about'),
      isActive(asking).as('isActive'),
      variablesOf(asking).as('variableIds'),
    ])

/** What a trial and its study are found by: ours is both, a season at a site. */
const trialFilters: Readonly<Record<string, Filter>> = {
  trialDbId: ids('trial.id'),
  trialName: names('trial.name_zh', 'trial.name_en'),
  studyDbId: ids('trial.id'),
  studyName: names('trial.name_zh', 'trial.name_en'),
  programDbId: ids('trial.institution_id'),
  programName: names('institution.name_zh', 'institution.name_en'),
  locationDbId: (values) => sql<SqlBool>`${siteId} = any(${values.filter(isId)}::uuid[])`,
  locationName: texts('trial.site'),
  commonCropName: observing(ofCrop),
  active: (values, asking) =>
    sql<SqlBool>`${isActive(asking)} = any(${values.map((value) => value === 'true')}::boolean[])`,
  ...noReferences,
}

export const trialSource = source({
  rows: trialRows,
  by: 'trial.id',
  filters: {
    ...trialFilters,
    searchDateRangeStart: ([day = '']) => sql<SqlBool>`trial.ends_on >= ${dayOf(day)}::date`,
    searchDateRangeEnd: ([day = '']) => sql<SqlBool>`trial.starts_on <= ${dayOf(day)}::date`,
    ...nothingBy('contactDbId', 'trialPUI'),
  },
  sorts: {
    trialDbId: 'trial.id',
    trialName: 'trial.name_zh',
    programDbId: 'trial.institution_id',
    programName: 'institution.name_zh',
    locationDbId: 'trial.site',
    startDate: 'trial.starts_on',
    endDate: 'trial.ends_on',
  },
})

export const studySource = source({
  rows: trialRows,
  by: 'trial.id',
  filters: {
    ...trialFilters,
    studyType: (values) => sql<SqlBool>`${values.includes(studyType)}`,
    studyCode: texts('trial.code'),
    seasonDbId: textsOf(seasonId),
    germplasmDbId: observing(ids('record.id')),
    germplasmName: observing(textsOf(sql`accession.accename[1]`)),
    observationVariableDbId: observing(ids('trait.id')),
    observationVariableName: observing(names('trait.name_zh', 'trait.name_en')),
    observationVariablePUI: observing(texts('trait.code')),
    ...nothingBy('studyPUI'),
  },
  sorts: {
    studyDbId: 'trial.id',
    trialDbId: 'trial.id',
    programDbId: 'trial.institution_id',
    locationDbId: 'trial.site',
    seasonDbId: 'trial.season',
    studyName: 'trial.name_zh',
    studyLocation: 'trial.site',
    programName: 'institution.name_zh',
  },
})

/** The one type of study that there is. */
export const studyType = 'Trial'

/** A day of the calendar; nothing compares with anything else. */
export const dayOf = (text: string) => dayIn(text.slice(0, 10))?.toString() ?? null

export const seasonSource = source({
  rows: ({ db }) =>
    db
      .selectFrom(
        sql<{ id: string; season: string; year: number }>`(
          select distinct ${seasonId} as id, trial.season, left(trial.season, 4)::int as year
          from trial
        )`.as('season'),
      )
      .select(['season.id', 'season.season', 'season.year']),
  by: 'season.id',
  filters: {
    seasonDbId: texts('season.id'),
    season: texts('season.season'),
    seasonName: texts('season.season'),
    year: textsOf(sql`season.year::text`),
  },
})

/** Institutions, and the sites of their trials. */
export const locationSource = source({
  rows: ({ db }) =>
    db
      .selectFrom(
        sql<LocationRow & { institutionId: string; nameZh: string | null; nameEn: string | null }>`(
          select institution.id, 'institution' as type,
            jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en) as name,
            jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en) as institution,
            institution.address, institution.region, institution.id as "institutionId",
            institution.name_zh as "nameZh", institution.name_en as "nameEn"
          from institution where institution.closed_at is null
          union all
          select distinct on (${siteId}) ${siteId}, 'site',
            jsonb_build_object('zh', trial.site, 'en', trial.site),
            jsonb_build_object('zh', institution.name_zh, 'en', institution.name_en),
            null, null, institution.id, trial.site, trial.site
          from trial join institution on institution.id = trial.institution_id
          where trial.site is not null
        )`.as('location'),
      )
      .select([
        'location.id',
        'location.type',
        'location.name',
        'location.institution',
        'location.address',
        'location.region',
      ]),
  by: 'location.id',
  filters: {
    locationDbId: ids('location.id'),
    locationName: names('location.nameZh', 'location.nameEn'),
    locationType: (values) =>
      sql<SqlBool>`location.type = any(${values.map((value) => value.toLowerCase())}::text[])`,
    programDbId: ids('location.institutionId'),
    instituteName: (values) =>
      sql<SqlBool>`array[location.institution->>'zh', location.institution->>'en'] && ${[...values]}::text[]`,
    instituteAddress: texts('location.address'),
    countryCode: (values) =>
      sql<SqlBool>`(location.region is not null and ${values.includes('CHN')})`,
    countryName: (values) =>
      sql<SqlBool>`(location.region is not null and ${values.some((one) => ['China', '中国'].includes(one))})`,
    ...nothingBy(
      'abbreviation',
      'parentLocationDbId',
      'parentLocationName',
      'commonCropName',
      'programName',
      'altitudeMax',
      'altitudeMin',
      'coordinates',
    ),
    ...noReferences,
  },
})
