import { personIdOf } from '../../../core/permission.ts'
import { instrumentWords } from '../../../instruments/words.ts'
import { recordChange } from '../../../audit/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { type Period, periodOf } from '../../../core/periods.ts'
import type { BookingFacts } from '../../verdict/model/facts.ts'
import type { BookingRow } from '../queries/read.ts'
import { findSituation, type Situation } from '../../verdict/queries.ts'
import { type BookingValues, insertBookings } from '../queries/write.ts'
import { type JudgedDate, judgedDates } from '../../verdict/rules/dates.ts'
import { bookingFacts } from '../../verdict/rules/facts.ts'
import { needsApproval } from '../../verdict/rules/objections.ts'
import { audienceOf, isStaffOf } from '../../../instruments/rules/standing.ts'
import { bookingWords as words } from '../words/booking.ts'
import { noteBookingEvent } from './events.ts'
import { allowBehalf, type Booker } from './person.ts'

/** What one booking of one instrument asks for, times apart. */
export type Wish = {
  purpose: string
  project?: string | undefined
  samples?: number | undefined
  assisted?: boolean | undefined
  override?: string | undefined
}

export type Judgement = {
  situation: Situation
  facts: BookingFacts
  dates: JudgedDate[]
  isStaff: boolean
}

type Question = {
  instrumentId: string
  booker: Booker
  periods: readonly [Period, ...Period[]]
  wish: Wish
}

/** Judges the dates with the instrument locked; not-found where the viewer may not know of it. */
export async function judgeWish(
  trx: Trx,
  ctx: Context,
  { instrumentId, booker, periods, wish }: Question,
): Promise<Judgement> {
  const now = ctx.now()
  const situation = await findSituation(trx, {
    instrumentId,
    personId: booker.person.personId,
    labId: booker.labId,
    now: isoOf(now),
    window: windowOf(periods),
    viewer: ctx.actor,
  })
  if (!situation) throw new Problem('not-found', instrumentWords.noInstrument)
  allowBehalf(ctx, booker, situation)
  const isStaff = isStaffOf(ctx.actor, situation)
  if (wish.override && !isStaff) throw new Problem('forbidden', words.overrideNotAllowed)
  const facts = bookingFacts(situation, {
    now,
    audience: audienceOf(booker.person, situation),
    hasProject: (wish.project ?? '') !== '',
  })
  const dates = judgedDates(periods, facts, { override: wish.override !== undefined })
  return { situation, facts, dates, isStaff }
}

/** From the first beginning to the last end: all in which something could be in the way. */
export const windowOf = ([first, ...others]: readonly [Period, ...Period[]]): Period =>
  periodOf(
    Math.min(...[first, ...others].map(({ start }) => start.epochMilliseconds)),
    Math.max(...[first, ...others].map(({ end }) => end.epochMilliseconds)),
  )

type Placing = {
  judgement: Judgement
  booker: Booker
  wish: Wish
  periods: readonly Period[]
  seriesId?: string
  groupId?: string
  /** How it came about. */
  event?: 'booked' | 'promoted'
}

/**
 * Writes bookings whose dates were judged in this transaction. They are confirmed at once, unless the policy asks for a
 * yes that whoever books cannot give.
 */
export async function placeBookings(
  trx: Trx,
  ctx: Context,
  placing: Placing,
): Promise<BookingRow[]> {
  const { judgement, periods, booker, event = 'booked' } = placing
  const { id: instrumentId, institutionId, policy } = judgement.situation
  const values = valuesOf(ctx, placing)
  const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = policy
  const placed = await insertBookings(trx, values, { periods, buffers: { before, after } })
  for (const { id, start, end } of placed) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await recordChange(trx, ctx, {
      action: 'booking.create',
      entity: 'booking',
      entityId: id,
      institutionId,
      after: {
        start: isoOf(start),
        end: isoOf(end),
        person: booker.person.personId,
      },
    })
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await noteBookingEvent(trx, ctx, { instrumentId, bookingId: id, event })
  }
  return placed
}

function valuesOf(ctx: Context, placing: Placing): BookingValues {
  const { judgement, booker, wish, seriesId = null, groupId = null } = placing
  const { situation, facts } = judgement
  const by = personIdOf(ctx)
  return {
    instrumentId: situation.id,
    personId: booker.person.personId,
    labId: booker.labId,
    bookedBy: by === booker.person.personId ? null : by,
    purpose: wish.purpose,
    project: wish.project || null,
    audience: facts.audience,
    assisted: wish.assisted ?? false,
    plannedSamples: wish.samples ?? null,
    policyVersion: situation.policyVersion,
    seriesId,
    groupId,
    overrideReason: wish.override ?? null,
    createdAt: isoOf(ctx.now()),
    ...confirmation(ctx, placing),
  }
}

function confirmation(ctx: Context, { judgement, periods }: Placing) {
  const { facts, isStaff } = judgement
  const waits = !isStaff && periods.some((period) => needsApproval(period, facts))
  return waits
    ? { confirmedAt: null, confirmedBy: null }
    : { confirmedAt: isoOf(ctx.now()), confirmedBy: isStaff ? personIdOf(ctx) : null }
}
