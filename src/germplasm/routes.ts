import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { illustrationRoutes } from './illustrations/pages.tsx'
import { testListRoutes } from './germination/pages/lists.tsx'
import { startRoutes } from './germination/pages/start.tsx'
import { testRoutes } from './germination/pages/test.tsx'
import { introductionRoutes } from './introductions/pages.tsx'
import { libraryRoutes } from './libraries/pages/libraries.tsx'
import { longevityRoutes } from './longevity/pages.tsx'
import { missionRoutes } from './missions/pages.tsx'
import { comparison } from './observations/pages/comparison.tsx'
import { pedigreeRoutes } from './pedigree/pages.tsx'
import { protocolRoutes } from './protocols/pages.tsx'
import { remarkRoutes } from './remarks/routes.ts'
import { taxonRoutes } from './taxa/pages/taxa.tsx'
import { traitRoutes } from './traits/pages/traits.tsx'
import { trialRoutes } from './trials/pages.tsx'
import { dueRoutes } from './viability/pages/lists.tsx'
import { accessionViabilityRoutes } from './viability/pages/accession.tsx'
import { lotViabilityRoutes } from './viability/pages/lot.tsx'
import { ruleRoutes } from './viability/pages/rule.tsx'

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
  .route('/', protocolRoutes)
  .route('/', longevityRoutes)
  .route('/', startRoutes)
  .route('/', testListRoutes)
  .route('/', testRoutes)
  .route('/', dueRoutes)
  .route('/', accessionViabilityRoutes)
  .route('/', lotViabilityRoutes)
  .route('/', ruleRoutes)
