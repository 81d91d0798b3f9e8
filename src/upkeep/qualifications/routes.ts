import { Hono } from 'hono'
import { z } from 'zod'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import {
  grantQualification,
  myQualifications,
  qualificationsAt,
  revokeQualification,
} from './actions/qualifications.ts'
import { NewQualification, QualificationAnswer, Revocation } from './model.ts'
import { shownQualification } from './rules.ts'

const tag = 'upkeep'
const Qualifications = z.object({ items: z.array(QualificationAnswer), next: z.null() })

/** What people may do at an instrument, and until when. */
export const qualificationRoutes = new Hono<Env>()
  .get(
    '/qualifications',
    operation({
      summary: 'Your qualifications',
      tag,
      answers: { 200: Qualifications },
      refuses: [401],
    }),
    async (c) => {
      const { ctx } = c.var
      const rows = await myQualifications(ctx)
      return c.json({ items: rows.map((row) => shownQualification(row, ctx.now())), next: null })
    },
  )
  .get(
    '/instruments/:id/qualifications',
    operation({
      summary: 'Qualifications at an instrument: all for its staff, your own otherwise',
      tag,
      answers: { 200: Qualifications },
      refuses: [401],
    }),
    async (c) => {
      const { ctx } = c.var
      const rows = await qualificationsAt(ctx, c.req.param('id'))
      return c.json({ items: rows.map((row) => shownQualification(row, ctx.now())), next: null })
    },
  )
  .post(
    '/instruments/:id/qualifications',
    operation({
      summary: 'Grant a qualification, or move its end',
      tag,
      answers: { 201: QualificationAnswer },
    }),
    parsed('json', NewQualification),
    async (c) => {
      const { ctx } = c.var
      const row = await grantQualification(ctx, c.req.param('id'), c.req.valid('json'))
      return c.json(shownQualification(row, ctx.now()), 201)
    },
  )
  .post(
    '/instruments/:id/qualifications/:qualification/revocation',
    operation({
      summary: 'Revoke a qualification',
      tag,
      answers: { 200: QualificationAnswer },
      refuses: [409],
    }),
    parsed('json', Revocation),
    async (c) => {
      const { ctx } = c.var
      const key = { instrumentId: c.req.param('id'), id: c.req.param('qualification') }
      const row = await revokeQualification(ctx, key, c.req.valid('json').reason)
      return c.json(shownQualification(row, ctx.now()))
    },
  )
