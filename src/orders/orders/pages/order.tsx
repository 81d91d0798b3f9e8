import { fenOf } from '../../../core/money.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../../core/context.ts'
import { inLang } from '../../../core/text.ts'
import { momentText } from '../../../core/time.ts'
import { PageHead, Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { uploaded, type Filled, Refused, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import {
  acceptQuote,
  deliverOrder,
  moveOrder,
  noteOnOrder,
  quoteOrder,
  rateOrder,
  setMachineHours,
  type StepKey,
} from '../actions/step.ts'
import { getOrder, priceOfOrder, wholeOrder } from '../actions/order.ts'
import {
  Delivery,
  maxOrderFileBytes,
  OptionalNote,
  type OrderAnswer,
  OrderPatch,
  Quote,
  Rating,
  RequiredNote,
} from '../model.ts'
import { pageWords as words } from '../words.ts'
import { orderPaths } from '../../words/paths.ts'
import { Asked, Head, History, QuoteTable, Rated, Results } from './order-body.tsx'
import { mostRows, type RefusedStep, Steps } from './step-forms.tsx'

type C = HonoContext<Env>
type Act = (ctx: Context, key: StepKey, form: Filled) => Promise<void>

const noted = (form: Filled) => ({ note: form.value('note').trim() })
const moves =
  (command: 'refusal' | 'decline' | 'withdrawal' | 'cancellation'): Act =>
  async (ctx, key, form) =>
    moveOrder(ctx, key, { command, ...parseOrRefuse(RequiredNote, noted(form)) })

/** One order: its state, its history, and the commands of the viewer. */
export const orderPages = new Hono<Env>()
  .get('/orders/:id', (c) => orderPage(c))
  .post(
    '/orders/:id/quote',
    acted(async (ctx, key, form) => {
      const { zone } = await getOrder(ctx, key.id)
      await quoteOrder(ctx, key, parseOrRefuse(Quote, quoteIn(form, zone)))
    }),
  )
  .post(
    '/orders/:id/acceptance',
    acted(async (ctx, key, form) =>
      acceptQuote(ctx, key, parseOrRefuse(OptionalNote, noted(form)).note),
    ),
  )
  .post(
    '/orders/:id/start',
    acted(async (ctx, key) => moveOrder(ctx, key, { command: 'start' })),
  )
  .post('/orders/:id/refusal', acted(moves('refusal')))
  .post('/orders/:id/decline', acted(moves('decline')))
  .post('/orders/:id/withdrawal', acted(moves('withdrawal')))
  .post('/orders/:id/cancellation', acted(moves('cancellation')))
  .post(
    '/orders/:id/rating',
    acted(async (ctx, key, form) => {
      const rating = Number(form.value('rating')) || undefined
      await rateOrder(ctx, key, parseOrRefuse(Rating, { rating, ...noted(form) }))
    }),
  )
  .post(
    '/orders/:id/note',
    acted(async (ctx, key, form) =>
      noteOnOrder(ctx, key, parseOrRefuse(RequiredNote, noted(form)).note),
    ),
  )
  .post(
    '/orders/:id/hours',
    acted(async (ctx, key, form) => {
      const text = form.value('machineHours').trim()
      const machineHours = text === '' ? undefined : Number(text)
      await setMachineHours(ctx, key, parseOrRefuse(OrderPatch, { machineHours }).machineHours)
    }),
  )
  .post('/orders/:id/delivery', (c) =>
    uploaded(c, {
      maxFileBytes: maxOrderFileBytes,
      work: async (sent, form) => {
        const typed = { ...noted(form), machineHours: form.value('machineHours') }
        const delivery = parseOrRefuse(Delivery, typed)
        const files = Object.values(sent.files)
        await deliverOrder(c.var.ctx, keyOf(c, form), { ...delivery, files })
        return after(c)
      },
      showAgain: (form) => orderPage(c, form),
    }),
  )

function acted(act: Act) {
  return (c: C) =>
    submitted(
      c,
      async (form) => {
        await act(c.var.ctx, keyOf(c, form), form)
        return after(c)
      },
      (form) => orderPage(c, form),
    )
}

const keyOf = (c: C, form: Filled): StepKey => ({
  id: c.req.param('id') ?? '',
  version: Number(form.value('version')) || undefined,
})

function after(c: C) {
  setFlash(c, words.done)
  return c.redirect(orderPaths.one(c.req.param('id') ?? ''), 303)
}

/** The typed quote; empty lines are left out, days end by the instrument's clock. */
function quoteIn(form: Filled, zone: string) {
  const lines = Array.from({ length: mostRows }, (_, n) => `lines.${n}`).flatMap((at) => {
    const text = form.value(`${at}.text`).trim()
    const price = form.value(`${at}.price`)
    const quantity = Number(form.value(`${at}.quantity`) || 1)
    return text ? [{ text, quantity, priceFen: price.trim() ? fenOf(price) : 0 }] : []
  })
  const endOf = (day: string) => (day ? momentText(`${day}T23:59:59.999`, zone) : undefined)
  const [validUntil, dueAt] = [endOf(form.value('validUntil')), endOf(form.value('dueAt'))]
  return { lines, ...(validUntil && { validUntil }), ...(dueAt && { dueAt }), ...noted(form) }
}

async function orderPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const order = await wholeOrder(ctx, c.req.param('id') ?? '')
  const isStaff = !order.sides.includes('requester')
  const quotes = order.commands.includes('quote')
  const unitFen = quotes ? await priceOfOrder(ctx, order) : undefined
  const list = isStaff ? orderPaths.orderQueue : orderPaths.orders
  const number = { zh: order.number, en: order.number }
  const refused = form && { command: c.req.path.split('/').at(-1) ?? '', form }
  return page(
    c,
    {
      title: `${order.number} · ${inLang(order.service.title, ctx.lang)}`,
      crumbs: [{ text: isStaff ? words.queue : words.mine, href: list }, { text: number }],
      width: 'reading',
      status: form?.status ?? 200,
    },
    <Body order={order} refused={refused} unitFen={unitFen} />,
  )
}

type BodyProps = {
  order: OrderAnswer
  refused: RefusedStep | undefined
  unitFen: number | undefined
}

function Body({ order, refused, unitFen }: BodyProps) {
  return (
    <>
      <PageHead title={order.service.title} lead={{ zh: order.number, en: order.number }} />
      <Refused form={refused?.form} />
      <Head order={order} />
      <Section title={words.what}>
        <Steps order={order} unitFen={unitFen} refused={refused} />
      </Section>
      <Results order={order} />
      <QuoteTable order={order} />
      <Rated order={order} />
      <Asked order={order} />
      <History order={order} />
    </>
  )
}
