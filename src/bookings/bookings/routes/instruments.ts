import { Hono } from 'hono'
import { type Page, whole } from '../../../core/paging.ts'
import { inLang } from '../../../core/text.ts'
import { listOf, operation, wholeListOf } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { parsed } from '../../../web/validate.ts'
import { bookInstrument } from '../actions/book.ts'
import { checkBooking, formFacts } from '../../verdict/actions/check.ts'
import { placeHold, releaseHold } from '../actions/holds.ts'
import { occupancyDuring } from '../../calendar/actions/occupancy.ts'
import { type Opening, openingsAmong, openingsOf } from '../../openings/actions.ts'
import {
  AnyOpeningsQuery,
  BookedAnswer,
  BookingCheck,
  CheckAnswer,
  FactsQuery,
  HoldAnswer,
  NewBooking,
  NewHold,
  OccupancyItemAnswer,
  OpenAnswer,
  OpeningsQuery,
  SlotAnswer,
  Window,
} from '../model.ts'
import { FormFacts } from '../../verdict/model/form-facts.ts'
import { answerBooked, presentDates, presentPeriod, presentSlot } from './answers.ts'

const tag = 'bookings'
const Occupancy = wholeListOf(OccupancyItemAnswer, 'All of a time of 92 days at most.').extend(
  OpenAnswer.shape,
)

/** What is asked of one instrument's time. */
export const instrumentTimeRoutes = new Hono<Env>()
  .post(
    '/instruments/:id/bookings',
    operation({
      summary: 'Book an instrument, once or by a rule of recurrence',
      tag,
      answers: { 201: BookedAnswer },
      refuses: [409],
    }),
    parsed('json', NewBooking),
    async (c) =>
      answerBooked(c, await bookInstrument(c.var.ctx, c.req.param('id'), c.req.valid('json'))),
  )
  .post(
    '/instruments/:id/booking-checks',
    operation({
      summary: 'What booking would answer, without booking',
      tag,
      answers: { 200: CheckAnswer },
    }),
    parsed('json', BookingCheck),
    async (c) => {
      const id = c.req.param('id')
      const checked = await checkBooking(c.var.ctx, id, c.req.valid('json'))
      const dates = presentDates(c, checked.dates)
      return c.json({
        objections: dates.flatMap(({ objections }) => objections),
        alternatives: checked.alternatives.map((period) => presentSlot(id, period)),
        elsewhere: checked.elsewhere,
        warnings: checked.warnings.map((text) => inLang(text, c.var.ctx.lang)),
        dates,
        needsApproval: checked.needsApproval,
      })
    },
  )
  .get(
    '/instruments/:id/booking-facts',
    operation({
      summary: 'What its rules ask about bookings of yours in a period',
      tag,
      answers: { 200: FormFacts },
      refuses: [401, 403],
    }),
    parsed('query', FactsQuery),
    async (c) => {
      const { from, to, ...asked } = c.req.valid('query')
      const period = { start: from, end: to }
      return c.json(await formFacts(c.var.ctx, c.req.param('id'), { ...asked, period }))
    },
  )
  .get(
    '/instruments/:id/occupancy',
    operation({
      summary: 'What takes its time, and when it is open',
      tag,
      answers: { 200: Occupancy },
    }),
    parsed('query', Window),
    async (c) => {
      const { from, to } = c.req.valid('query')
      const { instrument, items, open } = await occupancyDuring(c.var.ctx, c.req.param('id'), {
        start: from,
        end: to,
      })
      return c.json({ ...whole(items), timezone: instrument.zone, open: open.map(presentPeriod) })
    },
  )
  .get(
    '/instruments/:id/openings',
    operation({
      summary: 'Its free slots',
      tag,
      answers: { 200: listOf(SlotAnswer) },
    }),
    parsed('query', OpeningsQuery),
    async (c) => {
      const { from, to, ...asked } = c.req.valid('query')
      const window = { start: from, end: to }
      const openings = await openingsOf(c.var.ctx, c.req.param('id'), { ...asked, window })
      return c.json(presentOpenings(openings))
    },
  )
  .get(
    '/openings',
    operation({
      summary: 'The earliest free slots of any instrument that fits',
      tag,
      answers: { 200: listOf(SlotAnswer) },
    }),
    parsed('query', AnyOpeningsQuery),
    async (c) => {
      const { from, to, clockFrom, clockTo, ...asked } = c.req.valid('query')
      const window = { start: from, end: to }
      const clock = (clockFrom ?? clockTo) && { from: clockFrom ?? '00:00', to: clockTo ?? '24:00' }
      const openings = await openingsAmong(c.var.ctx, { ...asked, window, ...(clock && { clock }) })
      return c.json(presentOpenings(openings))
    },
  )
  .post(
    '/instruments/:id/holds',
    operation({
      summary: 'Keep a time for five minutes',
      tag,
      answers: { 201: HoldAnswer },
      refuses: [409],
    }),
    parsed('json', NewHold),
    async (c) => {
      const { period, ...hold } = await placeHold(c.var.ctx, c.req.param('id'), c.req.valid('json'))
      return c.json({ ...hold, ...presentPeriod(period) }, 201)
    },
  )
  .delete(
    '/instruments/:id/holds/:hold',
    operation({ summary: 'Let a hold go', tag, answers: { 204: null } }),
    async (c) => {
      await releaseHold(c.var.ctx, c.req.param('id'), c.req.param('hold'))
      return c.body(null, 204)
    },
  )

const presentOpenings = (page: Page<Opening>) => ({
  ...page,
  items: page.items.map(({ instrumentId, period }) => presentSlot(instrumentId, period)),
})
