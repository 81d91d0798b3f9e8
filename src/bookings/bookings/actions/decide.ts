import { personIdOf } from '../../../core/permission.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { Decision } from '../model/booking.ts'
import { confirmBookingRow } from '../queries/change.ts'
import { findSituation } from '../../verdict/queries.ts'
import { bookingFacts } from '../../verdict/rules/facts.ts'
import { hardOnly, objectionsToBooking } from '../../verdict/rules/objections.ts'
import { endBooking } from './cancel.ts'
import { noteBookingEvent } from './events.ts'
import { holdBooking } from './hold-row.ts'
import { windowOf } from './place.ts'
import { type BookingRow, getBooking } from './read.ts'
import { refusal, withAlternatives } from '../../verdict/actions/refuse.ts'

/**
 * Staff say yes or no to a booking that waits. A yes asks the rules again: what has become wrong meanwhile is an
 * objection, and soft ones are set aside with a reason only. A no gives the time back.
 */
export async function decideBooking(
  ctx: Context,
  id: string,
  decision: Decision,
): Promise<BookingRow> {
  const seen = await getBooking(ctx, id)
  const { instrumentId, start, end } = seen
  const asked = { instrumentId, period: { start, end }, changing: id, of: seen }
  await withAlternatives(ctx, asked, () =>
    transact(ctx, (trx) =>
      decision.approved
        ? approveIn(trx, ctx, { id, decision })
        : declineIn(trx, ctx, { id, decision }),
    ),
  )
  return getBooking(ctx, id)
}

type Deciding = { id: string; decision: Decision }

async function approveIn(trx: Trx, ctx: Context, { id, decision }: Deciding): Promise<void> {
  const { row } = await holdBooking(trx, ctx, { id, command: 'approve' })
  await refuseUnlessRight(trx, ctx, { row, override: decision.override })
  const note = decision.note || null
  await confirmBookingRow(trx, row, {
    at: isoOf(ctx.now()),
    by: personIdOf(ctx),
    note,
    override: decision.override ?? null,
  })
  await recordChange(trx, ctx, {
    action: 'booking.approve',
    entity: 'booking',
    entityId: row.id,
    institutionId: row.institutionId,
    before: { state: row.state },
    after: { state: 'confirmed', note },
  })
  await noteBookingEvent(trx, ctx, {
    instrumentId: row.instrumentId,
    bookingId: row.id,
    event: 'approved',
  })
}

async function declineIn(trx: Trx, ctx: Context, { id, decision }: Deciding): Promise<void> {
  const { row } = await holdBooking(trx, ctx, { id, command: 'decline' })
  await endBooking(trx, ctx, { row, as: 'declined', reason: decision.note || null })
}

async function refuseUnlessRight(
  trx: Trx,
  ctx: Context,
  { row, override }: { row: BookingRow; override: string | undefined },
): Promise<void> {
  const period = { start: row.start, end: row.end }
  const situation = await findSituation(trx, {
    instrumentId: row.instrumentId,
    personId: row.personId,
    labId: row.labId,
    now: isoOf(ctx.now()),
    window: windowOf([period]),
    viewer: ctx.actor,
    changing: [row.id],
  })
  if (!situation) throw new Problem('not-found', instrumentWords.noInstrument)
  const facts = bookingFacts(situation, {
    now: ctx.now(),
    audience: row.audience,
    hasProject: (row.project ?? '') !== '',
    // It was asked for in time: how long the answer took is not its fault.
    before: period,
  })
  const all = objectionsToBooking(period, facts).filter(({ code }) => code !== 'edit_deadline')
  const waived = override !== undefined || row.overrideReason !== null
  const objections = waived ? hardOnly(all) : all
  if (objections.length > 0) throw refusal(objections)
}
