import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { etagOf, versionToMatch } from '../../web/etag.ts'
import { parsed } from '../../web/validate.ts'
import { changeService, createService, getService, servicesOf } from './actions.ts'
import { NewService, ServiceAnswer, ServiceChange } from './model.ts'

const tag = 'orders'
const one = '/instruments/:id/services/:service'
type C = HonoContext<Env>
const keyOf = (c: C) => ({
  instrumentId: c.req.param('id') ?? '',
  id: c.req.param('service') ?? '',
})
const Services = z.object({ items: z.array(ServiceAnswer), next: z.null() })

/** What the staff of an instrument do for others. */
export const serviceRoutes = new Hono<Env>()
  .get(
    '/instruments/:id/services',
    operation({
      summary: 'Services that can be ordered at an instrument',
      tag,
      answers: { 200: Services },
    }),
    async (c) => c.json({ items: await servicesOf(c.var.ctx, c.req.param('id')), next: null }),
  )
  .post(
    '/instruments/:id/services',
    operation({
      summary: 'Offer a service',
      tag,
      answers: { 201: ServiceAnswer },
    }),
    parsed('json', NewService),
    async (c) => {
      const service = await createService(c.var.ctx, c.req.param('id'), c.req.valid('json'))
      c.header('location', `/api/v1/instruments/${service.instrumentId}/services/${service.id}`)
      return answer(c, service, 201)
    },
  )
  .get(
    one,
    operation({
      summary: 'Read a service with its form',
      tag,
      answers: { 200: ServiceAnswer },
    }),
    async (c) => answer(c, await getService(c.var.ctx, keyOf(c))),
  )
  .patch(
    one,
    operation({
      summary:
        'Change a service, or end it with `active: false`; orders keep the form they answered',
      tag,
      answers: { 200: ServiceAnswer },
      refuses: [412],
    }),
    parsed('json', ServiceChange),
    async (c) => {
      const asked = { change: c.req.valid('json'), seen: versionToMatch(c) }
      return answer(c, await changeService(c.var.ctx, keyOf(c), asked))
    },
  )

function answer(c: C, service: ServiceAnswer, status: 200 | 201 = 200) {
  c.header('etag', etagOf(service.version))
  return c.json(service, status)
}
