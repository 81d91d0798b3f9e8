import { Hono } from 'hono'
import { Empty } from '../../../web/components/empty.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pager } from '../../../web/components/pager.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Tabs } from '../../../web/components/tabs.tsx'
import type { Env } from '../../../web/env.ts'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { withQuery } from '../../../web/paths.ts'
import { parsed } from '../../../web/validate.ts'
import { type ShownRows, rowsBehind } from '../actions/rows.ts'
import { useScope } from '../actions/scope.ts'
import { type RowKind, rowKinds } from '../model/kinds.ts'
import { RowsQuery } from '../model/use.ts'
import { hoursOf } from '../rules/figures.ts'
import { rowKindNames, weekdayNames } from '../words/names.ts'
import { useWords as words } from '../words/use.ts'
import { columnsOf } from './row-columns.tsx'
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

function Rows({ found, what }: { found: ShownRows; what: RowKind }) {
  if (found.items.length === 0)
    return <Empty title={words.noRows} text={words.noneHint} icon="calendar" />
  return (
    <Table
      caption={rowKindNames[what]}
      captionUnseen
      keys
      columns={columnsOf(what)}
      rows={found.items}
    />
  )
}
