import type { RowKind } from '../model/kinds.ts'
import type { UseAsked } from '../actions/scope.ts'
import { reportPaths } from '../../words/paths.ts'

export const usePath = reportPaths.use
export const useRowsPath = `${usePath}/rows`
export const settingsPath = '/reports/settings'
export const sharingPath = '/reports/sharing'
export const assessmentPath = '/reports/assessment'

type Params = Record<string, string | number | undefined>

function withParams(path: string, params: Params): string {
  const query = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )
  return `${path}?${query.toString()}`
}

const asParams = ({ from, to, institution, lab, instrument }: UseAsked): Params => ({
  from,
  to,
  institution,
  lab,
  instrument,
})

/** Asks for every institution; without a word about it staff see their own. */
export const everyInstitution = 'all'

/** The report of something else, or grouped otherwise. */
export const useHref = (asked: UseAsked, more: Params = {}, path: string = usePath) =>
  withParams(path, {
    ...asParams(asked),
    institution: asked.institution ?? everyInstitution,
    ...more,
  })

/** The rows behind one of its figures. */
export const rowsHref = (asked: UseAsked, what: RowKind, more: Params = {}) =>
  withParams(useRowsPath, { ...asParams(asked), what, ...more })

/** A report as a file. */
export const apiHref = (
  report: 'instrument-use' | 'sharing' | 'assessment',
  asked: UseAsked,
  more: Params,
) => withParams(`/api/v1/reports/${report}`, { ...asParams(asked), ...more })
