import { isStaffOf, isStaffOfAny } from '../../instruments/rules/standing.ts'
import { type Context, transact } from '../../core/context.ts'
import { type Page, whole } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { isoOf, type Temporal } from '../../core/time.ts'
import { allowReading, allowWriting, personIdOf, signedIn } from '../../core/permission.ts'
import { getLab } from '../../people/labs/actions.ts'
import { belongsToLab, leadsLab } from '../../people/roles/rules.ts'
import type { Reach } from './model.ts'
import { chargesInMonth } from '../charges/queries/charges.ts'
import {
  insertStatement,
  lockStatement,
  type OpenMonth,
  openMonths,
  spendVoucher,
  type StatementRow,
  type StatementSum,
  sumStatements,
  type TenderRow,
  tendersOf,
} from './queries.ts'
import { groupedCharges, monthAfter, type StatementPart } from './rules.ts'
import { statementWords as words, tenderWords } from './words.ts'
import { recordChange } from '../../audit/actions.ts'
import type { Trx } from '../../core/database.ts'
import { provinceDay } from '../vouchers/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { isId } from '../../core/shapes.ts'
import { lockVoucher, type VoucherRow } from '../vouchers/queries.ts'
import { paysOf, stateOf } from '../vouchers/rules.ts'
import { voucherWords } from '../vouchers/words.ts'

type Lab = Awaited<ReturnType<typeof getLab>>

/** Whether the viewer sees all of a statement, so that its sums are what is owed. */
const seesWhole = (ctx: Context, reach: Reach, institutionId: string): boolean =>
  reach === 'all' || isStaffOf(ctx.actor, { institutionId, collectionId: null })

type StatementList = {
  lab: Lab
  reach: Reach
  items: (Omit<StatementSum, 'paidFen'> & { paidFen: number | null })[]
}

/** A lab's statements and months not issued yet, latest first, as far as the viewer may see them. */
export async function listStatements(ctx: Context, labId: string): Promise<StatementList> {
  const { lab, reach } = await labToRead(ctx, labId)
  const sums = await sumStatements(ctx.db, ctx.actor, { labId: lab.id })
  return {
    lab,
    reach,
    items: sums.map((sum) => ({
      ...sum,
      paidFen: seesWhole(ctx, reach, sum.institutionId) ? sum.paidFen : null,
    })),
  }
}

/** What the viewer's labs owe, the latest month first. */
export async function statementsOfMyLabs(ctx: Context): Promise<Page<StatementSum>> {
  const { labs } = signedIn(ctx)
  const sums = await Promise.all(
    labs.map(async ({ labId }) => sumStatements(ctx.db, ctx.actor, { labId })),
  )
  return whole(sums.flat().toSorted((one, other) => other.month.localeCompare(one.month)))
}

/** What labs owe in a month: the viewer's labs, and those that used the viewer's instruments. */
export async function statementsIn(ctx: Context, month: string): Promise<StatementSum[]> {
  allowReading(ctx)
  return sumStatements(ctx.db, ctx.actor, { month })
}

export type Statement = StatementPart & {
  issuedAt: Temporal.Instant | null
  tenders: TenderRow[]
  /** Null where the viewer sees only a part of it. */
  paidFen: number | null
}
export type MonthOfLab = { lab: Lab; reach: Reach; statements: Statement[]; totalFen: number }

/** A lab's month: issued statements, and charges not issued yet. */
export async function getMonth(ctx: Context, labId: string, month: string): Promise<MonthOfLab> {
  const { lab, reach } = await labToRead(ctx, labId)
  const rows = await chargesInMonth(ctx.db, ctx.actor, { labId: lab.id, month })
  const parts = groupedCharges(rows)
  const issued = parts.flatMap(({ statementId }) => statementId ?? [])
  const tenders = await tendersOf(ctx.db, issued)
  const statements = parts.map((part) => {
    const paid = tenders.filter(({ statementId }) => statementId === part.statementId)
    const isWhole = seesWhole(ctx, reach, part.institutionId)
    return {
      ...part,
      issuedAt: rows.find((row) => row.institutionId === part.institutionId)?.issuedAt ?? null,
      tenders: isWhole ? paid : [],
      paidFen: isWhole ? paid.reduce((sum, { amountFen }) => sum + amountFen, 0) : null,
    }
  })
  const totalFen = statements.reduce((sum, part) => sum + part.totalFen, 0)
  return { lab, reach, statements, totalFen }
}

async function labToRead(ctx: Context, labId: string): Promise<{ lab: Lab; reach: Reach }> {
  const { actor } = ctx
  allowReading(ctx)
  const lab = await getLab(ctx, labId)
  if (leadsLab(actor, lab)) return { lab, reach: 'all' }
  if (isStaffOfAny(actor)) return { lab, reach: 'staff' }
  if (belongsToLab(actor, lab)) return { lab, reach: 'own' }
  throw new Problem('forbidden', words.notForYou)
}

/** The current month, by the province's calendar. */
export const runningMonth = (ctx: Pick<Context, 'now'>): string => provinceDay(ctx).slice(0, 7)

/** Issues a lab's statements up to a month that is over; by staff of the institution that is paid. */
export async function issueStatements(
  ctx: Context,
  { labId, institutionId, month }: OpenMonth,
): Promise<number> {
  allowWriting(ctx)
  await getLab(ctx, labId)
  if (!isStaffOf(ctx.actor, { institutionId, collectionId: null }))
    throw new Problem('forbidden', words.staffIssue)
  if (month >= runningMonth(ctx)) throw new Problem('conflict', words.notOver)
  const issued = await issueOpen(ctx, { upTo: month, labId, institutionId })
  if (issued === 0) throw new Problem('conflict', words.nothingToIssue)
  return issued
}

/** Issues the statements of all labs up to last month. Idempotent. */
export const issueAllStatements = (ctx: Context): Promise<number> =>
  issueOpen(ctx, { upTo: monthAfter(runningMonth(ctx), -1) })

async function issueOpen(
  ctx: Context,
  which: { upTo: string; labId?: string; institutionId?: string },
): Promise<number> {
  let issued = 0
  for (const open of await openMonths(ctx.db, which))
    // oxlint-disable-next-line no-await-in-loop -- month after month: a later one takes what an earlier one left
    if (await transact(ctx, (trx) => issueIn(trx, ctx, open))) issued += 1
  return issued
}

/** One statement, inside a transaction of the caller. */
async function issueIn(trx: Trx, ctx: Context, open: OpenMonth): Promise<boolean> {
  const issued = await insertStatement(trx, open, { at: ctx.now(), by: personIdOf(ctx) })
  if (!issued) return false
  await recordChange(trx, ctx, {
    action: 'statement.issue',
    entity: 'statement',
    entityId: issued.id,
    institutionId: open.institutionId,
    after: { lab: open.labId, month: open.month, totalFen: issued.totalFen, lines: issued.count },
  })
  return true
}

type Payment = { statementId: string; voucherId: string }

/**
 * Pays a part of an issued statement by a voucher of its lab: as much of what is due as the voucher covers. Both rows
 * are locked meanwhile, so that neither is paid nor spent twice.
 */
export async function payByVoucher(
  ctx: Context,
  payment: Payment,
): Promise<{ amountFen: number; dueFen: number }> {
  allowWriting(ctx)
  return unlessBroken('tender_once', tenderWords.usedHere, () =>
    transact(ctx, (trx) => payIn(trx, ctx, payment)),
  )
}

/** The same inside a transaction of the caller, for the demo. */
export async function payIn(
  trx: Trx,
  ctx: Context,
  payment: Payment,
): Promise<{ amountFen: number; dueFen: number }> {
  const statement = await lockedStatement(trx, ctx, payment.statementId)
  const dueFen = await dueOf(trx, statement)
  if (dueFen <= 0) throw new Problem('conflict', tenderWords.nothingDue)
  const voucher = await lockedVoucher(trx, ctx, { statement, id: payment.voucherId })
  const amountFen = paysOf(voucher, dueFen)
  if (amountFen <= 0) throw new Problem('conflict', tenderWords.notUsable)
  await spendVoucher(trx, {
    statement_id: statement.id,
    voucher_id: voucher.id,
    amount_fen: amountFen,
    at: isoOf(ctx.now()),
    by: personIdOf(ctx),
  })
  await recordChange(trx, ctx, {
    action: 'voucher.use',
    entity: 'voucher',
    entityId: voucher.id,
    institutionId: voucher.institution.id,
    before: { balanceFen: voucher.balanceFen },
    after: { balanceFen: voucher.balanceFen - amountFen, statement: statement.id },
  })
  return { amountFen, dueFen: dueFen - amountFen }
}

async function lockedStatement(trx: Trx, ctx: Context, id: string): Promise<StatementRow> {
  const statement = isId(id) ? await lockStatement(trx, id) : undefined
  if (!statement) throw new Problem('not-found', words.noStatement)
  const lab = await getLab({ ...ctx, db: trx }, statement.labId)
  const { institutionId } = statement
  if (!leadsLab(ctx.actor, lab) && !isStaffOf(ctx.actor, { institutionId, collectionId: null }))
    throw new Problem('forbidden', tenderWords.payersOnly)
  return statement
}

async function lockedVoucher(
  trx: Trx,
  ctx: Context,
  { statement, id }: { statement: StatementRow; id: string },
): Promise<VoucherRow> {
  const voucher = isId(id) ? await lockVoucher(trx, id) : undefined
  if (!voucher) throw refused(voucherWords.noVoucher)
  if (voucher.lab.id !== statement.labId) throw refused(tenderWords.otherLab)
  if (stateOf(voucher, provinceDay(ctx)) !== 'usable')
    throw new Problem('conflict', tenderWords.notUsable)
  return voucher
}

const refused = (message: typeof voucherWords.noVoucher) =>
  new Problem('invalid', message, { issues: [{ path: 'voucher', message }] })

async function dueOf(trx: Trx, { id, totalFen }: StatementRow): Promise<number> {
  const paid = await tendersOf(trx, [id])
  return totalFen - paid.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
