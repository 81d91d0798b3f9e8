import { langTag } from '../../../core/text.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'
import type { Timeline } from '../actions/timeline.ts'
import { between, type CalendarDay, type CalendarSpan, loadOf } from '../rules/calendar.ts'
import { dayText } from '../../../core/wall-clock.ts'
import { timelineWords as words } from '../words/timeline.ts'
import { bookingPaths } from '../../words/paths.ts'

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
        <a href={withQuery(bookingPaths.instrumentCalendar(id), { view, date: date.toString() })}>
          <Local text={{ zh: titleZh, en: titleEn }} />
        </a>
        <span class="quiet">
          <Local text={{ zh: institutionZh, en: institutionEn }} />
        </span>
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
