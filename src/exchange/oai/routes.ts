import { type Context as HonoContext, Hono } from 'hono'
import type { Env } from '../../web/env.ts'
import { asksByPost } from '../../web/guard.ts'
import { answerHarvester } from './actions.ts'
import { adminMailbox } from './rules/mailbox.ts'

/** A POST asks as a GET does: put before the guard of writes. */
export const oaiEntrance = new Hono<Env>().use('/oai', asksByPost)

/** OAI-PMH 2.0: always 200, what is wrong stands in the answer. */
export const oaiRoutes = new Hono<Env>()
  .get('/oai', async (c) => answered(c, [...new URL(c.req.url).searchParams]))
  .post('/oai', async (c) => {
    const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
    return answered(c, isForm ? [...new URLSearchParams(await c.req.text())] : [])
  })

async function answered(c: HonoContext<Env>, given: readonly [string, string][]) {
  const { ctx, services } = c.var
  const adminEmail = adminMailbox(services.adminEmail, ctx.baseUrl)
  const { body, skipped } = await answerHarvester(ctx, { given, adminEmail })
  for (const { id, error } of skipped)
    services.log.error({ err: error, record: id }, 'a record could not be written for harvesters')
  c.header('cache-control', 'no-cache')
  return c.body(body, 200, { 'content-type': 'text/xml; charset=utf-8' })
}
