import type { CalendarItem, InstrumentCalendar } from '../actions/calendar.ts'
import type { PresentedOccupancy } from '../actions/occupancy.ts'
import { type CalendarDay, onDay } from '../rules/calendar.ts'
import { calendarWords as words, takenNames } from '../words.ts'
import { bookingPaths } from '../../words/paths.ts'
import type { Period } from '../../../core/periods.ts'
import { langTag } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { dayText, wallClockOf } from '../../../core/wall-clock.ts'
import { StateBadge, type Tone } from '../../../web/components/badges.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'

type Props = { calendar: InstrumentCalendar; mayBook: boolean }

/** Every day with its hours, what is taken and what is free: all that the drawn calendar says, as a list. */
export function CalendarDays({ calendar, mayBook }: Props) {
  return (
    <ol class="calendar-days">
      {calendar.span.days.map((day) => (
        <Day day={day} calendar={calendar} mayBook={mayBook} />
      ))}
    </ol>
  )
}

type Entry = { period: Period; item?: CalendarItem; slot?: Period }

function Day({ day, calendar, mayBook }: Props & { day: CalendarDay }) {
  const lang = useLang()
  const { items, free, open, span, now } = calendar
  const isToday = day.date.equals(now.toZonedDateTimeISO(span.zone).toPlainDate())
  const hoursIn = (period: Period) => hoursOf(period, day.date, span.zone)
  const entries = onDay<Entry>(day.period, [
    ...items.map((item) => ({ period: item.period, item })),
    ...free,
  ])
  return (
    <li class={isToday ? 'day-now' : undefined}>
      <div class="calendar-day-head">
        <h3>
          <time datetime={day.date.toString()}>{dayText(day.date.toString(), langTag(lang))}</time>
          {isToday && <Local as="span" class="tag" text={words.today} />}
        </h3>
        <p class="quiet">
          <Hours open={open} day={day} zone={span.zone} />
        </p>
      </div>
      {entries.length > 0 && (
        <ul class="calendar-entries">
          {entries.map(({ period, item, slot }) =>
            item ? (
              <Taken item={item} hours={hoursIn(period)} calendar={calendar} />
            ) : (
              <Open hours={hoursIn(period)} slot={mayBook ? slot : undefined} calendar={calendar} />
            ),
          )}
        </ul>
      )}
    </li>
  )
}

function Hours({ open, day, zone }: { open: readonly Period[]; day: CalendarDay; zone: string }) {
  const t = useText()
  const hours = onDay(
    day.period,
    open.map((period) => ({ period })),
  )
  if (hours.length === 0) return <>{t(words.closed)}</>
  const text = hours.map(({ period }) => hoursOf(period, day.date, zone)).join('、')
  return <>{text === '00:00–24:00' ? t(words.openAllDay) : t(words.open(text))}</>
}

/** `09:00–11:00` on that day: its midnight is 24:00. */
function hoursOf({ start, end }: Period, day: Temporal.PlainDate, zone: string): string {
  const clock = (at: Temporal.Instant) => wallClockOf(at.epochMilliseconds, zone)
  const to = clock(end)
  return `${clock(start).slice(11)}–${to.startsWith(day.toString()) ? to.slice(11) : '24:00'}`
}

type EntryProps = { hours: string; calendar: InstrumentCalendar }

function Taken({ item, hours, calendar }: EntryProps & { item: CalendarItem }) {
  const t = useText()
  const { occupancy, period } = item
  const { kind, state } = occupancy
  const look = state ?? kind
  return (
    <li class={`calendar-entry taken-${look}`}>
      <span class="numeric calendar-hours">{hours}</span>
      <span class="calendar-what">
        {whatFor(occupancy) || (kind === 'booking' && <span class="quiet">{t(words.others)}</span>)}
      </span>
      <StateBadge tone={tones[look]} text={takenNames[look]} />
      {occupancy.bookingId !== undefined && isMovable(occupancy, calendar) && (
        <a
          href={`${bookingPaths.booking(occupancy.bookingId)}/change`}
          data-moves={occupancy.bookingId}
          {...clocksOf(period, calendar)}
          aria-label={t(words.moveFrom(hours))}
        >
          {t(words.moveOne)}
        </a>
      )}
    </li>
  )
}

function Open({ hours, slot, calendar }: EntryProps & { slot: Period | undefined }) {
  const t = useText()
  const { instrument } = calendar
  return (
    <li class="calendar-entry time-free">
      <span class="numeric calendar-hours">{hours}</span>
      <span class="calendar-what quiet">{t(words.free)}</span>
      {slot && (
        <a
          href={bookingPaths.bookInstrument(instrument.id, slot)}
          {...clocksOf(slot, calendar)}
          aria-label={t(words.bookFrom(hours))}
        >
          {t(words.book)}
        </a>
      )}
    </li>
  )
}

/** What a script reads to ask in place. */
const clocksOf = ({ start, end }: Period, { span: { zone } }: InstrumentCalendar) => ({
  'data-start': wallClockOf(start.epochMilliseconds, zone),
  'data-end': wallClockOf(end.epochMilliseconds, zone),
})

const whatFor = ({ person, purpose, reason }: PresentedOccupancy): string =>
  [person?.name, purpose, reason].filter(Boolean).join(' · ')

const movable: readonly (string | undefined)[] = ['pending', 'confirmed', 'in_use']

const isMovable = ({ mine, state }: PresentedOccupancy, { isStaff }: InstrumentCalendar): boolean =>
  (mine === true || isStaff) && movable.includes(state)

const tones = {
  pending: 'caution',
  confirmed: 'good',
  in_use: 'note',
  finished: 'calm',
  cancelled: 'calm',
  missed: 'calm',
  booking: 'good',
  hold: 'calm',
  outage: 'danger',
} as const satisfies Record<keyof typeof takenNames, Tone>
