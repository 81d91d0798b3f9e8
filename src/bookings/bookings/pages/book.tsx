import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { type Booked, bookInstrument, bookTogether } from '../actions/book.ts'
import { personAt, usualLab } from '../actions/person.ts'
import { BookingCheck, NewBooking, NewBookingGroup } from '../model.ts'
import { BookForm } from './form.tsx'
import { bookWords as words } from '../words/pages.ts'
import { ruleOf } from '../../series/rules/repeat.ts'
import { labsToBookFor } from '../../calendar/actions/calendar.ts'
import { siblingsOf } from '../../calendar/actions/timeline.ts'
import { nextFree } from '../../openings/actions.ts'
import { type BookableRow, getBookable } from '../../policies/actions.ts'
import { checkBooking, type Checked } from '../../verdict/actions/check.ts'
import { joinWaitlist } from '../../waitlist/actions.ts'
import { NewWait } from '../../waitlist/model.ts'
import { bookingPaths } from '../../words/paths.ts'
import { kindNames } from '../../../catalog/records/words.ts'
import type { Context } from '../../../core/context.ts'
import { minutesIn } from '../../../core/periods.ts'
import { Temporal } from '../../../core/time.ts'
import { momentOf, wallClockOf } from '../../../core/wall-clock.ts'
import { labOrNone } from '../../model.ts'
import { instrumentTitle } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { previewedForm, type Filled, filledIn, filledWith, submitted } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/book' as const

/** What the use that a form books would cost, said as it changes: `typed` is what the form says of it. */
export type PriceOf = (ctx: Context, instrumentId: string, typed: object) => Promise<Child>

/** The form that books an instrument. */
export const bookPage = (priceOf: PriceOf) =>
  new Hono<Env>()
    .get(path, async (c) => {
      signedIn(c.var.ctx)
      const instrument = await getBookable(c.var.ctx, c.req.param('id'))
      const { start, end } = c.req.query()
      return formPage(c, {
        priceOf,
        instrument,
        form: await openedForm(c.var.ctx, instrument, { start, end }),
      })
    })
    .post(path, async (c) => {
      const instrument = await getBookable(c.var.ctx, c.req.param('id'))
      return submitted(
        c,
        (form) => answerForm(c, { priceOf, instrument, form }),
        (form) => formPage(c, { priceOf, instrument, form }),
      )
    })
    .post('/instruments/:id/wait', async (c) => {
      const { ctx } = c.var
      const instrument = await getBookable(ctx, c.req.param('id'))
      return submitted(
        c,
        async (form) => {
          await joinWaitlist(ctx, instrument.id, await waitTyped(ctx, form, instrument.zone))
          setFlash(c, words.waits)
          return c.redirect(bookingPaths.bookings, 303)
        },
        (form) => formPage(c, { priceOf, instrument, form }),
      )
    })

type FormView = { priceOf: PriceOf; instrument: BookableRow; form: Filled; checked?: Checked }

async function answerForm(c: C, view: FormView): Promise<Response> {
  const { ctx } = c.var
  const { instrument, form } = view
  const { id, zone } = instrument
  if (form.value('take'))
    return formPage(c, {
      ...view,
      form: previewedForm(c, withTimes(form, form.value('take'), zone)),
    })
  if (form.value('preview')) {
    const checked = await checkBooking(ctx, id, await checkTyped(ctx, form, zone))
    return formPage(c, { ...view, form: previewedForm(c, form), checked })
  }
  const booked = form.value('also')
    ? await bookTogether(ctx, await groupTyped(ctx, form, instrument))
    : await bookInstrument(ctx, id, await bookingTyped(ctx, form, zone))
  const [first, ...others] = booked.bookings
  setFlash(c, bookedMessage(booked, zone))
  return c.redirect(
    others.length === 0 ? bookingPaths.booking(first.id) : bookingPaths.bookings,
    303,
  )
}

function bookedMessage({ bookings, skipped }: Booked, zone: string) {
  const [first, ...others] = bookings
  if (others.length > 0) return words.bookedMany(bookings.length, skipped.length)
  const when = whenText(first, zone)
  return first.confirmedAt ? words.booked(when) : words.asked(when)
}

async function formPage(c: C, { priceOf, instrument, form, checked }: FormView) {
  const { ctx } = c.var
  const title = instrumentTitle(instrument)
  const labs = await labsToBookFor(ctx)
  const others = await siblingsOf(ctx, instrument)
  return page(
    c,
    {
      title: words.bookOf(title),
      crumb: words.book,
      actions: <CalendarLink id={instrument.id} />,
      crumbs: [
        { text: kindNames.instrument, href: paths.kind('instrument') },
        { text: title, href: paths.record(instrument.id) },
      ],
      width: 'reading',
      bundle: 'booking',
      status: form.status,
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <BookForm
        c={c}
        instrument={instrument}
        form={form}
        labs={labs}
        others={others}
        price={await priceOf(ctx, instrument.id, useTyped(form, instrument.zone))}
      >
        {checked && <DatesPreview checked={checked} zone={instrument.zone} />}
      </BookForm>
    </>,
  )
}

function CalendarLink({ id }: { id: string }) {
  return <ButtonLink href={bookingPaths.instrumentCalendar(id)} text={words.calendar} />
}

/** The form as it opens: the time that was chosen before, or else the next that is free. */
export async function openedForm(
  ctx: Context,
  instrument: BookableRow,
  chosen: { start?: string | undefined; end?: string | undefined },
): Promise<Filled> {
  const { zone } = instrument
  const times = chosen.start && chosen.end ? chosen : await soonest(ctx, instrument)
  return filledWith({
    start: clockIn(times?.start, zone),
    end: clockIn(times?.end, zone),
    lab: await usualLab(ctx),
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
  const [start = '', end = ''] = slot.split(' ').map((at) => clockIn(at, zone))
  return filledIn({ ...form.typed, start: [start], end: [end] })
}

const timesOf = (form: Filled, zone: string) => ({
  start: momentTyped(form.value('start'), zone),
  end: momentTyped(form.value('end'), zone),
})

const chargedFor = (form: Filled) => {
  const samples = form.value('samples').trim()
  return {
    ...(samples !== '' && { samples: Number(samples) }),
    ...(form.value('assisted') === 'true' && { assisted: true }),
  }
}

/** What a price is asked for; nothing for somebody else, whose labs only the server knows. */
export function useTyped(form: Filled, zone: string): object {
  if (form.value('onBehalfOf').trim() !== '') return {}
  const lab = form.value('lab')
  const recurrence = ruleOf(form.value('repeat'), form.value('count'))
  const also = form.values('also')
  return {
    ...timesOf(form, zone),
    ...chargedFor(form),
    ...(lab !== '' && { lab: labOrNone(lab) }),
    ...(recurrence && { recurrence, onConflict: form.value('onConflict') || 'refuse' }),
    ...(also.length > 0 && { also }),
  }
}

async function particularsOf(ctx: Context, form: Filled) {
  const email = form.value('onBehalfOf').trim()
  return {
    purpose: form.value('purpose'),
    ...labTyped(ctx, form),
    ...optionalText('project', form.value('project')),
    ...chargedFor(form),
    ...optionalText('override', form.value('override')),
    ...(email !== '' && { onBehalfOf: await personAt(ctx, email) }),
  }
}

const labsOf = ({ actor }: Context) => (actor.type === 'person' ? actor.labs : [])

/** Who has several labs names the one that pays: none is taken unasked. For somebody else, only the server knows theirs. */
function labTyped(ctx: Context, form: Filled) {
  const lab = form.value('lab')
  const isAsked = labsOf(ctx).length > 1 && form.value('onBehalfOf').trim() === ''
  return lab !== '' || isAsked ? { lab: labOrNone(lab) } : {}
}

const optionalText = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value })

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
    ...optionalText('purpose', purpose),
    recurrence: ruleOf(form.value('repeat'), form.value('count')),
  })
}

/** Waiting for just the time that was typed. */
export async function waitTyped(ctx: Context, form: Filled, zone: string): Promise<NewWait> {
  const { override: _, ...particulars }: Record<string, unknown> = await particularsOf(ctx, form)
  const { start, end } = timesOf(form, zone)
  const input = { ...particulars, from: start, to: end }
  const minutes = minutesBetween(start, end)
  return parseOrRefuse(NewWait, { ...input, ...(minutes !== undefined && { minutes }) })
}

function minutesBetween(start: string, end: string): number | undefined {
  try {
    return minutesIn({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) })
  } catch {
    return undefined
  }
}

/** Each date of a recurrence, with what stands in its way. */
export function DatesPreview({ checked, zone }: { checked: Checked; zone: string }) {
  const t = useText()
  const { dates } = checked
  const good = dates.filter(({ objections }) => objections.length === 0).length
  return (
    <Section title={words.dates}>
      <p role="status">{t(words.datesSummary(good, dates.length))}</p>
      <ol class="dates-preview">
        {dates.map(({ period, objections }) => (
          <li class={objections.length === 0 ? 'date-good' : 'date-bad'}>
            <strong class="numeric">{t(whenText(period, zone))}</strong>
            <span>
              {objections.length === 0
                ? t(words.can)
                : objections.map(({ detail }) => <Local text={detail} />)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** A wall clock of the zone, or a moment with its offset, as the API takes it; what is neither stays as it was typed. */
export function momentTyped(text: string, zone: string): string {
  const at = momentOf(text, zone)
  return at === undefined ? text : new Date(at).toISOString()
}
