import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { ratesPages } from './rates/pages/rates.tsx'
import { allStatementsPages, statementListPages } from './statements/pages/lists.tsx'
import { monthPages } from './statements/pages/month.tsx'
import { chargePages as ownChargePages } from './charges/pages/charge.tsx'
import { voucherPages } from './vouchers/pages.tsx'

/** The pages on what uses cost. */
export const chargePages = new Hono<Env>()
  .route('/', ratesPages)
  .route('/', allStatementsPages)
  .route('/', statementListPages)
  .route('/', monthPages)
  .route('/', ownChargePages)
  .route('/', voucherPages)
