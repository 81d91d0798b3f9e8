import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { servicesPages } from './services/pages/services.tsx'
import { editServicePages } from './services/pages/edit-service.tsx'
import { orderFormPages } from './orders/pages/order-form.tsx'
import { orderListPages } from './orders/pages/lists.tsx'
import { orderPages as ownOrderPages } from './orders/pages/order.tsx'

/** The pages of service orders. */
export const orderPages = new Hono<Env>()
  .route('/', servicesPages)
  .route('/', editServicePages)
  .route('/', orderFormPages)
  .route('/', orderListPages)
  .route('/', ownOrderPages)
