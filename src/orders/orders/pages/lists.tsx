import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { Yuan } from '../../../charges/charges/pages/money.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Day } from '../../../web/components/values.tsx'
import { Pager, Tabs } from '../../../web/components/navigation.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parsed } from '../../../web/validate.ts'
import { searchOrders } from '../actions/order.ts'
import { isOverdue, waitsFor } from '../rules.ts'
import { pageWords as words, stateNames } from '../words.ts'
import { orderPaths } from '../../words/paths.ts'
import { stateTones } from './order-body.tsx'
import type { OrderRow } from '../model.ts'

const shows = {
  todo: waitsFor.staff,
  waiting: waitsFor.requester,
  over: ['closed', 'declined', 'withdrawn', 'cancelled'],
} as const
const showNames = ['todo', 'waiting', 'over'] as const
const after = z.string().max(500).optional()
const QueueQuery = z.object({ show: z.enum(showNames).catch('todo').default('todo'), after })
type Now = HonoContext<Env>['var']['ctx']

/** The viewer's own orders, and the queue of the staff. */
export const orderListPages = new Hono<Env>()
  .get(orderPaths.orders, parsed('query', z.object({ after })), async (c) => {
    const { ctx } = c.var
    const found = await searchOrders(ctx, { role: 'requester', limit: 50, ...c.req.valid('query') })
    return page(
      c,
      { title: words.mine, lead: words.mineLead },
      <>
        {found.items.length === 0 ? (
          <Empty title={words.noneMine} text={words.noneMineHint} icon="instrument" />
        ) : (
          <Table caption={words.mine} columns={columnsAt(ctx, 'mine')} rows={found.items} keys />
        )}
        <Pager url={c.req.url} next={found.next} />
      </>,
    )
  })
  .get(orderPaths.orderQueue, parsed('query', QueueQuery), async (c) => {
    const { ctx } = c.var
    const { show, ...asked } = c.req.valid('query')
    const found = await searchOrders(ctx, {
      role: 'staff',
      states: shows[show],
      limit: 50,
      ...asked,
    })
    return page(
      c,
      { title: words.queue, lead: words.queueLead },
      <>
        <Tabs
          label={words.state[ctx.lang]}
          tabs={showNames.map((name) => ({
            text: words[name],
            href: `${orderPaths.orderQueue}?show=${name}`,
            current: name === show,
          }))}
        />
        {found.items.length === 0 ? (
          <Empty title={words.noneQueue} icon="instrument" />
        ) : (
          <Table caption={words.queue} columns={columnsAt(ctx, 'queue')} rows={found.items} keys />
        )}
        <Pager url={c.req.url} next={found.next} />
      </>,
    )
  })

function columnsAt(ctx: Now, at: 'mine' | 'queue'): Column<OrderRow>[] {
  return [
    {
      label: words.number,
      nowrap: true,
      cell: ({ id, number }) => <a href={orderPaths.one(id)}>{number}</a>,
    },
    { label: words.state, nowrap: true, cell: (row) => <State row={row} ctx={ctx} /> },
    ...about,
    ...(at === 'queue' ? [requester] : []),
    {
      label: words.submitted,
      nowrap: true,
      cell: ({ submittedAt, zone }) => <Day when={submittedAt} zone={zone} />,
    },
    {
      label: words.due,
      nowrap: true,
      cell: ({ dueAt, zone }) => dueAt && <Day when={dueAt} zone={zone} />,
    },
    {
      label: words.quote,
      align: 'end',
      cell: ({ quoteFen }) => quoteFen !== null && <Yuan fen={quoteFen} />,
    },
  ]
}

const requester: Column<OrderRow> = { label: words.requester, cell: ({ personName }) => personName }

const about: Column<OrderRow>[] = [
  { label: words.service, cell: ({ title }) => <Local text={title} /> },
  { label: words.instrument, cell: ({ instrument }) => <Local text={instrument} /> },
]

/** With a mark where it is overdue: a phone shows only the first columns. */
const State = ({ row, ctx }: { row: OrderRow; ctx: Now }) => (
  <>
    <StateBadge tone={stateTones[row.state]} text={stateNames[row.state]} />{' '}
    {isOverdue(row, ctx.now()) && <StateBadge tone="danger" text={words.overdue} />}
  </>
)
