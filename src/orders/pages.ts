import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { servicePages } from './services/pages.tsx'
import { orderFormPages } from './orders/pages/order-form.tsx'
import { orderListPages } from './orders/pages/lists.tsx'
import { orderPages as ownOrderPages } from './orders/pages/order.tsx'

/** The pages of service orders. */
export const orderPages = new Hono<Env>()
  .route('/', servicePages)
  .route('/', orderFormPages)
  .route('/', orderListPages)
  .route('/', ownOrderPages)
