import { langTag } from '../../../core/text.ts'
import { formatNumber } from '../../../web/format.ts'
import { useLang, useText } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'
import type { InstrumentCalendar } from '../actions/calendar.ts'
import { type CalendarDay, loadOf } from '../rules/calendar.ts'
import { calendarWords as words } from '../words/calendar.ts'

type Props = { calendar: InstrumentCalendar; here: string }

/** A month as a table of weeks: how much of each day is taken, each leading to its day. */
export function CalendarMonth({ calendar, here }: Props) {
  const t = useText()
  const lang = useLang()
  const { days } = calendar.span
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  )
  return (
    <table class="month-table">
      <caption class="unseen">{t(words.perDay)}</caption>
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
