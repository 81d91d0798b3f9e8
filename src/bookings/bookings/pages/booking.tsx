import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { inLang } from '../../../core/text.ts'
import { FieldList } from '../../../web/components/field-list.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { Timeline } from '../../../web/components/timeline.tsx'
import { Toast } from '../../../web/components/toast.tsx'
import type { Env } from '../../../web/env.ts'
import { type Filled, filledWith } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { type BookingRow, getBooking } from '../actions/read.ts'
import { getBookable } from '../../policies/actions/bookable.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { onePageWords as words } from '../words/pages.ts'
import { Acts } from './booking-acts.tsx'
import { eventsOf, fieldsOf } from './booking-facts.tsx'
import { BookingBadge } from './booking-badge.tsx'
import { bookingPaths } from '../../words/paths.ts'

type C = HonoContext<Env>

/** A part of a booking's page that another area adds. */
export type BookingSection = (c: C, bookingId: string) => Promise<Child>

/** All about one booking. */
export const bookingPage = (sections: readonly BookingSection[]) =>
  new Hono<Env>().get('/bookings/:id', (c) => showBooking(c, c.req.param('id'), { sections }))

/** The page, with a form of it that was refused. */
export async function showBooking(
  c: C,
  id: string,
  { sections, form = filledWith() }: { sections: readonly BookingSection[]; form?: Filled },
) {
  const { ctx } = c.var
  const row = await getBooking(ctx, id)
  const { policy } = await getBookable(ctx, row.instrumentId)
  const title = titleOfInstrument(row)
  return page(
    c,
    {
      title: `${inLang(title, ctx.lang)} · ${inLang(words.booking, ctx.lang)}`,
      crumbs: [
        { text: words.bookings, href: bookingPaths.bookings },
        { text: title, href: paths.record(row.instrumentId) },
        { text: words.booking },
      ],
      width: 'reading',
      status: form.status,
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <PageHead title={title} lead={whenText(row, row.zone)}>
        <BookingBadge state={row.state} />
      </PageHead>
      {form.refusal && <Toast text={form.refusal} tone="danger" />}
      <FieldList fields={fieldsOf(row, ctx.lang)} />
      <SeriesLink row={row} />
      {await Promise.all(sections.map((section) => section(c, row.id)))}
      <Acts c={c} row={row} policy={policy} form={form} />
      <Section title={words.history}>
        <Timeline events={eventsOf(row)} />
      </Section>
    </>,
  )
}

function SeriesLink({ row: { seriesId } }: { row: BookingRow }) {
  const t = useText()
  return (
    seriesId && (
      <p>
        <a href={withQuery(bookingPaths.bookings, { series: seriesId })}>{t(words.seeSeries)}</a>
      </p>
    )
  )
}
