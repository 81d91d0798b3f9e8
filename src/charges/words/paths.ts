import type { MenuLink } from '../../core/navigation.ts'
import { rateSectionWords } from '../rates/words.ts'
import { statementWords } from '../statements/words.ts'
import { voucherWords } from '../vouchers/words.ts'

const part = encodeURIComponent

/** Addresses of these pages. */
export const statementsPath = '/statements'
export const ratesHref = (instrumentId: string) => `/instruments/${part(instrumentId)}/rates`
export const chargeHref = (id: string) => `/charges/${part(id)}`
export const statementsHref = (labId: string) => `/labs/${part(labId)}/statements`
export const monthHref = (labId: string, month: string) => `${statementsHref(labId)}/${part(month)}`
export const monthFile = (labId: string, month: string, format: 'csv' | 'xlsx') =>
  `/api/v1${monthHref(labId, month)}?format=${format}`
/** Of everybody whom one has to do with, in a month. */
export const allStatementsHref = (month: string) => `${statementsPath}?month=${part(month)}`
export const vouchersHref = '/vouchers'

/** What a lab is charged, for the page of who belongs to it. */
export const labCharges = {
  ofLab: [{ text: statementWords.statements, href: statementsHref }],
  ofAll: { text: voucherWords.vouchers, href: vouchersHref },
}

/** Where its staff write what an instrument costs. */
export const ratesLink = { text: rateSectionWords.rates, href: ratesHref }

/** What leads here from every page. */
export const chargeLinks = {
  statements: { href: statementsPath, text: { zh: '对账单', en: 'Statements' } },
} as const satisfies Record<string, MenuLink>
