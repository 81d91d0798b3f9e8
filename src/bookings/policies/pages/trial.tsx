import { listWords } from '../../bookings/words/pages.ts'
import { bookingPaths } from '../../words/paths.ts'
import type { DryRun } from '../actions.ts'
import { policyPageWords as words } from '../words/policy.ts'
import type { Text } from '../../../core/text.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { Button } from '../../../web/components/button.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local } from '../../../web/lang.tsx'

/** Bookings that a page shows. */
const pageSize = 20

type Refused = DryRun['refused'][number]
type Hit = Refused & { zone: string }
type Props = { run: DryRun; zone: string; from: number }

/** What a dry run found: what would be refused anew, and apart from it what the rules in force refuse already. */
export function DryRunResult({ run, zone, from }: Props) {
  const { refused, newlyRefused, bookings, isCut } = run
  const newly = refused.filter(({ isNew }) => isNew)
  return (
    <div class="dry-run" role="status" id="tried">
      <Local
        as="p"
        class={newlyRefused > 0 ? 'verdict tone-caution' : 'verdict tone-good'}
        text={words.tried(newlyRefused, bookings)}
      />
      {isCut && <Local as="p" class="quiet" text={words.cut} />}
      <Reasons refused={newly} />
      {newly.length > 0 && (
        <>
          <Hits text={words.bookingsHit} refused={newly.slice(from, from + pageSize)} zone={zone} />
          <Pages from={from} count={newly.length} />
        </>
      )}
      <Already refused={refused.filter(({ isNew }) => !isNew)} zone={zone} />
    </div>
  )
}

/** Booked under older rules, or by staff: nothing that the proposed rules would change. */
function Already({ refused, zone }: { refused: readonly Refused[]; zone: string }) {
  if (refused.length === 0) return null
  return (
    <details>
      <Local as="summary" text={words.alreadyRefused(refused.length)} />
      {refused.length > pageSize && <Local as="p" class="quiet" text={words.firstOf(pageSize)} />}
      <Hits text={words.alreadyHit} refused={refused.slice(0, pageSize)} zone={zone} />
    </details>
  )
}

/** How often each reason is met, the commonest first, in the words of the first booking that it refuses. */
function Reasons({ refused }: { refused: readonly Refused[] }) {
  const all = refused.flatMap(({ objections }) => objections)
  const byCode = [...Map.groupBy(all, ({ code }) => code).values()].toSorted(
    (one, other) => other.length - one.length,
  )
  if (byCode.length === 0) return null
  return (
    <ul class="reasons">
      {byCode.map((alike) => (
        <li>
          {alike[0] && <Local text={alike[0].detail} />}{' '}
          <strong class="numeric">× {alike.length}</strong>
        </li>
      ))}
    </ul>
  )
}

type HitsProps = { text: Text; refused: readonly Refused[]; zone: string }

const Hits = ({ text, refused, zone }: HitsProps) => (
  <Table
    caption={text}
    captionShown
    dense
    columns={columns}
    rows={refused.map((one) => ({ ...one, zone }))}
  />
)

/** The form is sent again for another page: what is tried stands in its fields. */
function Pages({ from, count }: { from: number; count: number }) {
  if (count <= pageSize) return null
  return (
    <p class="act-row">
      {from > 0 && <Try from={Math.max(from - pageSize, 0)} text={words.earlier} />}
      <Local
        as="span"
        class="numeric"
        text={words.shown(from + 1, Math.min(from + pageSize, count))}
      />
      {from + pageSize < count && <Try from={from + pageSize} text={words.later} />}
    </p>
  )
}

const Try = ({ from, text }: { from: number; text: Text }) => (
  <Button name="use" value={`dry-run ${from}`} formaction="#tried" dense text={text} />
)

const columns: Column<Hit>[] = [
  {
    label: listWords.when,
    nowrap: true,
    cell: ({ booking, zone }) => (
      <Local
        as="a"
        class="numeric"
        href={bookingPaths.booking(booking.id)}
        text={whenText(booking, zone)}
      />
    ),
  },
  { label: listWords.person, cell: ({ booking }) => booking.personName },
  {
    label: words.reason,
    cell: ({ objections }) => objections.map(({ detail }) => <Local as="p" text={detail} />),
  },
]
