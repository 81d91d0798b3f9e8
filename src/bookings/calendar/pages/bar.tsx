import {
  type CalendarSpan,
  type CalendarView,
  calendarViews,
  dateBeside,
} from '../rules/calendar.ts'
import { calendarWords as words, takenNames, viewNames } from '../words.ts'
import { type Lang, langTag, type Text } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { offsetOf } from '../../../core/wall-clock.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { useLang, useText } from '../../../web/lang.tsx'
import { withQuery } from '../../../web/paths.ts'

type Props = {
  span: CalendarSpan
  /** Address of this page with its query. */
  here: string
  today: Temporal.PlainDate
}

/** What is shown, one step back and forth, and how much of it at once: all of them addresses. */
export function CalendarBar({ span, here, today }: Props) {
  const t = useText()
  const lang = useLang()
  const at = (date: Temporal.PlainDate) => withQuery(here, { date: date.toString(), after: null })
  return (
    <div class="calendar-bar">
      <h2 class="calendar-span">{spanTitle(span, lang)}</h2>
      <nav class="calendar-steps" aria-label={t(words.move)}>
        <a class="icon-button" href={at(dateBeside(span, -1))} rel="prev nofollow">
          <Icon name="chevron-left" label={t(words.previous)} />
        </a>
        <ButtonLink href={at(today)} dense text={words.today} />
        <a class="icon-button" href={at(dateBeside(span, 1))} rel="next nofollow">
          <Icon name="chevron-right" label={t(words.next)} />
        </a>
      </nav>
      <DatePicker span={span} here={here} />
      <nav class="toolbar-views" aria-label={t(words.view)}>
        {calendarViews.map((view) => (
          <a
            href={withQuery(here, { view, date: span.date.toString() })}
            rel="nofollow"
            aria-current={view === span.view ? 'true' : undefined}
          >
            {t(viewNames[view])}
          </a>
        ))}
      </nav>
    </div>
  )
}

/** Any day, by a form that needs no script; what else the address says stays. */
function DatePicker({ span, here }: Pick<Props, 'span' | 'here'>) {
  const t = useText()
  const { pathname, searchParams } = new URL(here, 'http://here')
  const others = [...searchParams].filter(([name]) => name !== 'date' && name !== 'after')
  return (
    <form class="calendar-date" action={pathname}>
      {others.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input
        type="date"
        name="date"
        class="input"
        value={span.date.toString()}
        aria-label={t(words.date)}
        required
      />
      <Button dense text={words.goTo} />
    </form>
  )
}

const parts = {
  day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  week: { year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
} as const satisfies Record<CalendarView, Intl.DateTimeFormatOptions>

/** `2026年11月23日至29日`, `23–29 November 2026`. */
export function spanTitle({ view, date, days }: CalendarSpan, lang: Lang): string {
  const locale = lang === 'en' ? 'en-GB' : langTag(lang)
  const format = new Intl.DateTimeFormat(locale, { ...parts[view], timeZone: 'UTC' })
  if (view !== 'week') return format.format(noonOf(date))
  const [first = date, last = date] = [days.at(0)?.date, days.at(-1)?.date]
  if (lang === 'en') return format.formatRange(noonOf(first), noonOf(last))
  const isSameYear = first.year === last.year
  const end = `${first.month === last.month ? '' : `${last.month}月`}${last.day}日`
  return `${format.format(noonOf(first))} – ${isSameYear ? '' : `${last.year}年`}${end}`
}

const noonOf = (day: Temporal.PlainDate): number => Date.parse(`${day.toString()}T12:00Z`)

type ZoneProps = { zone: string; now: Temporal.Instant; ofMany?: boolean }

/** Whose clock the times are by; a script adds the reader's own. */
export function ZoneLine({ zone, now, ofMany = false }: ZoneProps) {
  const t = useText()
  const offset = offsetOf(now.epochMilliseconds, zone)
  return (
    <p class="quiet calendar-zone">
      {t((ofMany ? words.zoneOfMany : words.zone)(zone, offset))}{' '}
      <hexi-zone
        data-zone={zone}
        data-same={t(words.zoneSame)}
        data-yours={t(words.zoneYours)}
      ></hexi-zone>
    </p>
  )
}

const signs = ['confirmed', 'pending', 'in_use', 'finished', 'hold', 'outage'] as const

/** What each look means. */
export function Legend() {
  const t = useText()
  return (
    <ul class="calendar-legend" aria-label={t(words.legend)}>
      {signs.map((look) => (
        <Sign look={`taken-${look}`} text={takenNames[look]} />
      ))}
      <Sign look="taken-confirmed taken-mine" text={words.mine} />
      <Sign look="time-buffer" text={words.buffer} />
      <Sign look="time-closed" text={words.offHours} />
    </ul>
  )
}

function Sign({ look, text }: { look: string; text: Text }) {
  const t = useText()
  return (
    <li>
      <span class={`swatch ${look}`}></span>
      {t(text)}
    </li>
  )
}
