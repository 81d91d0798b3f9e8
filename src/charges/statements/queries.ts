import { type Insertable, sql } from 'kysely'
import type { TenderTable } from '../../../db/schema.ts'
import type { Actor } from '../../core/actor.ts'
import type { Db, Trx } from '../../core/database.ts'
import { isoOf, type Temporal } from '../../core/time.ts'
import { visibleChargesOf, statementOf, statementMonth } from '../charges/queries/charges.ts'

export type StatementSum = {
  month: string
  labId: string
  labZh: string | null
  labEn: string | null
  institutionId: string
  institutionZh: string | null
  institutionEn: string | null
  /** Null while it is not issued. */
  statementId: string | null
  issuedAt: Temporal.Instant | null
  /** Of the charges that the viewer may see. */
  totalFen: number
  count: number
  paidFen: number
}

/** What labs owe to each institution: one lab month by month, or all in one month; as far as the viewer may see it. */
export async function sumStatements(
  db: Db,
  viewer: Actor,
  of: { labId: string } | { month: string },
): Promise<StatementSum[]> {
  const which =
    'labId' in of
      ? sql`charge.lab_id = ${of.labId}::uuid`
      : sql`charge.month <= ${of.month} and ${statementMonth()} = ${of.month}`
  const { rows } = await sql<StatementSum>`
    select
      ${statementMonth()} as month,
      charge.lab_id as "labId",
      lab.name_zh as "labZh",
      lab.name_en as "labEn",
      charge.institution_id as "institutionId",
      institution.name_zh as "institutionZh",
      institution.name_en as "institutionEn",
      statement.id as "statementId",
      statement.issued_at as "issuedAt",
      sum(charge.amount_fen)::bigint as "totalFen",
      count(*)::int as count,
      coalesce(
        (select sum(amount_fen)::bigint from tender where statement_id = statement.id),
        0
      ) as "paidFen"
    from charge
    join record on record.id = charge.instrument_id
    join institution on institution.id = charge.institution_id
    join lab on lab.id = charge.lab_id
    ${statementOf()}
    where ${which} and ${visibleChargesOf(viewer)}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    order by 1 desc, 6, 5, 3, 2
  `.execute(db)
  return rows
}

export type OpenMonth = { labId: string; institutionId: string; month: string }

/** Months up to one with charges not issued yet, earliest first. */
export async function openMonths(
  db: Db,
  {
    upTo,
    labId,
    institutionId,
  }: { upTo: string; labId?: string | undefined; institutionId?: string | undefined },
): Promise<OpenMonth[]> {
  const { rows } = await sql<OpenMonth>`
    select distinct
      charge.lab_id as "labId",
      charge.institution_id as "institutionId",
      ${statementMonth()} as month
    from charge
    ${statementOf()}
    where charge.lab_id is not null
      and statement.id is null
      and charge.month <= ${upTo}
      and ${statementMonth()} <= ${upTo}
      and ${labId === undefined ? sql`true` : sql`charge.lab_id = ${labId}::uuid`}
      and ${institutionId === undefined ? sql`true` : sql`charge.institution_id = ${institutionId}::uuid`}
    order by month, "labId", "institutionId"
  `.execute(db)
  return rows
}

type Issued = { id: string; totalFen: number; count: number }

/**
 * Issues one statement of a lab's charges of a month, in one SQL statement. Undefined where somebody else did so
 * meanwhile, or there are no charges.
 */
export async function insertStatement(
  trx: Trx,
  { labId, institutionId, month }: OpenMonth,
  { at, by }: { at: Temporal.Instant; by: string | null },
): Promise<Issued | undefined> {
  const { rows } = await sql<Issued>`
    with charged as (
      select charge.instrument_id, charge.id, charge.amount_fen
      from charge
      ${statementOf()}
      where charge.lab_id = ${labId}::uuid
        and charge.institution_id = ${institutionId}::uuid
        and statement.id is null
        and charge.month <= ${month}
        and ${statementMonth()} = ${month}
    ),
    issued as (
      insert into statement (lab_id, institution_id, month, total_fen, line_count, issued_at, issued_by)
      select ${labId}::uuid, ${institutionId}::uuid, ${month}, sum(amount_fen)::bigint, count(*)::int,
        ${isoOf(at)}::timestamptz, ${by}::uuid
      from charged
      having count(*) > 0
      on conflict on constraint statement_issued_once do nothing
      returning id, total_fen, line_count
    ),
    lines as (
      insert into statement_line (instrument_id, charge_id, statement_id)
      select charged.instrument_id, charged.id, issued.id
      from charged, issued
    )
    select id, total_fen as "totalFen", line_count as count from issued
  `.execute(trx)
  return rows[0]
}

export type StatementRow = {
  id: string
  labId: string
  institutionId: string
  month: string
  totalFen: number
}

/** Locks a statement, so that its payments take turns. */
export async function lockStatement(trx: Trx, id: string): Promise<StatementRow | undefined> {
  const { rows } = await sql<StatementRow>`
    select
      id,
      lab_id as "labId",
      institution_id as "institutionId",
      month,
      total_fen as "totalFen"
    from statement
    where id = ${id}::uuid
    for no key update
  `.execute(trx)
  return rows[0]
}

/** Payments of these statements by vouchers. */
export async function tendersOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('tender')
    .innerJoin('voucher', 'voucher.id', 'tender.voucher_id')
    .where('tender.statement_id', 'in', [...ids])
    .select([
      'tender.statement_id as statementId',
      'tender.voucher_id as voucherId',
      'voucher.code',
      'tender.amount_fen as amountFen',
    ])
    .orderBy('tender.at')
    .execute()
}

export type TenderRow = Awaited<ReturnType<typeof tendersOf>>[number]

/** Takes from the balance and notes for what; the check `voucher_not_overdrawn` holds whoever asks. */
export async function spendVoucher(trx: Trx, tender: Insertable<TenderTable>): Promise<void> {
  await trx
    .updateTable('voucher')
    .set((eb) => ({ balance_fen: eb('balance_fen', '-', tender.amount_fen) }))
    .where('id', '=', tender.voucher_id)
    .execute()
  await trx.insertInto('tender').values(tender).execute()
}
