import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { personIdOf, signedIn, writing } from '../../people/roles/actions/allow.ts'
import { getInstitution } from '../../people/institutions/actions/institutions.ts'
import { getLab } from '../../people/labs/actions/labs.ts'
import { isId } from '../../people/model/parts.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import type { NewVoucher } from './model.ts'
import {
  insertVoucher,
  listVouchers,
  lockVoucher,
  type VoucherRow,
  withdrawVoucherRow,
} from './queries.ts'
import { isUsable } from './rules.ts'
import { voucherWords as words } from './words.ts'

export type { VoucherRow } from './queries.ts'

/** Days of vouchers are the province's. */
const provinceZone = 'Asia/Shanghai'
export const provinceDay = ({ now }: Pick<Context, 'now'>): string =>
  now().toZonedDateTimeISO(provinceZone).toPlainDate().toString()

/** Vouchers that the viewer may see: their labs', and those that their institutions gave. */
export async function searchVouchers(
  ctx: Context,
  { lab }: { lab?: string | undefined } = {},
): Promise<VoucherRow[]> {
  if (ctx.actor.type !== 'system') signedIn(ctx)
  if (lab !== undefined && !isId(lab)) return []
  return listVouchers(ctx.db, ctx.actor, { lab })
}

/** Those of a lab that pay today. */
export async function usableVouchers(ctx: Context, lab: string): Promise<VoucherRow[]> {
  const today = provinceDay(ctx)
  return (await searchVouchers(ctx, { lab })).filter((voucher) => isUsable(voucher, today))
}

/** Gives a lab a voucher; by administrators and curators of the institution that gives it. */
export async function issueVoucher(ctx: Context, input: NewVoucher): Promise<{ id: string }> {
  if (ctx.actor.type !== 'system') writing(ctx)
  allowIssuer(ctx, input.institution)
  await getInstitution(ctx, input.institution)
  await getLab(ctx, input.lab)
  return unlessBroken('voucher_code_taken', words.codeTaken, () =>
    transact(ctx, (trx) => issueVoucherIn(trx, ctx, input)),
  )
}

/** The same inside a transaction of the caller, for the demo. */
export async function issueVoucherIn(
  trx: Trx,
  ctx: Context,
  input: NewVoucher,
): Promise<{ id: string }> {
  const id = await insertVoucher(trx, {
    ...input,
    createdAt: ctx.now(),
    createdBy: personIdOf(ctx),
  })
  await recordChange(trx, ctx, {
    action: 'voucher.issue',
    entity: 'voucher',
    entityId: id,
    institutionId: input.institution,
    after: { code: input.code, lab: input.lab, faceFen: input.faceFen },
  })
  return { id }
}

/** Takes a voucher back: what it paid stays paid, and it pays nothing more. */
export async function withdrawVoucher(ctx: Context, id: string): Promise<void> {
  if (ctx.actor.type !== 'system') writing(ctx)
  await transact(ctx, async (trx) => {
    const voucher = isId(id) ? await lockVoucher(trx, id) : undefined
    if (!voucher) throw new Problem('not-found', words.noVoucher)
    allowIssuer(ctx, voucher.institutionId)
    if (voucher.withdrawnAt) return
    await withdrawVoucherRow(trx, id, { at: ctx.now(), by: personIdOf(ctx) })
    await recordChange(trx, ctx, {
      action: 'voucher.withdraw',
      entity: 'voucher',
      entityId: id,
      institutionId: voucher.institutionId,
      before: { balanceFen: voucher.balanceFen },
    })
  })
}

function allowIssuer(ctx: Context, institutionId: string): void {
  if (!managesInstitution(ctx.actor, institutionId))
    throw new Problem('forbidden', words.issuersOnly)
}
