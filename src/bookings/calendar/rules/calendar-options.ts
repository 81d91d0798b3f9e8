import type { EventWords } from './events.ts'
import type { CalendarView } from './calendar.ts'

const views = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' } as const

/** What the page tells its calendar. */
export type CalendarSettings = {
  view: CalendarView
  date: string
  instrument: string
  zone: string
  /** Bounds of what is shown, ISO. */
  from: string
  to: string
  mayBook: boolean
  isStaff: boolean
  words: EventWords & Record<'movedTo' | 'movedBack', string>
  /** `+08:00` of the zone whose clock is shown. */
  offset: string
  locale: string
  stepMinutes: number
  /** Hours of the clock between which nothing happens outside. */
  fromHour: string
  toHour: string
}

/** How the calendar of one instrument looks; the names are those of its options. */
export const calendarLook = (shown: CalendarSettings) => ({
  view: views[shown.view],
  date: shown.date,
  timeZone: shown.offset,
  locale: shown.locale,
  firstDay: 1 as const,
  headerToolbar: { start: '', center: '', end: '' },
  allDaySlot: false,
  nowIndicator: true,
  dayMaxEvents: true,
  height: shown.view === 'month' ? '44rem' : '40rem',
  slotMinTime: shown.fromHour,
  slotMaxTime: shown.toHour,
  flexibleSlotTimeLimits: true,
  scrollTime: shown.fromHour === '00:00' ? '07:30' : shown.fromHour,
  slotHeight: 28,
  snapDuration: { minutes: shown.stepMinutes },
  longPressDelay: 350,
  eventTimeFormat: clock,
  slotLabelFormat: clock,
  dayHeaderFormat:
    shown.view === 'month'
      ? ({ weekday: 'short' } as const)
      : ({ weekday: 'short', month: 'numeric', day: 'numeric' } as const),
})

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
