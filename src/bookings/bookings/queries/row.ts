import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from '../../../core/time.ts'
import type { BookingState } from '../model/booking.ts'
import type { Audience } from '../../policies/model.ts'
import { policyInForce, instrumentZone } from '../../../instruments/expressions.ts'

export type BookingRow = {
  id: string
  instrumentId: string
  instrumentZh: string | null
  instrumentEn: string | null
  institutionId: string
  collectionId: string | null
  zone: string
  start: Temporal.Instant
  end: Temporal.Instant
  state: BookingState
  personId: string
  personName: string
  bookedBy: string | null
  bookedByName: string | null
  labId: string | null
  labZh: string | null
  labEn: string | null
  purpose: string
  project: string | null
  audience: Audience
  assisted: boolean
  plannedSamples: number | null
  policyVersion: number
  seriesId: string | null
  groupId: string | null
  overrideReason: string | null
  version: number
  sequence: number
  createdAt: Temporal.Instant
  confirmedAt: Temporal.Instant | null
  decisionNote: string | null
  startedAt: Temporal.Instant | null
  finishedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
  cancelledAs: 'own' | 'staff' | 'declined' | 'outage' | null
  cancelReason: string | null
  missedAt: Temporal.Instant | null
  sampleCount: number | null
  consumables: { name: string; quantity: number; unit: string }[]
  useNote: string | null
}

/** Columns of {@link BookingRow}. */
export const bookingColumns = sql`
  b.id,
  b.instrument_id as "instrumentId",
  record.title_zh as "instrumentZh",
  record.title_en as "instrumentEn",
  record.institution_id as "institutionId",
  record.collection_id as "collectionId",
  ${instrumentZone} as zone,
  b.starts_at as start,
  b.ends_at as "end",
  b.state,
  b.person_id as "personId",
  person.name as "personName",
  b.booked_by as "bookedBy",
  booker.name as "bookedByName",
  b.lab_id as "labId",
  lab.name_zh as "labZh",
  lab.name_en as "labEn",
  b.purpose,
  b.project,
  b.audience,
  b.assisted,
  b.planned_samples as "plannedSamples",
  b.policy_version as "policyVersion",
  b.series_id as "seriesId",
  b.group_id as "groupId",
  b.override_reason as "overrideReason",
  b.version,
  b.sequence,
  b.created_at as "createdAt",
  b.confirmed_at as "confirmedAt",
  b.decision_note as "decisionNote",
  b.started_at as "startedAt",
  b.finished_at as "finishedAt",
  b.cancelled_at as "cancelledAt",
  b.cancelled_as as "cancelledAs",
  b.cancel_reason as "cancelReason",
  b.missed_at as "missedAt",
  b.sample_count as "sampleCount",
  b.consumables,
  b.use_note as "useNote"
`

/** Where {@link bookingColumns} come from: bookings as `b`, read from the table or from a statement that writes them. */
export const bookingTablesFrom = (bookings: RawBuilder<unknown>) => sql`
  ${bookings} b
  join record on record.id = b.instrument_id
  ${policyInForce}
  join institution on institution.id = record.institution_id
  join person on person.id = b.person_id
  left join person booker on booker.id = b.booked_by
  left join lab on lab.id = b.lab_id
`

export const bookingTables = bookingTablesFrom(sql`booking`)
