import { Hono } from 'hono'
import { inLang } from '../../core/text.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { undoDecision } from '../bookings/actions/undo.ts'
import { BookingAnswer } from '../bookings/model.ts'
import { answerBooking } from '../bookings/routes/answers.ts'
import { decideBookings } from './actions.ts'
import { DecisionsAnswer, NewDecisions } from './model.ts'

const tag = 'bookings'

/** Decisions about bookings that wait for approval. */
export const deskRoutes = new Hono<Env>()
  .post(
    '/booking-decisions',
    operation({
      summary: 'Approve or decline several bookings alike',
      description: 'Each is decided by itself: one that is refused does not keep the others.',
      tag,
      answers: { 200: DecisionsAnswer },
      refuses: [403],
    }),
    parsed('json', NewDecisions),
    async (c) => {
      const { ctx } = c.var
      const outcomes = await decideBookings(ctx, c.req.valid('json'))
      return c.json({
        items: outcomes.map(({ id, row, refusal }) => ({
          id,
          state: row?.state ?? null,
          refusal: refusal && inLang(refusal, ctx.lang),
        })),
      })
    },
  )
  .delete(
    '/bookings/:id/approval',
    operation({
      summary: 'Undo an approval or refusal',
      description:
        'Within ten seconds, before anybody is notified of it. The booking waits for approval again.',
      tag,
      answers: { 200: BookingAnswer },
      refuses: [409],
    }),
    async (c) => answerBooking(c, await undoDecision(c.var.ctx, c.req.param('id'))),
  )
