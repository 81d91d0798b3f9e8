import { allowReading } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { getBooking } from '../../../bookings/bookings/actions/read.ts'
import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { type ChargeRow, chargesFor, findCharge } from '../queries/read.ts'
import { chargeWords as words } from '../words.ts'

export type { ChargeRow } from '../queries/read.ts'

/** A charge that the viewer may see; not-found otherwise. */
export async function getCharge(ctx: Context, id: string, db: Db = ctx.db): Promise<ChargeRow> {
  allowReading(ctx)
  const row = isId(id) ? await findCharge(db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noCharge)
  return row
}

/** What was charged for a booking, with what was waived and corrected of it. */
export async function chargesOfBooking(ctx: Context, bookingId: string): Promise<ChargeRow[]> {
  const { instrumentId, id } = await getBooking(ctx, bookingId)
  return chargesFor(ctx.db, ctx.actor, { instrumentId, bookingId: id })
}

/** Waivers and corrections of a charge. */
export const chargesAbout = (
  ctx: Context,
  { instrumentId, id }: Pick<ChargeRow, 'instrumentId' | 'id'>,
): Promise<ChargeRow[]> => chargesFor(ctx.db, ctx.actor, { instrumentId, aboutId: id })
