import { Hono } from 'hono'
import { relatedRoutes } from './catalog/routes/related.ts'
import { recordRoutes } from './catalog/routes/records.ts'
import { openApi } from './web/api-docs.tsx'
import { contextual } from './web/context.ts'
import type { Env } from './web/env.ts'
import { idempotent } from './web/idempotency.ts'
import type { Services } from './web/services.ts'

/** The table of contents: every feature, mounted once. */
export function createApp(services: Services) {
  const api = new Hono<Env>().use(idempotent).route('/', relatedRoutes).route('/', recordRoutes)

  return new Hono<Env>()
    .use(contextual(services))
    .route('/api/v1', openApi(api))
    .route('/api/v1', api)
}
