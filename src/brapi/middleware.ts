import { Hono, type MiddlewareHandler } from 'hono'
import { maxPictureBytes } from '../files/pictures/model.ts'
import type { Env } from '../web/env.ts'
import { asksByPost } from '../web/guard.ts'
import { takesFile } from '../web/load.ts'
import { refusalAnswer } from './calls/routes.ts'

/**
 * Before anybody is asked who they are: refusals are BrAPI's, and programs of any site may read. A browser asks first
 * (OPTIONS), for clients send Content-Type with every call. Credentials are a token's alone: no cookie comes along.
 */
const openToPrograms: MiddlewareHandler<Env> = (c, next) => {
  c.set('refusalAnswer', refusalAnswer)
  c.header('access-control-allow-origin', '*')
  if (c.req.method !== 'OPTIONS') return next()
  const isSearch = c.req.path.startsWith('/brapi/v2/search/')
  c.header('access-control-allow-methods', isSearch ? 'GET, HEAD, POST' : 'GET, HEAD')
  c.header('access-control-allow-headers', 'authorization, content-type')
  c.header('access-control-max-age', '86400')
  return Promise.resolve(c.body(null, 204))
}

/** What the app has to know of a request under `/brapi/v2` before it is read. */
export const brapiEntrance = new Hono<Env>()
  .use('/brapi/v2/*', openToPrograms)
  .use('/brapi/v2/search/*', asksByPost)
  .use('/brapi/v2/images/:imageDbId/imagecontent', takesFile(maxPictureBytes))
