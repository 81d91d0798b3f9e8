import { instrumentTitle } from '../../../instruments/rules/title.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { inLang } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { kindNames } from '../../../catalog/records/words/names.ts'
import { calendarOf, type InstrumentCalendar, labsToBookFor } from '../actions/calendar.ts'
import { calendarViews, dayNamed } from '../rules/calendar.ts'
import { calendarWords as words } from '../words/calendar.ts'
import { CalendarBar } from './calendar-bar.tsx'
import { BookTime } from './calendar-book.tsx'
import { CalendarDays } from './calendar-days.tsx'
import { settingsOf } from './calendar-drawn.ts'
import { CalendarMonth } from './calendar-month.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Legend, ZoneLine } from './calendar-notes.tsx'
import { bookingPaths } from '../../words/paths.ts'

type C = HonoContext<Env>

/** A link may be old, or cut off: what is none of ours is as if it were not said. */
export const CalendarQuery = z.object({
  view: z.enum(calendarViews).catch('week'),
  date: z.string().optional().catch(undefined).transform(dayNamed),
})

export const calendarPages = new Hono<Env>().get(
  '/instruments/:id/calendar',
  parsed('query', CalendarQuery),
  async (c) => {
    const { ctx } = c.var
    const calendar = await calendarOf(ctx, c.req.param('id'), c.req.valid('query'))
    const labs = await labsToBookFor(ctx)
    const title = instrumentTitle(calendar.instrument)
    return page(
      c,
      {
        title: inLang(words.calendarOf(title), ctx.lang),
        crumbs: crumbsOf(calendar),
        bundle: 'calendar',
        head: <meta name="robots" content="noindex, follow" />,
      },
      <>
        <PageHead title={title} lead={words.lead}>
          <ToBooking c={c} calendar={calendar} />
        </PageHead>
        <Calendar c={c} calendar={calendar} />
        {mayBook(c, calendar) && <ConfirmDialog zone={calendar.span.zone} labs={labs} />}
      </>,
    )
  },
)

const mayBook = (c: C, { isGiven }: InstrumentCalendar) =>
  isGiven && c.var.ctx.actor.type === 'person'

const crumbsOf = (calendar: InstrumentCalendar) => [
  { text: kindNames.instrument, href: paths.kind('instrument') },
  { text: instrumentTitle(calendar.instrument), href: paths.record(calendar.instrument.id) },
  { text: words.calendar },
]

function ToBooking({ c, calendar }: { c: C; calendar: InstrumentCalendar }) {
  const t = useText()
  if (!calendar.isGiven) return <p class="quiet">{t(words.notGiven)}</p>
  const book = bookingPaths.bookInstrument(calendar.instrument.id)
  if (!mayBook(c, calendar))
    return (
      <ButtonLink look="primary" href={withQuery(paths.signIn, { next: book })}>
        {t(words.book)}
      </ButtonLink>
    )
  return (
    <>
      <ButtonLink look="primary" href={book}>
        {t(words.book)}
      </ButtonLink>
      <ButtonLink href={withQuery(paths.feeds, { instrument: calendar.instrument.id })}>
        {t(words.follow)}
      </ButtonLink>
    </>
  )
}

function Calendar({ c, calendar }: { c: C; calendar: InstrumentCalendar }) {
  const t = useText()
  const { ctx } = c.var
  const { span, instrument, now } = calendar
  const here = withQuery(c.req.url, {})
  const isMine = mayBook(c, calendar)
  const drawn = settingsOf(calendar, { mayBook: isMine, lang: ctx.lang })
  return (
    <hexi-times data-instrument={instrument.id}>
      <p class="calendar-said" role="status"></p>
      <CalendarBar
        span={span}
        here={here}
        today={now.toZonedDateTimeISO(span.zone).toPlainDate()}
      />
      <ZoneLine zone={span.zone} now={now} />
      <hexi-calendar
        class={`calendar-drawn calendar-${span.view}`}
        data-settings={JSON.stringify(drawn)}
        role="group"
        aria-label={t(words.calendar)}
      >
        <p class="unseen" role="status"></p>
      </hexi-calendar>
      <Legend />
      {isMine && <p class="quiet calendar-how">{t(words.howTo)}</p>}
      {isMine && <BookTime calendar={calendar} />}
      <Section title={span.view === 'month' ? words.perDay : words.byDay}>
        <div data-part="list">
          {span.view === 'month' ? (
            <CalendarMonth calendar={calendar} here={here} />
          ) : (
            <CalendarDays calendar={calendar} mayBook={calendar.isGiven} />
          )}
        </div>
      </Section>
    </hexi-times>
  )
}
