import { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import type { Period } from '../../../core/periods.ts'
import { dayIn, defaultZone, type Temporal } from '../../../core/time.ts'
import { Clock } from '../../policies/model.ts'
import { type FreeInstrument, freeInstruments } from '../actions.ts'
import { type Clock as Hours, usualClock } from '../rules/wish.ts'
import { type FilterInQuery, filterInQuery } from './fields.tsx'

const Day = z.string().optional().catch(undefined).transform(dayIn)
const ClockInQuery = Clock.optional().catch(undefined)

export const usualMinutes = 120

export const OpeningsInQuery = z.object({
  minutes: z.coerce
    .number()
    .int()
    .min(1)
    .max(31 * 1440)
    .catch(usualMinutes),
  from: Day,
  to: Day,
  clockFrom: ClockInQuery,
  clockTo: ClockInQuery,
  ...filterInQuery,
})

export type Asked = FilterInQuery & {
  minutes: number
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** Undefined: at any time of day. */
  clock?: Hours
}

/** A week from today where no days are said; at most a quarter of a year. Hours the wrong way round say nothing. */
export function askedIn(
  ctx: Pick<Context, 'now'>,
  { from, to, clockFrom, clockTo, ...asked }: z.output<typeof OpeningsInQuery>,
): Asked {
  const first = from ?? todayOf(ctx)
  const wished = to ?? first.add({ days: 6 })
  const days = Math.min(Math.max(first.until(wished).days, 0), 90)
  const clock = { from: clockFrom ?? '00:00', to: clockTo ?? '24:00' }
  const isNarrow = (clockFrom ?? clockTo) !== undefined && clock.from < clock.to
  return { ...asked, from: first, to: first.add({ days }), ...(isNarrow && { clock }) }
}

export const todayOf = ({ now }: Pick<Context, 'now'>) =>
  now().toZonedDateTimeISO(defaultZone).toPlainDate()

/** Found of all instruments together; shown in each list. */
const most = { found: 200, instruments: 25 } as const

export type FoundFree = {
  /** Free as was asked, the earliest first. */
  exact: FreeInstrument[]
  /** The others that are free at another time, the nearest first. */
  near: FreeInstrument[]
}

export async function findFree(ctx: Context, asked: Asked): Promise<FoundFree> {
  const { from, to, clock, ...filter } = asked
  const exact = await freeInstruments(ctx, {
    ...filter,
    window: windowOf(from, to),
    clock: clock ?? usualClock,
    limit: most.found,
  })
  if (exact.length >= most.instruments) return { exact: exact.slice(0, most.instruments), near: [] }
  const anyTime = {
    ...filter,
    window: windowOf(from, clock || from.equals(to) ? to.add({ days: 6 }) : to),
    limit: most.found,
  }
  const byDay = await freeInstruments(ctx, { ...anyTime, clock: withUsual(clock) })
  const others = exact.length + byDay.length > 0 ? byDay : await freeInstruments(ctx, anyTime)
  const found = new Set(exact.map(({ instrument }) => instrument.id))
  const wished = wishedStart(asked)
  const near = others
    .filter(({ instrument }) => !found.has(instrument.id))
    .map(({ instrument, slots }) => ({ instrument, slots: nearestFirst(slots, wished) }))
    .toSorted((one, other) => away(one.slots[0], wished) - away(other.slots[0], wished))
  return { exact, near: near.slice(0, most.instruments) }
}

/** Also what is asked for outside the usual hours. */
const withUsual = (clock: Hours = usualClock): Hours => ({
  from: clock.from < usualClock.from ? clock.from : usualClock.from,
  to: clock.to > usualClock.to ? clock.to : usualClock.to,
})

const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(defaultZone).toInstant()

const windowOf = (from: Temporal.PlainDate, to: Temporal.PlainDate): Period => ({
  start: midnight(from),
  end: midnight(to.add({ days: 1 })),
})

const wishedStart = ({ from, clock = usualClock }: Asked) =>
  from.toZonedDateTime({ timeZone: defaultZone, plainTime: clock.from }).epochMilliseconds

const away = (slot: Period | undefined, wished: number) =>
  slot ? Math.abs(slot.start.epochMilliseconds - wished) : Number.POSITIVE_INFINITY

const nearestFirst = (slots: readonly Period[], wished: number) =>
  slots.toSorted((one, other) => away(one, wished) - away(other, wished))
