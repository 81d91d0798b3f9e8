import { allowReading } from '../../../core/permission.ts'
import { isId } from '../../../core/shapes.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import { type Page, pageOf, readCursor } from '../../../core/paging.ts'
import { Problem } from '../../../core/problem.ts'
import type { OrderAnswer, OrderState, Side } from '../model.ts'
import { findOrder, listOrders, type OrderRow } from '../queries/orders.ts'
import { listEvents, listFiles } from '../queries/parts.ts'
import { shownOrder } from '../rules/present.ts'
import { orderWords as words } from '../words/orders.ts'

export type { OrderRow } from '../queries/orders.ts'

type Held = { db?: Db; lock?: boolean }

/** An order that the viewer takes part in; not there for anybody else. */
export async function getOrder(ctx: Context, id: string, held: Held = {}): Promise<OrderRow> {
  const { db = ctx.db, lock = false } = held
  allowReading(ctx)
  const row = isId(id) ? await findOrder(db, ctx.actor, { id, lock }) : undefined
  if (!row) throw new Problem('not-found', words.noOrder)
  return row
}

/** On which sides of an order somebody stands: staff who order at their own instrument are on both. */
export function sidesOf(ctx: Context, order: OrderRow): Side[] {
  const { actor } = ctx
  const isRequester = actor.type === 'person' && actor.personId === order.personId
  return [
    ...(isRequester ? ['requester' as const] : []),
    ...(isStaffOf(actor, order) ? ['staff' as const] : []),
  ]
}

/** The whole of an order: what happened, what was sent, what the viewer may do now. */
export async function wholeOrder(ctx: Context, id: string, db: Db = ctx.db): Promise<OrderAnswer> {
  const order = await getOrder(ctx, id, { db })
  const events = await listEvents(db, order)
  const files = await listFiles(db, order)
  return shownOrder(order, { events, files, sides: sidesOf(ctx, order), now: ctx.now() })
}

/** Where one file of an order lies. */
export async function getOrderFile(ctx: Context, { id, file }: { id: string; file: string }) {
  const order = await getOrder(ctx, id)
  const found = (await listFiles(ctx.db, order)).find((one) => one.id === file)
  if (!found) throw new Problem('not-found', words.noFile)
  return found
}

type Asked = {
  role: Side
  states?: readonly OrderState[] | undefined
  instrument?: string | undefined
  limit: number
  after?: string | undefined
}

/** Orders of mine, or of the instruments that I am staff of. */
export async function searchOrders(
  ctx: Context,
  { after, ...asked }: Asked,
): Promise<Page<OrderRow>> {
  allowReading(ctx)
  if (asked.instrument !== undefined && !isId(asked.instrument)) return { items: [], next: null }
  const rows = await listOrders(ctx.db, ctx.actor, { ...asked, after: cursorIn(after) })
  return pageOf(rows, asked.limit, ({ dueAt, id }) => [dueAt?.epochMilliseconds ?? noDue, id])
}

const noDue = 9_000_000_000_000_000

function cursorIn(after: string | undefined) {
  if (after === undefined) return undefined
  const [due, id] = readCursor(after, 2)
  if (typeof due === 'number' && typeof id === 'string' && isId(id)) return { dueMs: due, id }
  readCursor('', 0)
  return undefined
}
