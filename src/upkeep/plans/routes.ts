import { Hono } from 'hono'
import { z } from 'zod'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { completePlan, createPlan, endPlan, plansDue, plansOf } from './actions.ts'
import { Completion, NewPlan, PlanAnswer } from './model.ts'
import { shownPlan } from './rules.ts'

const tag = 'upkeep'
const Plans = z.object({ items: z.array(PlanAnswer), next: z.null() })
const refuses = [400, 401, 403, 404, 422]

/** Maintenance and calibration, and when they are due. */
export const planRoutes = new Hono<Env>()
  .get(
    '/maintenance-due',
    operation({
      summary: 'Plans of all instruments that you decide about, overdue first',
      tag,
      answers: { 200: Plans },
      refuses: [401],
    }),
    async (c) => {
      const { ctx } = c.var
      const plans = await plansDue(ctx)
      return c.json({ items: plans.map((plan) => shownPlan(plan, ctx.now())), next: null })
    },
  )
  .get(
    '/instruments/:id/maintenance-plans',
    operation({
      summary: 'What is to be done again and again, overdue first; for staff',
      tag,
      answers: { 200: Plans },
      refuses: [401, 403],
    }),
    async (c) => {
      const { ctx } = c.var
      const plans = await plansOf(ctx, c.req.param('id'))
      return c.json({ items: plans.map((plan) => shownPlan(plan, ctx.now())), next: null })
    },
  )
  .post(
    '/instruments/:id/maintenance-plans',
    operation({
      summary: 'Plan maintenance or calibration by days, hours of use, or both',
      tag,
      answers: { 201: PlanAnswer },
      refuses,
    }),
    parsed('json', NewPlan),
    async (c) => {
      const { ctx } = c.var
      const plan = await createPlan(ctx, c.req.param('id'), c.req.valid('json'))
      return c.json(shownPlan(plan, ctx.now()), 201)
    },
  )
  .post(
    '/instruments/:id/maintenance-plans/:plan/completions',
    operation({
      summary: 'Note that it was done',
      description: 'Days and hours of use are counted from then.',
      tag,
      answers: { 201: PlanAnswer },
      refuses: [...refuses, 409],
    }),
    parsed('json', Completion),
    async (c) => {
      const { ctx } = c.var
      const key = { instrumentId: c.req.param('id'), id: c.req.param('plan') }
      const plan = await completePlan(ctx, key, c.req.valid('json'))
      return c.json(shownPlan(plan, ctx.now()), 201)
    },
  )
  .post(
    '/instruments/:id/maintenance-plans/:plan/ending',
    operation({
      summary: 'Follow a plan no more',
      tag,
      answers: { 200: PlanAnswer },
      refuses: [409],
    }),
    async (c) => {
      const { ctx } = c.var
      const key = { instrumentId: c.req.param('id'), id: c.req.param('plan') }
      return c.json(shownPlan(await endPlan(ctx, key), ctx.now()))
    },
  )
