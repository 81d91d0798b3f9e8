import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { recordChange } from '../../../audit/actions.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { getLab } from '../../../people/labs/actions/labs.ts'
import { leadsLab } from '../../../people/roles/rules.ts'
import { lockStatement, type StatementRow, tendersOf } from '../queries.ts'
import { lockVoucher, spendVoucher, type VoucherRow } from '../../vouchers/queries.ts'
import { paysOf, stateOf } from '../../vouchers/rules.ts'
import { statementWords } from '../words.ts'
import { voucherWords as words } from '../../vouchers/words.ts'
import { provinceDay } from '../../vouchers/actions.ts'

type Payment = { statementId: string; voucherId: string }

/**
 * Pays a part of an issued statement by a voucher of its lab: as much as the voucher covers of what is still due.
 * Statement and voucher are held meanwhile, so that neither is paid nor spent twice.
 */
export async function payByVoucher(
  ctx: Context,
  payment: Payment,
): Promise<{ amountFen: number; dueFen: number }> {
  allowWriting(ctx)
  return unlessBroken('tender_once', words.usedHere, () =>
    transact(ctx, (trx) => payIn(trx, ctx, payment)),
  )
}

/** The same inside a transaction of the caller, for the demo. */
export async function payIn(
  trx: Trx,
  ctx: Context,
  payment: Payment,
): Promise<{ amountFen: number; dueFen: number }> {
  const statement = await heldStatement(trx, ctx, payment.statementId)
  const dueFen = await dueOf(trx, statement)
  if (dueFen <= 0) throw new Problem('conflict', words.nothingDue)
  const voucher = await heldVoucher(trx, ctx, { statement, id: payment.voucherId })
  const amountFen = paysOf(voucher, dueFen)
  if (amountFen <= 0) throw new Problem('conflict', words.notUsable)
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

async function heldStatement(trx: Trx, ctx: Context, id: string): Promise<StatementRow> {
  const statement = isId(id) ? await lockStatement(trx, id) : undefined
  if (!statement) throw new Problem('not-found', statementWords.noStatement)
  const lab = await getLab({ ...ctx, db: trx }, statement.labId)
  const { institutionId } = statement
  if (!leadsLab(ctx.actor, lab) && !isStaffOf(ctx.actor, { institutionId, collectionId: null }))
    throw new Problem('forbidden', words.payersOnly)
  return statement
}

async function heldVoucher(
  trx: Trx,
  ctx: Context,
  { statement, id }: { statement: StatementRow; id: string },
): Promise<VoucherRow> {
  const voucher = isId(id) ? await lockVoucher(trx, id) : undefined
  if (!voucher) throw refused(words.noVoucher)
  if (voucher.lab.id !== statement.labId) throw refused(words.otherLab)
  if (stateOf(voucher, provinceDay(ctx)) !== 'usable')
    throw new Problem('conflict', words.notUsable)
  return voucher
}

const refused = (message: typeof words.noVoucher) =>
  new Problem('invalid', message, { issues: [{ path: 'voucher', message }] })

async function dueOf(trx: Trx, { id, totalFen }: StatementRow): Promise<number> {
  const paid = await tendersOf(trx, [id])
  return totalFen - paid.reduce((sum, { amountFen }) => sum + amountFen, 0)
}
