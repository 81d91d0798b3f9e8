import { inOneLang, type Lang, langTag } from '../../../core/text.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'
import type { Timeline } from '../actions/timeline.ts'
import type { CalendarSpan } from '../rules/calendar.ts'
import type { TimelineSettings } from '../rules/timeline-options.ts'
import { hoursShown } from '../../policies/rules/hours-text.ts'
import { offsetOf } from '../../../core/wall-clock.ts'
import { calendarWords, takenNames } from '../words/calendar.ts'
import type { WantedInQuery } from '../../openings/pages/wanted.tsx'

type Shown = {
  asked: WantedInQuery & { after?: string | undefined }
  span: CalendarSpan
  now: Temporal.Instant
  mayBook: boolean
  lang: Lang
  limit: number
}

/** What the drawn timeline is told, so that it shows the same page of instruments as the table below it. */
export function timelineSettings(
  rows: readonly Timeline[],
  { asked, span, now, mayBook, lang, limit }: Shown,
): TimelineSettings {
  const { q, category, region, institution, after } = asked
  const given = Object.entries({ q, category, region, institution, after })
  const from = isoOf(span.period.start)
  const to = isoOf(span.period.end)
  const query = new URLSearchParams({ from, to, limit: String(limit) })
  for (const [name, value] of given) if (value !== undefined) query.set(name, value)
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
