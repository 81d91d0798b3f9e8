import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { Problem } from '../../core/problem.ts'
import { anyType, listOf, operation, Paging } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { etagOf, versionIfSent } from '../../web/etag.ts'
import { readForm } from '../../web/multipart.ts'
import { answerObject } from '../../web/object-answer.ts'
import { parsed, parseOrRefuse } from '../../web/validate.ts'
import {
  acceptQuote,
  deliverOrder,
  moveOrder,
  noteOnOrder,
  quoteOrder,
  rateOrder,
  setMachineHours,
} from './actions/step.ts'
import { getOrderFile, placeOrder, searchOrders, wholeOrder } from './actions/order.ts'
import {
  Delivery,
  DeliveryForm,
  maxOrderFileBytes,
  NewOrder,
  OrderAnswer,
  OrderFormShape,
  OrderItem,
  OrderPatch,
  orderStates,
  Quote,
  Rating,
  OptionalNote,
  RequiredNote,
  sides,
} from './model.ts'
import { presentItem } from './rules.ts'
import { orderWords as words } from './words.ts'

const tag = 'orders'
type C = HonoContext<Env>

const ListQuery = z.object({
  ...Paging,
  role: z.enum(sides).default('requester'),
  state: z.enum(orderStates).optional(),
  instrument: z.string().optional(),
})

/** Placing and reading orders; the steps are below. */
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
      return c.json({ ...found, items: found.items.map((row) => presentItem(row, ctx.now())) })
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
      matchIsOptional: true,
    }),
    parsed('json', OrderPatch),
    async (c) => {
      const key = { id: c.req.param('id'), version: versionIfSent(c) }
      await setMachineHours(c.var.ctx, key, c.req.valid('json').machineHours)
      return answerOrder(c, key.id)
    },
  )
  .get(
    '/orders/:id/files/:file/content',
    operation({
      summary: 'A file of an order',
      tag,
      files: [anyType],
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

const keyOf = (c: C) => ({ id: c.req.param('id') ?? '', version: versionIfSent(c) })

const step = (summary: string) =>
  operation({
    summary,
    description: 'Send the ETag that you read in `If-Match`, and a change meanwhile refuses it.',
    tag,
    answers: { 200: OrderAnswer },
    refuses: [409, 412],
    matchIsOptional: true,
  })

/** The steps of an order by its two sides. */
export const stepRoutes = new Hono<Env>()
  .post('/orders/:id/quote', step('Say what it costs, or anew'), parsed('json', Quote), (c) =>
    done(c, quoteOrder(c.var.ctx, keyOf(c), c.req.valid('json'))),
  )
  .post('/orders/:id/acceptance', step('Accept the quote'), parsed('json', OptionalNote), (c) =>
    done(c, acceptQuote(c.var.ctx, keyOf(c), c.req.valid('json').note)),
  )
  .post('/orders/:id/refusal', step('Refuse the quote'), parsed('json', RequiredNote), (c) =>
    done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'refusal', ...c.req.valid('json') })),
  )
  .post('/orders/:id/decline', step('Decline the order'), parsed('json', RequiredNote), (c) =>
    done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'decline', ...c.req.valid('json') })),
  )
  .post('/orders/:id/start', step('Begin the work'), parsed('json', OptionalNote), (c) =>
    done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'start', ...c.req.valid('json') })),
  )
  .post(
    '/orders/:id/delivery',
    operation({
      summary: 'Hand results over; more may follow',
      tag,
      takesForm: DeliveryForm,
      answers: { 200: OrderAnswer },
      refuses: [409, 412],
      matchIsOptional: true,
    }),
    async (c) => {
      const { texts, files } = await readForm(c, { maxFileBytes: maxOrderFileBytes })
      const typed = { note: texts['note']?.[0], machineHours: texts['machineHours']?.[0] }
      const delivery = { ...parseOrRefuse(Delivery, typed), files: Object.values(files) }
      return done(c, deliverOrder(c.var.ctx, keyOf(c), delivery))
    },
  )
  .post('/orders/:id/rating', step('Say how it was, once'), parsed('json', Rating), (c) =>
    done(c, rateOrder(c.var.ctx, keyOf(c), c.req.valid('json'))),
  )
  .post('/orders/:id/withdrawal', step('Withdraw the order'), parsed('json', RequiredNote), (c) =>
    done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'withdrawal', ...c.req.valid('json') })),
  )
  .post(
    '/orders/:id/cancellation',
    step('Call accepted work off'),
    parsed('json', RequiredNote),
    (c) =>
      done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'cancellation', ...c.req.valid('json') })),
  )
  .post('/orders/:id/note', step('Write to the other side'), parsed('json', RequiredNote), (c) =>
    done(c, noteOnOrder(c.var.ctx, keyOf(c), c.req.valid('json').note)),
  )

async function done(c: C, work: Promise<void>) {
  await work
  const order = await wholeOrder(c.var.ctx, c.req.param('id') ?? '')
  c.header('etag', etagOf(order.version))
  c.header('cache-control', 'private, no-store')
  return c.json(order)
}
