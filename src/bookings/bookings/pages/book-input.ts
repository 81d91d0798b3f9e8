import type { Context } from '../../../core/context.ts'
import { Temporal } from '../../../core/time.ts'
import { type Filled, filledWith } from '../../../web/forms.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { nextFree } from '../../openings/actions/next-free.ts'
import { personAt } from '../actions/person.ts'
import type { BookableRow } from '../../policies/actions/bookable.ts'
import { BookingCheck, NewBooking, NewBookingGroup } from '../model/booking.ts'
import { NewWait } from '../../waitlist/model.ts'
import { momentTyped, ruleOf } from '../../series/rules/form.ts'
import { minutesIn } from '../../../core/periods.ts'
import { wallClockOf } from '../../../core/wall-clock.ts'

/** The form as it opens: the time that was chosen before, or else the next that is free. */
export async function openedForm(
  ctx: Context,
  instrument: BookableRow,
  chosen: { start?: string | undefined; end?: string | undefined },
): Promise<Filled> {
  const { zone } = instrument
  const given = chosen.start && chosen.end ? chosen : await soonest(ctx, instrument)
  const lab = ctx.actor.type === 'person' ? ctx.actor.labs[0]?.labId : undefined
  return filledWith({
    start: clockIn(given?.start, zone),
    end: clockIn(given?.end, zone),
    lab: lab ?? '',
    onConflict: 'refuse',
  })
}

async function soonest(ctx: Context, instrument: BookableRow) {
  const [opening] = await nextFree(ctx, instrument, 1)
  return opening && { start: opening.period.start.toString(), end: opening.period.end.toString() }
}

/** A moment as the clock of the zone shows it; a clock stays as it is. */
export function clockIn(text: string | undefined, zone: string): string {
  const at = Date.parse(text ?? '')
  const isMoment = /(?:Z|[+-]\d\d:?\d\d)$/.test(text ?? '')
  return isMoment && !Number.isNaN(at) ? wallClockOf(at, zone) : (text ?? '')
}

/** The same form with other times, as if nothing had been refused. */
export function withTimes(form: Filled, slot: string, zone: string): Filled {
  const [start, end] = slot.split(' ').map((at) => clockIn(at, zone))
  const times: Record<string, string | undefined> = { start, end }
  return {
    ...form,
    value: (name) => times[name] ?? form.value(name),
    error: () => undefined,
    issues: [],
    refusal: undefined,
    facts: {},
    status: 200,
  }
}

const timesOf = (form: Filled, zone: string) => ({
  start: momentTyped(form.value('start'), zone),
  end: momentTyped(form.value('end'), zone),
})

async function particularsOf(ctx: Context, form: Filled) {
  const samples = form.value('samples').trim()
  const email = form.value('onBehalfOf').trim()
  return {
    purpose: form.value('purpose'),
    ...said('lab', form.value('lab')),
    ...said('project', form.value('project')),
    ...(samples !== '' && { samples: Number(samples) }),
    ...(form.value('assisted') === 'true' && { assisted: true }),
    ...said('override', form.value('override')),
    ...(email !== '' && { onBehalfOf: await personAt(ctx, email) }),
  }
}

const said = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value })

export async function bookingTyped(ctx: Context, form: Filled, zone: string): Promise<NewBooking> {
  const recurrence = ruleOf(form.value('repeat'), form.value('count'))
  return parseOrRefuse(NewBooking, {
    ...timesOf(form, zone),
    ...(await particularsOf(ctx, form)),
    ...(recurrence && { recurrence, onConflict: form.value('onConflict') || 'refuse' }),
  })
}

export async function groupTyped(
  ctx: Context,
  form: Filled,
  { id, zone }: BookableRow,
): Promise<NewBookingGroup> {
  return parseOrRefuse(NewBookingGroup, {
    ...timesOf(form, zone),
    ...(await particularsOf(ctx, form)),
    instruments: [id, ...form.values('also')],
  })
}

export async function checkTyped(ctx: Context, form: Filled, zone: string): Promise<BookingCheck> {
  const { purpose, ...particulars } = await particularsOf(ctx, form)
  return parseOrRefuse(BookingCheck, {
    ...timesOf(form, zone),
    ...particulars,
    ...said('purpose', purpose),
    recurrence: ruleOf(form.value('repeat'), form.value('count')),
  })
}

/** Waiting for just the time that was typed. */
export async function waitTyped(ctx: Context, form: Filled, zone: string): Promise<NewWait> {
  const { purpose, lab, project, onBehalfOf }: Record<string, unknown> = await particularsOf(
    ctx,
    form,
  )
  const { start, end } = timesOf(form, zone)
  const given = { purpose, lab, project, onBehalfOf, from: start, to: end }
  const minutes = minutesBetween(start, end)
  return parseOrRefuse(NewWait, { ...given, ...(minutes !== undefined && { minutes }) })
}

function minutesBetween(start: string, end: string): number | undefined {
  try {
    return minutesIn({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) })
  } catch {
    return undefined
  }
}
