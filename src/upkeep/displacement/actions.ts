import type { BookingRow } from '../../bookings/bookings/model.ts'
import { endBooking } from '../../bookings/bookings/actions/cancel.ts'
import { finishLocked } from '../../bookings/use/actions/end.ts'
import { giveBackTime, moveTime } from '../../bookings/calendar/actions/occupancy.ts'
import { getBooking } from '../../bookings/bookings/actions/read.ts'
import { alternativesTo, refusal } from '../../bookings/verdict/actions/refuse.ts'
import type { Period } from '../../core/periods.ts'
import { presentBooking } from '../../bookings/bookings/rules.ts'
import { asSystem, type Context } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { Problem } from '../../core/problem.ts'
import { isLater, isoOf, type Temporal } from '../../core/time.ts'
import type { OnBookings } from './model.ts'
import { findHits, type HitRow } from './queries.ts'
import { displacementWords as words } from './words.ts'

const mostOffered = 20

type Clearing = {
  instrumentId: string
  period: Period
  reason: string
  onBookings: OnBookings
  /** The outage that is being moved: not in its own way. */
  outageId?: string
}

/**
 * Frees a time for an outage, with the instrument locked: bookings in it are cancelled and their people told, a use that
 * goes on ends when the outage begins. Another outage in it is refused; with `refuse`, bookings are too.
 */
export async function clearTime(
  trx: Trx,
  ctx: Context,
  { instrumentId, period, reason, onBookings, outageId }: Clearing,
): Promise<BookingRow[]> {
  const hits = await findHits(trx, { instrumentId, period, id: outageId ?? null })
  if (hits.some(({ kind }) => kind === 'outage'))
    throw refusal([{ code: 'outage', detail: words.taken }])
  const rows = []
  for (const hit of hits) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    rows.push({ hit, row: await getBooking(unseen(ctx), hit.id, trx) })
  }
  if (onBookings === 'refuse' && rows.length > 0) throw hitsRefused(rows.map(({ row }) => row))
  const displaced: BookingRow[] = []
  for (const { hit, row } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (hit.isInUse) await cutUse(trx, ctx, { row, hit, at: period.start })
    else {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await endBooking(trx, ctx, { row, as: 'outage', reason })
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      displaced.push(await getBooking(unseen(ctx), hit.id, trx))
    }
  }
  return displaced
}

/** Bookings that were cancelled, and other times for each of the first 20. */
export async function offersFor(ctx: Context, displaced: readonly BookingRow[]) {
  const offers = []
  for (const [index, row] of displaced.entries()) {
    const { instrumentId, start, end } = row
    const asked = { instrumentId, period: { start, end }, of: row }
    // oxlint-disable-next-line no-await-in-loop -- a handful, and one connection is enough for them
    const slots = index < mostOffered ? await alternativesTo(ctx, asked) : []
    const alternatives = slots.map((slot) => ({
      instrumentId,
      start: isoOf(slot.start),
      end: isoOf(slot.end),
    }))
    offers.push({ booking: presentBooking(row), alternatives })
  }
  return offers
}

/** Whoever reports what stops an instrument need not be allowed to see whose bookings that ends. */
const unseen = (ctx: Context): Context => asSystem(ctx, 'outage')

const hitsRefused = (rows: readonly BookingRow[]) =>
  new Problem('conflict', words.hits(rows.length), {
    objections: [{ code: 'bookings_hit', detail: words.hits(rows.length) }],
    bookings: rows.map(presentBooking),
  })

type Cut = { row: BookingRow; hit: HitRow; at: Temporal.Instant }

async function cutUse(trx: Trx, ctx: Context, { row, hit, at }: Cut): Promise<void> {
  const key = { instrumentId: row.instrumentId, id: row.id }
  if (!isLater(at, ctx.now())) await finishLocked(trx, ctx, { row, done: {} })
  if (!isLater(at, hit.start)) {
    await giveBackTime(trx, ctx, key)
    return
  }
  const end = isLater(at, hit.end) ? hit.end : at
  await moveTime(trx, key, { start: hit.start, end })
}
