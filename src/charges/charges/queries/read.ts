import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db } from '../../../core/database.ts'
import { policyInForce, staffedBy, instrumentZone } from '../../../instruments/expressions.ts'
import type { Temporal } from '../../../core/time.ts'
import type { Cause, Line } from '../model/lines.ts'

export type ChargeRow = {
  id: string
  instrumentId: string
  titleZh: string | null
  titleEn: string | null
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  collectionId: string | null
  zone: string
  cause: Cause
  bookingId: string | null
  bookingStart: Temporal.Instant | null
  bookingEnd: Temporal.Instant | null
  purpose: string | null
  orderId: string | null
  aboutId: string | null
  personId: string
  personName: string
  labId: string | null
  labZh: string | null
  labEn: string | null
  amountFen: number
  lines: Line[]
  policyVersion: number | null
  rateVersion: number | null
  at: Temporal.Instant
  month: string
  reason: string | null
  madeAt: Temporal.Instant
  madeByName: string | null
  statementId: string | null
  issuedAt: Temporal.Instant | null
  /** The month of its statement; while there is none, of the one that it will be in. */
  toldIn: string
}

const columns = sql`
  charge.id,
  charge.instrument_id as "instrumentId",
  record.title_zh as "titleZh",
  record.title_en as "titleEn",
  charge.institution_id as "institutionId",
  institution.name_zh as "institutionZh",
  institution.name_en as "institutionEn",
  record.collection_id as "collectionId",
  ${instrumentZone} as zone,
  charge.cause,
  charge.booking_id as "bookingId",
  b.starts_at as "bookingStart",
  b.ends_at as "bookingEnd",
  b.purpose,
  charge.order_id as "orderId",
  charge.about_id as "aboutId",
  charge.person_id as "personId",
  person.name as "personName",
  charge.lab_id as "labId",
  lab.name_zh as "labZh",
  lab.name_en as "labEn",
  charge.amount_fen as "amountFen",
  charge.lines,
  charge.policy_version as "policyVersion",
  charge.rate_version as "rateVersion",
  charge.at,
  charge.month,
  charge.reason,
  charge.made_at as "madeAt",
  maker.name as "madeByName",
  statement.id as "statementId",
  statement.issued_at as "issuedAt",
  ${toldIn()} as "toldIn"
`

const tables = sql`
  charge
  join record on record.id = charge.instrument_id
  ${policyInForce}
  join institution on institution.id = charge.institution_id
  join person on person.id = charge.person_id
  left join person maker on maker.id = charge.made_by
  left join lab on lab.id = charge.lab_id
  left join booking b on b.instrument_id = charge.instrument_id and b.id = charge.booking_id
  ${statementOf()}
`

/** Joins a charge's statement, and the last one that its lab was given by the same institution. */
export function statementOf() {
  return sql`
    left join statement_line line
      on line.instrument_id = charge.instrument_id and line.charge_id = charge.id
    left join statement on statement.id = line.statement_id
    left join lateral (
      select max(month) as month
      from statement told
      where told.lab_id = charge.lab_id and told.institution_id = charge.institution_id
    ) last on true
  `
}

/** What came about for a month that was told already is in the next one. */
export function toldIn() {
  return sql`coalesce(
    statement.month,
    greatest(charge.month, to_char((last.month || '-01')::date + interval '1 month', 'YYYY-MM'))
  )`
}

/** One charge that the viewer may see, by `charge_by_id`. */
export async function findCharge(
  db: Db,
  viewer: Actor,
  id: string,
): Promise<ChargeRow | undefined> {
  const { rows } = await sql<ChargeRow>`
    select ${columns}
    from ${tables}
    where charge.id = ${id}::uuid and ${shownTo(viewer)}
  `.execute(db)
  return rows[0]
}

/** Charges that the viewer may see in order of time: of a booking, or about another charge. */
export async function chargesFor(
  db: Db,
  viewer: Actor,
  of: { instrumentId: string } & ({ bookingId: string } | { aboutId: string }),
): Promise<ChargeRow[]> {
  const which =
    'bookingId' in of
      ? sql`charge.booking_id = ${of.bookingId}::uuid`
      : sql`charge.about_id = ${of.aboutId}::uuid`
  const { rows } = await sql<ChargeRow>`
    select ${columns}
    from ${tables}
    where charge.instrument_id = ${of.instrumentId}::uuid and ${which} and ${shownTo(viewer)}
    order by charge.made_at, charge.id
  `.execute(db)
  return rows
}

/** What a lab is told in a month, as far as the viewer may see it: by institution, instrument and time. */
export async function chargesToldIn(
  db: Db,
  viewer: Actor,
  { labId, month }: { labId: string; month: string },
): Promise<ChargeRow[]> {
  const { rows } = await sql<ChargeRow>`
    select ${columns}
    from ${tables}
    where charge.lab_id = ${labId}::uuid
      and charge.month <= ${month}
      and ${toldIn()} = ${month}
      and ${shownTo(viewer)}
    order by charge.institution_id, record.title_zh, charge.instrument_id, charge.at, charge.id
  `.execute(db)
  return rows
}

/**
 * Who sees a charge: whose it is, the PI of its lab and who keeps that lab, and staff of the instrument. Other members
 * of the lab see their own alone. The query names `charge`, `record` and `lab`.
 */
export function shownTo(viewer: Actor) {
  if (viewer.type !== 'person') return staffedBy(viewer)
  const { personId, labs, curates } = viewer
  const led = labs.filter(({ role }) => role === 'pi').map(({ labId }) => labId)
  return sql`(
    charge.person_id = ${personId}::uuid
    or charge.lab_id = any(${led}::uuid[])
    or lab.institution_id = any(${[...curates.institutionIds]}::uuid[])
    or ${staffedBy(viewer)}
  )`
}
