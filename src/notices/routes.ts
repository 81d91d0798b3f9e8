import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { feedRoutes } from './feeds/pages.tsx'
import { noticeRoutes as ownNoticeRoutes } from './inbox/pages.tsx'

/** Everything that programs ask of feeds and notices. */
export const noticeRoutes = new Hono<Env>().route('/', feedRoutes).route('/', ownNoticeRoutes)
