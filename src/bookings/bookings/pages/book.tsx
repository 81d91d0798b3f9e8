import { signedIn } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { inLang } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, submitted } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { kindNames } from '../../../catalog/records/words/names.ts'
import { type Booked, bookInstrument, bookTogether } from '../actions/book.ts'
import { labsToBookFor } from '../../calendar/actions/calendar.ts'
import { type Checked, checkBooking } from '../../verdict/actions/check.ts'
import { getBookable, type BookableRow } from '../../policies/actions/bookable.ts'
import { siblingsOf } from '../../calendar/actions/timeline.ts'
import { joinWaitlist } from '../../waitlist/actions/waitlist.ts'
import { instrumentTitle } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { bookWords as words } from '../words/pages.ts'
import { BookForm } from './book-form.tsx'
import {
  bookingTyped,
  checkTyped,
  groupTyped,
  openedForm,
  waitTyped,
  withTimes,
} from './book-input.ts'
import { DatesPreview } from '../../series/pages.tsx'
import { bookingPaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/book' as const

/** What the use that a form books would cost, said as it changes. */
export type PriceOf = (instrumentId: string) => Child

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

type Shown = { priceOf: PriceOf; instrument: BookableRow; form: Filled; checked?: Checked }

async function answerForm(c: C, shown: Shown): Promise<Response> {
  const { ctx } = c.var
  const { instrument, form } = shown
  const { id, zone } = instrument
  if (form.value('take'))
    return formPage(c, { ...shown, form: withTimes(form, form.value('take'), zone) })
  if (form.value('preview')) {
    const checked = await checkBooking(ctx, id, await checkTyped(ctx, form, zone))
    return formPage(c, { ...shown, checked })
  }
  const booked = form.value('also')
    ? await bookTogether(ctx, await groupTyped(ctx, form, instrument))
    : await bookInstrument(ctx, id, await bookingTyped(ctx, form, zone))
  const [first, ...others] = booked.bookings
  setFlash(c, saidOf(booked, zone))
  return c.redirect(
    others.length === 0 ? bookingPaths.booking(first.id) : bookingPaths.bookings,
    303,
  )
}

function saidOf({ bookings, skipped }: Booked, zone: string) {
  const [first, ...others] = bookings
  if (others.length > 0) return words.bookedMany(bookings.length, skipped.length)
  const when = whenText(first, zone)
  return first.confirmedAt ? words.booked(when) : words.asked(when)
}

async function formPage(c: C, { priceOf, instrument, form, checked }: Shown) {
  const { ctx } = c.var
  const title = instrumentTitle(instrument)
  const labs = await labsToBookFor(ctx)
  const others = await siblingsOf(ctx, instrument)
  return page(
    c,
    {
      title: inLang(words.bookOf(title), ctx.lang),
      crumbs: [
        { text: kindNames.instrument, href: paths.kind('instrument') },
        { text: title, href: paths.record(instrument.id) },
        { text: words.book },
      ],
      width: 'reading',
      bundle: 'booking',
      status: form.status,
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <PageHead title={words.bookOf(title)}>
        <CalendarLink id={instrument.id} />
      </PageHead>
      <BookForm
        c={c}
        instrument={instrument}
        form={form}
        labs={labs}
        others={others}
        price={priceOf(instrument.id)}
      >
        {checked && <DatesPreview checked={checked} zone={instrument.zone} />}
      </BookForm>
    </>,
  )
}

function CalendarLink({ id }: { id: string }) {
  const t = useText()
  return <ButtonLink href={bookingPaths.instrumentCalendar(id)}>{t(words.calendar)}</ButtonLink>
}
