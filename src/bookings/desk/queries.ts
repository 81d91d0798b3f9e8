import { sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import type { Db } from '../../core/database.ts'
import type { LocalText } from '../../core/text.ts'
import { staffedBy } from '../../instruments/expressions.ts'

export type ApplicantFacts = {
  id: string
  institutions: LocalText[]
  /** At instruments of the same institution. */
  finished: number
  missed: number
  lateCancelled: number
  /** The person's other bookings at the same time; the instrument where it is of the same institution. */
  elsewhere: { instrument: LocalText | null; startMs: number; endMs: number }[]
}

const ms = (moment: string) => sql.raw(`round(extract(epoch from ${moment}) * 1000)::bigint`)

/**
 * Who asks for these bookings, and how they kept earlier ones; for those who decide. What a cancellation deadline was is
 * in the version of the rules that the booking was made under. By `booking_by_id` and `booking_of_person`.
 */
export async function listApplicantFacts(
  db: Db,
  viewer: Actor,
  ids: readonly string[],
): Promise<ApplicantFacts[]> {
  const { rows } = await sql<ApplicantFacts>`
    select b.id, history.*, (${institutions}) as institutions, (${elsewhere}) as elsewhere
    from booking b
    join record on record.id = b.instrument_id
    cross join lateral (${history}) history
    where b.id = any(${[...ids]}::uuid[]) and ${staffedBy(viewer)}
  `.execute(db)
  return rows
}

const institutions = sql`
  select coalesce(
    json_agg(json_build_object('zh', place.name_zh, 'en', place.name_en) order by place.name_zh),
    '[]'
  )
  from membership
  join institution place on place.id = membership.institution_id
  where membership.person_id = b.person_id and membership.approved_at is not null
`

const history = sql`
  select
    count(*) filter (where past.finished_at is not null)::int as finished,
    count(*) filter (where past.missed_at is not null)::int as missed,
    count(*) filter (
      where past.cancelled_as = 'own'
        and past.cancelled_at
          > past.starts_at - make_interval(mins => (rules.rules->>'cancelDeadlineMinutes')::int)
    )::int as "lateCancelled"
  from booking past
  join record place on place.id = past.instrument_id
  left join booking_policy rules
    on rules.instrument_id = past.instrument_id and rules.version = past.policy_version
  where past.person_id = b.person_id and place.institution_id = record.institution_id
`

const elsewhere = sql`
  select coalesce(
    json_agg(json_build_object(
      'instrument',
      case
        when place.institution_id = record.institution_id
        then json_build_object('zh', place.title_zh, 'en', place.title_en)
      end,
      'startMs', ${ms('other.starts_at')},
      'endMs', ${ms('other.ends_at')}
    ) order by other.starts_at),
    '[]'
  )
  from booking other
  join record place on place.id = other.instrument_id
  where other.person_id = b.person_id
    and other.id <> b.id
    and other.cancelled_at is null
    and other.missed_at is null
    and other.finished_at is null
    and other.starts_at < b.ends_at
    and other.ends_at > b.starts_at
`
