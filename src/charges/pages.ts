import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { ratesPages } from './pages/rates.tsx'
import { allStatementsPages } from './pages/all-statements.tsx'
import { statementListPages } from './pages/statements.tsx'
import { monthPages } from './pages/month.tsx'
import { chargePages as ownChargePages } from './pages/charge.tsx'
import { voucherPages } from './pages/vouchers.tsx'

/** The pages on what uses cost. */
export const chargePages = new Hono<Env>()
  .route('/', ratesPages)
  .route('/', allStatementsPages)
  .route('/', statementListPages)
  .route('/', monthPages)
  .route('/', ownChargePages)
  .route('/', voucherPages)
