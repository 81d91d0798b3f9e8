import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { calendarPages } from './calendar/pages/calendar.tsx'
import { timelinePages } from './calendar/pages/timeline.tsx'
import { paths } from '../web/paths.ts'
import { openingsPages } from './openings/pages/find.tsx'
import type { PricesFor } from './openings/pages/found.tsx'
import { freeInSearch } from './openings/pages/in-search.ts'
import { bookPage, type PriceOf } from './bookings/pages/book.tsx'
import { bookingPage, bookingPosts, type BookingSection } from './bookings/pages/booking.tsx'
import { changePage } from './bookings/pages/change.tsx'
import { bookingLists } from './bookings/pages/lists.tsx'
import { deskPages } from './desk/pages/desk.tsx'
import { policyPages } from './policies/pages/policy.tsx'
import { waitPosts } from './waitlist/pages.tsx'

/** What other areas add to them. */
type BookingExtension = {
  priceOf: PriceOf
  pricesFor: PricesFor
  sections: readonly BookingSection[]
}

/** The pages with which people book. The queue comes before a booking: its address looks like one. */
export const bookingPages = ({ priceOf, pricesFor, sections }: BookingExtension) =>
  new Hono<Env>()
    .get(paths.search, freeInSearch)
    .route('/', openingsPages(pricesFor))
    .route('/', timelinePages)
    .route('/', calendarPages)
    .route('/', bookPage(priceOf))
    .route('/', bookingLists)
    .route('/', deskPages)
    .route('/', bookingPage(sections))
    .route('/', changePage(priceOf))
    .route('/', bookingPosts(sections))
    .route('/', waitPosts)
    .route('/', policyPages)
