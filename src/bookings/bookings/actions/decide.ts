import type { Decision, BookingRow } from '../model.ts'
import { personIdOf } from '../../../core/permission.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { isoOf, Temporal } from '../../../core/time.ts'
import { judge, whoDecides } from '../../verdict/actions/judge.ts'
import { acceptDates, withAlternatives } from '../../verdict/actions/refuse.ts'
import { rulesOfApproval } from '../../verdict/rules/dates.ts'
import { confirmBookingRow } from '../queries/write.ts'
import { endBooking } from './cancel.ts'
import { recordBooking } from './events.ts'
import { lockBooking } from './lock-booking.ts'
import { getBooking } from './read.ts'

/**
 * Staff approve or decline a pending booking. Approval is judged again by the rules; soft ones are set aside with a
 * reason only, given now or when it was booked. Declining gives the time back.
 */
export async function decideBooking(
  ctx: Context,
  id: string,
  decision: Decision,
): Promise<BookingRow> {
  const row = await getBooking(ctx, id)
  const refused = { instrumentId: row.instrumentId, period: row, changing: id, of: row }
  await withAlternatives(ctx, refused, () =>
    transact(ctx, (trx) =>
      decision.approved
        ? approveIn(trx, ctx, { id, decision })
        : declineIn(trx, ctx, { id, decision }),
    ),
  )
  return getBooking(ctx, id)
}

type Deciding = { id: string; decision: Decision }

/** One moment for all that is written of a decision: by it is known later whether that decision still stands. */
const atOneMoment = (ctx: Context): Context => {
  const at = Temporal.Instant.fromEpochMilliseconds(ctx.now().epochMilliseconds)
  return { ...ctx, now: () => at }
}

async function approveIn(trx: Trx, asked: Context, { id, decision }: Deciding): Promise<void> {
  const { row } = await lockBooking(trx, asked, { id, command: 'approve' })
  const ctx = atOneMoment(asked)
  const verdict = await judge(
    ctx,
    {
      instrumentId: row.instrumentId,
      of: row,
      project: row.project,
      dates: [{ period: row, booking: row }],
      rules: rulesOfApproval,
      override: decision.override ?? row.overrideReason,
      viewer: whoDecides,
    },
    trx,
  )
  acceptDates(verdict)
  const note = decision.note || null
  await confirmBookingRow(trx, row, {
    at: isoOf(ctx.now()),
    by: personIdOf(ctx),
    note,
    override: decision.override ?? null,
  })
  await recordBooking(trx, ctx, row, {
    action: 'booking.approve',
    event: 'approved',
    before: { state: row.state },
    after: { state: 'confirmed', note },
  })
}

async function declineIn(trx: Trx, ctx: Context, { id, decision }: Deciding): Promise<void> {
  const { row } = await lockBooking(trx, ctx, { id, command: 'decline' })
  await endBooking(trx, atOneMoment(ctx), { row, as: 'declined', reason: decision.note || null })
}
