import { paths } from '../../../web/paths.ts'

/** Addresses of these pages. */
const part = encodeURIComponent

export const ratesHref = (instrumentId: string) => `/instruments/${part(instrumentId)}/rates`
export const chargeHref = (id: string) => `/charges/${part(id)}`
export const statementsHref = (labId: string) => `/labs/${part(labId)}/statements`
export const monthHref = (labId: string, month: string) => `${statementsHref(labId)}/${part(month)}`
export const monthFile = (labId: string, month: string, format: 'csv' | 'xlsx') =>
  `/api/v1${monthHref(labId, month)}?format=${format}`
/** Of everybody whom one has to do with, in a month. */
export const allStatementsHref = (month: string) => `${paths.statements}?month=${part(month)}`
export const vouchersHref = '/vouchers'
