import type { BookingState, BookingRow } from '../model.ts'
import { allowReading, signedIn } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import {
  countedTo,
  keyPart,
  type Page,
  pageOf,
  readCursor,
  totalOf,
  whole,
} from '../../../core/paging.ts'
import { Problem } from '../../../core/problem.ts'
import type { Temporal } from '../../../core/time.ts'
import {
  type BookingFilter,
  countBookings,
  countToDecide,
  findBooking,
  findPlace,
  listBookings,
  listDeeds,
} from '../queries/read.ts'
import type { Deed } from '../rules.ts'
import { bookingWords as words } from '../words/booking.ts'

/** A booking that the viewer may see; not-found otherwise. `db` is the transaction where it is locked. */
export async function getBooking(ctx: Context, id: string, db: Db = ctx.db): Promise<BookingRow> {
  allowReading(ctx)
  const row = isId(id) ? await findBooking(db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noBooking)
  return row
}

/** What was done to a booking that the viewer may see, newest first. */
export const deedsOfBooking = (ctx: Context, { id }: BookingRow): Promise<Deed[]> =>
  listDeeds(ctx.db, id)

/** Where the instrument of a booking stands, also when its record is not to be seen any more. */
export const placeOfBooking = (ctx: Context, { instrumentId }: BookingRow) =>
  findPlace(ctx.db, instrumentId)

export type { Place } from '../queries/read.ts'

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

/** Bookings that the viewer may see, in order of start. */
export async function searchBookings(
  ctx: Context,
  { mine, after, ...asked }: BookingsAsked,
): Promise<Page<BookingRow>> {
  const { personId } = ctx.actor.type === 'system' ? { personId: undefined } : signedIn(ctx)
  const named = [asked.lab, asked.instrument, asked.series]
  if (named.some((id) => id !== undefined && !isId(id))) return whole([])
  const filter = { ...asked, ...(mine && { person: personId }), after: cursorIn(after) }
  return pageOfBookings(ctx, filter, countedTo)
}

/** Pending bookings that the actor may approve, the one that begins first at the top. */
export async function bookingsToDecide(
  ctx: Context,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<Page<BookingRow>> {
  return pageOfBookings(ctx, { ...toDecide(ctx), limit, after: cursorIn(after) }, 1000)
}

const toDecide = (ctx: Context) => ({ states: ['pending'] as const, decidedBy: signedIn(ctx) })

/** How many those are, up to a hundred. */
export const countBookingsToDecide = (ctx: Context): Promise<number> =>
  countToDecide(ctx.db, signedIn(ctx))

async function pageOfBookings(
  ctx: Context,
  filter: BookingFilter,
  most: number,
): Promise<Page<BookingRow>> {
  const rows = await listBookings(ctx.db, ctx.actor, filter)
  const count = await countBookings(ctx.db, ctx.actor, filter, most + 1)
  return {
    ...pageOf(rows, filter.limit, ({ start, id }) => [start.epochMilliseconds, id]),
    total: totalOf(count, most),
  }
}

/** Where a list of bookings goes on; refused for a cursor of another list. */
function cursorIn(after: string | undefined): { startMs: number; id: string } | undefined {
  if (after === undefined) return undefined
  const [startMs, id] = readCursor(after, [keyPart.ms, keyPart.id])
  return { startMs, id }
}
