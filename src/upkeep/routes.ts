import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { enrolmentRoutes } from './enrolments/pages/enrolments.tsx'
import { outageRoutes } from './outages/pages.tsx'
import { problemRoutes } from './problems/routes.ts'
import { completionRoutes } from './completions/pages.tsx'
import { planRoutes } from './plans/pages.tsx'
import { qualificationRoutes } from './qualifications/pages.tsx'
import { trainingRoutes } from './trainings/pages.tsx'

/** Everything that programs ask of upkeep. */
export const upkeepRoutes = new Hono<Env>()
  .route('/', outageRoutes)
  .route('/', problemRoutes)
  .route('/', planRoutes)
  .route('/', completionRoutes)
  .route('/', qualificationRoutes)
  .route('/', trainingRoutes)
  .route('/', enrolmentRoutes)
