import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { feedRoutes } from './feeds/routes.ts'
import { noticeRoutes as ownNoticeRoutes } from './inbox/routes.ts'

/** Everything that programs ask of feeds and notices. */
export const noticeRoutes = new Hono<Env>().route('/', feedRoutes).route('/', ownNoticeRoutes)
