import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { feedDoor } from './feeds/pages/feed.ts'
import { feedPages } from './feeds/pages/feeds.tsx'
import { noticePages as ownNoticePages } from './inbox/pages.tsx'

/** The pages on what one is told. */
export const noticePages = new Hono<Env>()
  .route('/', feedDoor)
  .route('/', feedPages)
  .route('/', ownNoticePages)
