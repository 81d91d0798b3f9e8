import type { BookingState } from '../../bookings/model.ts'
import { wallClockOf } from '../../../core/wall-clock.ts'

/** What takes time, as the API gives it. */
export type TakenTime = {
  start: string
  end: string
  kind: 'booking' | 'hold' | 'outage'
  takenFrom: string
  takenTo: string
  state?: BookingState
  reason?: string
  mine?: boolean
  bookingId?: string
  person?: { name: string }
  purpose?: string
}
export type Timetable = { items: readonly TakenTime[]; open: readonly Span[] }
type Span = { start: string; end: string }

/** What the events of a calendar say, in the reader's language. */
export type EventWords = Record<BookingState | 'booking' | 'hold' | 'outage' | 'mine', string>

/** One event as the calendar draws it: clocks are those of the zone. */
export type CalendarEvent = {
  id: string
  start: string
  end: string
  title: string
  display: 'auto' | 'background'
  classNames: string[]
  startEditable: boolean
  durationEditable: boolean
  extendedProps: { isMovable: boolean; bookingId?: string }
  resourceIds?: string[]
}

type EventOptions = {
  zone: string
  words: EventWords
  /** Staff moves bookings of anybody. */
  isStaff: boolean
  /** What is shown, to know when it is closed. */
  from: string
  to: string
}

/** What takes time, the buffers around it, and what is outside opening hours behind it. */
export function eventsOf({ items, open }: Timetable, options: EventOptions): CalendarEvent[] {
  const closed = gapsIn(open, options).map((gap) => backdrop(gap, 'closed', options))
  const buffers = items.flatMap(({ start, end, takenFrom, takenTo }) =>
    [
      { start: takenFrom, end: start },
      { start: end, end: takenTo },
    ]
      .filter((gap) => gap.start < gap.end)
      .map((gap) => backdrop(gap, 'buffer', options)),
  )
  return [...closed, ...buffers, ...items.map((item) => eventOf(item, options))]
}

function eventOf(item: TakenTime, options: EventOptions): CalendarEvent {
  const { kind, state, bookingId } = item
  const { zone, words } = options
  const isMovable = mayMove(item, options)
  return {
    id: bookingId ?? `${kind} ${item.start}`,
    start: clock(item.start, zone),
    end: clock(item.end, zone),
    title: titleOf(item, words),
    display: 'auto',
    classNames: [`taken-${state ?? kind}`, ...(item.mine ? ['taken-mine'] : [])],
    startEditable: isMovable && state !== 'in_use',
    durationEditable: isMovable,
    extendedProps: {
      isMovable,
      ...(bookingId !== undefined && { bookingId }),
    },
  }
}

const mayMove = ({ bookingId, mine, state }: TakenTime, { isStaff }: EventOptions): boolean =>
  bookingId !== undefined && (mine === true || isStaff) && state !== undefined && movable.has(state)

const movable = new Set<BookingState>(['pending', 'confirmed', 'in_use'])

/** Whose it is where one may know, what for, and its state: its colour never says it alone. */
function titleOf({ kind, mine, person, purpose, reason, state }: TakenTime, words: EventWords) {
  const who = mine ? words.mine : (person?.name ?? (state ? undefined : words[kind]))
  return [who, purpose, reason, state && words[state]].filter(Boolean).join(' · ')
}

function backdrop(gap: Span, name: string, { zone }: EventOptions): CalendarEvent {
  return {
    id: `${name} ${gap.start}`,
    start: clock(gap.start, zone),
    end: clock(gap.end, zone),
    title: '',
    display: 'background',
    classNames: [`time-${name}`],
    startEditable: false,
    durationEditable: false,
    extendedProps: { isMovable: false },
  }
}

/** What of the shown time lies in none of the open periods, which are in order. */
function gapsIn(open: readonly Span[], { from, to }: EventOptions): Span[] {
  const starts = [from, ...open.map(({ end }) => end)]
  const ends = [...open.map(({ start }) => start), to]
  return starts
    .map((start, index) => ({ start, end: ends[index] ?? to }))
    .filter(({ start, end }) => Date.parse(start) < Date.parse(end))
}

const clock = (iso: string, zone: string) => `${wallClockOf(Date.parse(iso), zone)}:00`
