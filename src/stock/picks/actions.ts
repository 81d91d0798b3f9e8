import type { Context } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { enterEntry, type EntryRow } from '../entries/actions.ts'
import type { HeldFilter, Scan } from './model.ts'
import { listHeld } from './queries.ts'
import { pickWords as words } from './words.ts'

/** What is held back of lots that the actor keeps, in the order in which one walks past them. */
export async function searchHeld(ctx: Context, asked: Paging & HeldFilter) {
  allowReading(ctx)
  return listHeld(ctx.db, ctx.actor, asked)
}

/** Ships what is held back of the lot whose label was scanned, all that is still open of it. */
export async function pickScanned(ctx: Context, { code, reservation }: Scan): Promise<EntryRow> {
  allowWriting(ctx)
  const { items } = await listHeld(ctx.db, ctx.actor, { code, limit: 200 })
  const [held, ...others] = items.filter(
    ({ id }) => reservation === undefined || id === reservation,
  )
  if (!held) throw new Problem('conflict', words.noneOf(code))
  if (others.length > 0) throw new Problem('conflict', words.severalOf(code))
  const entry = {
    kind: 'ship',
    quantity: held.open,
    reservation: held.id,
    passReserve: false,
  } as const
  return enterEntry(ctx, entry, held.lot)
}
