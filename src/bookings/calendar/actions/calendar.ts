import type { Context } from '../../../core/context.ts'
import type { Temporal } from '../../../core/time.ts'
import { getLab } from '../../../people/labs/actions.ts'
import type { Period } from '../../../core/periods.ts'
import { between, type CalendarSpan, type CalendarView, spanOf } from '../rules/calendar.ts'
import { instrumentFacts } from '../../verdict/rules/facts.ts'
import { freePeriods, bookableMinutes, slotsIn } from '../../openings/rules/slots.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
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

/** The calendar of one instrument around a date of its own zone; today where none is said. */
export async function calendarOf(
  ctx: Context,
  instrumentId: string,
  { view, date }: { view: CalendarView; date: Temporal.PlainDate | undefined },
): Promise<InstrumentCalendar> {
  const now = ctx.now()
  const { zone } = await getBookable(ctx, instrumentId)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const span = spanOf({ view, date: date ?? today, zone, wholeWeeks: true })
  const { instrument, items, open } = await occupancyDuring(ctx, instrumentId, span.period)
  const { isPublished, isOutOfUse } = instrumentFacts(instrument, now)
  const isBookable = isPublished && !isOutOfUse
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
