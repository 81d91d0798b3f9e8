import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { calendarPages } from './calendar/pages/calendar.tsx'
import { timelinePages } from './calendar/pages/timeline.tsx'
import { openingsPages } from './openings/pages.tsx'
import { bookPage, type PriceOf } from './bookings/pages/book.tsx'
import { bookingPage, bookingPosts, type BookingSection } from './bookings/pages/booking.tsx'
import { changePage } from './bookings/pages/change.tsx'
import { bookingLists, queuePage } from './bookings/pages/lists.tsx'
import { policyPages } from './policies/pages/policy.tsx'
import { waitPosts } from './waitlist/pages.tsx'

/** What other areas add to them. */
type BookingExtension = { priceOf: PriceOf; sections: readonly BookingSection[] }

/** The pages with which people book. The queue comes before a booking: its address looks like one. */
export const bookingPages = ({ priceOf, sections }: BookingExtension) =>
  new Hono<Env>()
    .route('/', openingsPages)
    .route('/', timelinePages)
    .route('/', calendarPages)
    .route('/', bookPage(priceOf))
    .route('/', bookingLists)
    .route('/', queuePage)
    .route('/', bookingPage(sections))
    .route('/', changePage)
    .route('/', bookingPosts(sections))
    .route('/', waitPosts)
    .route('/', policyPages)
