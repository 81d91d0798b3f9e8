import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { calendarOf, type InstrumentCalendar, labsToBookFor } from '../actions/calendar.ts'
import { CalendarBar, Legend, ZoneLine } from './bar.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { CalendarDays } from './days.tsx'
import { type CalendarDay, calendarViews, hoursShown, loadOf } from '../rules/calendar.ts'
import type { CalendarSettings } from '../rules/options.ts'
import { calendarWords as words, confirmWords, takenNames } from '../words.ts'
import { bookingPaths } from '../../words/paths.ts'
import { kindNames } from '../../../catalog/records/words.ts'
import { inLang, inOneLang, type Lang, langTag } from '../../../core/text.ts'
import { dayIn, isoOf } from '../../../core/time.ts'
import { offsetOf, wallClockOf } from '../../../core/wall-clock.ts'
import { instrumentTitle } from '../../../instruments/rules/title.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { PageHead, Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'

type C = HonoContext<Env>

/** A link may be old, or cut off: what is none of ours is as if it were not said. */
export const CalendarQuery = z.object({
  view: z.enum(calendarViews).catch('week'),
  date: z.string().optional().catch(undefined).transform(dayIn),
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
        {canBook(c, calendar) && <ConfirmDialog zone={calendar.span.zone} labs={labs} />}
      </>,
    )
  },
)

const canBook = (c: C, { isBookable }: InstrumentCalendar) =>
  isBookable && c.var.ctx.actor.type === 'person'

const crumbsOf = (calendar: InstrumentCalendar) => [
  { text: kindNames.instrument, href: paths.kind('instrument') },
  { text: instrumentTitle(calendar.instrument), href: paths.record(calendar.instrument.id) },
  { text: words.calendar },
]

function ToBooking({ c, calendar }: { c: C; calendar: InstrumentCalendar }) {
  if (!calendar.isBookable) return <Local as="p" class="quiet" text={words.notBookable} />
  const book = bookingPaths.bookInstrument(calendar.instrument.id)
  if (!canBook(c, calendar))
    return (
      <ButtonLink look="primary" href={withQuery(paths.signIn, { next: book })} text={words.book} />
    )
  return (
    <>
      <ButtonLink look="primary" href={book} text={words.book} />
      <ButtonLink
        href={withQuery(paths.feeds, { instrument: calendar.instrument.id })}
        text={words.follow}
      />
    </>
  )
}

function Calendar({ c, calendar }: { c: C; calendar: InstrumentCalendar }) {
  const t = useText()
  const { ctx } = c.var
  const { span, instrument, now } = calendar
  const here = withQuery(c.req.url, {})
  const isMine = canBook(c, calendar)
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
            <CalendarDays calendar={calendar} mayBook={calendar.isBookable} />
          )}
        </div>
      </Section>
    </hexi-times>
  )
}

/** What the drawn calendar is told, so that it draws the same days as the list below it. */
export function settingsOf(
  calendar: InstrumentCalendar,
  { mayBook, lang }: { mayBook: boolean; lang: Lang },
): CalendarSettings {
  const { span, instrument, isStaff, now } = calendar
  const { granularityMinutes: step = 15 } = instrument.policy
  return {
    view: span.view,
    date: span.date.toString(),
    instrument: instrument.id,
    zone: span.zone,
    offset: offsetOf(now.epochMilliseconds, span.zone),
    from: isoOf(span.period.start),
    to: isoOf(span.period.end),
    locale: lang === 'en' ? 'en-GB' : langTag(lang),
    stepMinutes: step === 1 ? 5 : step,
    ...hoursShown(span, calendar.open),
    mayBook,
    isStaff: isStaff && mayBook,
    words: inOneLang({ ...takenNames, mine: words.mine, movedTo, movedBack }, lang),
  }
}

const { movedTo, movedBack } = confirmWords

/** All that dragging over free time does, as a form. Without scripts it goes on to the page that books. */
export function BookTime({ calendar }: { calendar: InstrumentCalendar }) {
  const { instrument, free, span } = calendar
  const clock = (at: { epochMilliseconds: number } | undefined) =>
    at && wallClockOf(at.epochMilliseconds, span.zone)
  const slot = free[0]?.slot
  return (
    <Section title={confirmWords.bookTime}>
      <form class="book-time" action={bookingPaths.bookInstrument(instrument.id)}>
        <FormField
          type="datetime-local"
          name="start"
          label={confirmWords.start}
          value={clock(slot?.start)}
          required
        />
        <FormField
          type="datetime-local"
          name="end"
          label={confirmWords.end}
          value={clock(slot?.end)}
          required
        />
        <Button text={confirmWords.go} />
      </form>
    </Section>
  )
}

type Props = { calendar: InstrumentCalendar; here: string }

/** A month as a table of weeks: how much of each day is taken, each leading to its day. */
export function CalendarMonth({ calendar, here }: Props) {
  const lang = useLang()
  const { days } = calendar.span
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  )
  return (
    <table class="month-table">
      <Local as="caption" class="unseen" text={words.perDay} />
      <thead>
        <tr>
          {days.slice(0, 7).map(({ date }) => (
            <th scope="col">
              {date.toLocaleString(lang === 'en' ? 'en-GB' : langTag(lang), { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((day) => (
              <DayCell day={day} calendar={calendar} here={here} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, calendar, here }: Props & { day: CalendarDay }) {
  const t = useText()
  const lang = useLang()
  const { open, items } = calendar
  const taken = items.map(({ period }) => period)
  const { openMinutes, takenMinutes } = loadOf(day.period, { open, taken })
  const hours = (minutes: number) => formatNumber(minutes / 60, lang, 1)
  const name = openMinutes === 0 ? 'load-none' : takenMinutes === 0 ? 'load-free' : 'load-some'
  const isFull = openMinutes > 0 && takenMinutes >= openMinutes
  return (
    <td class={`${isFull ? 'load-full' : name}${day.isOther ? ' day-other' : ''}`}>
      <a href={withQuery(here, { view: 'day', date: day.date.toString() })}>
        <time datetime={day.date.toString()}>{day.date.day}</time>
        <span class="load">
          {openMinutes === 0 ? (
            <>
              <span aria-hidden="true">—</span>
              <span class="unseen">{t(words.closed)}</span>
            </>
          ) : (
            t(words.load(hours(takenMinutes), hours(openMinutes)))
          )}
        </span>
      </a>
    </td>
  )
}
