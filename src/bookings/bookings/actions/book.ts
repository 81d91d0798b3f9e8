import type { NewBooking, NewBookingGroup, BookingRow } from '../model.ts'
import { personIdOf } from '../../../core/permission.ts'
import { recordBooking } from './events.ts'
import { type Booker, bookerOf } from './person.ts'
import { type BookingValues, buffersOf, insertBookings, insertSeries } from '../queries/write.ts'
import { bookingWords as words } from '../words/booking.ts'
import { periodsAsked } from '../../series/actions.ts'
import { judge, type Verdict } from '../../verdict/actions/judge.ts'
import { acceptDates, withAlternatives } from '../../verdict/actions/refuse.ts'
import type { Reason } from '../../verdict/model/facts.ts'
import type { JudgedDate } from '../../verdict/rules/dates.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import type { Period } from '../../../core/periods.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import { lockInstruments } from '../../../instruments/actions.ts'

type Bookings = readonly [BookingRow, ...BookingRow[]]

export type Booked = {
  bookings: Bookings
  /** Dates of a recurrence that were left out, and why. */
  skipped: JudgedDate[]
}

/**
 * Books one instrument, once or by a rule of recurrence; in one transaction, with the instrument locked.
 * Refused with every objection and the nearest free slots; by a rule, dates are refused together or skipped one by one.
 */
export async function bookInstrument(
  ctx: Context,
  instrumentId: string,
  input: NewBooking,
): Promise<Booked> {
  const booker = await bookerOf(ctx, input)
  const periods = await periodsAsked(ctx, instrumentId, input)
  const period = { start: input.start, end: input.end }
  const isSingle = periods.length === 1
  return withAlternatives(ctx, { instrumentId, period, of: booker, isSingle }, () =>
    transact(ctx, (trx) => bookIn(trx, ctx, { instrumentId, booker, periods, input })),
  )
}

type Order = {
  instrumentId: string
  booker: Booker
  periods: readonly [Period, ...Period[]]
  input: NewBooking
}

async function bookIn(
  trx: Trx,
  ctx: Context,
  { instrumentId, booker, periods, input }: Order,
): Promise<Booked> {
  await lockInstruments(trx, [instrumentId])
  const verdict = await judgeOrder(trx, ctx, { instrumentId, booker, periods, input })
  const { accepted, skipped } = acceptDates(verdict, input.onConflict)
  const seriesId = input.recurrence
    ? await insertSeries(trx, {
        instrumentId,
        rule: input.recurrence,
        period: accepted[0].period,
        zone: verdict.situation.zone,
        createdAt: isoOf(ctx.now()),
        createdBy: personIdOf(ctx),
      })
    : undefined
  const placing = { verdict, dates: accepted, booker, details: input, seriesId }
  return { bookings: atLeastOne(await placeBookings(trx, ctx, placing)), skipped }
}

/** Several instruments for the same time: all of them or none, locked in order of id. */
export async function bookTogether(ctx: Context, input: NewBookingGroup): Promise<Booked> {
  const ids = [...new Set(input.instruments)].toSorted()
  const booker = await bookerOf(ctx, input)
  const periods = [{ start: input.start, end: input.end }] as const
  return transact(ctx, async (trx) => {
    await lockInstruments(trx, ids)
    const groupId = crypto.randomUUID()
    const bookings: BookingRow[] = []
    const refused: (Reason & { instrumentId: string })[][] = []
    for (const instrumentId of ids) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      const verdict = await judgeOrder(trx, ctx, { instrumentId, booker, periods, input })
      const objections = verdict.dates.flatMap((date) => date.objections)
      if (objections.length > 0) refused.push(objections.map((one) => ({ ...one, instrumentId })))
      else if (refused.length === 0) {
        const placing = { verdict, dates: verdict.dates, booker, details: input, groupId }
        // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
        bookings.push(...(await placeBookings(trx, ctx, placing)))
      }
    }
    if (refused.length > 0)
      throw new Problem('conflict', words.groupRefused(refused.length), {
        objections: refused.flat(),
      })
    return { bookings: atLeastOne(bookings), skipped: [] }
  })
}

type Judging = Omit<Order, 'input'> & { input: NewBooking | NewBookingGroup }

async function judgeOrder(
  trx: Trx,
  ctx: Context,
  { instrumentId, booker, periods: [first, ...others], input }: Judging,
): Promise<Verdict> {
  const { project, override } = input
  const dates = [{ period: first }, ...others.map((period) => ({ period }))] as const
  return judge(ctx, { instrumentId, of: booker, project, dates, override }, trx)
}

type Placing = {
  verdict: Pick<Verdict, 'situation' | 'facts' | 'isStaff'>
  /** Dates that were accepted in this transaction. */
  dates: readonly JudgedDate[]
  booker: Booker
  details: Pick<NewBooking, 'purpose' | 'project' | 'samples' | 'assisted' | 'override'>
  seriesId?: string | undefined
  groupId?: string
  event?: 'booked' | 'promoted'
}

/** Writes bookings: confirmed at once, unless one of the dates needs approval. */
export async function placeBookings(
  trx: Trx,
  ctx: Context,
  placing: Placing,
): Promise<BookingRow[]> {
  const { verdict, dates, booker, event = 'booked' } = placing
  const periods = dates.map(({ period }) => period)
  const buffers = buffersOf(verdict.situation.policy)
  const placed = await insertBookings(trx, valuesOf(ctx, placing), { periods, buffers })
  for (const row of placed) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await recordBooking(trx, ctx, row, {
      action: 'booking.create',
      event,
      after: {
        start: isoOf(row.start),
        end: isoOf(row.end),
        person: booker.person.personId,
      },
    })
  }
  return placed
}

function valuesOf(ctx: Context, placing: Placing): BookingValues {
  const { verdict, dates, booker, details, seriesId = null, groupId = null } = placing
  const { situation, facts, isStaff } = verdict
  const by = personIdOf(ctx)
  const isPending = dates.some(({ needsApproval }) => needsApproval)
  return {
    instrumentId: situation.id,
    personId: booker.person.personId,
    labId: booker.labId,
    bookedBy: by === booker.person.personId ? null : by,
    purpose: details.purpose,
    project: details.project || null,
    audience: facts.audience,
    assisted: details.assisted ?? false,
    plannedSamples: details.samples ?? null,
    policyVersion: situation.policyVersion,
    seriesId,
    groupId,
    overrideReason: details.override ?? null,
    createdAt: isoOf(ctx.now()),
    confirmedAt: isPending ? null : isoOf(ctx.now()),
    confirmedBy: isStaff ? by : null,
  }
}

function atLeastOne([first, ...others]: readonly BookingRow[]): Bookings {
  if (!first) throw new Error('Nothing was booked.')
  return [first, ...others]
}
