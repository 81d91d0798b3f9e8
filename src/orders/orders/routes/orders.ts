import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { Problem } from '../../../core/problem.ts'
import { listOf, operation, Paging } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { etagOf, versionIfSaid } from '../../../web/etag.ts'
import { readForm } from '../../../web/multipart.ts'
import { answerObject } from '../../../web/object-answer.ts'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { setMachineHours } from '../actions/hours.ts'
import { placeOrder } from '../actions/place.ts'
import { getOrderFile, searchOrders, wholeOrder } from '../actions/read.ts'
import {
  maxOrderFileBytes,
  NewOrder,
  OrderAnswer,
  OrderFormShape,
  OrderItem,
  OrderPatch,
  orderStates,
  sides,
} from '../model.ts'
import { shownItem } from '../rules/present.ts'
import { orderWords as words } from '../words/orders.ts'

const tag = 'orders'
type C = HonoContext<Env>

const ListQuery = z.object({
  ...Paging,
  role: z.enum(sides).default('requester'),
  state: z.enum(orderStates).optional(),
  instrument: z.string().optional(),
})

/** Placing and reading orders; the steps between are in `steps.ts`. */
export const orderRoutes = new Hono<Env>()
  .get(
    '/orders',
    operation({
      summary: 'Orders of yours, or of the instruments that you are staff of',
      tag,
      answers: { 200: listOf(OrderItem) },
      refuses: [401],
    }),
    parsed('query', ListQuery),
    async (c) => {
      const { state, ...asked } = c.req.valid('query')
      const { ctx } = c.var
      const found = await searchOrders(ctx, { ...asked, ...(state && { states: [state] }) })
      return c.json({ ...found, items: found.items.map((row) => shownItem(row, ctx.now())) })
    },
  )
  .post(
    '/instruments/:id/services/:service/orders',
    operation({
      summary: 'Order a service',
      description:
        'As JSON; or as a form with the same JSON in `order`, and a part for each file, named by the key of its field.',
      tag,
      takesForm: OrderFormShape,
      answers: { 201: OrderAnswer },
      refuses: [409],
    }),
    async (c) => {
      const { ctx } = c.var
      const key = { instrumentId: c.req.param('id'), id: c.req.param('service') }
      const { sent, files } = await orderIn(c)
      const order = parseOrRefuse(NewOrder, sent)
      const id = await placeOrder(ctx, key, { order, files })
      c.header('location', `/api/v1/orders/${id}`)
      return answerOrder(c, id, 201)
    },
  )
  .get(
    '/orders/:id',
    operation({
      summary: 'Read an order: for its requester and the staff of its instrument',
      tag,
      answers: { 200: OrderAnswer },
      refuses: [401],
    }),
    async (c) => answerOrder(c, c.req.param('id')),
  )
  .patch(
    '/orders/:id',
    operation({
      summary: 'Say for how many hours the instrument ran for an order',
      description:
        'By the staff of the instrument, from the beginning of the work on. Service records report it.',
      tag,
      answers: { 200: OrderAnswer },
      refuses: [409, 412],
    }),
    parsed('json', OrderPatch),
    async (c) => {
      const key = { id: c.req.param('id'), seen: versionIfSaid(c) }
      await setMachineHours(c.var.ctx, key, c.req.valid('json').machineHours)
      return answerOrder(c, key.id)
    },
  )
  .get(
    '/orders/:id/files/:file/content',
    operation({
      summary: 'A file of an order',
      tag,
      files: ['application/octet-stream'],
      answers: {},
      refuses: [401],
    }),
    async (c) => {
      const asked = { id: c.req.param('id'), file: c.req.param('file') }
      const { key, name } = await getOrderFile(c.var.ctx, asked)
      const wish = { key, downloadAs: name, cacheControl: 'private, no-store' }
      const answer = await answerObject(c.req.raw, c.var.ctx.objects, wish)
      if (!answer) throw new Problem('not-found', words.noFile)
      return answer
    },
  )

async function answerOrder(c: C, id: string, status: 200 | 201 = 200) {
  const order = await wholeOrder(c.var.ctx, id)
  c.header('etag', etagOf(order.version))
  c.header('cache-control', 'private, no-store')
  return c.json(order, status)
}

const isForm = (c: C) => /^multipart\//i.test(c.req.header('content-type') ?? '')

async function orderIn(c: C) {
  if (!isForm(c)) return { sent: jsonIn(await c.req.text()), files: [] }
  const { texts, files } = await readForm(c, { maxFileBytes: maxOrderFileBytes })
  return {
    sent: jsonIn(texts['order']?.[0] ?? '{}'),
    files: Object.entries(files).map(([field, file]) => ({ ...file, field })),
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text || '{}')
  } catch {
    throw new Problem('unreadable', words.unreadable)
  }
}
