import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { calendarPages } from './calendar/pages/calendar.tsx'
import { timelinePages } from './calendar/pages/timeline.tsx'
import { openingsPages } from './openings/pages/openings.tsx'
import { bookPage } from './bookings/pages/book.tsx'
import { bookingPage } from './bookings/pages/booking.tsx'
import { bookingPosts } from './bookings/pages/booking-posts.ts'
import { changePage } from './bookings/pages/change.tsx'
import { bookingLists } from './bookings/pages/lists.tsx'
import { policyPages } from './policies/pages/policy.tsx'
import { queuePage } from './bookings/pages/queue.tsx'
import { waitPosts } from './waitlist/pages.tsx'

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
