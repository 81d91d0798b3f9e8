import type { BookingRow } from '../../../bookings/bookings/model.ts'
import { endBooking } from '../../../bookings/bookings/actions/cancel.ts'
import { finishLocked } from '../../../bookings/use/actions/end.ts'
import { giveBackTime, moveTime } from '../../../bookings/calendar/actions/occupancy.ts'
import { getBooking } from '../../../bookings/bookings/actions/read.ts'
import { refusal } from '../../../bookings/verdict/actions/refuse.ts'
import type { Period } from '../../../core/periods.ts'
import { presentBooking } from '../../../bookings/bookings/rules.ts'
import { asSystem, type Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { Temporal } from '../../../core/time.ts'
import { findHits, type HitRow } from '../queries.ts'
import { outageWords as words } from '../words.ts'

type Clearing = {
  instrumentId: string
  period: Period
  reason: string
  onBookings: 'refuse' | 'displace'
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
  const displaced: BookingRow[] = []
  const rows = []
  for (const hit of hits) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    rows.push({ hit, row: await getBooking(unseen(ctx), hit.id, trx) })
  }
  if (onBookings === 'refuse' && rows.length > 0) throw hitsRefused(rows.map(({ row }) => row))
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
  if (Temporal.Instant.compare(at, ctx.now()) <= 0) await finishLocked(trx, ctx, { row, done: {} })
  if (Temporal.Instant.compare(at, hit.start) <= 0) {
    await giveBackTime(trx, ctx, key)
    return
  }
  const end = Temporal.Instant.compare(hit.end, at) < 0 ? hit.end : at
  await moveTime(trx, key, { start: hit.start, end })
}
