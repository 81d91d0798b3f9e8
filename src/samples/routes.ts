import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { boxRoutes } from './boxes/pages/page.tsx'
import { scanRoutes } from './scans/pages.tsx'
import { storageRoutes } from './storage/pages.tsx'
import { withdrawalRoutes } from './withdrawals/pages.tsx'

/** Everything that programs ask of biobanks. */
export const sampleRoutes = new Hono<Env>()
  .route('/', boxRoutes)
  .route('/', withdrawalRoutes)
  .route('/', scanRoutes)
  .route('/', storageRoutes)
