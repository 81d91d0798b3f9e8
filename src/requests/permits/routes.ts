import { Hono } from 'hono'
import { Problem } from '../../core/problem.ts'
import { whole } from '../../core/paging.ts'
import { catalogWords } from '../../catalog/records/words.ts'
import { operation, wholeListOf } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { permitFindings } from './actions.ts'
import { FindingAnswer, Journey } from './model.ts'

/** What the law asks of giving a record to somebody. */
export const findingRoutes = new Hono<Env>().get(
  '/records/:id/permits',
  operation({
    summary: 'What the law asks before this record goes to a recipient',
    description:
      'The strictest first: what is `blocked`, which `document` is needed, which `condition` holds; each with its clause.',
    tag: 'permits',
    answers: { 200: wholeListOf(FindingAnswer, 'All that is asked.') },
  }),
  parsed('query', Journey),
  async (c) => {
    const { destination, institution = null } = c.req.valid('query')
    const [found] = await permitFindings(c.var.ctx, {
      recordIds: [c.req.param('id')],
      recipientInstitutionId: institution,
      destinationCountry: destination,
    })
    if (!found) throw new Problem('not-found', catalogWords.noRecord)
    return c.json(whole(found.findings))
  },
)
