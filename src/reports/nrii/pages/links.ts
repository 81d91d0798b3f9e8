import type { NriiPageQuery, NriiPart } from '../model.ts'

export const nriiPath = '/reports/nrii'
export const nriiDecisionsPath = `${nriiPath}/decisions`

export type NriiView = Omit<NriiPageQuery, 'page' | 'state'> &
  Partial<Pick<NriiPageQuery, 'page' | 'state'>>

const paramsOf = (view: Partial<NriiView>) =>
  new URLSearchParams(
    Object.entries(view).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()

export const nriiHref = (view: NriiView) => `${nriiPath}?${paramsOf(view)}`

export const nriiFileHref = (
  { part, state: _state, page: _page, ...asked }: NriiView,
  format: 'json' | 'xlsx',
) => `/api/v1/reports/nrii/${part}?${paramsOf(asked)}&format=${format}`

export const nriiRecordPath = (part: NriiPart, id: string) => `${nriiPath}/${part}/${id}`
