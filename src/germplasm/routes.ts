import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { illustrationRoutes } from './illustrations/pages.tsx'
import { introductionRoutes } from './introductions/pages.tsx'
import { libraryRoutes } from './libraries/pages/libraries.tsx'
import { missionRoutes } from './missions/pages.tsx'
import { comparison } from './observations/pages/comparison.tsx'
import { pedigreeRoutes } from './pedigree/pages.tsx'
import { remarkRoutes } from './remarks/routes.ts'
import { taxonRoutes } from './taxa/pages/taxa.tsx'
import { traitRoutes } from './traits/pages/traits.tsx'
import { trialRoutes } from './trials/pages.tsx'

/** Everything that programs ask of germplasm besides its records. */
export const germplasmRoutes = new Hono<Env>()
  .route('/', libraryRoutes)
  .route('/', taxonRoutes)
  .route('/', missionRoutes)
  .route('/', introductionRoutes)
  .route('/', pedigreeRoutes)
  .route('/', remarkRoutes)
  .route('/', traitRoutes)
  .route('/', trialRoutes)
  .route('/', illustrationRoutes)
  .route('/', comparison.api)
