import { dayIn, isoOf, type Temporal, defaultZone } from '../../../core/time.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { labsToBookFor } from '../actions/calendar.ts'
import { firstDay } from '../actions/first-day.ts'
import { type Timeline, timelineOf } from '../actions/timeline.ts'
import { CalendarBar, Legend, ZoneLine } from './bar.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import {
  between,
  type CalendarDay,
  type CalendarSpan,
  calendarViews,
  hoursShown,
  loadOf,
  spanOf,
} from '../rules/calendar.ts'
import type { TimelineSettings } from '../rules/options.ts'
import { calendarWords, takenNames, timelineWords as words } from '../words.ts'
import {
  type FilterChoices,
  filterChoices,
  FilterFields,
  type FilterInQuery,
  filterInQuery,
} from '../../openings/pages/fields.tsx'
import { bookingPaths } from '../../words/paths.ts'
import { inOneLang, type Lang, langTag } from '../../../core/text.ts'
import { dayText, offsetOf } from '../../../core/wall-clock.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Pager } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'

type C = HonoContext<Env>

const TimelineQuery = z.object({
  view: z.enum(calendarViews).catch('week'),
  date: z.string().optional().catch(undefined).transform(dayIn),
  after: z.string().max(500).optional().catch(undefined),
  ...filterInQuery,
})
type Asked = z.output<typeof TimelineQuery>

const pageLimit = 25

/** Many instruments side by side, a page of them at a time. */
export const timelinePages = new Hono<Env>().get(
  bookingPaths.calendar,
  parsed('query', TimelineQuery),
  async (c) => {
    const { ctx } = c.var
    const asked = c.req.valid('query')
    const [choices, labs, data] = await Promise.all([
      filterChoices(ctx),
      labsToBookFor(ctx),
      timelineData(c, asked),
    ])
    return page(
      c,
      {
        title: words.title,
        lead: words.lead,
        actions: <ToOpenings filter={asked} />,
        bundle: 'calendar',
        description: words.lead[ctx.lang],
      },
      <>
        <Filters asked={asked} choices={choices} />
        <SideBySide c={c} asked={asked} {...data} />
        {ctx.actor.type === 'person' && <ConfirmDialog zone={defaultZone} labs={labs} />}
      </>,
    )
  },
)

async function timelineData({ var: { ctx } }: C, { view, date, after, ...filter }: Asked) {
  const now = ctx.now()
  const today = now.toZonedDateTimeISO(defaultZone).toPlainDate()
  const around = async (day: Temporal.PlainDate) => {
    const span = spanOf({ view, date: day, zone: defaultZone })
    const asked = { ...filter, after, period: span.period, limit: pageLimit }
    return { span, today, now, found: await timelineOf(ctx, asked) }
  }
  const shown = await around(date ?? today)
  const rows = shown.found.items.map(({ instrument }) => instrument)
  const first = date ?? (await firstDay(ctx, rows, defaultZone))
  return first.equals(shown.span.date) ? shown : around(first)
}

type TimelineData = Awaited<ReturnType<typeof timelineData>>

function ToOpenings({ filter: { q, category, region, institution } }: { filter: FilterInQuery }) {
  const known = Object.entries({ q, category, region, institution })
  const narrowing = Object.fromEntries(known.map(([name, value]) => [name, value ?? null]))
  return (
    <ButtonLink
      href={withQuery(bookingPaths.openings, narrowing)}
      icon="search"
      text={words.findOpening}
    />
  )
}

function Filters({ asked, choices }: { asked: Asked; choices: FilterChoices }) {
  const t = useText()
  return (
    <form class="wanted" action={bookingPaths.calendar} aria-label={t(words.filters)}>
      <input type="hidden" name="view" value={asked.view} />
      {asked.date && <input type="hidden" name="date" value={asked.date.toString()} />}
      <FilterFields filter={asked} choices={choices} />
      <Button text={words.show} />
    </form>
  )
}

function SideBySide({ c, asked, ...data }: TimelineData & { c: C; asked: Asked }) {
  const lang = useLang()
  const here = withQuery(c.req.url, {})
  const { span, today, now, found } = data
  if (found.items.length === 0) return <NothingFits />
  return (
    <hexi-times>
      <p class="calendar-said" role="status"></p>
      <CalendarBar span={span} here={here} today={today} />
      <ZoneLine zone={span.zone} now={now} ofMany />
      <Local as="p" class="quiet" text={words.count(formatNumber(found.total?.value ?? 0, lang))} />
      {span.view !== 'month' && <Drawn c={c} asked={asked} {...data} />}
      <div data-part="list">
        <TimelineTable span={span} rows={found.items} />
      </div>
      <Pager url={here} next={found.next} />
    </hexi-times>
  )
}

function Drawn({ c, asked, span, now, found }: TimelineData & { c: C; asked: Asked }) {
  const t = useText()
  const lang = useLang()
  const rows: readonly Timeline[] = found.items
  const mayBook = c.var.ctx.actor.type === 'person'
  const settings = timelineSettings(rows, { asked, span, now, mayBook, lang, limit: pageLimit })
  return (
    <>
      <hexi-timeline
        class="calendar-drawn timeline-drawn"
        data-settings={JSON.stringify(settings)}
        role="group"
        aria-label={t(words.title)}
      >
        <p class="unseen" role="status"></p>
      </hexi-timeline>
      <Legend />
    </>
  )
}

function NothingFits() {
  return (
    <Empty title={words.none} text={words.noneHint} icon="calendar">
      <ButtonLink href={bookingPaths.calendar} text={words.all} />
    </Empty>
  )
}

type SettingsProps = {
  asked: FilterInQuery & { after?: string | undefined }
  span: CalendarSpan
  now: Temporal.Instant
  mayBook: boolean
  lang: Lang
  limit: number
}

/** What the drawn timeline is told, so that it shows the same page of instruments as the table below it. */
export function timelineSettings(
  rows: readonly Timeline[],
  { asked, span, now, mayBook, lang, limit }: SettingsProps,
): TimelineSettings {
  const { q, category, region, institution, after } = asked
  const filters = Object.entries({ q, category, region, institution, after })
  const from = isoOf(span.period.start)
  const to = isoOf(span.period.end)
  const query = new URLSearchParams({ from, to, limit: String(limit) })
  for (const [name, value] of filters) if (value !== undefined) query.set(name, value)
  return {
    view: span.view === 'day' ? 'day' : 'week',
    date: span.date.toString(),
    query: query.toString(),
    zone: span.zone,
    offset: offsetOf(now.epochMilliseconds, span.zone),
    from,
    to,
    locale: lang === 'en' ? 'en-GB' : langTag(lang),
    lang,
    ...hoursShown(
      span,
      rows.flatMap(({ open }) => open),
    ),
    mayBook,
    isStaff: false,
    words: inOneLang({ ...takenNames, mine: calendarWords.mine }, lang),
  }
}

type Props = { span: CalendarSpan; rows: readonly Timeline[] }

/** Instruments by days: how much of each day is taken, each leading to that day of that instrument. */
export function TimelineTable({ span, rows }: Props) {
  const t = useText()
  return (
    <div class="table-scroll" role="region" aria-label={t(words.caption)} tabindex={0}>
      <table class={`table table-dense load-table load-table-${span.view}`}>
        <caption>{t(words.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(words.instrument)}</th>
            {span.days.map((day) => (
              <DayHead day={day} span={span} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} span={span} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DayHead({ day: { date }, span }: { day: CalendarDay; span: CalendarSpan }) {
  const lang = useLang()
  const text = dayText(date.toString(), langTag(lang))
  return (
    <th scope="col" class="cell-end" title={text}>
      <time datetime={date.toString()}>{span.view === 'month' ? date.day : text}</time>
    </th>
  )
}

function Row({ row, span }: { row: Timeline; span: CalendarSpan }) {
  const { id, titleZh, titleEn, institutionZh, institutionEn } = row.instrument
  const { view, date } = span
  return (
    <tr>
      <th scope="row">
        <Local
          as="a"
          href={withQuery(bookingPaths.instrumentCalendar(id), { view, date: date.toString() })}
          text={{ zh: titleZh, en: titleEn }}
        />
        <Local as="span" class="quiet" text={{ zh: institutionZh, en: institutionEn }} />
      </th>
      {span.days.map((day) => (
        <LoadCell row={row} day={day} />
      ))}
    </tr>
  )
}

/** In fifths, for a ground that darkens with what the figures say. */
const levelOf = (taken: number, open: number): number => Math.ceil((taken / open) * 5)

function LoadCell({ row, day }: { row: Timeline; day: CalendarDay }) {
  const t = useText()
  const lang = useLang()
  const taken = row.items.map(({ start, end }) => between(start, end))
  const { openMinutes, takenMinutes } = loadOf(day.period, { open: row.open, taken })
  const hours = (minutes: number) => formatNumber(minutes / 60, lang, 1)
  const name = dayText(day.date.toString(), langTag(lang))
  const isClosed = openMinutes === 0
  const label = isClosed
    ? words.dayClosed(name)
    : words.dayLoad(name, hours(takenMinutes), hours(openMinutes))
  const address = bookingPaths.instrumentCalendar(row.instrument.id)
  return (
    <td class={isClosed ? 'load-none' : `load-level-${levelOf(takenMinutes, openMinutes)}`}>
      <a href={withQuery(address, { view: 'day', date: day.date.toString() })} title={t(label)}>
        {isClosed ? (
          <>
            <span aria-hidden="true">—</span>
            <span class="unseen">{t(words.closed)}</span>
          </>
        ) : (
          <>
            {hours(takenMinutes)}
            <span class="of-open">/{hours(openMinutes)}</span>
          </>
        )}
      </a>
    </td>
  )
}
