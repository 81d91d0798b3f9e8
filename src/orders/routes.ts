import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { serviceRoutes } from './routes/services.ts'
import { orderRoutes as ownOrderRoutes } from './routes/orders.ts'
import { stepRoutes } from './routes/steps.ts'

/** Everything that programs ask of service orders. */
export const orderRoutes = new Hono<Env>()
  .route('/', serviceRoutes)
  .route('/', ownOrderRoutes)
  .route('/', stepRoutes)
