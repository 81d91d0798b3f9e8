import { sql } from 'kysely'
import type { Db } from '../../core/database.ts'
import { insideMs, type Scope, spans } from '../use/queries/spans.ts'

/** Instruments of an institution; key null is the total. */
export type SharingCounts = {
  key: string | null
  instruments: number
  aboveThreshold: number
  open: number
  withRules: number
  withFees: number
  domestic: number
}

/** Counts of instruments by institution, and of all. `worthFrom` is in 10,000 yuan. */
export async function countInstruments(
  db: Db,
  ids: readonly string[],
  worthFrom: number,
): Promise<SharingCounts[]> {
  const { rows } = await sql<SharingCounts>`
    select
      record.institution_id as key,
      count(*)::int as instruments,
      count(*) filter (where instrument.worth >= ${worthFrom})::int as "aboveThreshold",
      count(*) filter (where instrument.worth >= ${worthFrom} and record.access <> 'closed'
        and instrument.share_mode is distinct from '3')::int as open,
      count(*) filter (where exists (
        select from booking_policy p where p.instrument_id = record.id
      ))::int as "withRules",
      count(*) filter (where instrument.fee is not null or exists (
        select from rate_card r where r.instrument_id = record.id
      ))::int as "withFees",
      count(*) filter (where instrument.nation = 'CHN')::int as domestic
    from unnest(${[...ids]}::uuid[]) as scope (instrument_id)
    join record on record.id = scope.instrument_id
    join instrument on instrument.record_id = record.id
    group by grouping sets ((record.institution_id), ())
  `.execute(db)
  return rows
}

export type OutsideUse = {
  key: string | null
  bookings: number
  people: number
  institutions: number
}

/** Who of other institutions, or of none, used instruments in the period: by the owner’s institution, and of all. */
export async function outsideUse(db: Db, scope: Scope): Promise<OutsideUse[]> {
  if (scope.instruments.length === 0) return []
  const { rows } = await sql<OutsideUse>`
    with ${spans(scope)}
    select
      record.institution_id as key,
      count(distinct span.id)::int as bookings,
      count(distinct span.person_id)::int as people,
      count(distinct member.institution_id)::int as institutions
    from span
    join part on part.zone = span.zone
    join record on record.id = span.instrument_id
    left join membership member
      on member.person_id = span.person_id
      and member.approved_at is not null
      and member.institution_id <> record.institution_id
    where span.audience in ('member', 'external')
      and ${insideMs('span.used_from', 'span.used_to')} > 0
    group by grouping sets ((record.institution_id), ())
  `.execute(db)
  return rows
}

type Trainings = { sessions: number; trained: number; stewards: number }

/** Trainings held in the period and who passed them, and how many people decide about these instruments. */
export async function countTrainings(
  db: Db,
  ids: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Trainings> {
  const { rows } = await sql<Trainings>`
    select
      (
        select count(*)::int from training_session s
        where s.instrument_id = any(${[...ids]}::uuid[])
          and s.cancelled_at is null and s.ends_at >= ${from}::timestamptz and s.ends_at < ${to}::timestamptz
      ) as sessions,
      (
        select count(distinct a.person_id)::int from training_attendee a
        where a.instrument_id = any(${[...ids]}::uuid[])
          and a.passed_at >= ${from}::timestamptz and a.passed_at < ${to}::timestamptz
      ) as trained,
      (
        select count(distinct g.person_id)::int from role_grant g
        where g.role in ('steward', 'curator') and g.institution_id in (
          select institution_id from record where id = any(${[...ids]}::uuid[])
        )
      ) as stewards
  `.execute(db)
  return rows[0] ?? { sessions: 0, trained: 0, stewards: 0 }
}
