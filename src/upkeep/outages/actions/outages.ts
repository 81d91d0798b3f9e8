import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { ActionOn } from '../../../audit/model.ts'
import {
  lockInstruments,
  getInstrument,
  getInstrumentAsStaff,
} from '../../../instruments/actions.ts'
import { giveBackTime, moveTime, takeOutage } from '../../../bookings/calendar/actions/occupancy.ts'
import type { BookingRow } from '../../../bookings/bookings/actions/read.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import type { NewOutage, OutageChange } from '../model.ts'
import {
  cancelOutageRow,
  findOutage,
  insertOutage,
  listOutages,
  type OutageRow,
  updateOutage,
} from '../queries.ts'
import { isLater, outageState, periodOfChanged, periodOfNew } from '../rules.ts'
import { outageWords as words } from '../words.ts'
import { clearTime } from './displace.ts'

export type { OutageRow } from '../queries.ts'
export type Opened = { outage: OutageRow; displaced: BookingRow[] }

/** Outages that go on or are to come; with `since`, those that ended after it too. Everybody who sees the instrument may know. */
export async function outagesOf(
  ctx: Context,
  instrumentId: string,
  since: Temporal.Instant = ctx.now(),
): Promise<OutageRow[]> {
  const { id } = await getInstrument(ctx, instrumentId)
  return listOutages(ctx.db, { instrumentId: id, endsAfter: since })
}

/** Takes an instrument out of service, now or later; by its staff. What was booked then is cancelled or refused. */
export async function openOutage(
  ctx: Context,
  instrumentId: string,
  input: NewOutage,
): Promise<Opened> {
  allowWriting(ctx)
  await getInstrumentAsStaff(ctx, instrumentId)
  return transact(ctx, async (trx) => {
    await lockInstruments(trx, [instrumentId])
    return openOutageIn(trx, ctx, { instrumentId, input })
  })
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
    instrumentId,
    id,
    kind,
    reason,
    planned: isLater(period.start, ctx.now()),
    isEstimate: input.isEstimate ?? input.end === undefined,
    createdAt: ctx.now(),
    createdBy: personIdOf(ctx),
  })
  const outage = await getOutage(trx, { instrumentId, id })
  await noteOutage(trx, ctx, { action: 'outage.open', outage, after: valuesOf(outage) })
  return { outage, displaced }
}

/** Other times, another reason, a better estimate. Bookings that a longer outage hits go as with a new one. */
export async function changeOutage(
  ctx: Context,
  key: { instrumentId: string; id: string },
  change: OutageChange,
): Promise<Opened> {
  return transact(ctx, async (trx) => {
    const before = await holdOutage(trx, ctx, key)
    const period = periodOfChanged(ctx.now(), before, change)
    const { kind = before.kind, reason = before.reason, onBookings } = change
    const clearing = { instrumentId: key.instrumentId, outageId: key.id, period }
    const displaced = await clearTime(trx, ctx, { ...clearing, reason, onBookings })
    await moveTime(trx, key, period)
    const isEstimate = change.isEstimate ?? (change.end === undefined && before.isEstimate)
    await updateOutage(trx, key, { kind, reason, isEstimate })
    const outage = await getOutage(trx, key)
    await noteOutage(trx, ctx, {
      action: 'outage.change',
      outage,
      before: valuesOf(before),
      after: valuesOf(outage),
    })
    await ctx.jobs.add(trx, 'promote_waiting', { instrumentId: key.instrumentId })
    return { outage, displaced }
  })
}

/** Puts an instrument back in service: an outage that goes on ends now, one that has not begun is cancelled. */
export async function endOutage(
  ctx: Context,
  key: { instrumentId: string; id: string },
): Promise<OutageRow> {
  return transact(ctx, async (trx) => {
    const outage = await holdOutage(trx, ctx, key)
    return endOutageIn(trx, ctx, outage)
  })
}

/** The same for an outage that is held already and not over. */
export async function endOutageIn(trx: Trx, ctx: Context, before: OutageRow): Promise<OutageRow> {
  const now = ctx.now()
  if (isLater(now, before.start)) {
    const period = { start: before.start, end: now }
    await moveTime(trx, before, period)
  } else {
    await giveBackTime(trx, ctx, before)
    await cancelOutageRow(trx, before, { at: now, by: personIdOf(ctx) })
  }
  await noteOutage(trx, ctx, {
    action: 'outage.end',
    outage: before,
    before: { end: isoOf(before.end) },
    after: { end: isoOf(now) },
  })
  await ctx.jobs.add(trx, 'promote_waiting', { instrumentId: before.instrumentId })
  return getOutage(trx, before)
}

async function holdOutage(trx: Trx, ctx: Context, key: { instrumentId: string; id: string }) {
  allowWriting(ctx)
  await getInstrumentAsStaff({ ...ctx, db: trx }, key.instrumentId)
  await lockInstruments(trx, [key.instrumentId])
  const outage = await getOutage(trx, key)
  const state = outageState(outage, ctx.now())
  if (state === 'over' || state === 'cancelled') throw new Problem('conflict', words.over)
  return outage
}

async function getOutage(trx: Trx, key: { instrumentId: string; id: string }): Promise<OutageRow> {
  const row = isId(key.id) ? await findOutage(trx, key) : undefined
  if (!row) throw new Problem('not-found', words.noOutage)
  return row
}

const valuesOf = ({ start, end, kind, reason }: OutageRow) => ({
  start: isoOf(start),
  end: isoOf(end),
  kind,
  reason,
})

type Noted = {
  action: ActionOn<'outage'>
  outage: OutageRow
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

async function noteOutage(
  trx: Trx,
  ctx: Context,
  { action, outage, before, after }: Noted,
): Promise<void> {
  const { institutionId } = await getInstrument({ ...ctx, db: trx }, outage.instrumentId)
  await recordChange(trx, ctx, {
    action,
    entity: 'outage',
    entityId: outage.id,
    institutionId,
    ...(before && { before }),
    after,
  })
}
