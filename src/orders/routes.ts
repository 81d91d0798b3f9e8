import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { serviceRoutes } from './services/pages.tsx'
import { orderRoutes as ownOrderRoutes, stepRoutes } from './orders/routes.ts'

/** Everything that programs ask of service orders. */
export const orderRoutes = new Hono<Env>()
  .route('/', serviceRoutes)
  .route('/', ownOrderRoutes)
  .route('/', stepRoutes)
