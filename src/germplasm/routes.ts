import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { comparison } from './observations/pages/comparison.tsx'
import { traitRoutes } from './traits/pages/traits.tsx'
import { trialRoutes } from './trials/pages.tsx'

/** What programs ask of germplasm banks besides accessions. */
export const germplasmRoutes = new Hono<Env>()
  .route('/', traitRoutes)
  .route('/', trialRoutes)
  .route('/', comparison.api)
