import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { withdrawalRoutes } from './withdrawals/pages.tsx'
import { factRoutes } from './facts/pages/facts.tsx'
import { locatorRoutes } from './facts/pages/locator.tsx'
import { settingsRoutes } from './facts/pages/settings.tsx'

/** Everything that programs ask of biobanks. */
export const sampleRoutes = new Hono<Env>()
  .route('/', locatorRoutes)
  .route('/', factRoutes)
  .route('/', settingsRoutes)
  .route('/', donorRoutes)
  .route('/', kitRoutes)
  .route('/', sourceRoutes)
  .route('/', sampleListRoutes)
  .route('/', oneSampleRoutes)
  .route('/', poolRoutes)
