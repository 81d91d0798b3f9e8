import type { CalendarView } from './calendar.ts'
import type { EventWords } from './events.ts'

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
export const calendarOptions = (settings: CalendarSettings) => ({
  view: views[settings.view],
  date: settings.date,
  timeZone: settings.offset,
  locale: settings.locale,
  firstDay: 1 as const,
  headerToolbar: { start: '', center: '', end: '' },
  allDaySlot: false,
  nowIndicator: true,
  dayMaxEvents: true,
  height: settings.view === 'month' ? '44rem' : '40rem',
  slotMinTime: settings.fromHour,
  slotMaxTime: settings.toHour,
  flexibleSlotTimeLimits: true,
  scrollTime: settings.fromHour === '00:00' ? '07:30' : settings.fromHour,
  slotHeight: 28,
  snapDuration: { minutes: settings.stepMinutes },
  longPressDelay: 350,
  eventTimeFormat: clock,
  slotLabelFormat: clock,
  dayHeaderFormat:
    settings.view === 'month'
      ? ({ weekday: 'short' } as const)
      : ({ weekday: 'short', month: 'numeric', day: 'numeric' } as const),
})

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** What the page tells its timeline of many instruments. */
export type TimelineSettings = {
  view: 'day' | 'week'
  date: string
  /** Of the API, for the same page of instruments as the table shows. */
  query: string
  zone: string
  /** `+08:00` of the zone whose clock is shown. */
  offset: string
  from: string
  to: string
  locale: string
  lang: 'zh' | 'en'
  fromHour: string
  toHour: string
  mayBook: boolean
  isStaff: boolean
  words: EventWords
}

/** How it looks; the names are those of the calendar's options. */
export const timelineOptions = (settings: TimelineSettings) => ({
  view: settings.view === 'day' ? 'resourceTimelineDay' : 'resourceTimelineWeek',
  date: settings.date,
  timeZone: settings.offset,
  locale: settings.locale,
  firstDay: 1 as const,
  headerToolbar: { start: '', center: '', end: '' },
  nowIndicator: true,
  slotMinTime: settings.fromHour,
  slotMaxTime: settings.toHour,
  slotDuration: settings.view === 'day' ? '00:30' : '02:00',
  slotLabelInterval: settings.view === 'day' ? '01:00' : '04:00',
  slotWidth: settings.view === 'day' ? 36 : 26,
  snapDuration: '00:30',
  longPressDelay: 350,
  eventTimeFormat: clock,
  slotLabelFormat: clock,
  dayHeaderFormat: { weekday: 'short', month: 'numeric', day: 'numeric' } as const,
})
