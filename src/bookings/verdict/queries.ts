import { sql } from 'kysely'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Period } from '../../core/periods.ts'
import type { Temporal } from '../../core/time.ts'
import type { QualificationKind } from '../policies/model.ts'
import {
  instrumentTables,
  instrumentZone,
  knownTo,
  policyInForce,
} from '../../instruments/expressions.ts'
import { type BookableRow, bookableColumns } from '../policies/queries.ts'

type Times = [startMs: number, endMs: number]
type TakenTimes = [...Times, takenFromMs: number, takenToMs: number, kind: string]

export type Situation = BookableRow & {
  taken: TakenTimes[]
  mine: Times[]
  ofLab: Times[]
  qualifications: [kind: QualificationKind, expiresMs: number | null][]
}

export type SituationQuestion = {
  instrumentId: string
  personId: string
  labId: string | null
  now: string
  /** All that is taken in it is read, and around it as far as the instrument's own buffers reach. */
  window: Period
  /** The bookings that are being changed: neither in their own way nor counted twice. */
  changing?: readonly string[] | undefined
  /** Who asks: their own holds do not stand in their way. */
  viewer: Actor
}

/**
 * All facts about one booking of one instrument in one statement. Called with the instrument locked, so that they stay
 * true until the commit; holds that expired, and the one that is used up, go on the way.
 * By `record_pkey`, `occupancy_slot_taken`, `booking_of_instrument` and `qualification_held`.
 */
export async function findSituation(
  trx: Trx,
  question: SituationQuestion,
): Promise<Situation | undefined> {
  const { instrumentId, now, viewer } = question
  const { rows } = await sql<Situation>`
    with gone as (
      delete from occupancy
      where instrument_id = ${instrumentId}::uuid
        and kind = 'hold'
        and (expires_at <= ${now}::timestamptz or person_id = ${holderOf(viewer)}::uuid)
    )
    select ${factColumns(question)}
    from ${instrumentTables}
    where record.id = ${instrumentId}::uuid and ${knownTo(viewer)}
  `.execute(trx)
  return rows[0]
}

/** The same for a question that nobody means to keep: nothing is locked and nothing goes. */
export async function lookAtSituation(
  db: Db,
  question: SituationQuestion,
): Promise<Situation | undefined> {
  const { rows } = await sql<Situation>`
    select ${factColumns(question)}
    from ${instrumentTables}
    where record.id = ${question.instrumentId}::uuid and ${knownTo(question.viewer)}
  `.execute(db)
  return rows[0]
}

export type OwnBooking = {
  id: string
  instrumentZh: string | null
  instrumentEn: string | null
  zone: string
  start: Temporal.Instant
  end: Temporal.Instant
}

/** A person's bookings of other instruments that overlap a period and still stand; by `booking_of_person`. */
export async function listOwnBookings(
  db: Db,
  { instrumentId, personId, period }: { instrumentId: string; personId: string; period: Period },
): Promise<OwnBooking[]> {
  const { rows } = await sql<OwnBooking>`
    select
      b.id,
      record.title_zh as "instrumentZh",
      record.title_en as "instrumentEn",
      ${instrumentZone} as zone,
      b.starts_at as start,
      b.ends_at as "end"
    from booking b
    join record on record.id = b.instrument_id
    join institution on institution.id = record.institution_id
    ${policyInForce}
    where b.person_id = ${personId}::uuid
      and b.instrument_id <> ${instrumentId}::uuid
      and b.state in ('pending', 'confirmed', 'in_use')
      and b.starts_at > ${period.start}::timestamptz - interval '92 days'
      and b.starts_at < ${period.end}::timestamptz
      and b.ends_at > ${period.start}::timestamptz
    order by b.starts_at, b.id
    limit 50
  `.execute(db)
  return rows
}

/** Whether a live occupancy still counts at a moment: a hold that has expired takes nothing. */
const isLiveAt = (now: string) =>
  sql<boolean>`(o.released_at is null and (o.expires_at is null or o.expires_at > ${now}::timestamptz))`

const holderOf = (viewer: Actor) => (viewer.type === 'person' ? viewer.personId : null)

const ms = (moment: string) => sql.raw(`round(extract(epoch from ${moment}) * 1000)::bigint`)
const bookedTimes = sql`
  coalesce(json_agg(json_build_array(${ms('b.starts_at')}, ${ms('b.ends_at')})), '[]')
`

function factColumns(question: SituationQuestion) {
  const { personId, labId, now, changing = [] } = question
  const others = sql`b.id <> all(${[...changing]}::uuid[])`
  const counted = sql`
    b.instrument_id = record.id
    and b.cancelled_at is null
    and b.starts_at > ${now}::timestamptz - interval '400 days'
    and ${others}
  `
  return sql`
    ${bookableColumns},
    (${takenAround(question)}) as taken,
    case
      when policy.rules ?| array['quotas', 'maxFutureCount', 'maxFutureMinutes', 'gapMinutes']
      then (select ${bookedTimes} from booking b where ${counted} and b.person_id = ${personId}::uuid)
      else '[]'
    end as mine,
    case
      when policy.rules @? '$.quotas[*] ? (@.of == "lab")'
      then (select ${bookedTimes} from booking b where ${counted} and b.lab_id = ${labId}::uuid)
      else '[]'
    end as "ofLab",
    (
      select coalesce(json_agg(json_build_array(q.kind, ${ms('q.expires_at')})), '[]')
      from qualification q
      where q.instrument_id = record.id
        and q.person_id = ${personId}::uuid
        and q.revoked_at is null
    ) as qualifications
  `
}

const takenAround = ({ now, window, viewer, changing }: SituationQuestion) => sql`
  select coalesce(
  json_agg(json_build_array(
  ${ms('o.starts_at')}, ${ms('o.ends_at')}, ${ms('lower(o.taken)')}, ${ms('upper(o.taken)')}, o.kind
  )),
  '[]'
  )
  from occupancy o
  where o.instrument_id = record.id
  and o.taken && tstzrange(
    ${window.start}::timestamptz - ${bufferOf('bufferBeforeMinutes')},
    ${window.end}::timestamptz + ${bufferOf('bufferAfterMinutes')}
  )
  and ${isLiveAt(now)}
  and o.id <> all(${[...(changing ?? [])]}::uuid[])
  and (o.kind <> 'hold' or o.person_id is distinct from ${holderOf(viewer)}::uuid)
`

const bufferOf = (rule: 'bufferBeforeMinutes' | 'bufferAfterMinutes') =>
  sql`make_interval(mins => coalesce((policy.rules->>${sql.lit(rule)})::int, 0))`
