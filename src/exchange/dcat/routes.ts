import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../../web/env.ts'
import { parsed } from '../../web/validate.ts'
import { cataloguePage } from './actions.ts'
import { jsonLd } from './rules/json-ld.ts'
import type { Thing } from './rules/terms.ts'
import { turtle } from './rules/turtle.ts'

const Query = z.object({ after: z.string().max(500).optional() })

/** The datasets as DCAT-AP 3, page by page. */
export const dcatRoutes = new Hono<Env>()
  .get('/dcat.jsonld', parsed('query', Query), async (c) => {
    const { after } = c.req.valid('query')
    const things = await pageFor(c, { after, format: 'jsonld' })
    return c.body(JSON.stringify(jsonLd(things)), 200, { 'content-type': 'application/ld+json' })
  })
  .get('/dcat.ttl', parsed('query', Query), async (c) => {
    const { after } = c.req.valid('query')
    const things = await pageFor(c, { after, format: 'ttl' })
    return c.body(turtle(things), 200, { 'content-type': 'text/turtle; charset=utf-8' })
  })

async function pageFor(
  c: HonoContext<Env>,
  asked: { after: string | undefined; format: 'ttl' | 'jsonld' },
): Promise<readonly Thing[]> {
  const { ctx, services } = c.var
  const { things, next, skipped } = await cataloguePage(ctx, asked)
  for (const { id, error } of skipped)
    services.log.error({ err: error, record: id }, 'a record could not be written for harvesters')
  if (next !== null) c.header('link', `<${next}>; rel="next"`)
  c.header('cache-control', 'no-cache')
  return things
}
