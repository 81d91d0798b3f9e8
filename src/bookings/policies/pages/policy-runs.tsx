import type { Text } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import type { DryRun } from '../actions/dry-run.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { listWords } from '../../bookings/words/pages.ts'
import { policyPageWords as words } from '../words/presets.ts'
import { bookingPaths } from '../../words/paths.ts'

/** Bookings that a page shows. */
const pageSize = 20

type Hit = DryRun['refused'][number] & { zone: string }

/** What a dry run says: how many, for which reasons, and which bookings. */
export function DryRunResult({ run, zone, from }: { run: DryRun; zone: string; from: number }) {
  const t = useText()
  const { refused, bookings, byCode, isCut } = run
  return (
    <div class="dry-run" role="status" id="tried">
      <p class={refused.length > 0 ? 'verdict tone-caution' : 'verdict tone-good'}>
        {t(words.tried(refused.length, bookings))}
      </p>
      {isCut && <p class="quiet">{t(words.cut)}</p>}
      {byCode.length > 0 && (
        <ul class="reasons">
          {byCode.map(({ code, count }) => (
            <li>
              <Local text={detailOf(run, code)} /> <strong class="numeric">× {count}</strong>
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <>
          <Table
            caption={words.bookingsHit}
            dense
            columns={columns}
            rows={refused.slice(from, from + pageSize).map((one) => ({ ...one, zone }))}
          />
          <Pages from={from} count={refused.length} />
        </>
      )}
    </div>
  )
}

/** The form is sent again for another page: what is tried stands in its fields. */
function Pages({ from, count }: { from: number; count: number }) {
  const t = useText()
  if (count <= pageSize) return null
  const to = (start: number, text: Text) => (
    <Button name="use" value={`dry-run ${start}`} formaction="#tried" dense>
      {t(text)}
    </Button>
  )
  return (
    <p class="act-row">
      {from > 0 && to(Math.max(from - pageSize, 0), words.earlier)}
      <span class="numeric">{t(words.shown(from + 1, Math.min(from + pageSize, count)))}</span>
      {from + pageSize < count && to(from + pageSize, words.later)}
    </p>
  )
}

/** The sentence of a code, as the first booking that it refused was told. */
const detailOf = ({ refused }: DryRun, code: string) =>
  refused.flatMap(({ objections }) => objections).find((one) => one.code === code)?.detail ?? {
    zh: code,
    en: code,
  }

const columns: Column<Hit>[] = [
  {
    key: 'when',
    label: listWords.when,
    head: true,
    nowrap: true,
    cell: ({ booking, zone }) => (
      <a class="numeric" href={bookingPaths.booking(booking.id)}>
        <Local text={whenText(booking, zone)} />
      </a>
    ),
  },
  { key: 'person', label: listWords.person, cell: ({ booking }) => booking.personName },
  {
    key: 'reasons',
    label: words.reason,
    cell: ({ objections }) =>
      objections.map(({ detail }) => (
        <p>
          <Local text={detail} />
        </p>
      )),
  },
]
