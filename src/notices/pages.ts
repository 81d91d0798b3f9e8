import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { calendarPages } from './calendars/pages.ts'
import { feedPages } from './feeds/pages.tsx'
import { noticePages as ownNoticePages } from './inbox/pages/inbox.tsx'

/** The pages on what one is told. */
export const noticePages = new Hono<Env>()
  .route('/', calendarPages)
  .route('/', feedPages)
  .route('/', ownNoticePages)
