import { isoOf, type Temporal } from '../../core/time.ts'
import type { Severity } from './model.ts'

export type ProblemLike = {
  id: string
  instrumentId: string
  severity: Severity
  description: string
  reportedAt: Temporal.Instant
  reportedBy: string | null
  reporterName: string | null
  bookingId: string | null
  outageId: string | null
  resolvedAt: Temporal.Instant | null
  resolution: string | null
}

/** A problem as the API gives it; who saw it is for staff and for themselves. */
export const shownProblem = (row: ProblemLike, isForStaff: boolean) => ({
  id: row.id,
  instrumentId: row.instrumentId,
  severity: row.severity,
  description: row.description,
  reportedAt: isoOf(row.reportedAt),
  ...(isForStaff && {
    reportedBy: row.reportedBy ? { id: row.reportedBy, name: row.reporterName ?? '' } : null,
    bookingId: row.bookingId,
  }),
  outageId: row.outageId,
  resolvedAt: row.resolvedAt && isoOf(row.resolvedAt),
  resolution: row.resolution,
})
