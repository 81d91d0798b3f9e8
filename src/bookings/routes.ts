import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { instrumentTimeRoutes } from './bookings/routes/instruments.ts'
import { policyRoutes } from './policies/routes.ts'
import { timelineRoutes } from './calendar/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { waitlistRoutes } from './waitlist/routes.ts'
import { bookingRoutes as ownBookingRoutes } from './bookings/routes/bookings.ts'
import { type ProblemExtension, useOfBookingRoutes } from './use/routes.ts'

/** Everything that programs ask of what books instruments. */
export const bookingRoutes = <Input>(problems: ProblemExtension<Input>) =>
  new Hono<Env>()
    .route('/', instrumentTimeRoutes)
    .route('/', policyRoutes)
    .route('/', timelineRoutes)
    .route('/', waitlistRoutes)
    .route('/', ownBookingRoutes)
    .route('/', deskRoutes)
    .route('/', useOfBookingRoutes(problems))
