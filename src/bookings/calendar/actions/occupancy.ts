import { insertOccupancy, moveOccupancy, releaseOccupancy } from '../../bookings/queries/write.ts'
import { bookingWords as words } from '../../bookings/words/booking.ts'
import { occupanciesDuring, type OccupancyRow } from '../queries.ts'
import { type BookableRow, getBookable } from '../../policies/actions.ts'
import { openPeriods } from '../../verdict/rules/hours.ts'
import type { Actor } from '../../../core/actor.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { minutesIn, type Period } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'

/** What takes an instrument's time in a period (at most 92 days), and when it is open. */
export async function occupancyDuring(ctx: Context, instrumentId: string, period: Period) {
  refuseTooLong(period)
  const instrument = await getBookable(ctx, instrumentId)
  const rows = await occupanciesDuring(ctx.db, [instrument.id], { period, now: ctx.now() })
  return {
    instrument,
    items: rows.map((row) => presentOccupancy(ctx, instrument, row)),
    open: openPeriods({ policy: instrument.policy, zone: instrument.zone }, period),
  }
}

/** Whose it is and what for shows only to who may know: the person, their lab, staff of the instrument. */
export function presentOccupancy(
  { actor }: Context,
  instrument: Pick<BookableRow, 'institutionId' | 'collectionId'>,
  row: OccupancyRow,
) {
  const isMine = isTheirs(actor, row)
  return {
    start: isoOf(row.start),
    end: isoOf(row.end),
    kind: row.kind,
    takenFrom: isoOf(row.takenFrom),
    takenTo: isoOf(row.takenTo),
    ...(row.state && { state: row.state }),
    ...(row.reason && { reason: row.reason }),
    ...(isMine && { mine: true }),
    ...(row.kind === 'outage' && { outageId: row.id }),
    ...((isMine || isOfTheirLab(actor, row) || isStaffOf(actor, instrument)) && whose(row)),
  }
}

const isTheirs = (actor: Actor, { personId, bookedBy }: OccupancyRow) =>
  actor.type === 'person' && (personId === actor.personId || bookedBy === actor.personId)

const isOfTheirLab = (actor: Actor, row: OccupancyRow) =>
  actor.type === 'person' && actor.labs.some(({ labId }) => labId === row.labId)

const whose = ({ kind, id, personId, personName, purpose }: OccupancyRow) =>
  kind === 'booking' && {
    bookingId: id,
    person: { id: personId ?? '', name: personName ?? '' },
    purpose: purpose ?? '',
  }
export type PresentedOccupancy = ReturnType<typeof presentOccupancy>

const noBuffers = { before: 0, after: 0 }

/** Takes time for an outage; the instrument is locked by the caller. Breaks `occupancy_slot_taken` when it is not free. */
export const takeOutage = (
  trx: Trx,
  { instrumentId, period }: { instrumentId: string; period: Period },
): Promise<string> =>
  insertOccupancy(trx, {
    instrumentId,
    kind: 'outage',
    period,
    buffers: noBuffers,
    personId: null,
    expiresAt: null,
  })

type Key = { instrumentId: string; id: string }

/** Gives all of an occupancy's time back. */
export const giveBackTime = (trx: Trx, ctx: Context, key: Key): Promise<void> =>
  releaseOccupancy(trx, key, isoOf(ctx.now()))

/** Moves what an outage takes, or a use that one ends early; without buffers. */
export const moveTime = (trx: Trx, key: Key, period: Period): Promise<void> =>
  moveOccupancy(trx, key, { period, buffers: noBuffers })

const mostMinutes = 92 * 1440

/** What is taken is read for a quarter of a year at a time. */
export function refuseTooLong(window: Period): void {
  if (minutesIn(window) > mostMinutes)
    throw new Problem('invalid', words.windowTooLong, {
      issues: [{ path: 'to', message: words.windowTooLong }],
    })
}
