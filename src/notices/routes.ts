import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { feedRoutes } from './routes/feeds.ts'
import { noticeRoutes as ownNoticeRoutes } from './routes/notices.ts'

/** Everything that programs ask of feeds and notices. */
export const noticeRoutes = new Hono<Env>().route('/', feedRoutes).route('/', ownNoticeRoutes)
