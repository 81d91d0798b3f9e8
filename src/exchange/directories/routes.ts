import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../core/context.ts'
import { getBiobank } from '../../samples/biobanks/actions.ts'
import type { Entity } from '../../samples/directory/model.ts'
import { jsonLdOf } from '../../samples/directory/rules.ts'
import { getNetwork } from '../../samples/networks/actions.ts'
import { getResource } from '../../samples/resources/actions.ts'
import { directoryPaths } from '../../samples/words/paths.ts'
import type { Env } from '../../web/env.ts'
import { wantedType } from '../landing/rules/accept.ts'

const type = 'application/ld+json'
const extension = '.jsonld'
type Told = Parameters<typeof jsonLdOf>[1]

/** Where biobanks, networks and research resources are, and how one is read. */
const directories: Readonly<
  Record<Entity, { path: string; get: (ctx: Context, id: string) => Promise<Told> }>
> = {
  biobank: { path: directoryPaths.biobank, get: getBiobank },
  network: { path: directoryPaths.network, get: getNetwork },
  research_resource: { path: directoryPaths.research_resource, get: getResource },
}

/** Programs ask the page's own address for what they can read, as they do of a record. */
export const directoryRoutes = new Hono<Env>()
for (const entity of ['biobank', 'network', 'research_resource'] as const) {
  const { path, get } = directories[entity]
  directoryRoutes.get(`${path}/:file{[0-9a-f-]+\\.jsonld}`, async (c) => {
    const id = c.req.param('file').slice(0, -extension.length)
    const one = await get(c.var.ctx, id)
    c.header('content-type', type)
    return c.body(JSON.stringify(jsonLdOf(entity, one, `${c.var.ctx.baseUrl}${path}/${one.id}`)))
  })
  directoryRoutes.use(`${path}/:id{[0-9a-f-]+}`, async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    c.header('vary', 'Accept', { append: true })
    const to = addressFor(c, `${path}/${c.req.param('id')}`)
    return to === undefined ? next() : c.redirect(to, 303)
  })
}

function addressFor(c: HonoContext<Env>, page: string): string | undefined {
  const wanted = wantedType(c.req.header('accept'), [type, 'application/json'])
  if (wanted === undefined) return undefined
  return wanted === type ? `${page}${extension}` : `/api/v1${page}`
}
