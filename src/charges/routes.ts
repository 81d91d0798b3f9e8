import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { rateRoutes } from './routes/rates.ts'
import { chargeRoutes as ownChargeRoutes } from './routes/charges.ts'
import { voucherRoutes } from './routes/vouchers.ts'
import { statementRoutes } from './routes/statements.ts'

/** Everything that programs ask of money. */
export const chargeRoutes = new Hono<Env>()
  .route('/', rateRoutes)
  .route('/', ownChargeRoutes)
  .route('/', voucherRoutes)
  .route('/', statementRoutes)
