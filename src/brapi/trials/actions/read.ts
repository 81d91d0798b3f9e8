import type { Context } from '../../../core/context.ts'
import { listed, resource, wholeResource } from '../../calls/actions.ts'
import type { Asked } from '../../calls/model.ts'
import type { ObservationRow, UnitRow } from '../model.ts'
import { attributeValueSource, observationSource, unitSource } from '../queries/observations.ts'
import {
  locationSource,
  programSource,
  seasonSource,
  studySource,
  studyType,
  trialSource,
} from '../queries/trials.ts'
import {
  attributeValueOf,
  levels,
  locationOf,
  observationOf,
  programOf,
  seasonOf,
  studyOf,
  trialOf,
  unitOf,
} from '../rules.ts'

export const programs = resource({
  path: '/programs',
  id: 'programDbId',
  isSearched: true,
  source: programSource,
  show: (rows, { lang }) => rows.map((row) => programOf(row, lang)),
})

export const trials = resource({
  path: '/trials',
  id: 'trialDbId',
  isSearched: true,
  source: trialSource,
  show: (rows, { lang }) => rows.map((row) => trialOf(row, lang)),
})

export const studies = resource({
  path: '/studies',
  id: 'studyDbId',
  isSearched: true,
  source: studySource,
  show: (rows, { lang }) => rows.map((row) => studyOf(row, studyType, lang)),
})

export const studyTypes = wholeResource({
  path: '/studytypes',
  all: () => Promise.resolve([studyType]),
})

export const seasons = resource({
  path: '/seasons',
  id: 'seasonDbId',
  source: seasonSource,
  show: (rows) => rows.map(seasonOf),
})

export const locations = resource({
  path: '/locations',
  id: 'locationDbId',
  isSearched: true,
  source: locationSource,
  show: (rows, { lang }) => rows.map((row) => locationOf(row, lang)),
})

/** The same in every study: what narrows by one narrows nothing. */
export const observationLevels = {
  ...wholeResource({ path: '/observationlevels', all: () => Promise.resolve(levels) }),
  filters: ['programDbId', 'trialDbId', 'studyDbId'],
}

export const units = resource({
  path: '/observationunits',
  id: 'observationUnitDbId',
  isSearched: true,
  source: unitSource,
  show: async (rows, ctx, asked) => {
    const observed = await observedIn(ctx, rows, asked)
    return rows.map((row) => unitOf(row, observed?.(row.id), ctx.lang))
  },
})

/** What was observed in units, where that is asked for. */
async function observedIn(
  ctx: Context,
  rows: readonly UnitRow[],
  asked: Asked,
): Promise<((unitId: string) => readonly ObservationRow[]) | undefined> {
  if (asked.filters.get('includeObservations')?.[0] !== 'true') return undefined
  const found = await listed(
    ctx,
    { source: observationSource, id: 'observationUnitDbId', most: mostObservations },
    rows.map(({ id }) => id),
  )
  const byUnit = Map.groupBy(found, ({ unitId }) => unitId)
  return (unitId) => byUnit.get(unitId) ?? []
}

/** Observations that are shown with one page of units. */
const mostObservations = 100_000

export const observations = resource({
  path: '/observations',
  id: 'observationDbId',
  isSearched: true,
  source: observationSource,
  show: (rows, { lang }) => rows.map((row) => observationOf(row, lang)),
})

export const attributeValues = resource({
  path: '/attributevalues',
  id: 'attributeValueDbId',
  isSearched: true,
  source: attributeValueSource,
  show: (rows, { lang }) => rows.map((row) => attributeValueOf(row, lang)),
})
