import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { feedRoutes } from './feeds/pages.tsx'
import { streamRoutes } from './stream/routes.ts'
import { noticeRoutes as ownNoticeRoutes } from './inbox/pages/inbox.tsx'

/** Everything that programs ask of feeds and notices. */
export const noticeRoutes = new Hono<Env>()
  .route('/', feedRoutes)
  .route('/', streamRoutes)
  .route('/', ownNoticeRoutes)
