import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { biobankRoutes } from './biobanks/pages/biobank.tsx'
import { hostRoutes } from './biobanks/pages/host.tsx'
import { networkRoutes } from './networks/pages/network.tsx'
import { resourceRoutes } from './resources/pages/resource.tsx'

/** Everything that programs ask of biobanks. */
export const sampleRoutes = new Hono<Env>()
  .route('/', biobankRoutes)
  .route('/', hostRoutes)
  .route('/', networkRoutes)
  .route('/', resourceRoutes)
