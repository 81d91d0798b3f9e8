import type { ActionOn } from '../../audit/model.ts'
import type { BookingEvent, BookingState } from '../../bookings/bookings/model.ts'
import type { Letters, NoticeKind } from './model.ts'

type Told = Partial<Record<BookingState, NoticeKind>>

/** What its person is told when something happened to a booking that is in a state now; what is overtaken says nothing. */
const told: Record<BookingEvent, Told> = {
  booked: { pending: 'pending', confirmed: 'confirmed' },
  changed: { pending: 'changed', confirmed: 'changed', in_use: 'changed' },
  approved: { confirmed: 'confirmed' },
  declined: { cancelled: 'declined' },
  cancelled: { cancelled: 'cancelled' },
  displaced: { cancelled: 'displaced' },
  promoted: { pending: 'promoted', confirmed: 'promoted' },
  started: {},
  finished: {},
  missed: { missed: 'missed' },
}

export const noticeOf = (event: BookingEvent, state: BookingState): NoticeKind | undefined =>
  told[event][state]

/** What the history calls it. */
export const actionOf: Record<BookingEvent, ActionOn<'booking'>> = {
  booked: 'booking.create',
  promoted: 'booking.create',
  changed: 'booking.change',
  approved: 'booking.approve',
  declined: 'booking.decline',
  cancelled: 'booking.cancel',
  displaced: 'booking.displace',
  started: 'booking.start',
  finished: 'booking.finish',
  missed: 'booking.miss',
}

const asking: ReadonlySet<BookingEvent> = new Set(['booked', 'changed', 'promoted'])

/** Whether staff is asked for a yes. */
export const asksStaff = (event: BookingEvent, state: BookingState): boolean =>
  state === 'pending' && asking.has(event)

/** What a letter's calendar does: puts the booking into the reader's own, or takes it out. */
export const methodOf = {
  pending: 'REQUEST',
  confirmed: 'REQUEST',
  changed: 'REQUEST',
  promoted: 'REQUEST',
  cancelled: 'CANCEL',
  declined: 'CANCEL',
  displaced: 'CANCEL',
  missed: undefined,
  reminder: undefined,
  approval_asked: undefined,
} as const satisfies Record<NoticeKind, 'REQUEST' | 'CANCEL' | undefined>

/** Kinds after which other free times help. */
export const offersSlots = (kind: NoticeKind): boolean => kind === 'displaced'

export const lettersWithout = (off: readonly string[]): Letters => ({
  pending: !off.includes('pending'),
  confirmed: !off.includes('confirmed'),
  changed: !off.includes('changed'),
  cancelled: !off.includes('cancelled'),
  declined: !off.includes('declined'),
  displaced: !off.includes('displaced'),
  promoted: !off.includes('promoted'),
  missed: !off.includes('missed'),
  reminder: !off.includes('reminder'),
  approval_asked: !off.includes('approval_asked'),
})
