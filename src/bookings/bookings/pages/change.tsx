import { type Context as HonoContext, Hono } from 'hono'
import { inLang } from '../../../core/text.ts'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { labsToBookFor } from '../../calendar/actions/calendar.ts'
import { type BookingRow, getBooking } from '../actions/read.ts'
import { changeBooking } from '../actions/change.ts'
import { BookingChange } from '../model/booking.ts'
import { momentTyped } from '../../series/rules/form.ts'
import { wallClockOf } from '../../../core/wall-clock.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { bookWords as words, onePageWords } from '../words/pages.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { ChangeForm } from './change-form.tsx'
import { withTimes } from './book-input.ts'
import { bookingPaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const path = '/bookings/:id/change' as const

/** The form that changes a booking, and with it others of its series. */
export const changePage = new Hono<Env>()
  .get(path, async (c) => {
    const row = await getBooking(c.var.ctx, c.req.param('id'))
    return formPage(c, row, filledOf(row))
  })
  .post(path, async (c) => {
    const row = await getBooking(c.var.ctx, c.req.param('id'))
    return submitted(
      c,
      (form) => answerForm(c, row, form),
      (form) => formPage(c, row, form),
    )
  })

async function answerForm(c: C, row: BookingRow, form: Filled): Promise<Response> {
  if (form.value('take')) return formPage(c, row, withTimes(form, form.value('take'), row.zone))
  const change = changeTyped(row, form)
  const version = Number(form.value('version'))
  const { changed, skipped } = await changeBooking(c.var.ctx, { id: row.id, version, change })
  const isOne = changed.length === 1 && skipped.length === 0
  setFlash(
    c,
    isOne ? onePageWords.changed : onePageWords.changedMany(changed.length, skipped.length),
  )
  return c.redirect(bookingPaths.booking(row.id), 303)
}

/** Times that were not touched are not sent: what they were by another second stays. */
function changeTyped(row: BookingRow, form: Filled): BookingChange {
  const clocks = clocksOf(row)
  const isMoved = form.value('start') !== clocks.start || form.value('end') !== clocks.end
  const samples = form.value('samples').trim()
  const override = form.value('override').trim()
  return parseOrRefuse(BookingChange, {
    ...(isMoved && {
      start: momentTyped(form.value('start'), row.zone),
      end: momentTyped(form.value('end'), row.zone),
    }),
    purpose: form.value('purpose'),
    ...(form.values('lab').length > 0 && { lab: form.value('lab') || null }),
    project: form.value('project') || null,
    samples: samples === '' ? null : Number(samples),
    assisted: form.value('assisted') === 'true',
    ...(override && { override }),
    scope: form.value('scope') || 'one',
    onConflict: form.value('onConflict') || 'refuse',
  })
}

const clocksOf = ({ start, end, zone }: BookingRow) => ({
  start: wallClockOf(start.epochMilliseconds, zone),
  end: wallClockOf(end.epochMilliseconds, zone),
})

const filledOf = (row: BookingRow): Filled =>
  filledWith({
    ...clocksOf(row),
    version: String(row.version),
    purpose: row.purpose,
    lab: row.labId,
    project: row.project,
    samples: row.plannedSamples === null ? null : String(row.plannedSamples),
    assisted: row.assisted ? 'true' : null,
  })

async function formPage(c: C, row: BookingRow, form: Filled) {
  const { ctx } = c.var
  const title = words.changeOf(titleOfInstrument(row))
  const isTheirs = ctx.actor.type === 'person' && ctx.actor.personId === row.personId
  const labs = isTheirs ? await labsToBookFor(ctx) : []
  return page(
    c,
    {
      title: inLang(title, ctx.lang),
      crumbs: [
        { text: onePageWords.bookings, href: bookingPaths.bookings },
        { text: onePageWords.booking, href: bookingPaths.booking(row.id) },
        { text: onePageWords.change },
      ],
      width: 'reading',
      bundle: 'booking',
      status: form.status,
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <PageHead title={title} lead={whenText(row, row.zone)} />
      <ChangeForm c={c} row={row} form={form} labs={labs} />
    </>,
  )
}
