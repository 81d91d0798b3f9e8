import { Hono } from 'hono'
import { operation } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { parsed } from '../../../web/validate.ts'
import { bookInstrument } from '../actions/book.ts'
import { checkBooking, formFacts } from '../../verdict/actions/check.ts'
import { placeHold, releaseHold } from '../actions/holds.ts'
import { occupancyDuring } from '../../calendar/actions/occupancy.ts'
import { openingsAmong, openingsOf } from '../../openings/actions.ts'
import {
  AnyOpeningsQuery,
  BookedAnswer,
  BookingCheck,
  CheckAnswer,
  FactsQuery,
  HoldAnswer,
  NewBooking,
  NewHold,
  OccupancyAnswer,
  OpeningsAnswer,
  OpeningsQuery,
  Window,
} from '../model.ts'
import { FormFacts } from '../../verdict/model/form-facts.ts'
import { answerBooked, presentDates, presentPeriod, presentSlot } from './answers.ts'

const tag = 'bookings'

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
      answers: { 200: OccupancyAnswer },
    }),
    parsed('query', Window),
    async (c) => {
      const { from, to } = c.req.valid('query')
      const { instrument, items, open } = await occupancyDuring(c.var.ctx, c.req.param('id'), {
        start: from,
        end: to,
      })
      return c.json({ timezone: instrument.zone, items, open: open.map(presentPeriod) })
    },
  )
  .get(
    '/instruments/:id/openings',
    operation({
      summary: 'Its free slots',
      tag,
      answers: { 200: OpeningsAnswer },
    }),
    parsed('query', OpeningsQuery),
    async (c) => {
      const { from, to, minutes, limit } = c.req.valid('query')
      const asked = { minutes, window: { start: from, end: to }, limit }
      const openings = await openingsOf(c.var.ctx, c.req.param('id'), asked)
      return c.json({
        items: openings.map((one) => presentSlot(one.instrumentId, one.period)),
        next: null,
      })
    },
  )
  .get(
    '/openings',
    operation({
      summary: 'The earliest free slots of any instrument that fits',
      tag,
      answers: { 200: OpeningsAnswer },
    }),
    parsed('query', AnyOpeningsQuery),
    async (c) => {
      const { from, to, ...asked } = c.req.valid('query')
      const openings = await openingsAmong(c.var.ctx, {
        ...asked,
        window: { start: from, end: to },
      })
      return c.json({
        items: openings.map((one) => presentSlot(one.instrumentId, one.period)),
        next: null,
      })
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
