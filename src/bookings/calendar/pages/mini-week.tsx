import type { InstrumentCalendar } from '../actions/calendar.ts'
import { type CalendarDay, hoursShown, loadOf, onDay } from '../rules/calendar.ts'
import { calendarWords as words } from '../words.ts'
import { bookingPaths } from '../../words/paths.ts'
import { clipped, minutesIn, type Period } from '../../../core/periods.ts'
import { langTag, type Text } from '../../../core/text.ts'
import { dayText } from '../../../core/wall-clock.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'

/** Seven days at a glance: what is free of each, and the way to it. */
export function MiniWeek({ calendar }: { calendar: InstrumentCalendar }) {
  return (
    <ol class="mini-week">
      {calendar.span.days.map((day) => (
        <Day day={day} calendar={calendar} />
      ))}
    </ol>
  )
}

type Props = { day: CalendarDay; calendar: InstrumentCalendar }

function Day({ day, calendar }: Props) {
  const t = useText()
  const lang = useLang()
  const { instrument, free, open, span } = calendar
  const locale = lang === 'en' ? 'en-GB' : langTag(lang)
  const date = day.date.toString()
  const { openMinutes } = loadOf(day.period, { open, taken: [] })
  const freeMinutes = onDay(day.period, free).reduce(
    (sum, { period }) => sum + minutesIn(period),
    0,
  )
  const text = saidOf(openMinutes, freeMinutes, (hours) => formatNumber(hours, lang, 1))
  const href = withQuery(bookingPaths.instrumentCalendar(instrument.id), { view: 'day', date })
  return (
    <li>
      <a href={href} title={`${dayText(date, langTag(lang))}: ${t(text)}`}>
        <time datetime={date}>
          <b>{day.date.toLocaleString(locale, { weekday: 'short' })}</b>
          {day.date.toLocaleString(locale, {
            month: lang === 'en' ? 'short' : 'numeric',
            day: 'numeric',
          })}
        </time>
        <Strip day={day} calendar={calendar} hours={hoursShown(span, open)} />
        <Local as="span" class="mini-said" text={text} />
      </a>
    </li>
  )
}

function saidOf(open: number, free: number, number: (hours: number) => string): Text {
  if (open === 0) return words.closed
  return free === 0 ? words.noneFree : words.freeHours(number(free / 60))
}

type StripProps = Props & { hours: ReturnType<typeof hoursShown> }

/** The day from top to bottom, a minute a unit high; words say the same. */
function Strip({ day, calendar: { open, items, free }, hours }: StripProps) {
  const from = Number(hours.fromHour.slice(0, 2)) * 60
  const height = Number(hours.toHour.slice(0, 2)) * 60 - from
  const dayStart = day.period.start.epochMilliseconds
  const bars = (periods: readonly Period[], look: string) =>
    periods.flatMap((period) => {
      const part = clipped(period, day.period)
      if (!part) return []
      const top = (part.start.epochMilliseconds - dayStart) / 60_000 - from
      return [<rect class={look} x="0" y={top} width="10" height={minutesIn(part)} />]
    })
  return (
    <svg viewBox={`0 0 10 ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="mini-closed" x="0" y="0" width="10" height={height} />
      {bars(open, 'mini-open')}
      {bars(
        free.map(({ period }) => period),
        'mini-free',
      )}
      {bars(
        items.map(({ period }) => period),
        'mini-taken',
      )}
    </svg>
  )
}
