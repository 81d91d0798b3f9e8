import { type Context as HonoContext, Hono } from 'hono'
import type { Env } from '../../../web/env.ts'
import { operation } from '../../../web/api.ts'
import { etagOf, versionIfSaid } from '../../../web/etag.ts'
import { readForm } from '../../../web/multipart.ts'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { wholeOrder } from '../actions/read.ts'
import {
  acceptQuote,
  deliverOrder,
  moveOrder,
  noteOnOrder,
  quoteOrder,
  rateOrder,
} from '../actions/step.ts'
import {
  Delivery,
  DeliveryForm,
  maxOrderFileBytes,
  OrderAnswer,
  Quote,
  Rating,
  Remark,
  Said,
} from '../model.ts'

const tag = 'orders'
type C = HonoContext<Env>
const keyOf = (c: C) => ({ id: c.req.param('id') ?? '', seen: versionIfSaid(c) })

const step = (summary: string) =>
  operation({
    summary,
    description: 'Send the ETag that you read in `If-Match`, and a change meanwhile refuses it.',
    tag,
    answers: { 200: OrderAnswer },
    refuses: [409, 412],
  })

/** What the two sides of an order do, step by step. */
export const stepRoutes = new Hono<Env>()
  .post('/orders/:id/quote', step('Say what it costs, or anew'), parsed('json', Quote), (c) =>
    done(c, quoteOrder(c.var.ctx, keyOf(c), c.req.valid('json'))),
  )
  .post('/orders/:id/acceptance', step('Accept the quote'), parsed('json', Remark), (c) =>
    done(c, acceptQuote(c.var.ctx, keyOf(c), c.req.valid('json').note)),
  )
  .post('/orders/:id/refusal', step('Refuse the quote'), parsed('json', Said), (c) =>
    done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'refusal', ...c.req.valid('json') })),
  )
  .post('/orders/:id/decline', step('Decline the order'), parsed('json', Said), (c) =>
    done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'decline', ...c.req.valid('json') })),
  )
  .post('/orders/:id/start', step('Begin the work'), parsed('json', Remark), (c) =>
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
    }),
    async (c) => {
      const { texts, files } = await readForm(c, { maxFileBytes: maxOrderFileBytes })
      const said = { note: texts['note']?.[0], machineHours: texts['machineHours']?.[0] }
      const delivery = { ...parseOrRefuse(Delivery, said), files: Object.values(files) }
      return done(c, deliverOrder(c.var.ctx, keyOf(c), delivery))
    },
  )
  .post('/orders/:id/rating', step('Say how it was, once'), parsed('json', Rating), (c) =>
    done(c, rateOrder(c.var.ctx, keyOf(c), c.req.valid('json'))),
  )
  .post('/orders/:id/withdrawal', step('Withdraw the order'), parsed('json', Said), (c) =>
    done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'withdrawal', ...c.req.valid('json') })),
  )
  .post('/orders/:id/cancellation', step('Call accepted work off'), parsed('json', Said), (c) =>
    done(c, moveOrder(c.var.ctx, keyOf(c), { command: 'cancellation', ...c.req.valid('json') })),
  )
  .post('/orders/:id/note', step('Write to the other side'), parsed('json', Said), (c) =>
    done(c, noteOnOrder(c.var.ctx, keyOf(c), c.req.valid('json').note)),
  )

async function done(c: C, work: Promise<void>) {
  await work
  const order = await wholeOrder(c.var.ctx, c.req.param('id') ?? '')
  c.header('etag', etagOf(order.version))
  c.header('cache-control', 'private, no-store')
  return c.json(order)
}
