import type { BookingRow } from '../model.ts'
import type { Move } from '../rules.ts'
import { onePageWords as words } from '../words/pages.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { Timeline, type TimelineEvent } from '../../../web/components/progress.tsx'
import { Local } from '../../../web/lang.tsx'

type Props = { row: BookingRow; moves: readonly Move[] }

/** What became of a booking, newest first, and from when to when it was moved. */
export const BookingHistory = ({ row, moves }: Props) => (
  <Section title={words.history}>
    <Timeline events={eventsOf(row, moves)} />
  </Section>
)

function eventsOf(row: BookingRow, moves: readonly Move[]): TimelineEvent[] {
  const steps: (readonly [BookingRow['startedAt'], TimelineEvent['what']])[] = [
    [row.missedAt, words.wasMissed],
    [row.cancelledAt, words.wasCancelled],
    [row.finishedAt, words.finished],
    [row.startedAt, words.started],
    [row.confirmedAt, words.wasConfirmed],
    [row.createdAt, words.wasMade],
  ]
  const events = [
    ...steps.flatMap(([at, what]) => (at ? [{ at, what }] : [])),
    ...moves.map((move) => eventOfMove(move, row)),
  ]
  return events.toSorted((one, other) => other.at.epochMilliseconds - one.at.epochMilliseconds)
}

/** Times are by the clock of the instrument, which the page names with the time of the booking. */
function eventOfMove({ at, by, from, to }: Move, { zone }: BookingRow) {
  const text = words.fromTo(whenText(from, zone), whenText(to, zone))
  return {
    at,
    what: words.wasMoved,
    who: by,
    detail: <Local as="p" class="numeric" text={text} />,
  }
}
