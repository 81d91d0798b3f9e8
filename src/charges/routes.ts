import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { rateRoutes } from './rates/routes.ts'
import { chargeRoutes as ownChargeRoutes } from './charges/routes.ts'
import { voucherRoutes } from './vouchers/pages.tsx'
import { statementRoutes } from './statements/routes.ts'

/** Everything that programs ask of money. */
export const chargeRoutes = new Hono<Env>()
  .route('/', rateRoutes)
  .route('/', ownChargeRoutes)
  .route('/', voucherRoutes)
  .route('/', statementRoutes)
