import { sql } from 'kysely'
import type { Actor } from '../../../core/actor.ts'
import type { Db, Trx } from '../../../core/database.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import type { Cause, ChargeRow, Line } from '../model.ts'
import { instrumentZone, policyInForce, staffedBy } from '../../../instruments/expressions.ts'

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
  charge.shipment_id as "shipmentId",
  charge.item_id as "itemId",
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
  ${statementMonth()} as "statementMonth"
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

/** Joins a charge's statement, and the last month that the same institution issued to its lab. */
export function statementOf() {
  return sql`
    left join statement_line line
      on line.instrument_id = charge.instrument_id and line.charge_id = charge.id
    left join statement on statement.id = line.statement_id
    left join lateral (
      select max(month) as month
      from statement issued
      where issued.lab_id = charge.lab_id and issued.institution_id = charge.institution_id
    ) last on true
  `
}

/** A charge of a month whose statement is issued already belongs to the next one. */
export function statementMonth() {
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
    where charge.id = ${id}::uuid and ${visibleChargesOf(viewer)}
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
    where charge.instrument_id = ${of.instrumentId}::uuid and ${which} and ${visibleChargesOf(viewer)}
    order by charge.made_at, charge.id
  `.execute(db)
  return rows
}

/** The charges of a lab's month that the viewer may see, by institution, instrument and time. */
export async function chargesInMonth(
  db: Db,
  viewer: Actor,
  { labId, month }: { labId: string; month: string },
): Promise<ChargeRow[]> {
  const { rows } = await sql<ChargeRow>`
    select ${columns}
    from ${tables}
    where charge.lab_id = ${labId}::uuid
      and charge.month <= ${month}
      and ${statementMonth()} = ${month}
      and ${visibleChargesOf(viewer)}
    order by charge.institution_id, record.title_zh, charge.instrument_id, charge.at, charge.id
  `.execute(db)
  return rows
}

/**
 * Who may see a charge: its person, the PI of its lab, curators of the lab's institution, and staff of the instrument.
 * Other members of the lab see only their own. The query names `charge`, `record` and `lab`.
 */
export function visibleChargesOf(viewer: Actor) {
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

export type NewCharge = {
  instrumentId: string
  cause: Cause
  bookingId: string | null
  orderId: string | null
  shipmentId: string | null
  itemId: string | null
  aboutId: string | null
  institutionId: string
  personId: string
  labId: string | null
  amountFen: number
  lines: readonly Line[]
  policyVersion: number | null
  rateVersion: number | null
  at: Temporal.Instant
  month: string
  reason: string | null
  madeAt: Temporal.Instant
  madeBy: string | null
}

/** Writes charges and returns those written; existing ones of a booking or an order stay as they are. */
export async function insertCharges(
  trx: Trx,
  charges: readonly NewCharge[],
): Promise<{ id: string; bookingId: string | null }[]> {
  const { rows } = await sql<{ id: string; bookingId: string | null }>`
    insert into charge (
      instrument_id, cause, booking_id, order_id, shipment_id, item_id, about_id, institution_id, person_id, lab_id,
      amount_fen, lines, policy_version, rate_version, at, month, reason, made_at, made_by
    )
    select
      "instrumentId", cause, "bookingId", "orderId", "shipmentId", "itemId", "aboutId", "institutionId", "personId", "labId",
      "amountFen", lines, "policyVersion", "rateVersion", at, month, reason, "madeAt", "madeBy"
    from jsonb_to_recordset(${JSON.stringify(charges.map(valuesOf))}::jsonb) as new (
      "instrumentId" uuid, cause text, "bookingId" uuid, "orderId" uuid, "shipmentId" uuid, "itemId" uuid, "aboutId" uuid,
      "institutionId" uuid, "personId" uuid, "labId" uuid, "amountFen" bigint, lines jsonb,
      "policyVersion" int, "rateVersion" int, at timestamptz, month text, reason text,
      "madeAt" timestamptz, "madeBy" uuid
    )
    on conflict do nothing
    returning id, booking_id as "bookingId"
  `.execute(trx)
  return rows
}

const valuesOf = (charge: NewCharge) => ({
  ...charge,
  at: isoOf(charge.at),
  madeAt: isoOf(charge.madeAt),
})

/** Locks a charge, so that its corrections take turns; returns what is open of it. */
export async function lockCharge(
  trx: Trx,
  { instrumentId, id }: { instrumentId: string; id: string },
): Promise<number> {
  await sql`
    select 1 from charge where instrument_id = ${instrumentId}::uuid and id = ${id}::uuid for update
  `.execute(trx)
  const { rows } = await sql<{ fen: number }>`
    select sum(amount_fen)::bigint as fen
    from charge
    where instrument_id = ${instrumentId}::uuid and (id = ${id}::uuid or about_id = ${id}::uuid)
  `.execute(trx)
  return rows[0]?.fen ?? 0
}
