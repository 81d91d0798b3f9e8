import { Hono } from 'hono'
import { z } from 'zod'
import { Moment } from '../../../core/time.ts'
import { listOf, operation, Paging } from '../../../web/api.ts'
import type { Env } from '../../../web/env.ts'
import { versionIfSent } from '../../../web/etag.ts'
import { parsed } from '../../../web/validate.ts'
import { bookTogether } from '../actions/book.ts'
import { changeBooking } from '../actions/change.ts'
import { decideBooking } from '../actions/decide.ts'
import { getBooking, searchBookings } from '../actions/read.ts'
import { cancelBooking } from '../actions/cancel.ts'
import {
  BookedAnswer,
  BookingAnswer,
  BookingChange,
  bookingStates,
  Cancellation,
  ChangedAnswer,
  Decision,
  NewBookingGroup,
} from '../model.ts'
import { presentBooking } from '../rules.ts'
import { answerBooked, answerBooking, answerDates } from './answers.ts'

const tag = 'bookings'
const flag = z.enum(['true', 'false', '']).transform((text) => text !== 'false')

const BookingsQuery = z.object({
  ...Paging,
  mine: flag.optional(),
  lab: z.string().max(40).optional(),
  instrument: z.string().max(40).optional(),
  series: z.string().max(40).optional(),
  state: z
    .union([z.enum(bookingStates), z.array(z.enum(bookingStates))])
    .transform((states) => [states].flat())
    .optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  order: z.enum(['asc', 'desc']).optional(),
})

export const bookingRoutes = new Hono<Env>()
  .get(
    '/bookings',
    operation({
      summary: 'Bookings that you may see, in order of start',
      tag,
      answers: { 200: listOf(BookingAnswer) },
      refuses: [401],
    }),
    parsed('query', BookingsQuery),
    async (c) => {
      const { state, ...asked } = c.req.valid('query')
      const { items, ...rest } = await searchBookings(c.var.ctx, { ...asked, states: state })
      return c.json({ ...rest, items: items.map(presentBooking) })
    },
  )
  .post(
    '/bookings',
    operation({
      summary: 'Book several instruments for the same time, all of them or none',
      tag,
      answers: { 201: BookedAnswer },
      refuses: [404, 409],
    }),
    parsed('json', NewBookingGroup),
    async (c) => answerBooked(c, await bookTogether(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/bookings/:id',
    operation({
      summary: 'Read a booking',
      tag,
      answers: { 200: BookingAnswer },
      refuses: [401],
    }),
    async (c) => answerBooking(c, await getBooking(c.var.ctx, c.req.param('id'))),
  )
  .patch(
    '/bookings/:id',
    operation({
      summary: 'Change or move a booking',
      description:
        'It stays the same booking and keeps its history. `If-Match` is honoured when sent. With `scope`, other dates of its series change alike: times by as much on the local clock.',
      tag,
      answers: { 200: ChangedAnswer },
      refuses: [409, 412],
      matchIsOptional: true,
    }),
    parsed('json', BookingChange),
    async (c) => {
      const version = versionIfSent(c)
      const id = c.req.param('id')
      const change = c.req.valid('json')
      const changed = await changeBooking(c.var.ctx, { id, version, change })
      return (change.scope ?? 'one') === 'one'
        ? answerBooking(c, changed.booking)
        : answerDates(c, changed)
    },
  )
  .post(
    '/bookings/:id/cancellation',
    operation({
      summary: 'Cancel a booking',
      tag,
      answers: { 200: BookingAnswer },
      refuses: [409],
    }),
    parsed('json', Cancellation),
    async (c) =>
      answerBooking(c, await cancelBooking(c.var.ctx, c.req.param('id'), c.req.valid('json'))),
  )
  .post(
    '/bookings/:id/approval',
    operation({
      summary: 'Say yes or no to a booking that waits',
      tag,
      answers: { 200: BookingAnswer },
      refuses: [409],
    }),
    parsed('json', Decision),
    async (c) =>
      answerBooking(c, await decideBooking(c.var.ctx, c.req.param('id'), c.req.valid('json'))),
  )
