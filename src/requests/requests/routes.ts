import { Hono } from 'hono'
import { listOf, operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { answerItem, item } from '../../web/item.ts'
import { versionToMatch } from '../../web/etag.ts'
import { parsed } from '../../web/validate.ts'
import { requestBasket } from '../baskets/actions/checkout.ts'
import { changeRequest, createRequests } from './actions/create.ts'
import { getRequest } from './actions/read.ts'
import { NewRequestsOrBasket, RequestAnswer, RequestChange } from './model/request.ts'

const tag = 'requests'

/** One request, as programs and pages read it. */
export const requestItem = item({
  path: '/requests/:id',
  tag,
  summary: 'A request with its items, its time line, and what you may do now',
  refuses: [401],
  schema: RequestAnswer,
  read: getRequest,
})

/** Beginning a request and changing its draft; lists and commands are declared with their pages. */
export const requestRoutes = new Hono<Env>()
  .post(
    '/requests',
    operation({
      summary:
        'Begin requests for what is named, or for what is in your basket: one draft for each provider',
      description: 'Send each with `POST /requests/{id}/submission`.',
      tag,
      answers: { 201: listOf(RequestAnswer) },
      refuses: [404, 409],
    }),
    parsed('json', NewRequestsOrBasket),
    async (c) => {
      const { ctx } = c.var
      const { items: named, ...asked } = c.req.valid('json')
      const { ids } = named
        ? await createRequests(ctx, { ...asked, items: named })
        : await requestBasket(ctx, asked)
      const items = await Promise.all(ids.map(async (id) => getRequest(ctx, { id })))
      return c.json(
        { items, next: null, total: { value: items.length, relation: 'eq' as const } },
        201,
      )
    },
  )
  .route('/', requestItem.api)
  .patch(
    '/requests/:id',
    operation({
      summary: 'Change what a draft or a returned request asks for',
      tag,
      answers: { 200: RequestAnswer },
      refuses: [404, 409, 412],
    }),
    parsed('json', RequestChange),
    async (c) => {
      const id = c.req.param('id')
      await changeRequest(c.var.ctx, c.req.valid('json'), { id, version: versionToMatch(c) })
      return answerItem(c, requestItem, { id })
    },
  )
