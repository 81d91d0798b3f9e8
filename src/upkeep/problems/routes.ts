import { Hono } from 'hono'
import { z } from 'zod'
import { listOf, operation, Paging } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented } from '../../web/item.ts'
import { parsed } from '../../web/validate.ts'
import { problemsOf, reportProblem, resolveProblem } from './actions.ts'
import { NewProblem, ProblemReportAnswer, Resolution } from './model.ts'

const tag = 'upkeep'
/** Who reported a problem is for staff. */
const ForOthers = ProblemReportAnswer.omit({ reportedBy: true, bookingId: true })

/** What is wrong with an instrument. */
export const problemRoutes = new Hono<Env>()
  .get(
    '/instruments/:id/problems',
    operation({
      summary: 'Open problems of an instrument; its staff see solved ones too',
      tag,
      answers: { 200: listOf(ProblemReportAnswer) },
      refuses: [401],
    }),
    parsed('query', z.object(Paging)),
    async (c) => {
      const paging = c.req.valid('query')
      const { problems, isStaff } = await problemsOf(c.var.ctx, c.req.param('id'), paging)
      const shape = isStaff ? ProblemReportAnswer : ForOthers
      return c.json({ ...problems, items: problems.items.map((row) => documented(shape, row)) })
    },
  )
  .post(
    '/instruments/:id/problems',
    operation({
      summary: 'Report a problem',
      description:
        'With severity `down` the instrument is out of service at once, when its staff say so or somebody who uses it about now.',
      tag,
      answers: { 201: ProblemReportAnswer },
    }),
    parsed('json', NewProblem),
    async (c) => {
      const row = await reportProblem(c.var.ctx, c.req.param('id'), c.req.valid('json'))
      return c.json(row, 201)
    },
  )
  .post(
    '/instruments/:id/problems/:problem/resolution',
    operation({
      summary: 'Note that a problem is solved',
      description: 'The outage that it opened ends, unless `keepOutage` is set.',
      tag,
      answers: { 200: ProblemReportAnswer },
      refuses: [409],
    }),
    parsed('json', Resolution),
    async (c) => {
      const key = { instrumentId: c.req.param('id'), id: c.req.param('problem') }
      return c.json(await resolveProblem(c.var.ctx, key, c.req.valid('json')))
    },
  )
