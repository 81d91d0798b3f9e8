import { Hono } from 'hono'
import { z } from 'zod'
import { isoOf } from '../../core/time.ts'
import { operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { etagOf, versionIfSent } from '../../web/etag.ts'
import { parsed } from '../../web/validate.ts'
import { addItem, changeItem, putBasket, removeItem } from './actions/change.ts'
import { type BasketItem, readBasket } from './actions/read.ts'
import type { Holder } from './actions/holder.ts'
import { existing, holderIn, holderToWrite } from './middleware.ts'
import { whole } from '../../core/paging.ts'
import { Problem } from '../../core/problem.ts'
import { basketRefusals } from './words.ts'
import { ItemAnswer, ItemChange, mostItems, NewBasket, NewItem } from './model.ts'
import type { Context as HonoContext } from 'hono'

const BasketAnswer = wholeListOf(
  ItemAnswer,
  `Null: a basket holds at most ${mostItems}, in the order in which they were added.`,
)
  .extend({ version: z.int() })
  .meta({ id: 'Basket' })

const tag = 'requests'
const whose = 'Who is not signed in has a basket by a cookie; it becomes theirs when they sign in.'

/** What somebody means to ask for, as programs read and change it. */
export const basketRoutes = new Hono<Env>()
  .get(
    '/basket',
    operation({
      summary: 'What you mean to ask for',
      description: whose,
      tag,
      answers: { 200: BasketAnswer },
    }),
    (c) => answer(c, holderIn(c)),
  )
  .put(
    '/basket',
    operation({
      summary: 'Replace all that is in your basket',
      description: 'All of it or nothing. With If-Match only where nobody changed it meanwhile.',
      tag,
      matchIsOptional: true,
      answers: { 200: BasketAnswer },
      refuses: [409, 412],
    }),
    parsed('json', NewBasket),
    async (c) => {
      const { items } = c.req.valid('json')
      const version = versionIfSent(c)
      const holder = await holderToWrite(c)
      await putBasket(c.var.ctx, holder, { items, version })
      return answer(c, holder)
    },
  )
  .post(
    '/basket/items',
    operation({
      summary: 'Put a thing into your basket; the same thing again changes its quantity',
      description: whose,
      tag,
      answers: { 201: z.object({ id: z.string() }) },
      refuses: [409],
    }),
    parsed('json', NewItem),
    async (c) => {
      const { id } = await addItem(c.var.ctx, await holderToWrite(c), c.req.valid('json'))
      c.header('location', `/api/v1/basket/items/${id}`)
      return c.json({ id }, 201)
    },
  )
  .get(
    '/basket/items/:id',
    operation({ summary: 'One thing in your basket', tag, answers: { 200: ItemAnswer } }),
    async (c) => {
      const { items } = await readBasket(c.var.ctx, holderIn(c))
      const item = items.find(({ id }) => id === c.req.param('id').toLowerCase())
      if (!item) throw new Problem('not-found', basketRefusals.noItem)
      return c.json(answerOf(item))
    },
  )
  .patch(
    '/basket/items/:id',
    operation({
      summary: 'Change how much of a thing is asked for, or which samples',
      tag,
      answers: { 204: null },
      refuses: [409],
    }),
    parsed('json', ItemChange),
    async (c) => {
      const change = { id: c.req.param('id'), ...c.req.valid('json') }
      await changeItem(c.var.ctx, existing(c), change)
      return c.body(null, 204)
    },
  )
  .delete(
    '/basket/items/:id',
    operation({ summary: 'Take a thing out of your basket', tag, answers: { 204: null } }),
    async (c) => {
      await removeItem(c.var.ctx, existing(c), { id: c.req.param('id') })
      return c.body(null, 204)
    },
  )

async function answer(c: HonoContext<Env>, holder: Holder | undefined) {
  const { items, version } = await readBasket(c.var.ctx, holder)
  c.header('etag', etagOf(version))
  return c.json({ ...whole(items.map(answerOf)), version })
}

const answerOf = ({
  id,
  record,
  institution,
  delivery,
  quantity,
  unit,
  isLoan,
  target,
  addedAt,
  price,
  state,
  sentence,
}: BasketItem) => ({
  id,
  record,
  institution,
  delivery,
  quantity,
  unit,
  isLoan,
  target,
  addedAt: isoOf(addedAt),
  price,
  state,
  sentence,
})
