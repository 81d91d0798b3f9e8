import { type Context as HonoContext, Hono } from 'hono'
import { isoOf } from '../../core/time.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { etagOf, versionIfSent } from '../../web/etag.ts'
import { parsed } from '../../web/validate.ts'
import { type DryRun, dryRunPolicy, getPolicy, type PolicyInForce, putPolicy } from './actions.ts'
import { DryRunAnswer, NewDryRun, NewPolicy, PolicyAnswer } from '../bookings/model.ts'
import { presentObjections, type C } from '../bookings/routes/answers.ts'

const tag = 'bookings'

/** The rules of an instrument. */
export const policyRoutes = new Hono<Env>()
  .get(
    '/instruments/:id/policy',
    operation({
      summary: 'Its booking rules',
      tag,
      answers: { 200: PolicyAnswer },
    }),
    async (c) => {
      const policy = await getPolicy(c.var.ctx, c.req.param('id'))
      return answerPolicy(c, policy)
    },
  )
  .put(
    '/instruments/:id/policy',
    operation({
      summary: 'Put new booking rules in force',
      description:
        'The body is all the rules; what is not there is not limited. Rules under which nobody could book are refused. `If-Match` is honoured when sent.',
      tag,
      answers: { 200: PolicyAnswer },
      refuses: [412],
      matchIsOptional: true,
    }),
    parsed('json', NewPolicy),
    async (c) => {
      const { version, note, ...rules } = c.req.valid('json')
      const expected = versionIfSent(c) ?? version
      const policy = await putPolicy(c.var.ctx, c.req.param('id'), {
        rules,
        note,
        ...(expected !== undefined && { expected }),
      })
      return answerPolicy(c, policy)
    },
  )
  .post(
    '/instruments/:id/policy-dry-runs',
    operation({
      summary: 'What proposed rules would have refused of the last months’ bookings',
      description: 'Nothing is changed.',
      tag,
      answers: { 200: DryRunAnswer },
    }),
    parsed('json', NewDryRun),
    async (c) => {
      const { months, rules } = c.req.valid('json')
      const run = await dryRunPolicy(c.var.ctx, c.req.param('id'), { policy: rules, months })
      return c.json(presentDryRun(c, run))
    },
  )

function answerPolicy(c: HonoContext<Env>, { rules, version, timezone }: PolicyInForce) {
  c.header('etag', etagOf(version))
  return c.json({ ...rules, timezone, version })
}

const mostShown = 500

const presentDryRun = (c: C, { bookings, isCut, refused, newlyRefused, byCode }: DryRun) => ({
  bookings,
  isCut,
  refused: refused.length,
  newlyRefused,
  byCode,
  items: refused.slice(0, mostShown).map(({ booking, objections, isNew }) => ({
    isNew,
    booking: {
      id: booking.id,
      start: isoOf(booking.start),
      end: isoOf(booking.end),
      madeAt: isoOf(booking.madeAt),
      person: { id: booking.personId, name: booking.personName },
    },
    objections: presentObjections(c, objections),
  })),
})
