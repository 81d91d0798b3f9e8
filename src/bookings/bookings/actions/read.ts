import { isId } from '../../../core/shapes.ts'
import { allowReading, signedIn } from '../../../core/permission.ts'
import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import { badCursor, type Page, pageOf, readCursor } from '../../../core/paging.ts'
import { Problem } from '../../../core/problem.ts'
import type { Temporal } from '../../../core/time.ts'
import type { BookingState } from '../model/booking.ts'
import { type BookingRow, countBookings, findBooking, listBookings } from '../queries/read.ts'
import { bookingWords as words } from '../words/booking.ts'

export type { BookingRow } from '../queries/read.ts'

/** A booking that the viewer may see; not-found otherwise. `db` is the transaction where it is locked. */
export async function getBooking(ctx: Context, id: string, db: Db = ctx.db): Promise<BookingRow> {
  allowReading(ctx)
  const row = isId(id) ? await findBooking(db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noBooking)
  return row
}

export type BookingsAsked = {
  mine?: boolean | undefined
  lab?: string | undefined
  instrument?: string | undefined
  series?: string | undefined
  states?: readonly BookingState[] | undefined
  from?: Temporal.Instant | undefined
  to?: Temporal.Instant | undefined
  order?: 'asc' | 'desc' | undefined
  limit: number
  after?: string | undefined
}

const countedTo = 10_000

/** Bookings that the viewer may see, in order of start. */
export async function searchBookings(
  ctx: Context,
  { mine, after, ...asked }: BookingsAsked,
): Promise<Page<BookingRow>> {
  const { personId } = ctx.actor.type === 'system' ? { personId: undefined } : signedIn(ctx)
  const named = [asked.lab, asked.instrument, asked.series]
  if (named.some((id) => id !== undefined && !isId(id)))
    return { items: [], next: null, total: { value: 0, relation: 'eq' } }
  const filter = { ...asked, ...(mine && { person: personId }) }
  const rows = await listBookings(ctx.db, ctx.actor, { ...filter, after: cursorIn(after) })
  const count = await countBookings(ctx.db, ctx.actor, { ...filter, limit: 0 }, countedTo + 1)
  return {
    ...pageOf(rows, asked.limit, ({ start, id }) => [start.epochMilliseconds, id]),
    total: {
      value: Math.min(count, countedTo),
      relation: count > countedTo ? 'gte' : 'eq',
    },
  }
}

/** Where a list of bookings goes on. */
export function cursorIn(after: string | undefined): { startMs: number; id: string } | undefined {
  if (after === undefined) return undefined
  const [startMs, id] = readCursor(after, 2)
  // Somebody else's text is refused as any cursor that is none.
  if (!isId(String(id))) throw badCursor()
  return { startMs: Number(startMs), id: String(id) }
}
