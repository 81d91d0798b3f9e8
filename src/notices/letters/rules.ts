import type { Period } from '../../core/periods.ts'
import { instrumentTitle, titleInLetter } from '../../instruments/rules/title.ts'
import type { Letter } from '../../core/ports.ts'
import type { Lang, Text } from '../../core/text.ts'
import { isoOf, Temporal } from '../../core/time.ts'
import { oneLine } from '../../mail/rules.ts'
import { momentInWords } from '../../core/wall-clock.ts'
import type { NoticeKind } from '../inbox/model.ts'
import type { LetterFacts } from './words.ts'
import { bookingEvent } from '../feeds/rules/feeds.ts'
import { icsOf, type IcsEvent } from '../feeds/rules/ics.ts'
import { methodOf } from '../inbox/rules.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'

type Booking = Parameters<typeof bookingEvent>[0] & {
  instrumentId: string
  placeZh: string | null
  placeEn: string | null
  address: string | null
  zone: string
  startBefore: string | null
  endBefore: string | null
  personId: string
  decisionNote: string | null
  cancelReason: string | null
  changedAt: Temporal.Instant
}

type Told = {
  kind: NoticeKind
  bookings: readonly Booking[]
  recipient: { id: string; name: string; email: string; lang: Lang }
  baseUrl: string
}

/** What a letter says of its bookings to one recipient. */
export function letterFacts({
  kind,
  bookings,
  slots,
  recipient,
  baseUrl,
  hasCalendar,
}: Told & { slots: readonly Period[]; hasCalendar: boolean }): LetterFacts {
  const [first] = bookings
  if (!first) throw new Error('A letter is about a booking.')
  const { instrumentId, zone } = first
  const linkTo = (slot: Period) =>
    `${baseUrl}/instruments/${instrumentId}/book?start=${isoOf(slot.start)}&end=${isoOf(slot.end)}`
  return {
    instrument: titleInLetter(first),
    dates: bookings.map((booking) => periodInWords(booking, zone)),
    before: kind === 'changed' && bookings.length === 1 ? beforeOf(first) : undefined,
    person: recipient.id === first.personId ? undefined : oneLine(first.personName),
    purpose: oneLine(first.purpose),
    reason: oneLine(noteOf(kind, first)),
    isPending: first.state === 'pending',
    slots: slots.map((slot) => ({ when: periodInWords(slot, zone), link: linkTo(slot) })),
    link: `${baseUrl}${bookingPaths.booking(first.id)}`,
    hasCalendar,
    preferences: `${baseUrl}/account/notices`,
  }
}

/** The calendar files of a letter to whose bookings they are: a file for each, as RFC 5546 wants one identity in one. */
export function calendarsFor(told: Told): NonNullable<Letter['attachments']> {
  const { kind, bookings, recipient, baseUrl } = told
  const method = methodOf[kind]
  if (!method) return []
  return bookings
    .filter(({ personId }) => personId === recipient.id)
    .map((booking) => ({
      name: `hexi-${isoOf(booking.start).slice(0, 10)}.ics`,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
      text: icsOf({
        lang: recipient.lang,
        events: [eventOf(booking, told)],
        invitation: {
          method,
          organizer: { name: 'Hexi 河西', email: `no-reply@${new URL(baseUrl).hostname}` },
          attendee: { name: recipient.name, email: recipient.email },
        },
      }),
    }))
}

function eventOf(booking: Booking, { kind, recipient, baseUrl }: Told): IcsEvent {
  const { placeZh, placeEn, address, id } = booking
  const event = bookingEvent(booking, {
    lang: recipient.lang,
    withPerson: false,
    place: { zh: placeZh, en: placeEn, address },
    changedAt: booking.changedAt,
    url: `${baseUrl}${bookingPaths.booking(id)}`,
  })
  return methodOf[kind] === 'CANCEL' ? { ...event, status: 'CANCELLED' } : event
}

function noteOf(kind: NoticeKind, { decisionNote, cancelReason }: Booking): string {
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

type Named = { titleZh: string | null; titleEn: string | null; zone: string } & Period

/** Which instrument, and when. */
export function bookingInWords({ titleZh, titleEn, zone, start, end }: Named): Text {
  const title = instrumentTitle({ titleZh, titleEn })
  const when = periodInWords({ start, end }, zone)
  return { zh: `${title.zh}，${when.zh}`, en: `${title.en}, ${when.en}` }
}

/** `3月2日 16:00–18:00`, or with both days where it ends on another. */
function periodInWords({ start, end }: Period, zone: string): Text {
  const from = momentInWords(start, zone)
  const to = momentInWords(end, zone)
  const local = [start, end].map((moment) => moment.toZonedDateTimeISO(zone).toPlainDate())
  const isOneDay = local[0]?.toString() === local[1]?.toString()
  const clock = to.zh.slice(to.zh.indexOf(' ') + 1)
  return isOneDay
    ? { zh: `${from.zh}–${clock}`, en: `${from.en}–${clock}` }
    : { zh: `${from.zh} – ${to.zh}`, en: `${from.en} – ${to.en}` }
}
