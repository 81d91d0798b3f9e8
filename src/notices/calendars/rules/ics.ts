import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
import type { Lang } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'

/** One event of a calendar. */
export type IcsEvent = {
  /** Of the booking or outage: its UID is the same wherever and whenever it is written. */
  id: string
  /** RFC 5545 SEQUENCE: of two texts with one UID, the higher is the newer. */
  sequence: number
  start: Temporal.Instant
  end: Temporal.Instant
  /** When it last changed. */
  changedAt: Temporal.Instant
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  summary: string
  description?: string
  location?: string
  url?: string
}

type Mailbox = { name: string; email: string }

/** What a letter invites to or calls off (RFC 5546): who sends it, and to whom. */
type Invitation = { method: 'REQUEST' | 'CANCEL'; organizer: Mailbox; attendee: Mailbox }

type Calendar = {
  lang: Lang
  events: readonly IcsEvent[]
  /** What a feed is called. */
  name?: string
  invitation?: Invitation
}

/** How often programs are asked to read a feed again. */
const readAgainSeconds = 900

/** iCalendar text (RFC 5545): UTC times, CRLF lines folded at 75 octets. The same input gives the same text. */
export function icsOf({ lang, events, name, invitation }: Calendar): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Hexi', product: 'Bookings', language: lang === 'zh' ? 'ZH' : 'EN' },
    ...(name !== undefined && { name: escaped(name), ttl: readAgainSeconds }),
    ...(invitation && { method: ICalCalendarMethod[invitation.method] }),
  })
  for (const event of events) calendar.createEvent(eventData(event, invitation))
  return `${calendar.toString()}\r\n`
}

function eventData(event: IcsEvent, invitation: Invitation | undefined): ICalEventData {
  const { description, location, url } = event
  const changedAt = dateOf(event.changedAt)
  return {
    id: `${event.id}@hexi`,
    sequence: event.sequence,
    stamp: changedAt,
    lastModified: changedAt,
    start: dateOf(event.start),
    end: dateOf(event.end),
    status: ICalEventStatus[event.status],
    summary: printable(event.summary),
    ...(description !== undefined && { description: printable(description) }),
    ...(location !== undefined && { location: printable(location) }),
    ...(url !== undefined && { url }),
    ...(invitation && {
      organizer: invitation.organizer,
      attendees: [
        {
          ...invitation.attendee,
          name: printable(invitation.attendee.name),
          role: ICalAttendeeRole.REQ,
          status: ICalAttendeeStatus.ACCEPTED,
          rsvp: false,
        },
      ],
    }),
  }
}

const dateOf = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)

/** TEXT of RFC 5545 knows no control characters but the line break, which is escaped. */
const printable = (text: string) => text.replaceAll(/(?!\n)\p{Cc}/gu, '')

/** The name of a calendar is an extension, which nothing escapes for us. */
const escaped = (name: string) =>
  printable(name)
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', ' ')
