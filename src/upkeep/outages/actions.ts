import { giveBackTime, moveTime, takeOutage } from '../../bookings/calendar/actions/occupancy.ts'
import type { Context } from '../../core/context.ts'
import type { Db, Trx } from '../../core/database.ts'
import type { Paging } from '../../core/paging.ts'
import { personIdOf } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isLater, isoOf, type Temporal } from '../../core/time.ts'
import { getInstrument, lockInstruments } from '../../instruments/actions.ts'
import { asStaff, found, recordUpkeep } from '../actions.ts'
import { clearTime, offersFor } from '../displacement/actions.ts'
import type { NewOutage, OutageChange } from './model.ts'
import { findOutage, insertOutage, listOutages, type OutageRow, updateOutage } from './queries.ts'
import { periodOfChanged, periodOfNew } from './rules.ts'
import { outageWords as words } from './words.ts'

/** What the address of an outage names: its instrument and itself. */
type Key = { id: string; outage: string }
type Asked = Paging & { id: string; since?: Temporal.Instant | undefined }

/** Outages that go on or are to come; with `since`, those that ended after it too. Everybody who sees the instrument may know. */
export async function outagesOf(ctx: Context, { id, since = ctx.now(), ...paging }: Asked) {
  await getInstrument(ctx, id)
  return listOutages(ctx.db, { instrumentId: id, since, now: ctx.now(), ...paging })
}

/** Takes an instrument out of service, now or later; by its staff. What was booked then is cancelled or refused. */
export async function openOutage(ctx: Context, input: NewOutage, { id }: { id: string }) {
  const { outage, displaced } = await asStaff(ctx, id, async (trx) => {
    await lockInstruments(trx, [id])
    return openOutageIn(trx, ctx, { instrumentId: id, input })
  })
  return { ...outage, displaced: await offersFor(ctx, displaced) }
}

/** The same inside a transaction of the caller, who has the instrument locked and asked whether the actor may. */
export async function openOutageIn(
  trx: Trx,
  ctx: Context,
  { instrumentId, input }: { instrumentId: string; input: NewOutage },
) {
  const { kind, reason, isEstimate = input.end === undefined } = input
  const period = periodOfNew(ctx.now(), input)
  const displaced = await clearTime(trx, ctx, { ...input, instrumentId, period })
  const id = await takeOutage(trx, { instrumentId, period })
  await insertOutage(trx, {
    instrument_id: instrumentId,
    id,
    kind,
    reason,
    planned: isLater(period.start, ctx.now()),
    is_estimate: isEstimate,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  const outage = await getOutage(trx, ctx, { id: instrumentId, outage: id })
  await recordUpkeep(trx, ctx, { action: 'outage.open', of: outage, after: valuesOf(outage) })
  return { outage, displaced }
}

/** Other times, another reason, a better estimate. Bookings that a longer outage hits go as with a new one. */
export async function changeOutage(ctx: Context, change: OutageChange, key: Key) {
  const { outage, displaced } = await asStaff(ctx, key.id, async (trx) => {
    const before = await holdOutage(trx, ctx, key)
    const { instrumentId, id: outageId } = before
    const { kind = before.kind, reason = before.reason, onBookings } = change
    const { isEstimate = change.end === undefined && before.isEstimate } = change
    const period = periodOfChanged(ctx.now(), before, change)
    const clearing = { instrumentId, period, reason, onBookings, outageId }
    const cancelled = await clearTime(trx, ctx, clearing)
    await moveTime(trx, before, period)
    await updateOutage(trx, before, { kind, reason, is_estimate: isEstimate })
    const after = await getOutage(trx, ctx, key)
    const values = { before: valuesOf(before), after: valuesOf(after) }
    await recordUpkeep(trx, ctx, { action: 'outage.change', of: after, ...values })
    await ctx.jobs.add(trx, 'promote_waiting', { instrumentId })
    return { outage: after, displaced: cancelled }
  })
  return { ...outage, displaced: await offersFor(ctx, displaced) }
}

/** Puts an instrument back in service: an outage that goes on ends now, one that has not begun is cancelled. */
export const endOutage = (ctx: Context, key: Key): Promise<OutageRow> =>
  asStaff(ctx, key.id, async (trx) => endOutageIn(trx, ctx, await holdOutage(trx, ctx, key)))

/** The same for an outage that is held already and not over. */
export async function endOutageIn(trx: Trx, ctx: Context, before: OutageRow): Promise<OutageRow> {
  const now = ctx.now()
  const { instrumentId, start, end } = before
  if (isLater(now, start)) await moveTime(trx, before, { start, end: now })
  else {
    await giveBackTime(trx, ctx, before)
    await updateOutage(trx, before, { cancelled_at: now, cancelled_by: personIdOf(ctx) })
  }
  const values = { before: { end: isoOf(end) }, after: { end: isoOf(now) } }
  await recordUpkeep(trx, ctx, { action: 'outage.end', of: before, ...values })
  await ctx.jobs.add(trx, 'promote_waiting', { instrumentId })
  return getOutage(trx, ctx, { id: instrumentId, outage: before.id })
}

/** An outage that is not over, with its instrument locked. */
async function holdOutage(trx: Trx, ctx: Context, key: Key): Promise<OutageRow> {
  await lockInstruments(trx, [key.id])
  const outage = await getOutage(trx, ctx, key)
  if (outage.state === 'over' || outage.state === 'cancelled')
    throw new Problem('conflict', words.over)
  return outage
}

const getOutage = async (db: Db, ctx: Context, { id: instrumentId, outage: id }: Key) =>
  found(await findOutage(db, { instrumentId, id, now: ctx.now() }), words.noOutage)

/** What the audit keeps of an outage. */
const valuesOf = ({ start, end, kind, reason }: OutageRow) => ({ start, end, kind, reason })
