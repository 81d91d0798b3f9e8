import { isId } from '../core/shapes.ts'
import { signedIn } from '../core/permission.ts'
import type { Context } from '../core/context.ts'
import type { Trx } from '../core/database.ts'
import { Problem } from '../core/problem.ts'
import type { InstrumentRow } from './expressions.ts'
import { findInstrument, lockInstrumentRows } from './queries.ts'
import { isStaffOf, type Owned } from './rules/standing.ts'
import { instrumentWords as words } from './words.ts'

export type { InstrumentRow } from './expressions.ts'
export { staffToTell } from './queries.ts'

/** An instrument that the viewer may know of. */
export async function getInstrument(ctx: Context, id: string): Promise<InstrumentRow> {
  const row = isId(id) ? await findInstrument(ctx.db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noInstrument)
  return row
}

/** The same, to be newly used: nobody orders or enrols where it is not published. Bookings have an objection for it. */
export async function getPublishedInstrument(ctx: Context, id: string): Promise<InstrumentRow> {
  const row = await getInstrument(ctx, id)
  if (row.visibility !== 'published') throw new Problem('conflict', words.notPublished)
  return row
}

/** The same for those who decide about it. */
export async function getInstrumentAsStaff(ctx: Context, id: string): Promise<InstrumentRow> {
  const row = await getInstrument(ctx, id)
  allowStaff(ctx, row)
  return row
}

/** By whose clock staff type the times of their instrument. */
export const zoneForStaff = async (ctx: Context, { id }: { id: string }): Promise<string> =>
  (await getInstrumentAsStaff(ctx, id)).zone

/** Refuses who does not decide about an instrument. */
export function allowStaff(ctx: Context, instrument: Owned): void {
  if (ctx.actor.type !== 'system') signedIn(ctx)
  if (!isStaffOf(ctx.actor, instrument)) throw new Problem('forbidden', words.notStaff)
}

/**
 * The first thing that every writer of an instrument's time does: holds its row until the end of the transaction.
 * Several are held in order of id. One that is not there is not-found.
 */
export async function lockInstruments(trx: Trx, ids: readonly string[]): Promise<void> {
  if (!ids.every(isId)) throw new Problem('not-found', words.noInstrument)
  const held = await lockInstrumentRows(trx, ids)
  if (held.length < new Set(ids).size) throw new Problem('not-found', words.noInstrument)
}
