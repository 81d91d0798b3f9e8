import type { MenuLink, NavLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of what people book, and of the calendars and rules that they book by. */
export const bookingPaths = {
  calendar: '/calendar',
  openings: '/openings',
  instrumentCalendar: (id: string) => `/instruments/${part(id)}/calendar`,
  /** The form that books it, with a time that was chosen already. */
  bookInstrument: (id: string, period?: { start: unknown; end: unknown }) =>
    `/instruments/${part(id)}/book${
      period
        ? `?${new URLSearchParams({ start: String(period.start), end: String(period.end) })}`
        : ''
    }`,
  policy: (id: string) => `/instruments/${part(id)}/policy`,
  bookings: '/bookings',
  bookingQueue: '/bookings/queue',
  /** Deciding about bookings of the queue, and taking that back. */
  bookingDecisions: '/bookings/queue',
  undoDecisions: '/bookings/queue/undo',
  booking: (id: string) => `/bookings/${part(id)}`,
  bookingCalendar: (id: string) => `/bookings/${part(id)}/calendar.ics`,
  labBookings: (id: string) => `/labs/${part(id)}/bookings`,
} as const

/** What leads here from every page. */
export const bookingLinks = {
  calendar: { href: bookingPaths.calendar, text: { zh: '仪器日历', en: 'Instrument calendar' } },
  openings: { href: bookingPaths.openings, text: { zh: '空闲时段', en: 'Free times' } },
  mine: { href: bookingPaths.bookings, text: { zh: '我的预约', en: 'My bookings' } },
  queue: {
    href: bookingPaths.bookingQueue,
    text: { zh: '待审批的预约', en: 'Bookings to approve' },
    for: 'staff',
  },
} as const satisfies Record<string, NavLink | MenuLink>
