import { isId } from '../../core/shapes.ts'
import { inLang, type Lang } from '../../core/text.ts'
import type { Answer } from '../calls/model.ts'
import { infoOf, known, momentOf, referencesShown } from '../calls/rules.ts'
import { nameOf } from '../germplasm/rules/show.ts'
import type {
  AttributeValueRow,
  LocationRow,
  ObservationRow,
  ProgramRow,
  TrialNamed,
  TrialRow,
  UnitKey,
  UnitRow,
} from './model.ts'

const common = { additionalInfo: {}, externalReferences: [] }

/** `<trial>_<accession>_<replicate>`: what an observation unit is called. */
export function unitIn(id: string): UnitKey | undefined {
  const [trialId = '', recordId = '', replicate = '', ...more] = id.split('_')
  if (!isId(trialId) || !isId(recordId) || !/^[1-9]\d{0,4}$/.test(replicate) || more.length > 0)
    return undefined
  return { trialId, recordId, replicate: Number(replicate) }
}

export const programOf = ({ id, name, about, website }: ProgramRow, lang: Lang): Answer =>
  known({
    ...common,
    programDbId: id,
    programName: inLang(name, lang),
    programType: 'STANDARD',
    objective: inLang(about, lang) || null,
    documentationURL: website,
  })

const programNamed = ({ institution }: Pick<TrialNamed, 'institution'>, lang: Lang) => ({
  programDbId: institution.id,
  programName: inLang(institution.name, lang),
})

export const trialOf = (row: TrialRow, lang: Lang): Answer =>
  known({
    ...common,
    ...programNamed(row, lang),
    trialDbId: row.id,
    trialName: inLang(row.name, lang) || row.code,
    trialDescription: inLang(row.about, lang) || null,
    active: row.isActive,
    contacts: [],
    datasetAuthorships: [],
    publications: [],
    startDate: row.startsOn,
    endDate: row.endsOn,
  })

/** Of a trial of ours there are plots, by replicates. */
export const levels = [
  { levelName: 'rep', levelOrder: 0 },
  { levelName: 'plot', levelOrder: 1 },
] as const

const seasonIdOf = (season: string) => season.replaceAll('/', '-')

export const studyOf = (row: TrialRow, type: string, lang: Lang): Answer =>
  known({
    ...common,
    studyDbId: row.id,
    studyName: inLang(row.name, lang) || row.code,
    studyCode: row.code,
    studyType: type,
    studyDescription: inLang(row.about, lang) || null,
    trialDbId: row.id,
    trialName: inLang(row.name, lang) || row.code,
    active: row.isActive,
    additionalInfo: infoOf({
      programDbId: row.institution.id,
      programName: inLang(row.institution.name, lang),
    }),
    contacts: [],
    dataLinks: [],
    environmentParameters: [],
    startDate: momentOf(row.startsOn),
    endDate: momentOf(row.endsOn),
    locationDbId: row.locationId,
    locationName: row.site,
    observationLevels: levels,
    observationVariableDbIds: row.variableIds,
    seasons: [seasonIdOf(row.season)],
  })

export const seasonOf = ({ id, season, year }: { id: string; season: string; year: number }) => ({
  seasonDbId: id,
  seasonName: season,
  year,
})

export const locationOf = (row: LocationRow, lang: Lang): Answer =>
  known({
    ...common,
    locationDbId: row.id,
    locationName: inLang(row.name, lang),
    locationType: row.type,
    instituteName: inLang(row.institution, lang),
    instituteAddress: row.address,
    ...(row.region !== null && {
      countryCode: 'CHN',
      countryName: lang === 'zh' ? '中国' : 'China',
    }),
  })

const germplasmNamed = ({ germplasm }: Pick<UnitRow, 'germplasm'>, lang: Lang) => ({
  germplasmDbId: germplasm.id,
  germplasmName: nameOf(germplasm, lang),
})

const unitName = ({ germplasm, replicate }: Pick<UnitRow, 'germplasm' | 'replicate'>, lang: Lang) =>
  `${nameOf(germplasm, lang)} #${replicate}`

/** A unit; with what was observed in it where that is asked for. */
export function unitOf(
  row: UnitRow,
  observations: readonly ObservationRow[] | undefined,
  lang: Lang,
): Answer {
  const { trial, replicate } = row
  const name = inLang(trial.name, lang) || trial.code
  const levelCode = String(replicate)
  return known({
    ...common,
    ...germplasmNamed(row, lang),
    ...programNamed(trial, lang),
    observationUnitDbId: row.id,
    observationUnitName: unitName(row, lang),
    observationUnitPosition: {
      entryType: 'TEST',
      observationLevel: { levelName: 'plot', levelOrder: 1, levelCode },
      observationLevelRelationships: [{ levelName: 'rep', levelOrder: 0, levelCode }],
    },
    locationDbId: trial.locationId,
    locationName: trial.site,
    studyDbId: trial.id,
    studyName: name,
    trialDbId: trial.id,
    trialName: name,
    treatments: [],
    observations: observations?.map((one) => observationOf(one, lang)),
  })
}

export const observationOf = (row: ObservationRow, lang: Lang): Answer =>
  known({
    ...germplasmNamed(row, lang),
    additionalInfo: infoOf({ observedOn: row.observedOn, replicate: row.replicate }),
    externalReferences: referencesShown(row.references),
    collector: row.observer,
    observationDbId: row.id,
    observationTimeStamp: momentOf(row.observedOn),
    observationUnitDbId: row.unitId,
    observationUnitName: unitName(row, lang),
    observationVariableDbId: row.variable.id,
    observationVariableName: inLang(row.variable.name, lang) || row.variable.code,
    season: {
      season: row.trial.season,
      seasonDbId: seasonIdOf(row.trial.season),
      seasonName: row.trial.season,
      year: Number(row.trial.season.slice(0, 4)),
    },
    studyDbId: row.trial.id,
    value: row.value,
  })

export const attributeValueOf = (row: AttributeValueRow, lang: Lang): Answer =>
  known({
    ...common,
    ...germplasmNamed(row, lang),
    attributeValueDbId: row.id,
    attributeDbId: row.variable.id,
    attributeName: inLang(row.variable.name, lang) || row.variable.code,
    determinedDate: momentOf(row.observedOn),
    value: row.value,
  })
