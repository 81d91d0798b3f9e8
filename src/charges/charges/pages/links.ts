import { statementWords } from '../../statements/words.ts'
import { voucherWords } from '../../vouchers/words.ts'
import { rateSectionWords } from '../../rates/words/rates.ts'
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

/** What a lab is charged, for the page of who belongs to it. */
export const labCharges = {
  ofLab: [{ text: statementWords.statements, href: statementsHref }],
  ofAll: { text: voucherWords.vouchers, href: vouchersHref },
}

/** Where its staff write what an instrument costs. */
export const ratesLink = { text: rateSectionWords.rates, href: ratesHref }
