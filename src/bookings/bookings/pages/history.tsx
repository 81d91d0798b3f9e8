import type { BookingRow } from '../model.ts'
import { type Deed, deedsWithTimes, type TimedDeed } from '../rules.ts'
import { historyNames, onePageWords as words } from '../words/pages.ts'
import type { ActionOn } from '../../../audit/model.ts'
import type { Text } from '../../../core/text.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { Timeline, type TimelineEvent } from '../../../web/components/progress.tsx'
import { Local, useText } from '../../../web/lang.tsx'

type Props = { row: BookingRow; deeds: readonly Deed[] }

/** What became of a booking, newest first: who did it, and what it was before and after. */
export const BookingHistory = ({ row, deeds }: Props) => (
  <Section title={words.history}>
    <Timeline events={eventsOf(row, deeds)} />
  </Section>
)

type Event = TimelineEvent & { at: BookingRow['createdAt'] }

function eventsOf(row: BookingRow, deeds: readonly Deed[]): Event[] {
  const events = [
    ...unrecorded(row, deeds),
    ...deedsWithTimes(row, deeds).map((timed) => ({
      at: timed.deed.at,
      what: timed.from ? words.wasMoved : historyNames[timed.deed.action],
      who: timed.deed.by,
      detail: <Details {...timed} zone={row.zone} />,
    })),
  ]
  return events.toSorted((one, other) => other.at.epochMilliseconds - one.at.epochMilliseconds)
}

type Step = readonly [at: BookingRow['startedAt'], what: Text, recordedAs: ActionOn<'booking'>[]]

/** What no entry of its own says: that nobody had to approve it, and what came from elsewhere without its history. */
function unrecorded(row: BookingRow, deeds: readonly Deed[]): Event[] {
  const steps: Step[] = [
    [row.missedAt, words.wasMissed, ['booking.miss']],
    [
      row.cancelledAt,
      words.wasCancelled,
      ['booking.cancel', 'booking.decline', 'booking.displace'],
    ],
    [row.finishedAt, words.finished, ['booking.finish']],
    [row.startedAt, words.started, ['booking.start']],
    [row.confirmedAt, words.wasConfirmed, ['booking.approve']],
    [row.createdAt, words.wasMade, ['booking.create']],
  ]
  return steps.flatMap(([at, what, names]) =>
    at && !deeds.some(({ action }) => names.includes(action)) ? [{ at, what }] : [],
  )
}

/** Times are by the clock of the instrument, which the page names with the time of the booking. */
function Details({ zone, deed, from, to }: TimedDeed & { zone: string }) {
  const t = useText()
  const note = deed.after['reason'] ?? deed.after['note']
  return (
    <>
      {from && (
        <Local
          as="p"
          class="numeric"
          text={words.fromTo(whenText(from, zone), whenText(to, zone))}
        />
      )}
      {deed.action === 'booking.create' && (
        <Local as="p" class="numeric" text={whenText(to, zone)} />
      )}
      {deed.action === 'booking.change' &&
        changedIn(deed).map(([name, before, after]) => (
          <p>
            {t(name)}
            {t(words.colon)}
            {before === undefined ? t(words.edited) : t(words.fromToText(before, after))}
          </p>
        ))}
      {typeof note === 'string' && note !== '' && <p>{note}</p>}
    </>
  )
}

const named = {
  purpose: words.purpose,
  project: words.project,
  samples: words.samples,
  assisted: words.assisted,
  labId: words.lab,
} as const

const isShown = (value: unknown) =>
  value === null || value === undefined || ['string', 'number'].includes(typeof value)

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What else a change was about; what is no text for people is only named. */
function changedIn({ before, after }: Deed): (readonly [Text, string | undefined, string])[] {
  return Object.entries(named)
    .filter(([key]) => key in before || key in after)
    .map(([key, name]) => {
      const isPlain = key !== 'labId' && isShown(before[key]) && isShown(after[key])
      return [name, isPlain ? text(before[key]) : undefined, text(after[key])]
    })
}
