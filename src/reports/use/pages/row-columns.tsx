import { stateNames } from '../../../bookings/bookings/words/booking.ts'
import { Moment } from '../../../web/components/moment.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import type { Column } from '../../../web/components/table.tsx'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { ShownRow } from '../actions/rows.ts'
import type { RowKind } from '../model/kinds.ts'
import { hoursOf } from '../rules/figures.ts'
import { causeNames, outageKindNames } from '../words/names.ts'
import { useWords as words } from '../words/use.ts'
import { bookingPaths } from '../../../bookings/words/paths.ts'

/** What of a booking, an outage or a charge stands beside its hours or its amount. */
export function columnsOf(what: RowKind): Column<ShownRow>[] {
  if (what === 'income') return [startColumn, instrumentColumn, ...chargeColumns]
  const own = what === 'outages' ? outageColumns : bookingColumns
  return [startColumn, endColumn, instrumentColumn, ...own, withinColumn]
}

const startColumn: Column<ShownRow> = {
  key: 'start',
  label: words.start,
  nowrap: true,
  head: true,
  cell: ({ id, startMs, zone, booking, charge }) => {
    const target = booking ? id : charge?.bookingId
    const moment = <Moment when={new Date(startMs)} zone={zone} />
    return target ? <a href={bookingPaths.booking(target)}>{moment}</a> : moment
  },
}

const endColumn: Column<ShownRow> = {
  key: 'end',
  label: words.end,
  nowrap: true,
  cell: (row) => <Moment when={new Date(row.endMs)} zone={row.zone} />,
}

const instrumentColumn: Column<ShownRow> = {
  key: 'instrument',
  label: words.instrument,
  cell: (row) => (
    <a href={paths.record(row.instrumentId)}>
      <Local text={row.title} />
    </a>
  ),
}

const chargeColumns: readonly Column<ShownRow>[] = [
  { key: 'person', label: words.person, nowrap: true, cell: ({ charge }) => charge?.person },
  { key: 'lab', label: words.lab, cell: ({ charge }) => charge && <Local text={charge.lab} /> },
  {
    key: 'cause',
    label: words.cause,
    nowrap: true,
    cell: ({ charge }) => charge && <Local text={causeNames[charge.cause] ?? words.nothing} />,
  },
  {
    key: 'amount',
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ charge }) => charge && <Amount fen={charge.amountFen} />,
  },
]

function Amount({ fen }: { fen: number }) {
  const lang = useLang()
  return <>{formatNumber(fen / 100, lang, 2)}</>
}

const stateTones = {
  pending: 'caution',
  confirmed: 'note',
  in_use: 'good',
  finished: 'calm',
  cancelled: 'calm',
  missed: 'danger',
} as const

const bookingColumns: readonly Column<ShownRow>[] = [
  { key: 'person', label: words.person, nowrap: true, cell: ({ booking }) => booking?.person },
  {
    key: 'lab',
    label: words.lab,
    cell: ({ booking }) => booking && <Local text={booking.lab} />,
  },
  { key: 'purpose', label: words.purpose, cell: ({ booking }) => booking?.purpose },
  {
    key: 'state',
    label: words.state,
    nowrap: true,
    cell: ({ booking }) =>
      booking && <StateBadge tone={stateTones[booking.state]} text={stateNames[booking.state]} />,
  },
]

const outageColumns: readonly Column<ShownRow>[] = [
  {
    key: 'kind',
    label: words.state,
    nowrap: true,
    cell: ({ outage }) => outage && <Local text={outageKindNames[outage.kind] ?? words.nothing} />,
  },
  { key: 'reason', label: words.reason, cell: ({ outage }) => outage?.reason },
]

const withinColumn: Column<ShownRow> = {
  key: 'within',
  label: words.within,
  align: 'end',
  nowrap: true,
  cell: ({ withinMs }) => <Hours ms={withinMs} />,
}

function Hours({ ms }: { ms: number }) {
  const lang = useLang()
  return <>{formatNumber(hoursOf(ms), lang, 2)}</>
}
