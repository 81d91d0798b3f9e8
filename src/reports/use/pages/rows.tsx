import { Hono } from 'hono'
import { Empty } from '../../../web/components/messages.tsx'
import { PageHead, Pager, Tabs } from '../../../web/components/navigation.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { type FigureRows, rowsBehind } from '../actions/rows.ts'
import type { FigureRow } from '../queries/rows.ts'
import { useScope } from '../actions/use.ts'
import { type RowKind, rowKinds, RowsQuery } from '../model.ts'
import { hoursOf } from '../rules/figures.ts'
import { seesIncome } from '../rules/reach.ts'
import {
  causeNames,
  outageKindNames,
  rowKindNames,
  useWords as words,
  weekdayNames,
} from '../words.ts'
import { rowsHref, useHref, useRowsPath } from './links.ts'
import { periodText } from './frame.tsx'
import { takenNames } from '../../../bookings/calendar/words.ts'
import { Moment } from '../../../web/components/values.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { bookingPaths } from '../../../bookings/words/paths.ts'

/** The rows behind one figure of the report; their sum is the figure. */
export const useRowsPages = new Hono<Env>().get(
  useRowsPath,
  parsed('query', RowsQuery),
  async (c) => {
    const { ctx } = c.var
    const { what, weekday, hour, after, ...query } = c.req.valid('query')
    const scope = await useScope(ctx, query)
    const asked = { ...query, ...scope.asked }
    const found = await rowsBehind(ctx, scope, { what, weekday, hour, after })
    const title = rowKindNames[what]
    const report = useHref(asked)
    return page(
      c,
      {
        title: title[ctx.lang],
        crumbs: [{ text: words.report, href: report }, { text: title }],
      },
      <>
        <PageHead
          title={title}
          lead={words.rowsLead(periodText(asked, 'zh'), periodText(asked, 'en'))}
        />
        <Kinds
          what={what}
          kinds={rowKinds.filter((kind) => kind !== 'income' || seesIncome(scope.reach))}
          hrefOf={(kind) => rowsHref(asked, kind, { weekday, hour })}
        />
        <Sum found={found} weekday={weekday} hour={hour} />
        <Rows found={found} what={what} />
        <Pager order="time" url={c.req.url} next={found.next} />
      </>,
    )
  },
)

type KindsProps = {
  what: RowKind
  kinds: readonly RowKind[]
  hrefOf: (kind: RowKind) => string
}

function Kinds({ what, kinds, hrefOf }: KindsProps) {
  const t = useText()
  const tabs = kinds.map((kind) => ({
    text: rowKindNames[kind],
    href: hrefOf(kind),
    current: kind === what,
  }))
  return <Tabs label={t(words.what)} tabs={tabs} />
}

type SumProps = { found: FigureRows; weekday?: number | undefined; hour?: number | undefined }

function Sum({ found: { count, withinMs, fen }, weekday, hour }: SumProps) {
  const lang = useLang()
  const day = weekday === undefined ? undefined : weekdayNames[weekday - 1]
  const hours = words.hoursOfRows(formatNumber(hoursOf(withinMs), lang, 2))
  return (
    <p class="rows-sum">
      <Local text={words.rowsCount(formatNumber(count, lang))} />
      {' · '}
      <Local
        text={fen === undefined ? hours : words.yuanOfRows(formatNumber(fen / 100, lang, 2))}
      />
      {day && (
        <>
          {' · '}
          <Local text={day} />
        </>
      )}
      {hour !== undefined && ` ${hour}:00–${hour + 1}:00`}
    </p>
  )
}

function Rows({ found, what }: { found: FigureRows; what: RowKind }) {
  if (found.items.length === 0)
    return <Empty title={words.noRows} text={words.noneHint} icon="calendar" />
  return <Table caption={rowKindNames[what]} keys columns={columnsOf(what)} rows={found.items} />
}

/** The columns of bookings, outages or charges. */
function columnsOf(what: RowKind): Column<FigureRow>[] {
  if (what === 'income') return [startColumn, instrumentColumn, ...chargeColumns]
  const own = what === 'outages' ? outageColumns : bookingColumns
  return [startColumn, endColumn, instrumentColumn, ...own, withinColumn]
}

const startColumn: Column<FigureRow> = {
  label: words.start,
  nowrap: true,
  cell: ({ id, startMs, zone, booking, charge }) => {
    const target = booking ? id : charge?.bookingId
    const moment = <Moment when={new Date(startMs)} zone={zone} />
    return target ? <a href={bookingPaths.booking(target)}>{moment}</a> : moment
  },
}

const endColumn: Column<FigureRow> = {
  label: words.end,
  nowrap: true,
  cell: (row) => <Moment when={new Date(row.endMs)} zone={row.zone} />,
}

const instrumentColumn: Column<FigureRow> = {
  label: words.instrument,
  cell: (row) => <Local as="a" href={paths.record(row.instrumentId)} text={row.title} />,
}

const userOf = ({ booking, charge }: FigureRow) => booking ?? charge

const userColumns: readonly Column<FigureRow>[] = [
  { label: words.person, nowrap: true, cell: (row) => userOf(row)?.person },
  { label: words.lab, cell: (row) => <Local text={userOf(row)?.lab ?? { zh: null, en: null }} /> },
]

const chargeColumns: readonly Column<FigureRow>[] = [
  ...userColumns,
  {
    label: words.cause,
    nowrap: true,
    cell: ({ charge }) => charge && <Local text={causeNames[charge.cause] ?? words.nothing} />,
  },
  {
    label: words.amount,
    align: 'end',
    nowrap: true,
    cell: ({ charge }) => charge && <Decimal value={charge.amountFen / 100} />,
  },
]

function Decimal({ value }: { value: number }) {
  const lang = useLang()
  return <>{formatNumber(value, lang, 2)}</>
}

const stateTones = {
  pending: 'caution',
  confirmed: 'note',
  in_use: 'good',
  finished: 'calm',
  cancelled: 'calm',
  missed: 'danger',
} as const

const bookingColumns: readonly Column<FigureRow>[] = [
  ...userColumns,
  { label: words.purpose, cell: ({ booking }) => booking?.purpose },
  {
    label: words.state,
    nowrap: true,
    cell: ({ booking }) =>
      booking && <StateBadge tone={stateTones[booking.state]} text={takenNames[booking.state]} />,
  },
]

const outageColumns: readonly Column<FigureRow>[] = [
  {
    label: words.state,
    nowrap: true,
    cell: ({ outage }) => outage && <Local text={outageKindNames[outage.kind] ?? words.nothing} />,
  },
  { label: words.reason, cell: ({ outage }) => outage?.reason },
]

const withinColumn: Column<FigureRow> = {
  label: words.within,
  align: 'end',
  nowrap: true,
  cell: ({ withinMs }) => <Decimal value={hoursOf(withinMs)} />,
}
