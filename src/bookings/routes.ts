import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { instrumentTimeRoutes } from './routes/instruments.ts'
import { policyRoutes } from './routes/policy.ts'
import { timelineRoutes } from './routes/timeline.ts'
import { waitlistRoutes } from './routes/waitlist.ts'
import { bookingRoutes as ownBookingRoutes } from './routes/bookings.ts'
import { useOfBookingRoutes } from './routes/use.ts'

/** Everything that programs ask of what books instruments. */
export const bookingRoutes = new Hono<Env>()
  .route('/', instrumentTimeRoutes)
  .route('/', policyRoutes)
  .route('/', timelineRoutes)
  .route('/', waitlistRoutes)
  .route('/', ownBookingRoutes)
  .route('/', useOfBookingRoutes)
