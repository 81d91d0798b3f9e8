import { BookingChange, type BookingRow } from '../model.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { changeBooking } from '../actions/change.ts'
import { roleOf } from '../actions/lock-booking.ts'
import { getBooking } from '../actions/read.ts'
import { momentTyped, type PriceOf, useTyped, withTimes } from './book.tsx'
import { ScopeField } from './booking.tsx'
import { conflictChoices, FormHead, LiveRules, OverrideInput, Particulars } from './form.tsx'
import { policyForBooking } from '../../policies/actions.ts'
import { bookWords as words, onePageWords } from '../words/pages.ts'
import { labsToBookFor } from '../../calendar/actions/calendar.ts'
import { bookingPaths } from '../../words/paths.ts'
import { type LocalText } from '../../../core/text.ts'
import { isoOf } from '../../../core/time.ts'
import { wallClockOf } from '../../../core/wall-clock.ts'
import { labOrNone, noLab } from '../../model.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { previewedForm, type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'

type C = HonoContext<Env>
const path = '/bookings/:id/change' as const

/** The form that changes a booking, and with it others of its series. */
export const changePage = (priceOf: PriceOf) =>
  new Hono<Env>()
    .get(path, async (c) => {
      const row = await getBooking(c.var.ctx, c.req.param('id'))
      return formPage(c, { priceOf, row, form: filledOf(row) })
    })
    .post(path, async (c) => {
      const row = await getBooking(c.var.ctx, c.req.param('id'))
      return submitted(
        c,
        (form) => answerForm(c, { priceOf, row, form }),
        (form) => formPage(c, { priceOf, row, form }),
      )
    })

type FormView = { priceOf: PriceOf; row: BookingRow; form: Filled }

async function answerForm(c: C, view: FormView): Promise<Response> {
  const { row, form } = view
  if (form.value('take')) {
    const moved = withTimes(form, form.value('take'), row.zone)
    return formPage(c, { ...view, form: previewedForm(c, moved) })
  }
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

/**
 * Only what was changed is sent: other dates of a series keep what they were given singly, and a time that was not
 * touched keeps its seconds, and its hour where the clock shows that twice.
 */
function changeTyped(row: BookingRow, form: Filled): BookingChange {
  const before = filledOf(row)
  const override = form.value('override').trim()
  const typed: Record<string, (text: string) => unknown> = {
    start: (text) => momentTyped(text, row.zone),
    end: (text) => momentTyped(text, row.zone),
    purpose: (text) => text,
    ...(form.values('lab').length > 0 && { lab: labOrNone }),
    project: (text) => text || null,
    samples: (text) => (text.trim() === '' ? null : Number(text)),
    assisted: (text) => text === 'true',
  }
  const changed = Object.entries(typed).filter(([name]) => form.value(name) !== before.value(name))
  return parseOrRefuse(BookingChange, {
    ...Object.fromEntries(changed.map(([name, read]) => [name, read(form.value(name))])),
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
    lab: row.labId ?? noLab,
    project: row.project,
    samples: row.plannedSamples === null ? null : String(row.plannedSamples),
    assisted: row.assisted ? 'true' : null,
  })

async function formPage(c: C, { priceOf, row, form }: FormView) {
  const { ctx } = c.var
  const use = { ...useTyped(form, row.zone), booking: row.id }
  const title = words.changeOf(titleOfInstrument(row))
  const isTheirs = ctx.actor.type === 'person' && ctx.actor.personId === row.personId
  const labs = isTheirs ? await labsToBookFor(ctx) : []
  const { needsProject } = await policyForBooking(ctx, row.instrumentId)
  return page(
    c,
    {
      title: title,
      crumb: onePageWords.change,
      lead: whenText(row, row.zone),
      crumbs: [
        { text: onePageWords.bookings, href: bookingPaths.bookings },
        { text: onePageWords.booking, href: bookingPaths.booking(row.id) },
      ],
      width: 'reading',
      bundle: 'booking',
      status: form.status,
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <ChangeForm
      {...{ c, row, form, labs, needsProject }}
      price={await priceOf(ctx, row.instrumentId, use)}
    />,
  )
}

type Props = {
  c: HonoContext<Env>
  row: BookingRow
  form: Filled
  labs: readonly { id: string; name: LocalText }[]
  needsProject: boolean | undefined
  price: Child
}

/** All that may be changed of a booking. */
function ChangeForm({ c, row, form, labs, needsProject, price }: Props) {
  const before = { id: row.id, start: isoOf(row.start), end: isoOf(row.end) }
  return (
    <LiveRules instrument={row.instrumentId} booking={before}>
      <form
        class="stacked-form book-form"
        method="post"
        action={`${bookingPaths.booking(row.id)}/change`}
        data-asked={JSON.stringify({ instrument: row.instrumentId, booking: row.id })}
        novalidate
      >
        <input type="hidden" name="version" value={form.value('version')} />
        <FormHead form={form} zone={row.zone} isMove />
        <Particulars form={form} labs={labs} needsProject={needsProject} />
        {roleOf(c.var.ctx, row) === 'staff' && <OverrideInput form={form} />}
        {row.seriesId && <SeriesFields form={form} />}
        {price}
        <div class="form-actions">
          <Button look="primary" text={words.save} />
        </div>
      </form>
    </LiveRules>
  )
}

const SeriesFields = ({ form }: { form: Filled }) => (
  <div class="time-pair">
    <ScopeField form={form} />
    <FormField
      type="select"
      name="onConflict"
      label={words.onConflict}
      value={form.value('onConflict')}
      choices={conflictChoices}
    />
  </div>
)
