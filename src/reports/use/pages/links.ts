import type { RowKind } from '../model.ts'
import { reportPaths } from '../../words/paths.ts'
import type { UseAsked } from '../actions/use.ts'
import type { NriiPageQuery, NriiPart } from '../../nrii/model.ts'

export const usePath = reportPaths.use
export const useRowsPath = `${usePath}/rows`
export const settingsPath = '/reports/settings'
export const sharingPath = '/reports/sharing'
export const assessmentPath = '/reports/assessment'

type Params = Readonly<Record<string, string | number | undefined>>

function withParams(path: string, params: Params): string {
  const query = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )
  return `${path}?${query.toString()}`
}

/** In the order in which addresses name them. */
const asParams = ({ from, to, institution, lab, instrument }: UseAsked): Params => ({
  from,
  to,
  institution,
  lab,
  instrument,
})

/** Asks for every institution: unset, staff see their own. */
export const everyInstitution = 'all'

/** The report with other filters or groups. */
export const useHref = (asked: UseAsked, more: Params = {}, path: string = usePath) =>
  withParams(path, {
    ...asParams(asked),
    institution: asked.institution ?? everyInstitution,
    ...more,
  })

/** The rows of one figure. */
export const rowsHref = (asked: UseAsked, what: RowKind, more: Params = {}) =>
  withParams(useRowsPath, { ...asParams(asked), what, ...more })

/** A report as a file. */
export const apiHref = (
  report: 'instrument-use' | 'sharing' | 'assessment',
  asked: UseAsked,
  more: Params,
) => withParams(`/api/v1/reports/${report}`, { ...asParams(asked), ...more })

export const nriiPath = '/reports/nrii'
export const nriiDecisionsPath = `${nriiPath}/decisions`

export type NriiView = Omit<NriiPageQuery, 'page' | 'state'> &
  Partial<Pick<NriiPageQuery, 'page' | 'state'>>

export const nriiHref = (view: NriiView) => withParams(nriiPath, view)

export const nriiFileHref = (
  { part, state: _state, page: _page, ...asked }: NriiView,
  format: 'json' | 'xlsx',
) => withParams(`/api/v1/reports/nrii/${part}`, { ...asked, format })

export const nriiRecordPath = (part: NriiPart, id: string) => `${nriiPath}/${part}/${id}`
