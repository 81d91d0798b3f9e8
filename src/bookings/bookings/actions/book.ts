import { personIdOf } from '../../../core/permission.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { isoOf } from '../../../core/time.ts'
import type { NewBooking, NewBookingGroup } from '../model/booking.ts'
import type { Period } from '../../../core/periods.ts'
import type { BookingRow } from '../queries/read.ts'
import { insertSeries } from '../queries/write.ts'
import type { JudgedDate } from '../../verdict/rules/dates.ts'
import { bookingWords as words } from '../words/booking.ts'
import { lockInstruments } from '../../../instruments/actions.ts'
import { type Booker, bookerOf } from './person.ts'
import { judgeWish, placeBookings } from './place.ts'
import { refusalOfDates, withAlternatives } from '../../verdict/actions/refuse.ts'
import { datesOfRule } from '../../series/actions/dates.ts'

type Made = readonly [BookingRow, ...BookingRow[]]

export type Booked = {
  bookings: Made
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
  const asked = { start: input.start, end: input.end }
  const periods = input.recurrence
    ? await datesOfRule(ctx, { instrumentId, rule: input.recurrence, period: asked })
    : ([asked] as const)
  const of = { personId: booker.person.personId, labId: booker.labId }
  return withAlternatives(ctx, { instrumentId, period: asked, of }, () =>
    transact(ctx, (trx) => bookIn(trx, ctx, { instrumentId, booker, periods, input })),
  )
}

type Order = {
  instrumentId: string
  booker: Booker
  periods: readonly [Period, ...Period[]]
  input: NewBooking
}

/** The same inside a transaction of the caller. */
async function bookIn(
  trx: Trx,
  ctx: Context,
  { instrumentId, booker, periods, input }: Order,
): Promise<Booked> {
  await lockInstruments(trx, [instrumentId])
  const judgement = await judgeWish(trx, ctx, { instrumentId, booker, periods, wish: input })
  const good = judgement.dates.filter(({ objections }) => objections.length === 0)
  const bad = judgement.dates.filter(({ objections }) => objections.length > 0)
  const [first] = good
  if (!first || (bad.length > 0 && input.onConflict !== 'skip')) throw refusalOfDates(bad)
  const seriesId = input.recurrence
    ? await insertSeries(trx, {
        instrumentId,
        rule: input.recurrence,
        period: first.period,
        zone: judgement.situation.zone,
        createdAt: isoOf(ctx.now()),
        createdBy: personIdOf(ctx),
      })
    : undefined
  const placed = await placeBookings(trx, ctx, {
    judgement,
    booker,
    wish: input,
    periods: good.map(({ period }) => period),
    ...(seriesId !== undefined && { seriesId }),
  })
  return { bookings: atLeastOne(placed), skipped: bad }
}

/** Several instruments for the same time: all of them or none, locked in order of id. */
export async function bookTogether(ctx: Context, input: NewBookingGroup): Promise<Booked> {
  const ids = [...new Set(input.instruments)].toSorted()
  const booker = await bookerOf(ctx, input)
  const period = { start: input.start, end: input.end }
  return transact(ctx, async (trx) => {
    await lockInstruments(trx, ids)
    const groupId = crypto.randomUUID()
    const bookings: BookingRow[] = []
    const refused: { instrumentId: string; date: JudgedDate }[] = []
    for (const instrumentId of ids) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      const judgement = await judgeWish(trx, ctx, {
        instrumentId,
        booker,
        periods: [period],
        wish: input,
      })
      const [date] = judgement.dates
      if (date && date.objections.length > 0) refused.push({ instrumentId, date })
      else if (refused.length === 0) {
        // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
        const placed = await placeBookings(trx, ctx, {
          judgement,
          booker,
          wish: input,
          periods: [period],
          groupId,
        })
        bookings.push(...placed)
      }
    }
    if (refused.length > 0) throw refusalOfGroup(refused)
    return { bookings: atLeastOne(bookings), skipped: [] }
  })
}

function refusalOfGroup(refused: readonly { instrumentId: string; date: JudgedDate }[]): Problem {
  const objections = refused.flatMap(({ instrumentId, date }) =>
    date.objections.map((objection) => ({ ...objection, instrumentId })),
  )
  return new Problem('conflict', words.groupRefused(refused.length), { objections })
}

function atLeastOne([first, ...others]: readonly BookingRow[]): Made {
  if (!first) throw new Error('Something was booked, and nothing is there.')
  return [first, ...others]
}
