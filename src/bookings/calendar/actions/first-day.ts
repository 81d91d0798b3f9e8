import { clipped } from '../../../core/periods.ts'
import type { Context } from '../../../core/context.ts'
import type { Temporal } from '../../../core/time.ts'
import { audienceOf } from '../../../instruments/rules/standing.ts'
import { nextFreeAmong } from '../../openings/actions.ts'
import { bookableWindow } from '../../openings/rules/slots.ts'
import type { BookableRow } from '../../policies/actions.ts'
import { instrumentFacts } from '../../verdict/rules/facts.ts'
import { openPeriods } from '../../verdict/rules/hours.ts'
import { objectionsOfInstrument } from '../../verdict/rules/objections.ts'

/**
 * The day with which a calendar of these instruments begins: today while one of them can still be booked for today by its
 * hours, notice and horizon; else the day of the next free time of any; today where there is none. Those whose rules exclude
 * the viewer count only where all do.
 */
export async function firstDay(
  ctx: Context,
  instruments: readonly BookableRow[],
  zone: string,
): Promise<Temporal.PlainDate> {
  const now = ctx.now()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const end = today.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const bookable = instruments.filter((one) => canBeBooked(one, now))
  const theirs = bookable.filter((one) => isOpenTo(ctx, one))
  const asked = theirs.length > 0 ? theirs : bookable
  const isOpenToday = asked.some(({ policy, zone: own }) => {
    const rest = clipped({ start: now, end }, bookableWindow(policy, { now, minutes: 1 }))
    return rest && openPeriods({ policy, zone: own }, rest).length > 0
  })
  const [next] = isOpenToday ? [] : await nextFreeAmong(ctx, asked, 1)
  return next ? next.period.start.toZonedDateTimeISO(zone).toPlainDate() : today
}

/** Published and in use. */
export function canBeBooked(instrument: BookableRow, now: Temporal.Instant): boolean {
  const { isPublished, isOutOfUse } = instrumentFacts(instrument, now)
  return isPublished && !isOutOfUse
}

function isOpenTo({ actor, ...ctx }: Context, row: BookableRow): boolean {
  if (actor.type !== 'person') return true
  const { institutionId, policy } = row
  const audience = audienceOf(actor, { institutionId, ownLabs: policy.ownLabs ?? [] })
  const instrument = instrumentFacts(row, ctx.now())
  return objectionsOfInstrument({ instrument, policy, audience }).length === 0
}
