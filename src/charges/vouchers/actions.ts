import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { isId } from '../../core/shapes.ts'
import { isoOf, defaultZone } from '../../core/time.ts'
import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { getLab } from '../../people/labs/actions.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { type NewVoucher, type VoucherFilter, voucherForm } from './model.ts'
import { insertVoucher, listVouchers, lockVoucher, updateVoucher } from './queries.ts'
import { stateOf } from './rules.ts'
import { voucherWords as words } from './words.ts'

export type { VoucherRow } from './queries.ts'

/** Days of vouchers are the province's. */
export const provinceDay = ({ now }: Pick<Context, 'now'>): string =>
  now().toZonedDateTimeISO(defaultZone).toPlainDate().toString()

/** Vouchers that the viewer may see: their labs', and those that their institutions gave. */
export async function searchVouchers(ctx: Context, narrowed: Paging & VoucherFilter) {
  allowReading(ctx)
  const { items, ...page } = await listVouchers(ctx.db, ctx.actor, narrowed)
  const today = provinceDay(ctx)
  const seen = items.map((voucher) => {
    const state = stateOf(voucher, today)
    const mayWithdraw =
      !voucher.withdrawnAt && managesInstitution(ctx.actor, voucher.institution.id)
    return { ...voucher, state, usable: state === 'usable', mayWithdraw }
  })
  return { ...page, items: seen }
}

/** Those of a lab that pay today. */
export async function usableVouchers(ctx: Context, lab: string) {
  const { items } = await searchVouchers(ctx, { lab, limit: 200 })
  return items.filter(({ usable }) => usable)
}

/** Gives a lab a voucher; by administrators and curators of the institution that gives it. */
export async function issueVoucher(ctx: Context, input: NewVoucher): Promise<{ id: string }> {
  allowWriting(ctx)
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
  const voucher = voucherForm.whole(input)
  const id = await insertVoucher(trx, {
    code: voucher.code,
    title_zh: voucher.title.zh,
    title_en: voucher.title.en,
    institution_id: voucher.institution,
    lab_id: voucher.lab,
    face_fen: voucher.faceFen,
    balance_fen: voucher.faceFen,
    cover_percent: voucher.coverPercent,
    cover_fen: voucher.coverFen,
    cap_fen: voucher.capFen,
    valid_from: voucher.validFrom,
    valid_to: voucher.validTo,
    created_at: isoOf(ctx.now()),
    created_by: personIdOf(ctx),
  })
  const of = { entity: 'voucher', entityId: id, institutionId: voucher.institution } as const
  await recordChange(trx, ctx, { action: 'voucher.issue', ...of, after: voucher })
  return { id }
}

/** Takes a voucher back: what it paid stays paid, and it pays nothing more. */
export async function withdrawVoucher(ctx: Context, id: string): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const voucher = isId(id) ? await lockVoucher(trx, id) : undefined
    if (!voucher) throw new Problem('not-found', words.noVoucher)
    const { institution, balanceFen, withdrawnAt } = voucher
    allowIssuer(ctx, institution.id)
    if (withdrawnAt) return
    await updateVoucher(trx, id, { withdrawn_at: isoOf(ctx.now()), withdrawn_by: personIdOf(ctx) })
    const of = { entity: 'voucher', entityId: id, institutionId: institution.id } as const
    await recordChange(trx, ctx, { action: 'voucher.withdraw', ...of, before: { balanceFen } })
  })
}

function allowIssuer(ctx: Context, institutionId: string): void {
  if (!managesInstitution(ctx.actor, institutionId))
    throw new Problem('forbidden', words.issuersOnly)
}
