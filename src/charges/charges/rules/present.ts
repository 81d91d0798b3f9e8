import { inLang, type Lang } from '../../../core/text.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import type { Cause, Line } from '../model/lines.ts'

type Row = {
  id: string
  instrumentId: string
  titleZh: string | null
  titleEn: string | null
  cause: Cause
  bookingId: string | null
  orderId: string | null
  aboutId: string | null
  personId: string
  personName: string
  labId: string | null
  labZh: string | null
  labEn: string | null
  amountFen: number
  lines: readonly Line[]
  policyVersion: number | null
  rateVersion: number | null
  at: Temporal.Instant
  zone: string
  month: string
  statementId: string | null
  reason: string | null
}

export const shownLines = (lines: readonly Line[], lang: Lang) =>
  lines.map((line) => ({ ...line, why: inLang(line.why, lang) }))

/** A charge as the API gives it. */
export const shownCharge = (row: Row, lang: Lang) => ({
  id: row.id,
  instrument: { id: row.instrumentId, title: { zh: row.titleZh, en: row.titleEn } },
  cause: row.cause,
  bookingId: row.bookingId,
  orderId: row.orderId,
  aboutId: row.aboutId,
  person: { id: row.personId, name: row.personName },
  lab: row.labId ? { id: row.labId, name: { zh: row.labZh, en: row.labEn } } : null,
  amountFen: row.amountFen,
  currency: 'CNY' as const,
  lines: shownLines(row.lines, lang),
  policyVersion: row.policyVersion,
  rateVersion: row.rateVersion,
  at: isoOf(row.at),
  timezone: row.zone,
  month: row.month,
  statementId: row.statementId,
  reason: row.reason,
})
