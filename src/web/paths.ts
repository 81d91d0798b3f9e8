import type { ImageSize } from '../core/ports.ts'

/** Addresses of the pages, written once. */
export const paths = {
  home: '/',
  search: '/records',
  kind: (kind: string) => `/records?kind=${kind}`,
  record: (id: string) => `/records/${encodeURIComponent(id)}`,
  documents: (recordId: string) => `/records/${encodeURIComponent(recordId)}/documents`,
  pictures: (recordId: string) => `/records/${encodeURIComponent(recordId)}/pictures`,
  image: (id: string, size: ImageSize) => `/api/v1/images/${encodeURIComponent(id)}/${size}`,
  calendar: '/calendar',
  openings: '/openings',
  instrumentCalendar: (id: string) => `/instruments/${encodeURIComponent(id)}/calendar`,
  /** The form that books it, with a time that was chosen already. */
  bookInstrument: (id: string, period?: { start: unknown; end: unknown }) =>
    `/instruments/${encodeURIComponent(id)}/book${
      period
        ? `?${new URLSearchParams({ start: String(period.start), end: String(period.end) })}`
        : ''
    }`,
  policy: (id: string) => `/instruments/${encodeURIComponent(id)}/policy`,
  bookings: '/bookings',
  bookingQueue: '/bookings/queue',
  booking: (id: string) => `/bookings/${encodeURIComponent(id)}`,
  orders: '/orders',
  orderQueue: '/orders/queue',
  trainings: '/trainings',
  upkeepDue: '/upkeep',
  /** Where its staff keep an instrument: outages, problems, plans. */
  upkeep: (id: string) => `/instruments/${encodeURIComponent(id)}/upkeep`,
  labBookings: (id: string) => `/labs/${encodeURIComponent(id)}/bookings`,
  suggestions: '/api/v1/suggestions',
  statements: '/statements',
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',
  /** Calendars under a secret address. */
  feeds: '/account/calendar',
  notices: '/account/notices',
  desk: '/desk',
  reports: '/reports/use',
  admin: '/admin',
  outbox: '/outbox',
  theme: '/preferences/theme',
  apiDocs: '/api/v1/docs',
  help: '/help',
  openData: '/help#open-data',
  styleguide: '/styleguide',
  privacy: '/privacy',
} as const

/** The same address with some of its query changed; null takes a parameter away. */
export function withQuery(url: string, changes: Record<string, string | null>): string {
  const { pathname, searchParams } = new URL(url, 'http://local')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) searchParams.delete(name)
    else searchParams.set(name, value)
  }
  const query = searchParams.toString()
  return query ? `${pathname}?${query}` : pathname
}

/** An address on this site that a form sent along; anybody else's becomes the home page. */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : paths.home
}
