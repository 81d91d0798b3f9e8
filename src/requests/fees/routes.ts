import { whole } from '../../core/paging.ts'
import { operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { Hono } from 'hono'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { requestPaths } from '../words/paths.ts'
import { feesOfRequest, waiveFee } from './actions/waive.ts'
import { ItemFeeAnswer, waiverForm } from './model.ts'
import { feeWords as words } from './words.ts'

const tag = 'requests'

const waiver = write({
  path: '/requests/:id/fee-waiver',
  tag,
  summary: 'Waive the fee of what of an item still has to be shipped; by who decides',
  refuses: [403, 404, 409],
  form: waiverForm,
  does: waiveFee,
  flash: () => words.waived,
  next: ({ id }) => `${requestPaths.one(id)}#fees`,
})

const { api, pages } = surfaces(waiver)

/** What the items of a request cost. */
export const itemFeePages = pages
export const itemFeeRoutes = new Hono<Env>()
  .get(
    '/requests/:id/fees',
    operation({
      summary: 'What the items of a request cost as they were approved, and what was charged',
      tag,
      answers: { 200: wholeListOf(ItemFeeAnswer, 'Null: a request has at most 200 items.') },
      refuses: [401],
    }),
    async (c) => c.json(whole(await feesOfRequest(c.var.ctx, { id: c.req.param('id') }))),
  )
  .route('/', api)
