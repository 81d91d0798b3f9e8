import { Hono } from 'hono'
import type { z } from 'zod'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { etagOf } from '../../web/etag.ts'
import { parsed } from '../../web/validate.ts'
import { finishBooking, type ProblemReport, releaseBooking } from './actions/finish.ts'
import { startBooking } from './actions/start.ts'
import { BookingAnswer } from '../bookings/model.ts'
import { Finish, FinishedAnswer, Start } from './model.ts'
import { presentBooking } from '../bookings/rules.ts'
import { answerBooking } from '../bookings/routes/answers.ts'

const tag = 'bookings'
const refuses = [401, 403, 404, 409]

/** How a problem is reported along with the end of a use. */
export type ProblemExtension<Input> = {
  input: z.ZodType<Input>
  report: (input: Input) => ProblemReport
}

const startAndRelease = new Hono<Env>()
  .post(
    '/bookings/:id/start',
    operation({
      summary: 'Begin the use of a booking',
      description:
        'At most 15 minutes early, where the time before it is free. `endPrevious` ends a use before it whose time is over.',
      tag,
      answers: { 200: BookingAnswer },
      refuses: [400, ...refuses, 422],
    }),
    parsed('json', Start),
    async (c) =>
      answerBooking(c, await startBooking(c.var.ctx, c.req.param('id'), c.req.valid('json'))),
  )
  .post(
    '/bookings/:id/release',
    operation({
      summary: 'Give the rest of the time back',
      description:
        'Ends a use that goes on. Where nobody came since the start, the booking is missed.',
      tag,
      answers: { 200: BookingAnswer },
      refuses,
    }),
    async (c) => answerBooking(c, await releaseBooking(c.var.ctx, c.req.param('id'))),
  )

const finish = <Input>(problems: ProblemExtension<Input>) =>
  new Hono<Env>().post(
    '/bookings/:id/finish',
    operation({
      summary: 'End a use and say what was done',
      description: 'What is left of the time is free at once.',
      tag,
      answers: { 200: FinishedAnswer },
      refuses: [400, ...refuses, 422],
    }),
    parsed('json', Finish.extend({ problem: problems.input.optional() })),
    async (c) => {
      const { problem, ...done } = c.req.valid('json')
      const report = problem === undefined ? undefined : problems.report(problem)
      const { row, ...finished } = await finishBooking(c.var.ctx, c.req.param('id'), done, report)
      c.header('etag', etagOf(row.version))
      return c.json({ ...presentBooking(row), ...finished })
    },
  )

/** What is done with a booking at the instrument. */
export const useOfBookingRoutes = <Input>(problems: ProblemExtension<Input>) =>
  new Hono<Env>().route('/', startAndRelease).route('/', finish(problems))
