import { inOneLang, type Lang, langTag } from '../../../core/text.ts'
import { isoOf } from '../../../core/time.ts'
import type { InstrumentCalendar } from '../actions/calendar.ts'
import type { CalendarSettings } from '../rules/calendar-options.ts'
import { hoursShown } from '../../policies/rules/hours-text.ts'
import { offsetOf } from '../../../core/wall-clock.ts'
import { calendarWords, confirmWords, takenNames } from '../words/calendar.ts'

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
    words: inOneLang({ ...takenNames, mine, movedTo, movedBack }, lang),
  }
}

const { mine } = calendarWords
const { movedTo, movedBack } = confirmWords
