import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { servicesPages } from './pages/services.tsx'
import { editServicePages } from './pages/edit-service.tsx'
import { orderFormPages } from './pages/order-form.tsx'
import { orderListPages } from './pages/lists.tsx'
import { orderPages as ownOrderPages } from './pages/order.tsx'

/** The pages of service orders. */
export const orderPages = new Hono<Env>()
  .route('/', servicesPages)
  .route('/', editServicePages)
  .route('/', orderFormPages)
  .route('/', orderListPages)
  .route('/', ownOrderPages)
