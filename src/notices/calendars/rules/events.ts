import { inLang, type Lang, type Text } from '../../../core/text.ts'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import type { BookingState } from '../../../bookings/bookings/model.ts'
import type { Temporal } from '../../../core/time.ts'
import type { OutageKind } from '../../../upkeep/outages/model.ts'
import { outageKindNames } from '../../../upkeep/outages/words.ts'
import { calendarWords as words } from '../words.ts'
import type { IcsEvent } from './ics.ts'

type Named = { zh: string | null; en: string | null }
export type Place = Named & { address: string | null }

type Booking = {
  id: string
  instrumentZh: string | null
  instrumentEn: string | null
  start: Temporal.Instant
  end: Temporal.Instant
  state: BookingState
  sequence: number
  personName: string
  labZh: string | null
  labEn: string | null
  purpose: string
  createdAt: Temporal.Instant
}

type Telling = {
  lang: Lang
  /** Whether it says whose it is: in what is one's own, that is understood. */
  withPerson: boolean
  place: Place | undefined
  changedAt: Temporal.Instant | undefined
  url: string
}

const statuses = {
  pending: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  in_use: 'CONFIRMED',
  finished: 'CONFIRMED',
  cancelled: 'CANCELLED',
  missed: 'CANCELLED',
} as const satisfies Record<BookingState, IcsEvent['status']>

/** A booking as its person, their lab or staff may see it. */
export function bookingEvent(row: Booking, telling: Telling): IcsEvent {
  const { lang, withPerson, place, changedAt = row.createdAt, url } = telling
  const title = titleOfInstrument(row)
  const { id, sequence, start, end } = row
  return {
    id,
    sequence,
    start,
    end,
    changedAt,
    status: statuses[row.state],
    summary: (withPerson ? words.by(title, row.personName) : title)[lang],
    description: descriptionOf(row, lang),
    ...(place && { location: placeInWords(place, lang) }),
    url,
  }
}

function descriptionOf({ purpose, personName, labZh, labEn }: Booking, lang: Lang): string {
  const lab = inLang({ zh: labZh, en: labEn }, lang)
  const lines = [
    [words.purpose, purpose],
    [words.person, personName],
    [words.lab, lab],
  ] as const
  const colon = lang === 'zh' ? '：' : ': '
  return lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label[lang]}${colon}${value}`)
    .join('\n')
}

const placeInWords = ({ zh, en, address }: Place, lang: Lang): string =>
  [inLang({ zh, en }, lang), address ?? ''].filter((part) => part !== '').join(', ')

type Taken = {
  id: string
  start: Temporal.Instant
  end: Temporal.Instant
  releasedAt: Temporal.Instant | null
  sequence: number
  isPending: boolean
  outageKind: OutageKind | null
  createdAt: Temporal.Instant
}

/** Time of an instrument that somebody else has, or nobody: an outage. */
export function takenEvent(
  row: Taken,
  { title, lang, changedAt }: { title: Text; lang: Lang; changedAt: Temporal.Instant | undefined },
): IcsEvent {
  const { id, sequence, start, end, outageKind, releasedAt, isPending } = row
  const what = outageKind ? words.outage(outageKindNames[outageKind]) : words.booked
  return {
    id,
    sequence,
    start,
    end,
    changedAt: changedAt ?? releasedAt ?? row.createdAt,
    status: releasedAt ? 'CANCELLED' : isPending ? 'TENTATIVE' : 'CONFIRMED',
    summary: words.by(title, what[lang])[lang],
  }
}
