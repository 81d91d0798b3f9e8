export const bookingEvents = [
  'booked',
  'changed',
  'approved',
  'declined',
  'cancelled',
  'displaced',
  'promoted',
  'started',
  'finished',
  'missed',
] as const
export type BookingEvent = (typeof bookingEvents)[number]
/** `at`: ISO 8601; `by`: the person who did it, null for the house itself. */
export type BookingHappened = {
  instrumentId: string
  bookingId: string
  event: BookingEvent
  at: string
  by: string | null
}
