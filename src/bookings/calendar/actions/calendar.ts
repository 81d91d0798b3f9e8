import type { Context } from '../../../core/context.ts'
import type { Temporal } from '../../../core/time.ts'
import { getLab } from '../../../people/labs/actions.ts'
import type { Period } from '../../../core/periods.ts'
import {
  between,
  type CalendarSpan,
  type CalendarView,
  sevenDays,
  spanOf,
} from '../rules/calendar.ts'
import { freePeriods, bookableMinutes, slotsIn } from '../../openings/rules/slots.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { canBeBooked, firstDay } from './first-day.ts'
import { occupancyDuring, type PresentedOccupancy } from './occupancy.ts'
import { getBookable, type BookableRow } from '../../policies/actions.ts'

export type CalendarItem = { period: Period; taken: Period; occupancy: PresentedOccupancy }

export type Free = { period: Period; slot: Period }

export type InstrumentCalendar = {
  instrument: BookableRow
  span: CalendarSpan
  /** When it is open. */
  open: Period[]
  items: CalendarItem[]
  /** What may still be booked, each with a slot at its beginning that fits the policy. */
  free: Free[]
  /** Published, in use: somebody who signs in may ask for a time. */
  isBookable: boolean
  isStaff: boolean
  now: Temporal.Instant
}

type Asked = { view: CalendarView; date: Temporal.PlainDate | undefined }

/** The calendar of one instrument around a date of its own zone; where none is said, the next day to book it. */
export async function calendarOf(
  ctx: Context,
  instrumentId: string,
  { view, date }: Asked,
): Promise<InstrumentCalendar> {
  const instrument = await getBookable(ctx, instrumentId)
  const day = date ?? (await firstDay(ctx, [instrument], instrument.zone))
  return calendarIn(
    ctx,
    instrument,
    spanOf({ view, date: day, zone: instrument.zone, wholeWeeks: true }),
  )
}

/** The seven days from the next day to book it. */
export const weekAhead = async (ctx: Context, instrument: BookableRow) =>
  calendarIn(
    ctx,
    instrument,
    sevenDays(await firstDay(ctx, [instrument], instrument.zone), instrument.zone),
  )

async function calendarIn(
  ctx: Context,
  { id }: Pick<BookableRow, 'id'>,
  span: CalendarSpan,
): Promise<InstrumentCalendar> {
  const now = ctx.now()
  const { instrument, items, open } = await occupancyDuring(ctx, id, span.period)
  const isBookable = canBeBooked(instrument, now)
  const known = items.map(itemOf)
  return {
    instrument,
    span,
    open,
    items: known,
    free: isBookable ? freeOf({ instrument, items: known, span, now }) : [],
    isBookable,
    isStaff: isStaffOf(ctx.actor, instrument),
    now,
  }
}

type Known = Pick<InstrumentCalendar, 'instrument' | 'items' | 'span' | 'now'>

function freeOf({ instrument: { policy, zone }, items, span, now }: Known): Free[] {
  const least = bookableMinutes(policy, policy.granularityMinutes ?? 15)
  const usual = bookableMinutes(policy, 60)
  if (least === undefined || usual === undefined) return []
  const question = { policy, zone, now }
  const taken = items.map((item) => item.taken)
  return freePeriods({ ...question, taken, minutes: least, window: span.period }).flatMap(
    (period) => {
      const within = { ...question, taken: [], window: period }
      const slotOf = (minutes: number) => slotsIn({ ...within, minutes }, 1)[0]
      const slot = slotOf(usual) ?? slotOf(least)
      return slot ? [{ period, slot }] : []
    },
  )
}

function itemOf(occupancy: PresentedOccupancy): CalendarItem {
  return {
    period: between(occupancy.start, occupancy.end),
    taken: between(occupancy.takenFrom, occupancy.takenTo),
    occupancy,
  }
}

/** Labs that the person may book for; none for those who are not signed in. */
export async function labsToBookFor({ actor, ...ctx }: Context) {
  if (actor.type !== 'person') return []
  const labs = actor.labs.map(async ({ labId, role }) => {
    const { id, name } = await getLab({ actor, ...ctx }, labId)
    return { id, name, role }
  })
  return Promise.all(labs)
}
