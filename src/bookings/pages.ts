import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { calendarPages } from './pages/calendar.tsx'
import { timelinePages } from './pages/timeline.tsx'
import { openingsPages } from './pages/openings.tsx'
import { bookPage } from './pages/book.tsx'
import { bookingPage } from './pages/booking.tsx'
import { bookingPosts } from './pages/booking-posts.ts'
import { changePage } from './pages/change.tsx'
import { bookingLists } from './pages/lists.tsx'
import { policyPages } from './pages/policy.tsx'
import { queuePage } from './pages/queue.tsx'
import { waitPosts } from './pages/waits.tsx'

/** The pages with which people book. The queue comes before a booking: its address looks like one. */
export const bookingPages = new Hono<Env>()
  .route('/', openingsPages)
  .route('/', timelinePages)
  .route('/', calendarPages)
  .route('/', bookPage)
  .route('/', bookingLists)
  .route('/', queuePage)
  .route('/', bookingPage)
  .route('/', changePage)
  .route('/', bookingPosts)
  .route('/', waitPosts)
  .route('/', policyPages)
