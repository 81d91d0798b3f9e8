import { benchPart } from '../../../catalog/bench/pages.tsx'
import type { Context } from '../../../core/context.ts'
import type { MenuCounts } from '../../../web/env.ts'
import { orderLinks, orderPaths } from '../../words/paths.ts'
import { countWaitingOrders, searchOrders } from '../actions/order.ts'
import { isEnded, isOverdue, waitsFor } from '../rules.ts'
import { type OrderRow, orderStates } from '../model.ts'
import { pageWords as words, stateNames } from '../words.ts'

const item = (order: OrderRow, ctx: Context) => {
  const { id, number, title, state } = order
  const isLate = isOverdue(order, ctx.now())
  const named = stateNames[state]
  return {
    href: orderPaths.one(id),
    text: { zh: `${number} ${title.zh ?? title.en}`, en: `${number} ${title.en ?? title.zh}` },
    about: isLate ? words.late(named) : named,
    isLate,
  }
}

const running = orderStates.filter((state) => !isEnded(state))

/** What I ordered and what waits for me, for the page of my work. */
export const orderWork = {
  toAnswer: benchPart({
    title: words.toAnswer,
    none: words.noneRunning,
    href: orderPaths.orders,
    query: (ctx, paging) =>
      searchOrders(ctx, { ...paging, role: 'requester', states: waitsFor.requester }),
    item,
  }),
  toWorkOn: benchPart({
    title: orderLinks.queue.text,
    none: words.noneToWorkOn,
    href: orderPaths.orderQueue,
    query: (ctx, paging) => searchOrders(ctx, { ...paging, role: 'staff', states: waitsFor.staff }),
    item,
  }),
  own: benchPart({
    title: orderLinks.mine.text,
    none: words.noneRunning,
    href: orderPaths.orders,
    query: (ctx, paging) => searchOrders(ctx, { ...paging, role: 'requester', states: running }),
    item,
  }),
}

/** How many orders wait for the viewer, by the link of the menu that leads to them. */
export const orderCounts: MenuCounts = {
  [orderPaths.orders]: (ctx) => countWaitingOrders(ctx, 'requester'),
  [orderPaths.orderQueue]: (ctx) => countWaitingOrders(ctx, 'staff'),
}
