import type { QualificationKind } from '../../bookings/policies/model.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import type { TrainingState } from './model.ts'

export type TrainingLike = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  title: string
  about: string | null
  place: string
  start: Temporal.Instant
  end: Temporal.Instant
  zone: string
  seats: number
  enrolled: number
  kinds: QualificationKind[]
  validMonths: number | null
  cancelledAt: Temporal.Instant | null
  isMine: boolean
}

export function trainingState(row: TrainingLike, now: Temporal.Instant): TrainingState {
  if (row.cancelledAt) return 'cancelled'
  if (Temporal.Instant.compare(row.start, now) <= 0) return 'begun'
  return row.enrolled >= row.seats ? 'full' : 'open'
}

/** A training as the API gives it. */
export const shownTraining = (row: TrainingLike, now: Temporal.Instant) => ({
  id: row.id,
  instrument: { id: row.instrumentId, title: { zh: row.instrumentZh, en: row.instrumentEn } },
  title: row.title,
  about: row.about,
  place: row.place,
  start: isoOf(row.start),
  end: isoOf(row.end),
  timezone: row.zone,
  seats: row.seats,
  enrolled: row.enrolled,
  kinds: row.kinds,
  validMonths: row.validMonths,
  state: trainingState(row, now),
  mine: row.isMine,
})
