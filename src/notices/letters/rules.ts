import type { ActionOn } from '../../audit/model.ts'
import type { BookingEvent, BookingState } from '../../bookings/bookings/model.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'
import type { LetterKind, LetterReader } from '../../core/letters.ts'
import type { Period } from '../../core/periods.ts'
import type { Letter } from '../../core/ports.ts'
import type { Text } from '../../core/text.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { periodInWords } from '../../core/wall-clock.ts'
import { titleInLetter } from '../../instruments/rules/title.ts'
import { oneLine } from '../../mail/rules.ts'
import { bookingEvent } from '../calendars/rules/events.ts'
import { icsOf, type IcsEvent } from '../calendars/rules/ics.ts'
import {
  type BookingLetter,
  bookingLetterHints,
  bookingLetterNames,
  type LetterFacts,
  letterOf,
} from './words.ts'

type Booking = Parameters<typeof bookingEvent>[0] & {
  instrumentId: string
  placeZh: string | null
  placeEn: string | null
  address: string | null
  zone: string
  startNow: Temporal.Instant
  endNow: Temporal.Instant
  startBefore: string | null
  endBefore: string | null
  personId: string
  decisionNote: string | null
  cancelReason: string | null
  changedAt: Temporal.Instant
}

/** One booking, or dates of a series that one request did the same to; and free times that are offered instead. */
export type BookingsTold = { bookings: readonly Booking[]; slots: readonly Period[] }

const letterOfKind = (kind: BookingLetter): LetterKind<BookingsTold> => ({
  name: bookingLetterNames[kind],
  hint: bookingLetterHints[kind],
  ...(kind === 'approval_asked' && { forStaff: true }),
  path: ({ bookings }) => bookingPaths.booking(firstOf(bookings).id),
  letter: ({ bookings, slots }, { link, baseUrl, reader }) => {
    const attachments = calendarsFor({ kind, bookings, reader, baseUrl })
    const hasCalendar = attachments.length > 0
    const facts = letterFacts({ kind, bookings, slots, reader, baseUrl, link, hasCalendar })
    return { ...letterOf(kind, facts), attachments }
  },
})

/** The letters about bookings. */
export const bookingLetters = {
  pending: letterOfKind('pending'),
  confirmed: letterOfKind('confirmed'),
  changed: letterOfKind('changed'),
  cancelled: letterOfKind('cancelled'),
  declined: letterOfKind('declined'),
  displaced: letterOfKind('displaced'),
  promoted: letterOfKind('promoted'),
  missed: letterOfKind('missed'),
  reminder: letterOfKind('reminder'),
  approval_asked: letterOfKind('approval_asked'),
} satisfies Record<BookingLetter, LetterKind<BookingsTold>>

type LetterIn = Partial<Record<BookingState, BookingLetter>>

/** What its person is told when something happened to a booking that is in a state now; what is overtaken says nothing. */
const letterAfter: Record<BookingEvent, LetterIn> = {
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

export const bookingLetterOf = (
  event: BookingEvent,
  state: BookingState,
): BookingLetter | undefined => letterAfter[event][state]

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
const methodOf = {
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
} as const satisfies Record<BookingLetter, 'REQUEST' | 'CANCEL' | undefined>

/** Kinds after which other free times help. */
export const offersSlots = (kind: BookingLetter): boolean => kind === 'displaced'

type Told = {
  kind: BookingLetter
  bookings: readonly Booking[]
  reader: LetterReader
  baseUrl: string
}

function firstOf(bookings: readonly Booking[]): Booking {
  const [first] = bookings
  if (!first) throw new Error('A letter is about a booking.')
  return first
}

/** What a letter says of its bookings to one reader. */
function letterFacts(
  told: Told & { slots: readonly Period[]; link: string; hasCalendar: boolean },
): LetterFacts {
  const { kind, bookings, slots, reader, baseUrl, link, hasCalendar } = told
  const first = firstOf(bookings)
  const { instrumentId, zone } = first
  const linkTo = (slot: Period) =>
    `${baseUrl}/instruments/${instrumentId}/book?start=${isoOf(slot.start)}&end=${isoOf(slot.end)}`
  return {
    instrument: titleInLetter(first),
    dates: bookings.map((booking) => periodInWords(booking, zone)),
    before: kind === 'changed' && bookings.length === 1 ? beforeOf(first) : undefined,
    person: reader.id === first.personId ? undefined : oneLine(first.personName),
    purpose: oneLine(first.purpose),
    reason: oneLine(noteOf(kind, first)),
    isPending: first.state === 'pending',
    slots: slots.map((slot) => ({ when: periodInWords(slot, zone), link: linkTo(slot) })),
    link,
    hasCalendar,
  }
}

/** The calendar files of a letter to whose bookings they are: a file for each, as RFC 5546 wants one identity in one. */
function calendarsFor(told: Told): NonNullable<Letter['attachments']> {
  const { kind, bookings, reader, baseUrl } = told
  const method = methodOf[kind]
  if (!method) return []
  return (
    bookings
      .filter(({ personId }) => personId === reader.id)
      // A calendar is brought up to date, whatever the letter tells of: its sequence is the present one too.
      .map((booking) => ({ ...booking, start: booking.startNow, end: booking.endNow }))
      .map((booking) => ({
        name: `hexi-${isoOf(booking.start).slice(0, 10)}.ics`,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
        text: icsOf({
          lang: reader.lang,
          events: [eventOf(booking, told)],
          invitation: {
            method,
            organizer: { name: 'Hexi 河西', email: `no-reply@${new URL(baseUrl).hostname}` },
            attendee: { name: reader.name, email: reader.email },
          },
        }),
      }))
  )
}

function eventOf(booking: Booking, { kind, reader, baseUrl }: Told): IcsEvent {
  const { placeZh, placeEn, address, id } = booking
  const event = bookingEvent(booking, {
    lang: reader.lang,
    withPerson: false,
    place: { zh: placeZh, en: placeEn, address },
    changedAt: booking.changedAt,
    url: `${baseUrl}${bookingPaths.booking(id)}`,
  })
  return methodOf[kind] === 'CANCEL' ? { ...event, status: 'CANCELLED' } : event
}

function noteOf(kind: BookingLetter, { decisionNote, cancelReason }: Booking): string {
  if (kind === 'confirmed') return decisionNote ?? ''
  return methodOf[kind] === 'CANCEL' ? (cancelReason ?? '') : ''
}

/** Undefined where only what it is for was changed. */
function beforeOf({ start, end, startBefore, endBefore, zone }: Booking): Text | undefined {
  if (!startBefore && !endBefore) return undefined
  return periodInWords(
    {
      start: startBefore ? Temporal.Instant.from(startBefore) : start,
      end: endBefore ? Temporal.Instant.from(endBefore) : end,
    },
    zone,
  )
}
