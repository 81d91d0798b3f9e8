import type { BookingRow } from '../../../bookings/bookings/model.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { ActionOn } from '../../../audit/model.ts'
import { presentBooking } from '../../../bookings/bookings/rules.ts'
import { giveBackTime, moveTime, takeOutage } from '../../../bookings/calendar/actions/occupancy.ts'
import { alternativesTo } from '../../../bookings/verdict/actions/refuse.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import {
  getInstrument,
  getInstrumentAsStaff,
  lockInstruments,
} from '../../../instruments/actions.ts'
import type { NewOutage, OutageChange } from '../model.ts'
import { findOutage, insertOutage, listOutages, type OutageRow, updateOutage } from '../queries.ts'
import { isLater, periodOfChanged, periodOfNew } from '../rules.ts'
import { outageWords as words } from '../words.ts'
import { clearTime } from './displace.ts'

/** What the address of an outage names: its instrument and itself. */
type Key = { id: string; outage: string }
type Opened = { outage: OutageRow; displaced: BookingRow[] }
const mostOffered = 20

/** Outages that go on or are to come; with `since`, those that ended after it too. Everybody who sees the instrument may know. */
export async function outagesOf(
  ctx: Context,
  { id, since, ...paging }: Paging & { id: string; since?: Temporal.Instant | undefined },
) {
  await getInstrument(ctx, id)
  const now = ctx.now()
  return listOutages(ctx.db, { instrumentId: id, since: since ?? now, now, ...paging })
}

/** Takes an instrument out of service, now or later; by its staff. What was booked then is cancelled or refused. */
export async function openOutage(ctx: Context, input: NewOutage, { id }: { id: string }) {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, id)
  const opened = await transact(ctx, async (trx) => {
    await lockInstruments(trx, [id])
    return openOutageIn(trx, ctx, { instrumentId: id, input })
  })
  return withOffers(ctx, opened)
}

/** The same inside a transaction of the caller, who has the instrument locked and asked whether the actor may. */
export async function openOutageIn(
  trx: Trx,
  ctx: Context,
  { instrumentId, input }: { instrumentId: string; input: NewOutage },
): Promise<Opened> {
  const { kind, reason, onBookings } = input
  const period = periodOfNew(ctx.now(), input)
  const displaced = await clearTime(trx, ctx, { instrumentId, period, reason, onBookings })
  const id = await takeOutage(trx, { instrumentId, period })
  await insertOutage(trx, {
    instrument_id: instrumentId,
    id,
    kind,
    reason,
    planned: isLater(period.start, ctx.now()),
    is_estimate: input.isEstimate ?? input.end === undefined,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  const outage = await getOutage(trx, ctx, { id: instrumentId, outage: id })
  await note(trx, ctx, { action: 'outage.open', outage, after: valuesOf(outage) })
  return { outage, displaced }
}

/** Other times, another reason, a better estimate. Bookings that a longer outage hits go as with a new one. */
export async function changeOutage(ctx: Context, change: OutageChange, key: Key) {
  const opened = await transact(ctx, async (trx) => {
    const before = await holdOutage(trx, ctx, key)
    const period = periodOfChanged(ctx.now(), before, change)
    const { kind = before.kind, reason = before.reason, onBookings } = change
    const clearing = { instrumentId: key.id, outageId: key.outage, period }
    const displaced = await clearTime(trx, ctx, { ...clearing, reason, onBookings })
    await moveTime(trx, before, period)
    const isEstimate = change.isEstimate ?? (change.end === undefined && before.isEstimate)
    await updateOutage(trx, before, { kind, reason, is_estimate: isEstimate })
    const outage = await getOutage(trx, ctx, key)
    const values = { before: valuesOf(before), after: valuesOf(outage) }
    await note(trx, ctx, { action: 'outage.change', outage, ...values })
    await ctx.jobs.add(trx, 'promote_waiting', { instrumentId: key.id })
    return { outage, displaced }
  })
  return withOffers(ctx, opened)
}

/** Puts an instrument back in service: an outage that goes on ends now, one that has not begun is cancelled. */
export const endOutage = (ctx: Context, key: Key): Promise<OutageRow> =>
  transact(ctx, async (trx) => endOutageIn(trx, ctx, await holdOutage(trx, ctx, key)))

/** The same for an outage that is held already and not over. */
export async function endOutageIn(trx: Trx, ctx: Context, before: OutageRow): Promise<OutageRow> {
  const now = ctx.now()
  if (isLater(now, before.start)) await moveTime(trx, before, { start: before.start, end: now })
  else {
    await giveBackTime(trx, ctx, before)
    await updateOutage(trx, before, { cancelled_at: now, cancelled_by: personIdOf(ctx) })
  }
  const values = { before: { end: isoOf(before.end) }, after: { end: isoOf(now) } }
  await note(trx, ctx, { action: 'outage.end', outage: before, ...values })
  await ctx.jobs.add(trx, 'promote_waiting', { instrumentId: before.instrumentId })
  return getOutage(trx, ctx, { id: before.instrumentId, outage: before.id })
}

/** An outage with the bookings that it cancelled, and other times for each. */
async function withOffers(ctx: Context, { outage, displaced }: Opened) {
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
  return { ...outage, displaced: offers }
}

async function holdOutage(trx: Trx, ctx: Context, key: Key): Promise<OutageRow> {
  allowWriting(ctx)
  await getInstrumentAsStaff({ ...ctx, db: trx }, key.id)
  await lockInstruments(trx, [key.id])
  const outage = await getOutage(trx, ctx, key)
  if (outage.state === 'over' || outage.state === 'cancelled')
    throw new Problem('conflict', words.over)
  return outage
}

async function getOutage(trx: Trx, ctx: Context, { id: instrumentId, outage: id }: Key) {
  const row = isId(id) ? await findOutage(trx, { instrumentId, id, now: ctx.now() }) : undefined
  if (!row) throw new Problem('not-found', words.noOutage)
  return row
}

const valuesOf = ({ start, end, kind, reason }: OutageRow) => ({
  start: isoOf(start),
  end: isoOf(end),
  kind,
  reason,
})

type Change = {
  action: ActionOn<'outage'>
  outage: OutageRow
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

const note = (trx: Trx, ctx: Context, { outage, ...change }: Change) =>
  recordChange(trx, ctx, {
    entity: 'outage',
    entityId: outage.id,
    institutionId: outage.institutionId,
    ...change,
  })
