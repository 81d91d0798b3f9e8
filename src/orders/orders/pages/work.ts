import { benchPart } from '../../../catalog/bench/pages.tsx'
import { orderLinks, orderPaths } from '../../words/paths.ts'
import { searchOrders } from '../actions/order.ts'
import { isEnded, waitsFor } from '../rules.ts'
import { type OrderRow, orderStates } from '../model.ts'
import { pageWords as words, stateNames } from '../words.ts'

const item = ({ id, number, title, state }: OrderRow) => ({
  href: orderPaths.one(id),
  text: { zh: `${number} ${title.zh ?? title.en}`, en: `${number} ${title.en ?? title.zh}` },
  about: stateNames[state],
})

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
