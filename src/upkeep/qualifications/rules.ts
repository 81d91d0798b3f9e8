import type { QualificationKind } from '../../bookings/policies/model.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import type { QualificationState } from './model.ts'

/** How long before its end a person is reminded. */
export const reminderDays = 30

export type QualificationLike = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  personId: string
  personName: string
  kind: QualificationKind
  grantedAt: Temporal.Instant
  expiresAt: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
  note: string | null
  trainingId: string | null
}

export function qualificationState(
  { expiresAt, revokedAt }: Pick<QualificationLike, 'expiresAt' | 'revokedAt'>,
  now: Temporal.Instant,
): QualificationState {
  if (revokedAt) return 'revoked'
  if (!expiresAt) return 'valid'
  if (Temporal.Instant.compare(expiresAt, now) <= 0) return 'expired'
  const soon = now.add({ hours: reminderDays * 24 })
  return Temporal.Instant.compare(expiresAt, soon) <= 0 ? 'expiring' : 'valid'
}

/** The same clock so many calendar months later. */
export const afterMonths = (now: Temporal.Instant, months: number, zone: string) =>
  now.toZonedDateTimeISO(zone).add({ months }).toInstant()

/** A qualification as the API gives it. */
export const shownQualification = (row: QualificationLike, now: Temporal.Instant) => ({
  id: row.id,
  instrument: { id: row.instrumentId, title: { zh: row.instrumentZh, en: row.instrumentEn } },
  person: { id: row.personId, name: row.personName },
  kind: row.kind,
  state: qualificationState(row, now),
  grantedAt: isoOf(row.grantedAt),
  expiresAt: row.expiresAt && isoOf(row.expiresAt),
  revokedAt: row.revokedAt && isoOf(row.revokedAt),
  note: row.note,
  trainingId: row.trainingId,
})
