import { inOneLang, type Lang, langTag } from '../../core/text.ts'
import { isoOf } from '../../core/time.ts'
import type { InstrumentCalendar } from '../actions/calendar.ts'
import { onDay } from '../rules/calendar.ts'
import type { CalendarSettings } from '../rules/calendar-look.ts'
import { offsetOf, wallClockOf } from '../rules/wall-clock.ts'
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
    ...hoursShown(calendar),
    mayBook,
    isStaff: isStaff && mayBook,
    words: inOneLang({ ...takenNames, mine, movedTo, movedBack }, lang),
  }
}

const { mine } = calendarWords
const { movedTo, movedBack } = confirmWords

/** From an hour before the earliest opening to one after the latest closing; the whole day where nothing is open. */
function hoursShown({ span, open }: InstrumentCalendar): { fromHour: string; toHour: string } {
  const opened = span.days.flatMap((day) =>
    onDay(
      day.period,
      open.map((period) => ({ period })),
    ).map(({ period }) => ({
      from: Number(wallClockOf(period.start.epochMilliseconds, span.zone).slice(11, 13)),
      to: lastHour(wallClockOf(period.end.epochMilliseconds, span.zone).slice(11)),
    })),
  )
  if (opened.length === 0) return { fromHour: '00:00', toHour: '24:00' }
  const from = Math.max(Math.min(...opened.map((one) => one.from)) - 1, 0)
  const to = Math.min(Math.max(...opened.map((one) => one.to)) + 1, 24)
  return { fromHour: `${two(from)}:00`, toHour: `${two(to)}:00` }
}

const two = (hour: number) => String(hour).padStart(2, '0')

/** The hour at whose end a clock stands; midnight ends the day. */
function lastHour(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  if (hour === 0 && minute === 0) return 24
  return minute > 0 ? hour + 1 : hour
}
