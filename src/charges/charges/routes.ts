import { Hono } from 'hono'
import { whole } from '../../core/paging.ts'
import { operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { chargesOfBooking, correctCharge, getCharge } from './actions.ts'
import { ChargeAnswer, NewCorrection } from './model.ts'
import { presentCharge } from './rules/charge.ts'

const tag = 'charges'

/** What was charged, and for what. */
export const chargeRoutes = new Hono<Env>()
  .get(
    '/bookings/:id/charges',
    operation({
      summary: 'What a booking was charged with, and what was waived or corrected of it',
      tag,
      answers: {
        200: wholeListOf(
          ChargeAnswer,
          'One charge of a booking, and what was waived or corrected of it.',
        ),
      },
      refuses: [401],
    }),
    async (c) => {
      const rows = await chargesOfBooking(c.var.ctx, c.req.param('id'))
      return c.json(whole(rows.map((row) => presentCharge(row, c.var.ctx.lang))))
    },
  )
  .get(
    '/charges/:id',
    operation({
      summary: 'One charge, and how it came about',
      tag,
      answers: { 200: ChargeAnswer },
      refuses: [401],
    }),
    async (c) =>
      c.json(presentCharge(await getCharge(c.var.ctx, c.req.param('id')), c.var.ctx.lang)),
  )
  .post(
    '/charges/:id/corrections',
    operation({
      summary: 'Correct a charge by a further one; by staff of the instrument',
      description: 'It is told in the next statement that is issued.',
      tag,
      answers: { 201: ChargeAnswer },
      refuses: [409],
    }),
    parsed('json', NewCorrection),
    async (c) => {
      const row = await correctCharge(c.var.ctx, c.req.param('id'), c.req.valid('json'))
      c.header('location', `/api/v1/charges/${row.id}`)
      return c.json(presentCharge(row, c.var.ctx.lang), 201)
    },
  )
