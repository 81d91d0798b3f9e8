import type { BookingChange, BookingRow } from '../model.ts'
import { recordBooking } from './events.ts'
import { lockBooking, type LockedBooking } from './lock-booking.ts'
import { bookerOf } from './person.ts'
import { getBooking } from './read.ts'
import {
  buffersOf,
  liftOccupancies,
  moveOccupancy,
  settleOccupancies,
  updateBooking,
} from '../queries/write.ts'
import { bookingWords as words } from '../words/booking.ts'
import { datesInScope } from '../../series/actions.ts'
import { movedAlike } from '../../series/rules/recurrence.ts'
import { judge } from '../../verdict/actions/judge.ts'
import { acceptDates, withAlternatives } from '../../verdict/actions/refuse.ts'
import type { Situation } from '../../verdict/queries.ts'
import type { JudgedDate } from '../../verdict/rules/dates.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Period } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import { longestDays, objectionToSpan } from '../../../core/spans.ts'
import { isoOf } from '../../../core/time.ts'

export type ChangedBookings = {
  booking: BookingRow
  changed: string[]
  /** Dates of a series that stay as they are, and why. */
  skipped: JudgedDate[]
}

type Asked = { id: string; version: number | undefined; change: BookingChange }

/**
 * Edits or moves a booking: the same booking, its history kept; with `scope`, other dates of its series too, whose times
 * move by as much on the local clock. Times are judged by the policy in force now, as for a new one, and as if none of
 * the dates were where they are; particulars alone are not judged. Dates are refused together, or left as they are one
 * by one with `onConflict: skip`.
 */
export async function changeBooking(ctx: Context, asked: Asked): Promise<ChangedBookings> {
  const { id, change } = asked
  const row = await getBooking(ctx, id)
  const period = { start: change.start ?? row.start, end: change.end ?? row.end }
  const isSingle = (change.scope ?? 'one') === 'one'
  const refused = { instrumentId: row.instrumentId, period, changing: id, of: row, isSingle }
  const result = await withAlternatives(ctx, refused, () =>
    transact(ctx, (trx) => changeIn(trx, ctx, asked)),
  )
  return { ...result, booking: await getBooking(ctx, id) }
}

async function changeIn(trx: Trx, ctx: Context, { id, version, change }: Asked) {
  const locked = await lockBooking(trx, ctx, { id, command: 'change' })
  const { row } = locked
  if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
  await allowChange({ ...ctx, db: trx }, locked, change)
  const to = periodAfter(row, change)
  const [, ...others] = await datesInScope(trx, ctx, { row, scope: change.scope ?? 'one' })
  const isMoved = !samePeriod(row, to)
  const moveOf = (booking: BookingRow, period: Period): Move => ({
    booking,
    period,
    details: { ...detailsOf(booking), ...changedDetails(change) },
  })
  const moves = [
    moveOf(row, to),
    ...others.map((other) =>
      moveOf(other, isMoved ? movedAlike(other, { from: row, to, zone: row.zone }) : other),
    ),
  ] as const
  const { override } = change
  if (!moves.some(isJudged)) {
    await writeMoves(trx, ctx, { moves, override })
    return { changed: moves.map(({ booking }) => booking.id), skipped: [] }
  }
  const { labId, project } = moves[0].details
  const { instrumentId } = row
  const of = { personId: row.personId, labId, audience: row.audience }
  const skips = change.onConflict === 'skip' && moves.length > 1
  const asked = { instrumentId, of, project, dates: moves, override, skips }
  const verdict = await judge(ctx, asked, trx)
  if (skips && verdict.dates.every(({ objections }) => objections.length > 0))
    return { changed: [], skipped: verdict.dates }
  const { accepted, skipped } = acceptDates(verdict, change.onConflict)
  await writeMoves(trx, ctx, { moves: accepted, situation: verdict.situation, override })
  return { changed: accepted.map(({ booking }) => booking.id), skipped }
}

/** Rules are set aside by staff alone; a lab pays only for those who belong to it. */
async function allowChange(
  ctx: Context,
  { row, role }: LockedBooking,
  { override, lab }: Pick<BookingChange, 'override' | 'lab'>,
): Promise<void> {
  if (override && role !== 'staff') throw new Problem('forbidden', words.overrideNotAllowed)
  if (lab && lab !== row.labId) await bookerOf(ctx, { onBehalfOf: row.personId, lab })
}

function periodAfter(row: BookingRow, change: BookingChange): Period {
  const { start = row.start, end = row.end } = change
  const wrong = objectionToSpan({ start, end }, longestDays.booking)
  if (wrong) throw new Problem('invalid', wrong, { issues: [{ path: 'end', message: wrong }] })
  if (row.state === 'in_use' && start.epochMilliseconds !== row.start.epochMilliseconds)
    throw new Problem('conflict', words.startFixed)
  return { start, end }
}

type Details = Pick<BookingRow, 'purpose' | 'labId' | 'project' | 'assisted'> & {
  samples: number | null
}
type Move = { booking: BookingRow; period: Period; details: Details }

const detailsOf = ({ purpose, labId, project, plannedSamples, assisted }: BookingRow): Details => ({
  purpose,
  labId,
  project,
  samples: plannedSamples,
  assisted,
})

/** Only the fields present are changed. */
const changedDetails = ({
  purpose,
  lab,
  project,
  samples,
  assisted,
}: BookingChange): Partial<Details> => ({
  ...(purpose !== undefined && { purpose }),
  ...(lab !== undefined && { labId: lab }),
  ...(project !== undefined && { project }),
  ...(samples !== undefined && { samples }),
  ...(assisted !== undefined && { assisted }),
})

/** Another time or another lab is judged by the rules; no rule limits the purpose or the number of samples. */
const isJudged = ({ booking, period, details }: Move): boolean =>
  details.labId !== booking.labId || !samePeriod(booking, period)

const samePeriod = (one: Period, other: Period): boolean =>
  one.start.epochMilliseconds === other.start.epochMilliseconds &&
  one.end.epochMilliseconds === other.end.epochMilliseconds

type Judged = Move & { needsApproval?: boolean }
/** `situation`: what the moves were judged by, if any of them was. */
type Writing = { situation?: Situation; override: string | undefined }

async function writeMoves(
  trx: Trx,
  ctx: Context,
  { moves, ...writing }: Writing & { moves: readonly [Judged, ...Judged[]] },
): Promise<void> {
  const ids = moves.filter(isJudged).map(({ booking }) => booking.id)
  const moved = { instrumentId: moves[0].booking.instrumentId, ids }
  // Several dates may take one another's places.
  if (ids.length > 1) await liftOccupancies(trx, { ...moved, at: isoOf(ctx.now()) })
  for (const move of moves) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await writeMove(trx, ctx, { move, ...writing })
  }
  if (ids.length > 1) await settleOccupancies(trx, moved)
}

async function writeMove(
  trx: Trx,
  ctx: Context,
  { move, situation, override }: Writing & { move: Judged },
): Promise<void> {
  const { booking, period, details, needsApproval = false } = move
  const judgedBy = isJudged(move) ? situation : undefined
  await updateBooking(trx, booking, {
    ...details,
    period,
    overrideReason: override ?? booking.overrideReason,
    policyVersion: judgedBy?.policyVersion ?? booking.policyVersion,
    isPending: judgedBy !== undefined && needsApproval,
  })
  if (judgedBy) await moveOccupancy(trx, booking, { period, buffers: buffersOf(judgedBy.policy) })
  await recordBooking(trx, ctx, booking, {
    action: 'booking.change',
    event: 'changed',
    before: { ...detailsOf(booking), ...inIso(booking) },
    after: { ...details, ...inIso(period) },
  })
}

const inIso = ({ start, end }: Period) => ({ start: isoOf(start), end: isoOf(end) })
