import { Hono } from 'hono'
import { stateNames } from '../../bookings/words/booking.ts'
import { Empty } from '../../web/components/empty.tsx'
import { Moment } from '../../web/components/moment.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pager } from '../../web/components/pager.tsx'
import { StateBadge } from '../../web/components/state-badge.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { Tabs } from '../../web/components/tabs.tsx'
import type { Env } from '../../web/env.ts'
import { formatNumber } from '../../web/format.ts'
import { Local, useLang, useText } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths, withQuery } from '../../web/paths.ts'
import { parsed } from '../../web/validate.ts'
import { type ShownRow, type ShownRows, rowsBehind } from '../actions/rows.ts'
import { useScope } from '../actions/scope.ts'
import { type RowKind, rowKinds } from '../model/kinds.ts'
import { RowsQuery } from '../model/use.ts'
import { hoursOf } from '../rules/figures.ts'
import { outageKindNames, rowKindNames, useWords as words, weekdayNames } from '../words/use.ts'
import { rowsHref, useHref, useRowsPath } from './links.ts'
import { periodSaid } from './use-filters.tsx'

/** The bookings or outages behind one figure of the report, with a sum that is the figure. */
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
          lead={words.rowsLead(periodSaid(asked, 'zh'), periodSaid(asked, 'en'))}
        />
        <Kinds what={what} hrefOf={(kind) => rowsHref(asked, kind, { weekday, hour })} />
        <Sum found={found} weekday={weekday} hour={hour} />
        <Rows found={found} what={what} />
        <Pager
          order="time"
          first={after === undefined ? undefined : withQuery(c.req.url, { after: null })}
          next={found.next ? withQuery(c.req.url, { after: found.next }) : undefined}
        />
      </>,
    )
  },
)

function Kinds({ what, hrefOf }: { what: RowKind; hrefOf: (kind: RowKind) => string }) {
  const t = useText()
  const tabs = rowKinds.map((kind) => ({
    text: rowKindNames[kind],
    href: hrefOf(kind),
    current: kind === what,
  }))
  return <Tabs label={t(words.what)} tabs={tabs} />
}

type SumProps = { found: ShownRows; weekday?: number | undefined; hour?: number | undefined }

function Sum({ found: { count, withinMs }, weekday, hour }: SumProps) {
  const lang = useLang()
  const day = weekday === undefined ? undefined : weekdayNames[weekday - 1]
  return (
    <p class="rows-sum">
      <Local text={words.rowsCount(formatNumber(count, lang))} />
      {' · '}
      <Local text={words.hoursOfRows(formatNumber(hoursOf(withinMs), lang, 2))} />
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

function Rows({ found, what }: { found: ShownRows; what: RowKind }) {
  if (found.items.length === 0)
    return <Empty title={words.noRows} text={words.noneHint} icon="calendar" />
  const columns = what === 'outages' ? outageColumns : bookingColumns
  return (
    <Table
      caption={rowKindNames[what]}
      captionUnseen
      keys
      columns={[...timeColumns(what), ...columns, withinColumn]}
      rows={found.items}
    />
  )
}

const timeColumns = (what: RowKind): Column<ShownRow>[] => [
  {
    key: 'start',
    label: words.start,
    nowrap: true,
    head: true,
    cell: (row) =>
      what === 'outages' ? (
        <Moment when={new Date(row.startMs)} zone={row.zone} />
      ) : (
        <a href={`/bookings/${row.id}`}>
          <Moment when={new Date(row.startMs)} zone={row.zone} />
        </a>
      ),
  },
  {
    key: 'end',
    label: words.end,
    nowrap: true,
    cell: (row) => <Moment when={new Date(row.endMs)} zone={row.zone} />,
  },
  {
    key: 'instrument',
    label: words.instrument,
    cell: (row) => (
      <a href={paths.record(row.instrumentId)}>
        <Local text={row.title} />
      </a>
    ),
  },
]

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
