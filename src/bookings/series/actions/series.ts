import { instrumentWords } from '../../../instruments/words.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { BookingChange, Cancellation, Scope } from '../../bookings/model/booking.ts'
import type { Period } from '../../../core/periods.ts'
import { updateBooking } from '../../bookings/queries/change.ts'
import { listBookings } from '../../bookings/queries/read.ts'
import { liftOccupancies, settleOccupancies } from '../queries.ts'
import { findSituation } from '../../verdict/queries.ts'
import { moveOccupancy } from '../../bookings/queries/write.ts'
import { type JudgedDate, judgedDates } from '../../verdict/rules/dates.ts'
import { bookingFacts } from '../../verdict/rules/facts.ts'
import { needsApproval } from '../../verdict/rules/objections.ts'
import { mostDates, movedAlike } from '../rules/recurrence.ts'
import { bookingWords as words } from '../../bookings/words/booking.ts'
import { cancelIn } from '../../bookings/actions/cancel.ts'
import { periodAfter } from '../../bookings/actions/change.ts'
import { type Held, holdBooking } from '../../bookings/actions/hold-row.ts'
import {
  allowChange,
  asksRules,
  given,
  noteChange,
  particularsOf,
  samePeriod,
  type Wanted,
} from '../../bookings/actions/particulars.ts'
import { windowOf } from '../../bookings/actions/place.ts'
import { type BookingRow, getBooking } from '../../bookings/actions/read.ts'
import { refusalOfDates, withAlternatives } from '../../verdict/actions/refuse.ts'

/** What became of several dates of a series. */
export type SeriesChange = {
  booking: BookingRow
  changed: string[]
  /** Dates that stay as they are, and why. */
  skipped: JudgedDate[]
}

/** Dates of a series that a command on one of them means: itself, those after it, or all that have not begun. */
async function datesMeant(
  trx: Trx,
  ctx: Context,
  { row, scope }: { row: BookingRow; scope: Scope },
): Promise<BookingRow[]> {
  if (row.seriesId === null || scope === 'one') return [row]
  const rows = await listBookings(trx, ctx.actor, {
    instrument: row.instrumentId,
    series: row.seriesId,
    states: ['pending', 'confirmed'],
    limit: mostDates,
  })
  const from = (scope === 'following' ? row.start : ctx.now()).epochMilliseconds
  const others = rows.filter(({ start, id }) => id !== row.id && start.epochMilliseconds >= from)
  return [row, ...others]
}

/** Cancels one date of a series, it and those after it, or all that have not begun: in one transaction. */
export async function cancelDates(
  ctx: Context,
  id: string,
  { reason, scope = 'one' }: Cancellation,
): Promise<BookingRow> {
  await transact(ctx, async (trx) => {
    const { row } = await holdBooking(trx, ctx, { id, command: 'cancel' })
    for (const one of await datesMeant(trx, ctx, { row, scope })) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await cancelIn(trx, ctx, { id: one.id, reason })
    }
  })
  return getBooking(ctx, id)
}

type Asked = { id: string; version: number | undefined; change: BookingChange; scope: Scope }

/**
 * Changes one date of a series and others with it: particulars are set alike, times move by as much on the local clock.
 * All dates are judged together, as if none of them were where it is now; refused together, or left as they are one by
 * one with `onConflict: skip`.
 */
export async function changeDates(ctx: Context, asked: Asked): Promise<SeriesChange> {
  const seen = await getBooking(ctx, asked.id)
  const period = periodAfter(seen, asked.change)
  const where = { instrumentId: seen.instrumentId, period, changing: asked.id, of: seen }
  const result = await withAlternatives(ctx, where, () =>
    transact(ctx, (trx) => changeDatesIn(trx, ctx, asked)),
  )
  return { ...result, booking: await getBooking(ctx, asked.id) }
}

async function changeDatesIn(trx: Trx, ctx: Context, { id, version, change, scope }: Asked) {
  const held = await holdBooking(trx, ctx, { id, command: 'change' })
  const { row } = held
  if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
  await allowChange({ ...ctx, db: trx }, held, change)
  const to = periodAfter(row, change)
  const moves = (await datesMeant(trx, ctx, { row, scope })).map((one): Move => ({
    row: one,
    wanted: {
      ...particularsOf(one),
      ...given(change),
      period: samePeriod(row, to) ? one : movedAlike(one, { from: row, to, zone: row.zone }),
    },
  }))
  const judged = await judgeMoves(trx, ctx, { held, moves, change })
  const bad = judged.dates.filter(({ objections }) => objections.length > 0)
  const good = moves.filter((_, index) => judged.dates[index]?.objections.length === 0)
  if (bad.length > 0 && (change.onConflict !== 'skip' || good.length === 0))
    throw refusalOfDates(bad)
  await writeMoves(trx, ctx, { moves: good, judged, held, override: change.override })
  return { changed: good.map((one) => one.row.id), skipped: bad }
}

type Move = { row: BookingRow; wanted: Wanted }
type Judged = Awaited<ReturnType<typeof judgeMoves>>

async function judgeMoves(
  trx: Trx,
  ctx: Context,
  { held, moves, change }: { held: Held; moves: readonly Move[]; change: BookingChange },
) {
  const { row } = held
  const [first, ...others] = moves.map(({ wanted }): Period => wanted.period)
  const situation =
    first &&
    (await findSituation(trx, {
      instrumentId: row.instrumentId,
      personId: row.personId,
      labId: moves[0]?.wanted.labId ?? null,
      now: isoOf(ctx.now()),
      window: windowOf([first, ...others]),
      viewer: ctx.actor,
      changing: moves.map((one) => one.row.id),
    }))
  if (!situation) throw new Problem('not-found', instrumentWords.noInstrument)
  const facts = bookingFacts(situation, {
    now: ctx.now(),
    audience: row.audience,
    hasProject: (moves[0]?.wanted.project ?? '') !== '',
  })
  const dates = judgedDates([first, ...others], facts, {
    override: change.override !== undefined,
    before: moves.map((one) => ({ start: one.row.start, end: one.row.end })),
  })
  const isAsked = moves.some((one) => asksRules(one.row, one.wanted))
  return { situation, facts, dates: isAsked ? dates : dates.map(withoutObjections) }
}

const withoutObjections = ({ period }: JudgedDate): JudgedDate => ({ period, objections: [] })

type Writing = {
  moves: readonly Move[]
  judged: Judged
  held: Held
  override: string | undefined
}

async function writeMoves(trx: Trx, ctx: Context, { moves, judged, held, override }: Writing) {
  const { situation, facts } = judged
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = situation.policy
  const place = { instrumentId: held.row.instrumentId, ids: moves.map(({ row }) => row.id) }
  await liftOccupancies(trx, { ...place, at: isoOf(ctx.now()) })
  for (const { row, wanted } of moves) {
    const isMoved = !samePeriod(row, wanted.period)
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await updateBooking(trx, row, {
      ...wanted,
      overrideReason: override ?? row.overrideReason,
      policyVersion: isMoved ? situation.policyVersion : row.policyVersion,
      isPending: isMoved && held.role !== 'staff' && needsApproval(wanted.period, facts),
    })
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (isMoved)
      await moveOccupancy(trx, row, { period: wanted.period, buffers: { before, after } })
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await noteChange(trx, ctx, { row, wanted })
  }
  await settleOccupancies(trx, place)
}
